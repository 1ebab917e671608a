import { useMemo } from 'react'
import { useRead } from '#renderer/app/api.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Coach, Learner, PeopleKind } from '#shared/roster/schema.ts'
import type { StaffMember } from '#shared/roster/staff.ts'

/** Somebody of the program: of staff, one role. */
export type Stored = Learner | Coach | StaffMember

/** Who is in the program now, by person; empty while it is read. */
export function useStored(programId: Id, kind: PeopleKind): ReadonlyMap<Id, Stored> {
  const learners = useRead('roster.listLearners', { programId }, { enabled: kind === 'learners' }).data
  const coaches = useRead('roster.listCoaches', { programId }, { enabled: kind === 'coaches' }).data
  const staff = useRead('roster.listStaff', { programId }, { enabled: kind === 'staff' }).data
  return useMemo(() => {
    const rows: readonly Stored[] = { learners, coaches, staff }[kind] ?? []
    return new Map(rows.map((row) => [row.personId, row]))
  }, [kind, learners, coaches, staff])
}
