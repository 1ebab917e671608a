import type { Choice } from '#renderer/ui/form/Choice.tsx'
import type { Id } from '#shared/kernel/ids.ts'
import { coachStatuses, learnerStatuses, type PeopleKind } from '#shared/roster/schema.ts'
import { endedByImport, tenureLabels } from '#shared/roster/staff.ts'
import { coachStatusFacts, learnerStatusFacts } from '#shared/roster/statuses.ts'

/** What becomes, with the import, of people the file does not name: a status by person. Whoever is not here is kept. */
export type MissingChoices = Readonly<Record<Id, string>>

export const keep = 'keep'

/** What can be said of somebody who is missing. Nobody is deleted. */
export function missingChoices(kind: PeopleKind): Choice[] {
  if (kind === 'staff')
    return [
      { id: keep, label: 'Keep as they are' },
      { id: endedByImport, label: tenureLabels.ended },
    ]
  const statuses =
    kind === 'learners'
      ? learnerStatuses.map((status) => ({ status, ...learnerStatusFacts[status] }))
      : coachStatuses.map((status) => ({ status, ...coachStatusFacts[status] }))
  return [
    { id: keep, label: 'Keep as they are' },
    ...statuses
      .filter(({ presence }) => presence !== 'present')
      .sort((a, b) => Number(a.presence === 'away') - Number(b.presence === 'away'))
      .map(({ status, label }) => ({ id: status, label })),
  ]
}
