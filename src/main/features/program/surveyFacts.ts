import type { Kysely } from 'kysely'
import * as z from 'zod'
import type { Tables } from '#main/database/tables.ts'
import { expectedSchema } from '#shared/evaluation/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { LicenceFacts, SurveyFacts, WaveFacts } from '#shared/program/surveyFacts.ts'

type Db = Kysely<Tables>

/** The waves of a program, oldest first, with how many were asked and answered, and the licences of their instruments. */
export async function loadSurveyFacts(db: Db, programId: Id): Promise<SurveyFacts> {
  const waves = await db
    .selectFrom('administration')
    .select(['id', 'name', 'instrument_key', 'opens_on', 'closes_on', 'expected'])
    .where('program_id', '=', programId)
    .orderBy('opens_on')
    .orderBy('id')
    .execute()
  if (waves.length === 0) return { waves: [], licences: [] }
  // The home of a program without surveys is there before the code for them.
  const { listNewestInstruments } = await import('#main/features/evaluation/service.ts')
  const instruments = new Map((await listNewestInstruments(db)).map((instrument) => [instrument.key, instrument]))
  const received = await countReceived(db, programId)
  return {
    waves: waves.map(({ id, name, instrument_key: key, opens_on, closes_on, expected }): WaveFacts => ({
      id,
      name,
      instrumentKey: key,
      instrument: instruments.get(key)?.name ?? key,
      opensOn: opens_on,
      closesOn: closes_on,
      asked: askedSchema.parse(JSON.parse(expected)).reduce((sum, { people }) => sum + people, 0),
      received: received.get(id) ?? 0,
    })),
    licences: [...new Set(waves.map((wave) => wave.instrument_key))].flatMap((key): LicenceFacts[] => {
      const instrument = instruments.get(key)
      if (!instrument) return []
      const { expiresOn, administrationsLeft } = instrument.licence
      return [{ instrumentKey: key, instrument: instrument.name, expiresOn, administrationsLeft }]
    }),
  }
}

const askedSchema = z.array(expectedSchema.pick({ people: true }))

async function countReceived(db: Db, programId: Id): Promise<Map<Id, number>> {
  const counts = await db
    .selectFrom('response')
    .innerJoin('administration', 'administration.id', 'administration_id')
    .select((eb) => ['administration_id', eb.fn.countAll<number | string>().as('responses')])
    .where('program_id', '=', programId)
    .where('state', '=', 'counted')
    .groupBy('administration_id')
    .execute()
  return new Map(counts.map((row) => [row.administration_id, Number(row.responses)]))
}
