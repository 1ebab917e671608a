import { type PairedDays, overlap } from '#shared/roster/pairing.ts'
import { displayName } from '#shared/roster/personName.ts'
import { type StaffRole, staffRoleLabels } from '#shared/roster/staffRoles.ts'
import type { KnownPerson } from '#shared/imports/matchPeople.ts'
import type { RowDraft } from '#shared/imports/rowDraft.ts'
import type { ImportProblem } from '#shared/imports/schema.ts'
import type { RowValues, ValueKey } from '#shared/imports/values.ts'

/** What is said of a role, and not of the person who holds it. */
const roleKeys: ReadonlySet<string> = new Set<ValueKey>([
  'role',
  'title',
  'fte',
  'site',
  'startDate',
  'endDate',
  'note',
])

/** Somebody as they are known apart from any role. */
export const withoutRole = (values: RowValues): RowValues =>
  Object.fromEntries(Object.entries(values).filter(([key]) => !roleKeys.has(key)))

/**
 * A known person in the role that a row is about: the one of this name that holds on the days it says or, where it says
 * none, that has not ended. A role they do not hold is a new one; a row that names no role is about the one they have.
 */
export function inRole(person: KnownPerson, { values }: RowDraft): KnownPerson {
  if (!person.roles || values.role === undefined) return person
  const held = person.roles.filter((role) => role.values.role === values.role)
  const days = daysOf(values)
  const meant = days
    ? (held.find((role) => role.values.endDate === values.endDate && overlap(days, daysOf(role.values)!)) ??
      held.findLast((role) => overlap(days, daysOf(role.values)!)))
    : held.find(({ gone }) => !gone)
  return meant ?? { ...person, placeId: null, gone: false, values: withoutRole(person.values) }
}

function daysOf({ startDate, endDate }: RowValues): PairedDays | null {
  const fromOn = startDate ?? endDate
  return fromOn === undefined ? null : { fromOn, toOn: endDate ?? null }
}

/** A row that gives somebody a role, with who they are in it. */
interface RoleRow {
  draft: RowDraft
  known: KnownPerson | null
}

/** Says of whom a new role is added beside one that holds and that the file does not name: it may be over. */
export function otherRoles(rows: readonly RoleRow[]): ImportProblem[] {
  const named = new Set(rows.flatMap(({ known }) => known?.placeId ?? []))
  return rows.flatMap(({ draft, known }): ImportProblem[] => {
    const { role } = draft.values
    if (!known || known.placeId !== null || role === undefined) return []
    const left = (known.roles ?? []).filter(({ placeId, gone }) => !gone && !named.has(placeId!))
    if (left.length === 0) return []
    const { sheet, row, letters } = draft
    const value = staffRoleLabels[role]
    const others = left.map(({ values }) => staffRoleLabels[values.role as StaffRole]).join(', ')
    const message = `Row ${row}, ${nameOf(known)}: ${value} is added, and ${others}, which the file does not name, stays. End that role on the Staff page if it is over.`
    return [
      {
        sheet,
        row,
        column: letters.get('role') ?? '',
        field: 'role',
        level: 'warning',
        code: 'otherRole',
        value,
        message,
      },
    ]
  })
}

const nameOf = ({ values: { lastName = '', firstName = '', preferredName = '' } }: KnownPerson): string =>
  displayName({ lastName, firstName, middleName: '', suffix: '', preferredName })
