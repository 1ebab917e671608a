import type { PeopleKind } from '#shared/roster/schema.ts'
import { coachFields } from '#shared/imports/coachFields.ts'
import type { Field, FieldKey } from '#shared/imports/field.ts'
import { learnerFields } from '#shared/imports/learnerFields.ts'
import { staffFields } from '#shared/imports/staffFields.ts'
import type { ValueKey } from '#shared/imports/values.ts'

/** Fields that say by themselves who a row is. */
export const identifying: ReadonlySet<ValueKey> = new Set<ValueKey>([
  'studentId',
  'employeeId',
  'aamcId',
  'npi',
  'netId',
  'email',
])

/** The fields a roster of this kind can have, in the order of its columns. */
export function fieldsOf(kind: PeopleKind): readonly Field[] {
  return fields[kind]
}

const fields: Record<PeopleKind, readonly Field[]> = {
  learners: learnerFields,
  coaches: coachFields,
  staff: staffFields,
}

/** Every field of any kind. */
export const allFieldKeys: ReadonlySet<FieldKey> = new Set(
  [...learnerFields, ...coachFields, ...staffFields].map(({ key }) => key),
)

/** What is shown of a row and not stored with the person. */
export const carriedKeys: Record<PeopleKind, ReadonlySet<FieldKey>> = {
  learners: carriedIn(learnerFields),
  coaches: carriedIn(coachFields),
  staff: carriedIn(staffFields),
}

function carriedIn(fields: readonly Field[]): ReadonlySet<FieldKey> {
  return new Set(fields.filter(({ carried }) => carried).map(({ key }) => key))
}

/** How a field is called on screen. */
export function fieldLabel(kind: PeopleKind, key: FieldKey): string {
  return fieldsOf(kind).find((field) => field.key === key)?.label ?? key
}
