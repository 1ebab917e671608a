import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import { loadMembers } from '#main/features/evaluation/population.ts'
import { loadPairings } from '#main/features/evaluation/populationRepository.ts'
import { type PairedGroup, pairedGroups } from '#shared/evaluation/results/paired.ts'
import type { Viewer } from '#shared/evaluation/results/viewer.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { academicYearEnd, academicYearStart } from '#shared/program/academicYear.ts'

type Db = Kysely<Tables>

export interface Participation {
  readonly asOf: PlainDate
  readonly groups: readonly PairedGroup[]
  /** Pairings that began, and that ended, in the year. */
  readonly started: number
  readonly ended: number
}

/**
 * Who had a coach on a day, by level and site as the viewer may see it, and how many pairings began and ended in an academic
 * year until then.
 */
export async function loadParticipation(
  db: Db,
  programId: Id,
  { year, day, minimum, viewer }: { year: number; day: PlainDate; minimum: number; viewer: Viewer },
): Promise<Participation> {
  const asOf = day < academicYearEnd(year) ? day : academicYearEnd(year)
  const [members, pairs] = await Promise.all([
    loadMembers(db, programId, 'learners', asOf),
    loadPairings(db, programId, asOf),
  ])
  const there = members.filter(({ isPresent }) => isPresent)
  const inYear = (date: PlainDate | null): boolean => date !== null && date >= academicYearStart(year) && date <= asOf
  return {
    asOf,
    groups: pairedGroups(
      there.map(({ level, site, appointmentId }) => ({ level, site, isPaired: appointmentId !== null })),
      minimum,
      viewer,
    ),
    started: pairs.filter(({ fromOn }) => inYear(fromOn)).length,
    ended: pairs.filter(({ toOn }) => inYear(toOn)).length,
  }
}
