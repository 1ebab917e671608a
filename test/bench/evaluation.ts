import { Evidence } from '#shared/evaluation/protection/evidence.ts'
import type { Response } from '#shared/evaluation/responsesSchema.ts'
import { coachesOf } from '#shared/evaluation/results/coaches.ts'
import { overviewOf } from '#shared/evaluation/results/overview.ts'
import { resultsOf } from '#shared/evaluation/results/results.ts'
import { scoreWave } from '#shared/evaluation/scoring/scoredWave.ts'
import { usualSharing } from '#shared/program/design/audiences.ts'
import { answersOf, instrument } from '#test/bench/longSurvey.ts'
import { interleaved, type Measured } from '#test/bench/measured.ts'

const perWave = [20_000, 15_000, 15_000]
const levels = ['MS1', 'MS2', 'MS3', 'MS4']
const sites = ['North', 'South', 'East', 'West']
const coaches = 250

/** Three waves of 50,000 responses to 60 items: scored, decided what may be shown, and each dashboard made of it. */
export const evaluationBench = async (): Promise<Measured[]> => {
  const waves = perWave.map((people, at) => waveOf(people, at))
  const scored = waves.map(scoreWave)
  const evidence = new Evidence(scored, 5, [])
  // What may be shown is decided once for a state of the data; every dashboard is made of it.
  evidence.published()
  const viewer = { audience: 'programDirector', sharing: usualSharing } as const
  const roster = Array.from({ length: coaches }, (_, at) => ({
    appointmentId: `coach ${at}`,
    personId: `coach person ${at}`,
    name: `Coach ${at}`,
    learners: 10,
    process: {
      meetings: { required: 20, held: 18, missed: 2, learners: 10, learnersBelow: 2 },
      training: { required: null, done: 0, missing: [] },
      observation: { required: 1, done: 1 },
    },
  }))
  const times = await interleaved(3, {
    scoring: () => waves.map(scoreWave),
    deciding: () => new Evidence(scored, 5, []).published(),
    results: () => resultsOf(evidence, instrument, viewer, 'level'),
    cells: () => resultsOf(evidence, instrument, viewer, 'levelAndSite'),
    coaches: () => coachesOf({ feedback: evidence, byCoaches: [] }, roster, 2025, viewer),
    overview: () => overviewOf(waves, 5, viewer),
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
    { what: 'results by level', value: times.results, unit: 'ms', target: 200 },
    { what: 'results by level and site', value: times.cells, unit: 'ms', target: 200 },
    { what: 'coaches', value: times.coaches, unit: 'ms', target: 200 },
    { what: 'wave overview', value: times.overview, unit: 'ms', target: 200 },
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
      level: levels[person % levels.length]!,
      site: sites[Math.floor(person / 7) % sites.length]!,
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
      expected: levels.flatMap((level) => sites.map((site) => ({ level, site, people: Math.ceil(people / 16) }))),
      codes: 0,
      keyDestroyedAt: null,
    },
  }
}
