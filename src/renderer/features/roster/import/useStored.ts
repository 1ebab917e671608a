import { useMemo } from 'react'
import { useRead } from '#renderer/app/api.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Coach, Learner, RosterKind } from '#shared/roster/schema.ts'

/** Who is in the program now, by person; empty while it is read. */
export function useStored(programId: Id, kind: RosterKind): ReadonlyMap<Id, Learner | Coach> {
  const learners = useRead('roster.listLearners', { programId }, { enabled: kind === 'learners' }).data
  const coaches = useRead('roster.listCoaches', { programId }, { enabled: kind === 'coaches' }).data
  return useMemo(() => {
    const rows: readonly (Learner | Coach)[] = (kind === 'learners' ? learners : coaches) ?? []
    return new Map(rows.map((row) => [row.personId, row]))
  }, [kind, learners, coaches])
}
