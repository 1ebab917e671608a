import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import { instrumentOf, loadInstruments } from '#main/features/evaluation/instruments.ts'
import { keepingOne, workedOut } from '#main/features/evaluation/workedOut.ts'
import { countReleases, loadReleased } from '#main/features/evaluation/releaseRepository.ts'
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
  const { waves } = await workedOut(db)
  const [instruments, all] = await Promise.all([loadInstruments(db), loadAdministrations(db, programId)])
  const chosen = all.filter((wave) => instrumentKey === undefined || wave.instrumentKey === instrumentKey)
  return Promise.all(
    chosen.map((administration) =>
      keepingOne(waves, administration.id, async () =>
        scoreWave({
          administration,
          instrument: instrumentOf(instruments, administration),
          responses: await loadResponses(db, [administration.id]),
        }),
      ),
    ),
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
  const { evidence } = await workedOut(db)
  const [waves, { settings }, releases] = await Promise.all([
    loadWaves(db, programId, choice),
    settingsInForce(db, programId),
    countReleases(db, programId),
  ])
  const minimum = settings.minimumRatings.value
  const asOf = `${minimum} ${releases}`
  const before = evidence.get(programId)
  const kept = before?.asOf === asOf ? before : { asOf, byInstrument: new Map<string, Promise<Evidence>>() }
  evidence.set(programId, kept)
  const wavesOf = Map.groupBy(waves, ({ instrument }) => instrument.key)
  const entries = [...wavesOf].map(async ([key, own]): Promise<[string, Evidence]> => {
    const found = await keepingOne(kept.byInstrument, key, async () => {
      const released = await loadReleased(db, programId)
      return new Evidence(own, minimum, released.get(key) ?? [])
    })
    return [key, found]
  })
  return new Map(await Promise.all(entries))
}

/** Of an instrument without waves there is nothing to show or hide. */
export async function evidenceOf(db: Db, programId: Id, instrumentKey: string): Promise<Evidence> {
  const { settings } = await settingsInForce(db, programId)
  const found = await loadEvidence(db, programId, { instrumentKey })
  return found.get(instrumentKey) ?? new Evidence([], settings.minimumRatings.value, [])
}
