import { Evidence } from '#shared/evaluation/protection/evidence.ts'
import type { Response } from '#shared/evaluation/responsesSchema.ts'
import { scoreWave } from '#shared/evaluation/scoring/scoredWave.ts'
import { dashboardsBench } from '#test/bench/dashboards.ts'
import { answersOf, askedIn, coaches, instrument, perWave, placeOf } from '#test/bench/longSurvey.ts'
import { interleaved, type Measured } from '#test/bench/measured.ts'
import { surveyImportBench } from '#test/bench/surveyImport.ts'

/** Evaluation at 50,000 responses of 60 items: its rules alone, its imports beside the bare read, and its dashboards. */
export const evaluationBench = async (): Promise<Measured[]> => [
  ...(await rulesBench()),
  ...(await dashboardsBench()),
  ...(await surveyImportBench()),
]

/** Three waves of 50,000 responses in memory: scored, and decided what may be shown. */
async function rulesBench(): Promise<Measured[]> {
  const waves = perWave.map((people, at) => waveOf(people, at))
  const scored = waves.map(scoreWave)
  const times = await interleaved(3, {
    scoring: () => waves.map(scoreWave),
    deciding: () => new Evidence(scored, 5, []).published(),
    bare: () => waves.map(({ responses }) => responses.map(({ answers }) => Object.values(answers).length)),
  })
  return [
    {
      what: 'score 50,000 responses of 60 items',
      value: times.scoring,
      unit: 'ms',
      peer: { what: 'reading every answer', value: times.bare },
    },
    { what: 'decide what of them may be shown', value: times.deciding, unit: 'ms' },
  ]
}

function waveOf(people: number, at: number): Parameters<typeof scoreWave>[0] {
  const responses = Array.from({ length: people }, (_, person): Response => {
    return {
      id: `${at} ${person}`,
      administrationId: `wave ${at}`,
      personId: `person ${person}`,
      code: '',
      appointmentId: `coach ${person % coaches}`,
      recordedOn: null,
      ...placeOf(person),
      answers: answersOf(person, at),
      leftOut: [],
      state: 'counted',
      why: '',
    }
  })
  return {
    instrument,
    responses,
    administration: {
      id: `wave ${at}`,
      revision: 1,
      programId: 'program',
      instrumentKey: instrument.key,
      instrumentVersion: 1,
      name: `Wave ${at}`,
      population: 'learners',
      opensOn: `${2023 + at}-10-01`,
      closesOn: `${2023 + at}-10-31`,
      identity: 'named',
      expected: askedIn(people),
      codes: 0,
      keyDestroyedAt: null,
    },
  }
}
