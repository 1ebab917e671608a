import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import { evidenceOf, loadEvidence, loadWaves } from '#main/features/evaluation/evidence.ts'
import { loadInstruments, newestOf } from '#main/features/evaluation/instruments.ts'
import { loadMembers } from '#main/features/evaluation/population.ts'
import { loadReleasedComments } from '#main/features/evaluation/releaseRepository.ts'
import { loadComments } from '#main/features/evaluation/repository.ts'
import { loadProcess } from '#main/features/coaching/service.ts'
import { keepingOne, workedOut } from '#main/features/evaluation/workedOut.ts'
import { designInForce, settingsInForce } from '#main/features/program/design.ts'
import { getProgram } from '#main/features/program/service.ts'
import type { Until } from '#shared/coaching/process.ts'
import type { Instrument } from '#shared/evaluation/instrumentSchema.ts'
import type { Evidence } from '#shared/evaluation/protection/evidence.ts'
import { type CoachFacts, coachesOf } from '#shared/evaluation/results/coaches.ts'
import { commentsOf } from '#shared/evaluation/results/comments.ts'
import { goalsOf } from '#shared/evaluation/results/goals.ts'
import { overviewOf } from '#shared/evaluation/results/overview.ts'
import { resultsOf } from '#shared/evaluation/results/results.ts'
import type { Coaches, Comments, Goals, Grouping, Overview, Results } from '#shared/evaluation/resultSchema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { refuse } from '#shared/kernel/problem.ts'
import { academicYearEnd, academicYearOf } from '#shared/program/academicYear.ts'
import type { Audience } from '#shared/program/design/audiences.ts'

type Db = Kysely<Tables>

interface ForAudience {
  programId: Id
  audience: Audience
}

/** The waves of a year, or of all years, with their response rates. */
export async function showOverview(
  db: Db,
  { programId, audience, year }: ForAudience & { year?: number | undefined },
): Promise<Overview> {
  const [{ settings }, waves] = await Promise.all([settingsInForce(db, programId), loadWaves(db, programId)])
  const shown = waves.filter(
    ({ administration }) => year === undefined || academicYearOf(administration.opensOn) === year,
  )
  return overviewOf(shown, settings.minimumRatings.value, { audience, sharing: settings.sharing.value })
}

/** An instrument by its waves until the end of a year, or by all. */
export async function showResults(
  db: Db,
  {
    programId,
    audience,
    instrumentKey,
    groupBy,
    year,
  }: ForAudience & { instrumentKey: string; groupBy: Grouping; year?: number | undefined },
): Promise<Results> {
  const [{ settings }, instrument, evidence] = await Promise.all([
    settingsInForce(db, programId),
    newestInstrument(db, instrumentKey),
    evidenceOf(db, programId, instrumentKey),
  ])
  const viewer = { audience, sharing: settings.sharing.value }
  const { results } = await workedOut(db)
  const kept = results.get(evidence) ?? new Map<string, Promise<Results>>()
  results.set(evidence, kept)
  return keepingOne(kept, JSON.stringify([viewer, groupBy, year]), async () =>
    resultsOf(evidence, instrument, viewer, groupBy, endOf(year)),
  )
}

/** Each goal by the waves until the end of a year. */
export async function showGoals(
  db: Db,
  { programId, audience, year }: ForAudience & { year?: number | undefined },
): Promise<Goals> {
  const [{ design, settings }, evidences] = await Promise.all([
    designInForce(db, programId),
    loadEvidence(db, programId),
  ])
  const viewer = { audience, sharing: settings.sharing.value }
  return goalsOf(design.goals.choices.goals, [...evidences.values()], viewer, endOf(year))
}

const endOf = (year: number | undefined): PlainDate | undefined =>
  year === undefined ? undefined : academicYearEnd(year)

/**
 * Coaches in a year. A mean pooled over years is over all of them, whichever year is looked at: pooled until one year and
 * until the next, the two would give away the few who answered in between.
 */
export async function showCoaches(
  db: Db,
  input: ForAudience & { year?: number | undefined; appointmentId?: Id | undefined },
  today: PlainDate,
): Promise<Coaches> {
  if (input.audience === 'coach' && input.appointmentId === undefined)
    throw refuse('invalid_input', 'A coach sees what is theirs only. Say which coach it is for.')
  const year = input.year ?? (await getProgram(db, input.programId, today)).year
  const until = academicYearEnd(year)
  const [{ settings }, evidences, coaches] = await Promise.all([
    settingsInForce(db, input.programId),
    loadEvidence(db, input.programId),
    loadCoachFacts(db, input.programId, { year, until: today < until ? today : until }),
  ])
  return coachesOf(
    coachEvidence(evidences),
    coaches,
    year,
    { audience: input.audience, sharing: settings.sharing.value },
    input.appointmentId,
  )
}

/** The instrument that learners rated their coach with last, and all that coaches answered. */
export function coachEvidence(evidences: ReadonlyMap<string, Evidence>): Parameters<typeof coachesOf>[0] {
  const all = [...evidences.values()]
  const aboutCoaches = all.filter(({ waves }) =>
    waves.some(
      ({ instrument, administration }) => instrument.about === 'coach' && administration.population === 'learners',
    ),
  )
  const latest = ({ waves }: Evidence): string => waves.at(-1)?.administration.opensOn ?? ''
  return {
    feedback: aboutCoaches.toSorted((a, b) => (latest(a) < latest(b) ? 1 : -1))[0] ?? null,
    byCoaches: all
      .flatMap(({ waves }) => waves)
      .filter(({ administration }) => administration.population === 'coaches'),
  }
}

/** The coaches who were there on a day, by name, with how many learners they had, and what they did in the year until then. */
export async function loadCoachFacts(db: Db, programId: Id, when: Until): Promise<CoachFacts[]> {
  const [coaches, learners, process] = [
    await loadMembers(db, programId, 'coaches', when.until),
    await loadMembers(db, programId, 'learners', when.until),
    await loadProcess(db, programId, when),
  ]
  const loads = Map.groupBy(
    learners.filter(({ isPresent }) => isPresent),
    ({ appointmentId }) => appointmentId,
  )
  return coaches
    .filter(({ isPresent }) => isPresent)
    .map(({ appointmentId, personId, name }) => ({
      appointmentId: appointmentId!,
      personId,
      name,
      learners: loads.get(appointmentId)?.length ?? 0,
      process: process.get(appointmentId!)!,
    }))
}

export async function showComments(
  db: Db,
  { programId, audience, instrumentKey, groupBy }: ForAudience & { instrumentKey: string; groupBy: Grouping },
): Promise<Comments> {
  const [{ settings }, instrument, waves] = await Promise.all([
    settingsInForce(db, programId),
    newestInstrument(db, instrumentKey),
    loadWaves(db, programId, { instrumentKey }),
  ])
  const comments = await loadComments(
    db,
    waves.map(({ administration }) => administration.id),
  )
  const viewer = { audience, sharing: settings.sharing.value }
  const released = await loadReleasedComments(db, programId)
  return commentsOf(comments, instrument, settings.minimumComments.value, viewer, groupBy, released)
}

async function newestInstrument(db: Db, instrumentKey: string): Promise<Instrument> {
  const found = newestOf(await loadInstruments(db)).find(({ key }) => key === instrumentKey)
  if (!found) throw refuse('not_found', `There is no instrument ${instrumentKey}. Choose another.`)
  return found
}
