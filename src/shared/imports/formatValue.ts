import { formatDate } from '#shared/kernel/plainDate.ts'
import { formatEffort } from '#shared/kernel/rate.ts'
import { coachTypeLabels } from '#shared/roster/coachTypes.ts'
import type { CoachStatus, CoachType, LearnerStatus, PeopleKind } from '#shared/roster/schema.ts'
import { type StaffRole, staffRoleLabels } from '#shared/roster/staffRoles.ts'
import { coachStatusFacts, learnerStatusFacts } from '#shared/roster/statuses.ts'
import type { Value, ValueKey } from '#shared/imports/values.ts'

/** A stored value as a person reads it: "Jul 1, 2026", "On leave", "0.10". */
export function formatValue(kind: PeopleKind, key: ValueKey, value: Value): string {
  if (key === 'startDate' || key === 'endDate') return formatDate(String(value))
  if (key === 'fte') return formatEffort(Number(value))
  if (key === 'coachType') return coachTypeLabels[value as CoachType]
  if (key === 'role') return staffRoleLabels[value as StaffRole]
  if (key === 'status') {
    return kind === 'learners'
      ? learnerStatusFacts[value as LearnerStatus].label
      : coachStatusFacts[value as CoachStatus].label
  }
  return Array.isArray(value) ? value.join(', ') : String(value)
}
