import type { PeopleKind } from '#shared/roster/schema.ts'

/** How the import calls those a file lists. */
export const peopleWords: Readonly<Record<PeopleKind, { one: string; many: string; label: string }>> = {
  learners: { one: 'learner', many: 'learners', label: 'Learners' },
  coaches: { one: 'coach', many: 'coaches', label: 'Coaches' },
  staff: { one: 'member of staff', many: 'staff', label: 'Staff' },
}
