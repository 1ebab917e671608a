import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import { loadMembers } from '#main/features/evaluation/population.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { academicYearEnd, academicYearStart } from '#shared/program/academicYear.ts'

type Db = Kysely<Tables>

export interface Participation {
  readonly asOf: PlainDate
  readonly groups: readonly { group: string; kind: 'All' | 'Level' | 'Site'; learners: number; paired: number }[]
  /** Pairings that began, and that ended, in the year. */
  readonly started: number
  readonly ended: number
}

/** Who had a coach on a day, by level and site, and how many pairings began and ended in an academic year until then. */
export async function loadParticipation(
  db: Db,
  programId: Id,
  { year, day }: { year: number; day: PlainDate },
): Promise<Participation> {
  const asOf = day < academicYearEnd(year) ? day : academicYearEnd(year)
  const [members, pairs] = await Promise.all([
    loadMembers(db, programId, 'learners', asOf),
    db
      .selectFrom('pairing')
      .innerJoin('enrolment', 'enrolment.id', 'enrolment_id')
      .select(['from_on', 'to_on'])
      .where('program_id', '=', programId)
      .execute(),
  ])
  const there = members.filter(({ isPresent }) => isPresent)
  const inYear = (date: PlainDate | null): boolean => date !== null && date >= academicYearStart(year) && date <= asOf
  const groupOf = (kind: 'All' | 'Level' | 'Site', group: string, people: typeof there) => ({
    kind,
    group,
    learners: people.length,
    paired: people.filter(({ appointmentId }) => appointmentId !== null).length,
  })
  const by = (kind: 'Level' | 'Site', of: (member: (typeof there)[number]) => string) =>
    [...Map.groupBy(there, (member) => of(member) || 'Not known')]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([group, people]) => groupOf(kind, group, people))
  return {
    asOf,
    groups: [
      groupOf('All', 'Everybody', there),
      ...by('Level', ({ level }) => level),
      ...by('Site', ({ site }) => site),
    ],
    started: pairs.filter(({ from_on }) => inYear(from_on)).length,
    ended: pairs.filter(({ to_on }) => inYear(to_on)).length,
  }
}
