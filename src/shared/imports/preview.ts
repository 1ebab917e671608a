import type { Id } from '#shared/kernel/ids.ts'
import { displayName } from '#shared/roster/personName.ts'
import type { CustomField } from '#shared/roster/customFields.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'
import { type KnownCoach, findCoach, indexCoaches } from '#shared/imports/coachColumn.ts'
import { changedCustom, changedValues, describeChanges } from '#shared/imports/changes.ts'
import { columnNotes } from '#shared/imports/columnNotes.ts'
import { carriedKeys } from '#shared/imports/fields.ts'
import type { KnownPerson, Match } from '#shared/imports/matchPeople.ts'
import type { TargetProgram } from '#shared/imports/places.ts'
import { matchRows } from '#shared/imports/matchRows.ts'
import type { RecognisedFile } from '#shared/imports/recognise.ts'
import { placeOfRow, type RowDraft } from '#shared/imports/rowDraft.ts'
import type { ImportDuplicate, ImportOptions, ImportPreview, ImportProblem, ImportRow } from '#shared/imports/schema.ts'
import { sayWhatStays, whatIsStored } from '#shared/imports/storedValues.ts'
import type { RowValues, Value, ValueKey } from '#shared/imports/values.ts'
import { inRole, otherRoles } from '#shared/imports/staffRoles.ts'
import { validateRows } from '#shared/imports/validate.ts'

/** What importing one row will do, for the preview and for the apply alike. */
export interface PlannedRow {
  draft: RowDraft
  action: ImportRow['action']
  match: Match | null
  /** All values of somebody new to the program; of somebody in it, those that change. */
  set: RowValues
  /** The same for the fields that the program added, by field id. */
  custom: Record<Id, string>
  /** Who is to coach them from now on; null where that stays as it is. */
  coach: KnownCoach | null
  /** The row of the same new person in another role. */
  sameAs: RowDraft | null
}

/** What importing a file will do. Nothing has been written. */
export interface ImportPlan {
  rows: PlannedRow[]
  problems: ImportProblem[]
  duplicates: ImportDuplicate[]
  missing: ImportPreview['missing']
  notes: ImportPreview['notes']
  counts: ImportPreview['counts']
  /** Cohorts and sites to make, because the program has none yet. */
  newCohorts: string[]
  newSites: string[]
}

/** What the user decided about rows and values. */
export type Decisions = Pick<ImportOptions, 'values' | 'policies' | 'rows'>

/** Decides row by row: somebody new, a change, no change, a row that waits for a decision, or one that cannot be stored. */
export function planImport(
  file: RecognisedFile,
  kind: PeopleKind,
  program: TargetProgram,
  people: readonly KnownPerson[],
  decisions: Decisions,
): ImportPlan {
  const { policies = {}, rows: decided = {} } = decisions
  const read = file.sheets.map((sheet) => validateRows(sheet, kind, program, decisions.values))
  const { rows: matched, problems: found, duplicates, seen } = matchRows(read, kind, people, decided)
  const problemsOfRows: ImportProblem[] = []
  const coaches = coachFinder(program, problemsOfRows)
  const rows = matched.map(({ draft, match: found, fate, sameAs }): PlannedRow => {
    const match = found && { ...found, person: inRole(found.person, draft) }
    if (fate !== 'take') return { draft, action: fate, match, set: {}, custom: {}, coach: null, sameAs: null }
    const known = match?.person ?? null
    const set = known ? changedValues(draft, known, kind, policies) : storedValues(draft.values, kind)
    const custom = changedCustom(draft, known, program.customFields, policies)
    const coach = policies['coachName'] === 'leave' || policies['coachEmail'] === 'leave' ? null : coaches(draft, known)
    const changes = Object.keys(set).length + Object.keys(custom).length + (coach ? 1 : 0)
    const action = !known || known.placeId === null ? 'create' : changes > 0 ? 'update' : 'unchanged'
    return { draft, action, match, set, custom, coach, sameAs }
  })
  const taken = rows.filter(({ action }) => action !== 'skip' && action !== 'needsYou')
  problemsOfRows.push(...otherRoles(taken.map(({ draft, match }) => ({ draft, known: match?.person ?? null }))))
  const order = new Map(file.sheets.map(({ sheet }, index) => [sheet.name, index]))
  const stored = whatIsStored(rows, program.customFields)
  const problems = [...read.flatMap((sheet) => sheet.problems), ...found, ...problemsOfRows]
    .map((problem) => sayWhatStays(problem, stored))
    .sort((a, b) => order.get(a.sheet)! - order.get(b.sheet)! || a.row - b.row)
  const added = rows.filter(({ action }) => action === 'create' || action === 'update')
  const missing = people
    .filter((person) => person.placeId !== null && !person.gone && !seen.has(person))
    .map(({ personId, values }) => ({ personId, name: nameOf(values) }))
  return {
    rows,
    problems,
    duplicates,
    missing,
    notes: [...file.notes, ...read.flatMap(({ notes }) => notes), ...columnNotes(file, kind, program)],
    counts: countRows(rows, problems, missing.length),
    newCohorts: program.cohorts.length > 0 ? [] : placesOf(added, 'cohort'),
    newSites: program.sites.length > 0 ? [] : placesOf(added, 'site'),
  }
}

/** Finds the coach that a row names, where that is a change; a coach the program does not have is reported. */
function coachFinder(program: TargetProgram, problems: ImportProblem[]) {
  const known = indexCoaches(program.coaches)
  return (draft: RowDraft, person: KnownPerson | null): KnownCoach | null => {
    const { coachEmail, coachName } = draft.values
    const named = coachEmail ?? coachName
    if (named === undefined || program.coaches.length === 0) return null
    const found = findCoach(draft.values, known)
    if (found && 'coach' in found) return found.coach.id === person?.coachId ? null : found.coach
    const field = coachEmail === undefined ? 'coachName' : 'coachEmail'
    const { sheet, row, letters } = draft
    const place = { sheet, row, column: letters.get(field) ?? '', field, value: named, level: 'warning' as const }
    problems.push(
      found
        ? {
            ...place,
            code: 'coachConflict',
            message: `Row ${row}, coach ${coachName}, ${coachEmail}: ${contradiction(found)}`,
          }
        : {
            ...place,
            code: 'unknownCoach',
            message: `Row ${row}, coach ${named}: no coach of the program, or more than one, goes by this. Nobody was paired; add the coach or correct the ${coachEmail === undefined ? 'name' : 'address'}.`,
          },
    )
    return null
  }
}

function contradiction({ byEmail, byName }: { byEmail: KnownCoach; byName: KnownCoach | null }): string {
  const whose = byName
    ? `the name is that of ${coachLabel(byName)}, the address that of ${coachLabel(byEmail)}`
    : `the address is that of ${coachLabel(byEmail)}, whose name is another`
  return `${whose}. Nobody was paired; correct the name or the address.`
}

const coachLabel = ({ preferredName, firstName, lastName }: KnownCoach): string =>
  [preferredName || firstName, lastName].filter((part) => part !== '').join(' ')

function storedValues(values: RowValues, kind: PeopleKind): RowValues {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !carriedKeys[kind].has(key as ValueKey)))
}

const nameOf = ({ lastName = '', firstName = '', suffix = '', preferredName = '' }: RowValues): string =>
  displayName({ lastName, firstName, middleName: '', suffix, preferredName })

function countRows(
  rows: readonly PlannedRow[],
  problems: readonly ImportProblem[],
  missing: number,
): ImportPlan['counts'] {
  const counts = { rows: rows.length, create: 0, update: 0, unchanged: 0, skipped: 0, missing, needsYou: 0, toCheck: 0 }
  for (const { action } of rows) counts[action === 'skip' ? 'skipped' : action] += 1
  counts.toCheck = new Set(problems.filter(({ level }) => level !== 'info').map(placeOfRow)).size
  return counts
}

const placesOf = (rows: readonly PlannedRow[], key: 'cohort' | 'site'): string[] =>
  [...new Set(rows.flatMap(({ set }) => set[key] ?? []))].sort()

/** A planned row as the preview shows it: the person as they will be stored, and what the row says besides. */
export function describeRow(
  { draft, action, match, set, custom, coach }: PlannedRow,
  kind: PeopleKind,
  fields: readonly CustomField[],
): ImportRow {
  const isTaken = action !== 'skip' && action !== 'needsYou'
  const carried = Object.entries(draft.values).filter(([key]) => carriedKeys[kind].has(key as ValueKey))
  const values: RowValues = isTaken
    ? { ...match?.person.values, ...set, ...(Object.fromEntries(carried) as RowValues) }
    : draft.values
  const { lastName, firstName } = draft.values
  const isWhole = lastName !== undefined && firstName === undefined && draft.letters.has('fullName')
  return {
    sheet: draft.sheet,
    row: draft.row,
    action,
    person: Object.fromEntries<ImportRow['person'][string]>([
      ...(Object.entries(values) as [ValueKey, Value][]).map(([key, value]) => [key, shown(key, value)] as const),
      ...(isWhole ? [['fullName', lastName] as const] : []),
      ...draft.custom,
    ]),
    matchedBy: match?.matchedBy ?? null,
    changes:
      match && isTaken
        ? [...describeChanges(set, match.person, kind), ...otherChanges({ match, custom, coach }, fields)]
        : [],
  }
}

function otherChanges(
  { match, custom, coach }: Pick<PlannedRow, 'custom' | 'coach'> & { match: Match },
  fields: readonly CustomField[],
): ImportRow['changes'] {
  const { person } = match
  const values = fields
    .filter(({ id }) => id in custom && person.placeId !== null)
    .map(({ id, name }) => ({ field: name, before: person.custom[id] ?? null, after: custom[id]! }))
  if (!coach) return values
  return [...values, { field: 'coachName', before: person.values.coachName ?? null, after: coachLabel(coach) }]
}

/** Effort as FTE, 0.1, as people and scripts write it. */
function shown(key: ValueKey, value: Value): ImportRow['person'][string] {
  return key === 'fte' ? Number(value) / 10_000 : value
}
