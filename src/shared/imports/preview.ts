import type { RosterKind } from '#shared/roster/schema.ts'
import { identityLabels } from '#shared/roster/identifiers.ts'
import { changedValues, describeChanges } from '#shared/imports/changes.ts'
import { findDuplicates, identitiesOf } from '#shared/imports/duplicates.ts'
import {
  indexKnown,
  type KnownPeople,
  type KnownPerson,
  type Match,
  matchPerson,
  namesakesOf,
} from '#shared/imports/matchPeople.ts'
import type { TargetProgram } from '#shared/imports/places.ts'
import type { RecognisedSheet } from '#shared/imports/recognise.ts'
import type { RowDraft } from '#shared/imports/rowDraft.ts'
import type { ImportPreview, ImportProblem, ImportRow } from '#shared/imports/schema.ts'
import type { RowValues, Value, ValueKey } from '#shared/imports/values.ts'
import { validateRows } from '#shared/imports/validate.ts'

/** What importing one row will do, for the preview and for the apply alike. */
export interface PlannedRow {
  draft: RowDraft
  action: ImportRow['action']
  match: Match | null
  /** All values of somebody new to the program; of somebody in it, those that change. */
  set: RowValues
}

/** What importing a sheet will do. Nothing has been written. */
export interface ImportPlan {
  rows: PlannedRow[]
  problems: ImportProblem[]
  counts: ImportPreview['counts']
  /** Cohorts and sites to make, because the program has none yet. */
  newCohorts: string[]
  newSites: string[]
}

/** Decides row by row: somebody new, a change, no change, or a row that cannot be stored. */
export function planImport(
  sheet: RecognisedSheet,
  kind: RosterKind,
  program: TargetProgram,
  people: readonly KnownPerson[],
): ImportPlan {
  const { drafts, problems, nobody } = validateRows(sheet, kind, program)
  problems.push(...findDuplicates(drafts))
  const failed = new Set(problems.filter(({ level }) => level === 'error').map(({ row }) => row))
  const known = indexKnown(people)
  const seen = new Map<KnownPerson, RowDraft>()
  const rows = drafts.map((draft): PlannedRow => {
    if (nobody) return { draft, action: 'skip', match: null, set: {} }
    const match = matchPerson(draft, known, kind)
    const problem = failed.has(draft.row) ? null : refusal(draft, match, seen)
    if (problem) problems.push(problem)
    if (match && !seen.has(match.person)) seen.set(match.person, draft)
    if (problem || failed.has(draft.row)) return { draft, action: 'skip', match, set: {} }
    problems.push(...dropTaken(draft, match, known), ...sameName(draft, match, known))
    return planRow(draft, match)
  })
  problems.sort((a, b) => a.row - b.row)
  const added = rows.filter(({ action }) => action === 'create' || action === 'update')
  const missing = people.filter((person) => person.placeId !== null && !person.gone && !seen.has(person)).length
  return {
    rows,
    problems,
    counts: countRows(rows, problems, missing),
    newCohorts: program.cohorts.length > 0 ? [] : placesOf(added, 'cohort'),
    newSites: program.sites.length > 0 ? [] : placesOf(added, 'site'),
  }
}

function planRow(draft: RowDraft, match: Match | null): PlannedRow {
  if (!match) return { draft, action: 'create', match, set: draft.values }
  const set = changedValues(draft, match.person)
  const action = match.person.placeId === null ? 'create' : Object.keys(set).length > 0 ? 'update' : 'unchanged'
  return { draft, action, match, set }
}

/** Why a row cannot be stored though nothing is wrong with its cells. */
function refusal(draft: RowDraft, match: Match | null, seen: ReadonlyMap<KnownPerson, RowDraft>): ImportProblem | null {
  if (!match && draft.values.lastName === undefined) {
    const message = 'there is no name, and nobody is known by the ID or e-mail of this row. It was left out.'
    return rowProblem(draft, 'lastName', '', 'error', 'missing', `Row ${draft.row}: ${message}`)
  }
  const earlier = match && seen.get(match.person)
  if (!earlier) return null
  const message = `Row ${draft.row}: it is the person of row ${earlier.row}, by ${match.matchedBy}. Row ${earlier.row} was taken and this one left out.`
  return rowProblem(draft, 'lastName', draft.values.lastName ?? '', 'error', 'duplicate', message)
}

/** Leaves out an id or e-mail that another person already has. */
function dropTaken(draft: RowDraft, match: Match | null, known: KnownPeople): ImportProblem[] {
  const { values } = draft
  return identitiesOf(values).flatMap(({ kind, value, key }) => {
    const holder = known.byIdentity.get(key)
    if (!holder || holder === match?.person) return []
    if (kind === 'email' && values.email !== value)
      values.otherEmails = values.otherEmails!.filter((other) => other !== value)
    else delete values[kind]
    const name = [holder.values.firstName, holder.values.lastName].filter(Boolean).join(' ')
    const message = `Row ${draft.row}, ${identityLabels[kind]} ${value}: it belongs to ${name}, and this row is somebody else by ${match?.matchedBy}. It was left empty.`
    return [rowProblem(draft, kind, value, 'warning', 'idTaken', message)]
  })
}

/** Somebody new who has the name of somebody in the program: two people, unless the user knows better. */
function sameName(draft: RowDraft, match: Match | null, known: KnownPeople): ImportProblem[] {
  const [namesake] = match ? [] : namesakesOf(draft, known)
  if (!namesake || namesake.values.classYear !== draft.values.classYear) return []
  const name = [draft.values.firstName, draft.values.lastName].filter(Boolean).join(' ')
  const message = `Row ${draft.row}, ${name}: somebody of this name is in the program, with another ID or e-mail. This row is taken for another person.`
  return [rowProblem(draft, 'lastName', name, 'warning', 'sameName', message)]
}

function rowProblem(
  { sheet, row, letters }: RowDraft,
  field: ValueKey,
  value: string,
  level: ImportProblem['level'],
  code: ImportProblem['code'],
  message: string,
): ImportProblem {
  return { sheet, row, column: letters.get(field) ?? letters.get('fullName') ?? '', field, level, code, value, message }
}

function countRows(
  rows: readonly PlannedRow[],
  problems: readonly ImportProblem[],
  missing: number,
): ImportPlan['counts'] {
  const counts = { rows: rows.length, create: 0, update: 0, unchanged: 0, skipped: 0, missing, needsYou: 0 }
  for (const { action } of rows) counts[action === 'skip' ? 'skipped' : action] += 1
  counts.needsYou = new Set(problems.filter(({ level }) => level !== 'info').map(({ row }) => row)).size
  return counts
}

const placesOf = (rows: readonly PlannedRow[], key: 'cohort' | 'site'): string[] =>
  [...new Set(rows.flatMap(({ set }) => set[key] ?? []))].sort()

/** A planned row as the preview shows it: the person as they will be stored. */
export function describeRow({ draft, action, match, set }: PlannedRow, kind: RosterKind): ImportRow {
  const values: RowValues = action === 'skip' ? draft.values : { ...match?.person.values, ...set }
  return {
    sheet: draft.sheet,
    row: draft.row,
    action,
    person: Object.fromEntries(
      (Object.entries(values) as [ValueKey, Value][]).map(([key, value]) => [key, shown(key, value)]),
    ),
    matchedBy: match?.matchedBy ?? null,
    changes: match && action !== 'skip' ? describeChanges(set, match.person, kind) : [],
  }
}

/** Effort as FTE, 0.1, as people and scripts write it. */
function shown(key: ValueKey, value: Value): ImportRow['person'][string] {
  return key === 'fte' ? Number(value) / 10_000 : value
}
