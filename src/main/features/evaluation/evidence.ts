import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import { instrumentOf, loadInstruments } from '#main/features/evaluation/instruments.ts'
import { loadReleased } from '#main/features/evaluation/releaseRepository.ts'
import { loadAdministrations, loadResponses } from '#main/features/evaluation/repository.ts'
import { settingsInForce } from '#main/features/program/design.ts'
import { requireProgram } from '#main/features/program/service.ts'
import { Evidence } from '#shared/evaluation/protection/evidence.ts'
import { type ScoredWave, scoreWave } from '#shared/evaluation/scoring/scoredWave.ts'
import type { Id } from '#shared/kernel/ids.ts'

type Db = Kysely<Tables>

interface WaveChoice {
  /** The only instrument whose waves are wanted. */
  readonly instrumentKey?: string
}

/** The waves of a program, scored, each by the version of the instrument that it was held with; the oldest first. */
export async function loadWaves(db: Db, programId: Id, { instrumentKey }: WaveChoice = {}): Promise<ScoredWave[]> {
  await requireProgram(db, programId)
  const [instruments, all] = await Promise.all([loadInstruments(db), loadAdministrations(db, programId)])
  const waves = all.filter((wave) => instrumentKey === undefined || wave.instrumentKey === instrumentKey)
  const responses = Map.groupBy(
    await loadResponses(
      db,
      waves.map(({ id }) => id),
    ),
    ({ administrationId }) => administrationId,
  )
  return waves.map((administration) =>
    scoreWave({
      administration,
      instrument: instrumentOf(instruments, administration),
      responses: responses.get(administration.id) ?? [],
    }),
  )
}

/**
 * What may be shown of each instrument that has waves, with everything that was released before. Always over all its waves:
 * decided over those until a year, a screen or export of that year could show what one of all years hides.
 */
export async function loadEvidence(
  db: Db,
  programId: Id,
  choice: WaveChoice = {},
): Promise<ReadonlyMap<string, Evidence>> {
  const [waves, { settings }, released] = await Promise.all([
    loadWaves(db, programId, choice),
    settingsInForce(db, programId),
    loadReleased(db, programId),
  ])
  const kept = await keptEvidence(db)
  const minimum = settings.minimumRatings.value
  const byInstrument = Map.groupBy(waves, ({ instrument }) => instrument.key)
  return new Map(
    [...byInstrument].map(([key, own]) => {
      const about = [key, minimum, ...own.map(({ administration }) => administration.id)].join(' ')
      const evidence = kept.get(about) ?? new Evidence(own, minimum, released.get(key) ?? [])
      kept.set(about, evidence)
      return [key, evidence]
    }),
  )
}

interface Kept {
  state: string
  evidence: Map<string, Evidence>
}

const keptOf = new WeakMap<Db, Kept>()

/** What was worked out since the file last changed: several screens, and one export, look at the same evidence. */
async function keptEvidence(db: Db): Promise<Map<string, Evidence>> {
  const [last, releases] = await Promise.all([
    db
      .selectFrom('history_entry')
      .select(({ fn }) => fn.max<number | null>('seq').as('seq'))
      .executeTakeFirst(),
    db
      .selectFrom('evaluation_release')
      .select(({ fn }) => fn.countAll<number | string>().as('releases'))
      .executeTakeFirst(),
  ])
  const state = `${last?.seq ?? 0} ${releases?.releases ?? 0}`
  let kept = keptOf.get(db)
  if (kept?.state !== state) keptOf.set(db, (kept = { state, evidence: new Map() }))
  return kept.evidence
}

/** Of an instrument without waves there is nothing to show or hide. */
export async function evidenceOf(db: Db, programId: Id, instrumentKey: string): Promise<Evidence> {
  const { settings } = await settingsInForce(db, programId)
  const found = await loadEvidence(db, programId, { instrumentKey })
  return found.get(instrumentKey) ?? new Evidence([], settings.minimumRatings.value, [])
}
