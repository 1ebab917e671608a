import type { Choice } from '#renderer/ui/form/Choice.tsx'
import type { Client } from '#shared/contract/client.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import {
  type CoachStatus,
  coachStatuses,
  type LearnerStatus,
  learnerStatuses,
  type RosterKind,
} from '#shared/roster/schema.ts'
import { coachStatusFacts, learnerStatusFacts } from '#shared/roster/statuses.ts'

/** What becomes, after the import, of people the file does not name: a status by person. Whoever is not here is kept. */
export type MissingChoices = Readonly<Record<Id, string>>

export const keep = 'keep'

/** What can be said of somebody who is missing. Nobody is deleted. */
export function missingChoices(kind: RosterKind): Choice[] {
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

/** What was changed for people who are missing, and the entry of the history that takes it back. */
export interface Marked {
  people: number
  entryId: Id | null
}

/** Gives people the file does not name their status from a day on: one change of all of them. */
export async function markMissing(
  client: Client,
  kind: RosterKind,
  input: { programId: Id; choices: MissingChoices; fromOn: PlainDate; reason: string },
): Promise<Marked> {
  const { programId, choices, fromOn: effectiveOn, reason } = input
  const chosen = <R extends { personId: Id }>(rows: readonly R[]): R[] =>
    rows.filter(({ personId }) => choices[personId])
  let people = 0
  if (kind === 'learners') {
    const rows = chosen(await client.call('roster.listLearners', { programId }))
    const edits = rows.map(({ id, revision, personId }) => ({
      id,
      revision,
      set: { status: choices[personId] as LearnerStatus },
    }))
    people = edits.length
    if (people > 0) await client.call('roster.editLearners', { programId, edits, effectiveOn, reason })
  } else {
    const rows = chosen(await client.call('roster.listCoaches', { programId }))
    const edits = rows.map(({ id, revision, personId }) => ({
      id,
      revision,
      set: { status: choices[personId] as CoachStatus },
    }))
    people = edits.length
    if (people > 0) await client.call('roster.editCoaches', { programId, edits, effectiveOn, reason })
  }
  if (people === 0) return { people, entryId: null }
  const { file } = await client.call('workspace.info', {})
  return { people, entryId: file?.undo?.entryId ?? null }
}
