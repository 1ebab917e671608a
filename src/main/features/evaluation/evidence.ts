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
import type { PlainDate } from '#shared/kernel/plainDate.ts'

type Db = Kysely<Tables>

/** Which waves: of one instrument, or those that opened until a day. */
interface WaveChoice {
  readonly instrumentKey?: string
  readonly until?: PlainDate
}

/** The waves of a program, scored, each by the version of the instrument that it was held with; the oldest first. */
export async function loadWaves(
  db: Db,
  programId: Id,
  { instrumentKey, until }: WaveChoice = {},
): Promise<ScoredWave[]> {
  await requireProgram(db, programId)
  const [instruments, all] = await Promise.all([loadInstruments(db), loadAdministrations(db, programId)])
  const waves = all.filter(
    (wave) =>
      (instrumentKey === undefined || wave.instrumentKey === instrumentKey) &&
      (until === undefined || wave.opensOn <= until),
  )
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

/** What may be shown of each instrument that has waves, with everything that was released before. */
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
  const byInstrument = Map.groupBy(waves, ({ instrument }) => instrument.key)
  return new Map(
    [...byInstrument].map(([key, own]) => [
      key,
      new Evidence(own, settings.minimumRatings.value, released.get(key) ?? []),
    ]),
  )
}

/** Of an instrument without waves there is nothing to show or hide. */
export async function evidenceOf(db: Db, programId: Id, instrumentKey: string): Promise<Evidence> {
  const { settings } = await settingsInForce(db, programId)
  const found = await loadEvidence(db, programId, { instrumentKey })
  return found.get(instrumentKey) ?? new Evidence([], settings.minimumRatings.value, [])
}
