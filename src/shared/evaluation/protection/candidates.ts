import { groupsBy } from '#shared/evaluation/groups.ts'
import { changePublication, type Publication, publication } from '#shared/evaluation/protection/publication.ts'
import type { Respondent } from '#shared/evaluation/protection/respondents.ts'
import type { Pair } from '#shared/evaluation/protection/secrets.ts'
import type { ScoredWave } from '#shared/evaluation/scoring/scoredWave.ts'
import { academicYearOf } from '#shared/program/academicYear.ts'

export const waveKey = (administrationId: string, group: string): string => `wave ${administrationId} ${group}`
export const coachYearKey = (appointmentId: string, year: number): string => `coach ${appointmentId} ${year}`
export const coachKey = (appointmentId: string): string => `coach ${appointmentId}`
export const changeKey = (from: string, to: string, group: string): string => `change ${from} ${to} ${group}`
export const levelKeys = (change: string): [before: string, after: string] => [`before ${change}`, `after ${change}`]

/** Two waves that a change is shown between, and the pairs by the group they were in before. */
export interface Step {
  readonly from: ScoredWave
  readonly to: ScoredWave
  readonly pairs: ReadonlyMap<string, readonly Pair[]>
}

export const waveYear = ({ administration }: ScoredWave): number => academicYearOf(administration.opensOn)

/**
 * Every group that any screen or export may show, the most important first and the larger before the smaller, so that
 * all of them agree on what is hidden: everybody, coaches, levels, sites, and levels by site.
 */
export function groupCandidates(respondents: readonly Respondent[]): Publication[] {
  const numbered = respondents.map((respondent, number) => ({ respondent, number }))
  const byWave = [...Map.groupBy(numbered, ({ respondent }) => respondent.wave)]
  const inWaves = (grouping: 'none' | 'level' | 'site' | 'levelAndSite') =>
    byWave.flatMap(([{ administration }, members]) =>
      groupsBy(members, grouping, ({ respondent }) => respondent.response).map((group) =>
        publication(
          waveKey(administration.id, group.key),
          group.members.map(({ number }) => number),
        ),
      ),
    )
  const about = numbered.filter(
    ({ respondent }) => respondent.wave.instrument.about === 'coach' && respondent.response.appointmentId !== null,
  )
  const coaches = (key: (of: Respondent) => string) =>
    [...Map.groupBy(about, ({ respondent }) => key(respondent))].map(([name, members]) =>
      publication(
        name,
        members.map(({ number }) => number),
      ),
    )
  return [
    inWaves('none'),
    coaches(({ response, wave }) => coachYearKey(response.appointmentId!, waveYear(wave))),
    coaches(({ response }) => coachKey(response.appointmentId!)),
    inWaves('level'),
    inWaves('site'),
    inWaves('levelAndSite'),
  ].flatMap((kind) => kind.sort((a, b) => size(b) - size(a)))
}

const size = ({ terms }: Publication): number => terms[0]!.responses.length

/** The changes of a step, everybody first; the means before and after are apart, for they may give away who left. */
export function changeCandidates({ from, to, pairs }: Step): { changes: Publication[]; levels: Publication[] } {
  const keyed = [...pairs].map(([group, own]) => ({
    key: changeKey(from.administration.id, to.administration.id, group),
    before: own.map(([before]) => before),
    after: own.map(([, after]) => after),
  }))
  return {
    changes: keyed.map(({ key, before, after }) => changePublication(key, before, after)),
    levels: keyed.flatMap(({ key, before, after }) => {
      const [beforeKey, afterKey] = levelKeys(key)
      return [publication(beforeKey, before), publication(afterKey, after)]
    }),
  }
}

/** Each wave with the one before it, and the last with the first. */
export function stepsBetween<W>(waves: readonly W[]): (readonly [from: W, to: W])[] {
  const next = waves.slice(1).map((to, at) => [waves[at]!, to] as const)
  return waves.length > 2 ? [...next, [waves[0]!, waves.at(-1)!]] : next
}
