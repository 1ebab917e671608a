import { readFileSync } from 'node:fs'
import { instrumentSchema, type Instrument } from '#shared/evaluation/instrumentSchema.ts'
import type { Response } from '#shared/evaluation/responsesSchema.ts'
import type { Administration } from '#shared/evaluation/schema.ts'
import { scoreWave, type ScoredWave } from '#shared/evaluation/scoring/scoredWave.ts'

/** An instrument as it is shipped. */
export function shippedInstrument(key: string): Instrument {
  const file = new URL(`../../../resources/instruments/${key}.json`, import.meta.url)
  return instrumentSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
}

export function administration(name: string, opensOn: string, more: Partial<Administration> = {}): Administration {
  return {
    id: name,
    revision: 1,
    programId: 'program',
    instrumentKey: 'any',
    instrumentVersion: 1,
    name,
    population: 'learners',
    opensOn,
    closesOn: opensOn,
    identity: 'named',
    expected: [],
    codes: 0,
    keyDestroyedAt: null,
    ...more,
  }
}

export function response(person: string | null, answers: Response['answers'], more: Partial<Response> = {}): Response {
  return {
    id: `${more.administrationId ?? 'wave'} ${person ?? 'anonymous'} ${JSON.stringify(answers)} ${more.appointmentId ?? ''}`,
    administrationId: 'wave',
    personId: person,
    code: '',
    appointmentId: null,
    recordedOn: null,
    level: 'MS1',
    site: 'North',
    answers,
    leftOut: [],
    state: 'counted',
    why: '',
    ...more,
  }
}

/** A wave whose responses get the ids of their places. */
export function wave(instrument: Instrument, about: Administration, responses: readonly Response[]): ScoredWave {
  return scoreWave({
    instrument,
    administration: { ...about, instrumentKey: instrument.key, instrumentVersion: instrument.version },
    responses: responses.map((one, at) => ({ ...one, id: `${about.id} ${at}`, administrationId: about.id })),
  })
}
