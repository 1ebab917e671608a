import { identityLabels } from '#shared/roster/identifiers.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'
import { asDuplicate, conflictsOf, findRepeats, identitiesOf, type Repeat } from '#shared/imports/duplicates.ts'
import { fieldLabel } from '#shared/imports/fields.ts'
import {
  indexKnown,
  isDoubtful,
  nameAndEmailOf,
  type KnownPeople,
  type KnownPerson,
  type Match,
  matchPerson,
  possibleMatch,
} from '#shared/imports/matchPeople.ts'
import { placeOfRow, type RowDraft } from '#shared/imports/rowDraft.ts'
import type { ImportDuplicate, ImportOptions, ImportProblem } from '#shared/imports/schema.ts'
import type { ValidatedRows } from '#shared/imports/validate.ts'
import type { RowValues, ValueKey } from '#shared/imports/values.ts'

/** A row with who it is, and whether it is taken. */
interface MatchedRow {
  draft: RowDraft
  match: Match | null
  fate: 'take' | 'skip' | 'needsYou'
  /** The row of the same person in another role, who is nobody known. */
  sameAs: RowDraft | null
}

interface MatchedRows {
  rows: MatchedRow[]
  problems: ImportProblem[]
  duplicates: ImportDuplicate[]
  /** Everybody whom some row is about. */
  seen: ReadonlySet<KnownPerson>
}

/**
 * Finds out who each row is: an earlier row again, somebody who is known, or somebody new. A row that is an earlier one
 * fills its blanks; where they contradict each other, it waits until somebody decides.
 */
export function matchRows(
  read: readonly ValidatedRows[],
  kind: PeopleKind,
  people: readonly KnownPerson[],
  decided: NonNullable<ImportOptions['rows']>,
): MatchedRows {
  const known = indexKnown(people)
  const failed = new Set(
    read.flatMap(({ problems }) => problems.filter(({ level }) => level === 'error').map(placeOfRow)),
  )
  const storable = read.filter(({ nobody }) => !nobody).flatMap(({ drafts }) => drafts)
  const anyDecided = Object.keys(decided).length > 0
  const decisionOf = (draft: RowDraft) =>
    anyDecided ? (decided[placeOfRow(draft)] ?? decided[String(draft.row)]) : undefined
  const open = storable.filter(
    (draft) => !(failed.size > 0 && failed.has(placeOfRow(draft))) && decisionOf(draft) !== 'skip',
  )
  const repeats = kind === 'staff' ? repeatsInRole(open) : findRepeats(open)
  const otherRoleOf = kind === 'staff' ? otherRoles(open) : new Map<RowDraft, RowDraft>()
  const repeatOf = new Map(repeats.map((repeat) => [repeat.later, repeat]))
  const problems: ImportProblem[] = []
  const duplicates: ImportDuplicate[] = repeats.map(asDuplicate)
  const seen = new Map<KnownPerson, RowDraft[]>()
  const doubted = new Set<KnownPerson>()
  const fates = new Map<RowDraft, MatchedRow>()

  for (const draft of open) {
    const decision = decisionOf(draft)
    const repeat = decision === undefined ? repeatOf.get(draft) : undefined
    if (repeat && !repeat.certain) problems.push(possibleDuplicate(repeat))
    if (repeat?.certain) {
      fates.set(draft, { draft, match: null, fate: settle(repeat, kind, problems), sameAs: null })
      continue
    }
    const inOtherRole = decision === undefined ? fates.get(otherRoleOf.get(draft)!) : undefined
    const match =
      decidedMatch(decision, known) ??
      (decision === 'create' ? null : (matchPerson(draft, known, kind) ?? inOtherRole?.match ?? null))
    if (match && decision === undefined && isDoubtful(match, draft)) {
      doubted.add(match.person)
      problems.push(anotherName(draft, match, nameAndEmailOf(draft, match, known)))
      fates.set(draft, { draft, match: null, fate: 'needsYou', sameAs: null })
      continue
    }
    const earlier = match && seen.get(match.person)?.find(({ values }) => values.role === draft.values.role)
    if (earlier) {
      const reason = `the same person behind it, by ${match.matchedBy}`
      const again: Repeat = { earlier, later: draft, certain: true, reason, score: 1, field: 'lastName' }
      duplicates.push(asDuplicate(again))
      fates.set(draft, { draft, match, fate: settle(again, kind, problems), sameAs: null })
      continue
    }
    if (match) seen.set(match.person, [...(seen.get(match.person) ?? []), draft])
    const sameAs = !match && inOtherRole?.fate === 'take' ? inOtherRole.draft : null
    fates.set(draft, { draft, match, fate: 'take', sameAs })
  }

  const claimed = new Map<string, RowDraft>()
  const rows = read.flatMap(({ drafts }) =>
    drafts.map((draft): MatchedRow => {
      const row = fates.get(draft) ?? { draft, match: null, fate: 'skip', sameAs: null }
      if (row.fate !== 'take') return row
      if (!row.match && draft.values.lastName === undefined) {
        problems.push(nobodyKnown(draft))
        return { ...row, fate: 'skip' }
      }
      problems.push(...dropTaken(row, known, claimed))
      if (!row.match && !row.sameAs && decisionOf(draft) === undefined) problems.push(...maybeKnown(draft, known, seen))
      return row
    }),
  )
  return { rows, problems, duplicates, seen: new Set([...seen.keys(), ...doubted]) }
}

function decidedMatch(decision: string | undefined, known: KnownPeople): Match | null {
  const person = decision === undefined ? undefined : known.byId.get(decision)
  return person ? { person, matchedBy: 'your choice' } : null
}

const roleOf = ({ values }: RowDraft): string => values.role ?? 'other'

/** Somebody who runs a program may have a row for each role; only of one role is a second row the first again. */
const repeatsInRole = (drafts: readonly RowDraft[]): Repeat[] =>
  [...Map.groupBy(drafts, roleOf).values()].flatMap(findRepeats)

/** Rows that are certainly somebody of an earlier row in another role, with that row. */
const otherRoles = (drafts: readonly RowDraft[]): Map<RowDraft, RowDraft> =>
  new Map(
    findRepeats(drafts).flatMap(({ certain, earlier, later }) =>
      certain && roleOf(earlier) !== roleOf(later) ? [[later, earlier] as const] : [],
    ),
  )

/** What becomes of a row that certainly is an earlier one: it fills the blanks of that one, or waits. */
function settle(repeat: Repeat, kind: PeopleKind, problems: ImportProblem[]): 'skip' | 'needsYou' {
  const { earlier, later, reason, field } = repeat
  const conflicts = conflictsOf(earlier, later)
  const value = String(later.values[field] ?? '')
  const other = earlier.sheet === later.sheet ? `row ${earlier.row}` : `row ${earlier.row} of sheet ${earlier.sheet}`
  if (conflicts.length > 0) {
    const what = conflicts.map((key) => fieldLabel(kind, key)).join(', ')
    const message = `Row ${later.row}: ${other} has ${reason}, and they differ in ${what}. The first was taken; decide which is right.`
    problems.push(rowProblem(later, field, value, 'warning', 'duplicate', message))
    return 'needsYou'
  }
  earlier.values = { ...later.values, ...earlier.values }
  for (const key of later.derived) if (!(key in earlier.values)) earlier.derived.add(key)
  const message = `Row ${later.row}: ${other} has ${reason}. They were taken as one.`
  problems.push(rowProblem(later, field, value, 'info', 'duplicate', message))
  return 'skip'
}

function possibleDuplicate({ earlier, later, reason, field }: Repeat): ImportProblem {
  const { values } = later
  const name = [values.firstName, values.lastName].filter(Boolean).join(' ')
  const other = earlier.sheet === later.sheet ? `row ${earlier.row}` : `row ${earlier.row} of sheet ${earlier.sheet}`
  const message = `Row ${later.row}, ${name}: perhaps the person of ${other}, for ${reason}. They are taken for two people.`
  return rowProblem(later, field, name, 'warning', 'possibleDuplicate', message)
}

function nobodyKnown(draft: RowDraft): ImportProblem {
  const message = `Row ${draft.row}: there is no name, and nobody is known by the ID or e-mail of this row. It was left out.`
  return rowProblem(draft, 'lastName', '', 'error', 'missing', message)
}

/** The id or e-mail of somebody whose name is another one: the row waits until somebody says who it is. */
function anotherName(draft: RowDraft, { person, matchedBy }: Match, other: KnownPerson | null): ImportProblem {
  const name = fullName(draft.values)
  const others = other ? ` Name and e-mail are those of ${fullName(other.values)}.` : ''
  const message = `Row ${draft.row}, ${name}: ${matchedBy} is that of ${fullName(person.values)}, whose name is another.${others} The row waits; decide who it is.`
  const found = rowProblem(draft, 'lastName', name, 'warning', 'possibleMatch', message)
  return { ...found, personId: person.personId, ...(other && { otherPersonId: other.personId }) }
}

/** Leaves out an id or e-mail that another person or an earlier row already has. */
function dropTaken(
  { draft, match, sameAs }: MatchedRow,
  known: KnownPeople,
  claimed: Map<string, RowDraft>,
): ImportProblem[] {
  const { values } = draft
  return identitiesOf(values).flatMap(({ kind, value, key }) => {
    const knownHolder = known.byIdentity.get(key)
    const holder = knownHolder === match?.person ? undefined : knownHolder
    const first = claimed.get(key)
    if (!holder && (!first || first === draft || first === sameAs)) {
      claimed.set(key, draft)
      return []
    }
    if (kind === 'email' && values.email !== value)
      values.otherEmails = values.otherEmails!.filter((other) => other !== value)
    else delete values[kind]
    const why = match ? `this row is somebody else by ${match.matchedBy}` : 'this row is taken for somebody new'
    const message = `Row ${draft.row}, ${identityLabels[kind]} ${value}: it belongs to ${fullName((holder ?? first!).values)}, and ${why}. It was left empty.`
    return [rowProblem(draft, kind, value, 'warning', 'idTaken', message)]
  })
}

/** Somebody new who may be somebody in the program: two people, unless the user knows better. */
function maybeKnown(draft: RowDraft, known: KnownPeople, seen: ReadonlyMap<KnownPerson, unknown>): ImportProblem[] {
  const possible = possibleMatch(draft, known)
  if (!possible || seen.has(possible.person)) return []
  const { person, reason } = possible
  const sameName = reason === 'the same name'
  const name = fullName(draft.values)
  const message = sameName
    ? `Row ${draft.row}, ${name}: somebody of this name is in the program, with another address. This row is taken for another person.`
    : `Row ${draft.row}, ${name}: perhaps ${fullName(person.values)}, who is in the program, for ${reason}. This row is taken for another person.`
  const found = rowProblem(draft, 'lastName', name, 'warning', sameName ? 'sameName' : 'possibleMatch', message)
  return [{ ...found, personId: person.personId }]
}

const fullName = ({ firstName, lastName }: RowValues): string => [firstName, lastName].filter(Boolean).join(' ')

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
