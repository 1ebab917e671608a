import type { Choice } from '#renderer/ui/form/Choice.tsx'
import { fieldLabel } from '#shared/imports/fields.ts'
import { count } from '#shared/kernel/text.ts'
import type { MergeField, MergeSide } from '#shared/roster/merge.ts'
import type { MergePreview } from '#shared/roster/mergeSchema.ts'
import { displayName } from '#shared/roster/personName.ts'
import type { Coach, Learner, RosterKind } from '#shared/roster/schema.ts'
import type { StaffMember } from '#shared/roster/staff.ts'
import { staffRoleLabels } from '#shared/roster/staffRoles.ts'

/** Whose value was chosen, by field. */
export type MergeTake = Partial<Record<MergeField, MergeSide>>

/** A field of the two people, as it is compared. */
export interface MergeRow {
  field: MergeField
  label: string
  keep: string
  merge: string
  /** Whose value stands. */
  taken: MergeSide
  /** Both have something, and not the same. */
  mustChoose: boolean
}

/** The fields of both people side by side, those that differ first. */
export function mergeRows({ fields }: MergePreview, take: MergeTake): MergeRow[] {
  const rows = fields.map(({ field, keep, merge, kept }): MergeRow => ({
    field,
    label: mergeFieldLabel(field),
    keep,
    merge,
    taken: take[field] ?? kept,
    mustChoose: keep !== '' && merge !== '' && keep !== merge,
  }))
  return rows.toSorted((one, other) => Number(other.mustChoose) - Number(one.mustChoose))
}

/** A person is learner and coach, so each field is called as the roster that has it calls it. */
function mergeFieldLabel(field: MergeField): string {
  const ofCoaches: ReadonlySet<MergeField> = new Set(['degrees', 'department', 'specialty'])
  return fieldLabel(ofCoaches.has(field) ? 'coaches' : 'learners', field)
}

/** What becomes of the places and pairings of both: "1 place as a learner and 2 pairings go over to Ana Ruiz." */
export function mergeConsequences({ keepName, moves, joins }: MergePreview): string[] {
  const parts = [
    moves.enrolments > 0 ? count(moves.enrolments, 'place as a learner', 'places as a learner') : '',
    moves.appointments > 0 ? count(moves.appointments, 'place as a coach', 'places as a coach') : '',
    moves.staffRoles > 0 ? count(moves.staffRoles, 'staff role') : '',
    moves.pairings > 0 ? count(moves.pairings, 'pairing') : '',
  ].filter((part) => part !== '')
  const total = moves.enrolments + moves.appointments + moves.staffRoles + moves.pairings
  const moved = parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : parts[0]
  return [
    ...(moved ? [`${moved} ${total === 1 ? 'goes' : 'go'} over to ${keepName}.`] : []),
    ...joins.map((program) => `The two places in ${program}, one after the other, become one.`),
  ]
}

/** Everybody of a program but one, by name, each with what tells them apart from somebody of the same name. */
export function peopleToMerge(
  personId: string,
  {
    learners,
    coaches,
    staff,
  }: { learners: readonly Learner[]; coaches: readonly Coach[]; staff: readonly StaffMember[] },
): Choice[] {
  const choice = (role: string) => (row: Learner | Coach | StaffMember) => ({
    id: row.personId,
    label: displayName(row),
    description: row.email === '' ? role : `${role} · ${row.email}`,
  })
  const people = [
    ...learners.map(choice('Learner')),
    ...coaches.map(choice('Coach')),
    ...staff.map((row) => choice(staffRoleLabels[row.role])(row)),
  ]
  // Somebody who is learner and coach stands there once.
  const byId = new Map(people.map((person) => [person.id, person]))
  byId.delete(personId)
  return [...byId.values()].toSorted((one, other) => one.label.localeCompare(other.label, 'en-US'))
}

/** Where the second of two people stands in a program beside the first, in the same role. */
export function secondPlace(
  keepId: string,
  mergeId: string,
  learners: readonly Learner[],
  coaches: readonly Coach[],
): { kind: RosterKind; id: string } | null {
  const rosters = [
    { kind: 'learners' as const, rows: learners },
    { kind: 'coaches' as const, rows: coaches },
  ]
  for (const { kind, rows } of rosters) {
    const second = rows.find(({ personId }) => personId === mergeId)
    if (second && rows.some(({ personId }) => personId === keepId)) return { kind, id: second.id }
  }
  return null
}
