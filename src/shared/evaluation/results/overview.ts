import { seesGroups } from '#shared/evaluation/audience.ts'
import { waveRates } from '#shared/evaluation/rates.ts'
import type { Overview } from '#shared/evaluation/resultSchema.ts'
import type { Viewer } from '#shared/evaluation/results/viewer.ts'
import type { WaveData } from '#shared/evaluation/scoring/scoredWave.ts'

/** The waves with their response rates, for whoever may see who takes part. */
export function overviewOf(waves: readonly WaveData[], minimum: number, { audience, sharing }: Viewer): Overview {
  const sees = seesGroups(sharing[audience].participation)
  return { audience, waves: sees ? waves.map((wave) => waveRates(wave, minimum)) : [] }
}
