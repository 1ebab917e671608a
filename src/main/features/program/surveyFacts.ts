import type { Kysely } from 'kysely'
import * as z from 'zod'
import type { Tables } from '#main/database/tables.ts'
import { licenceSchema } from '#shared/evaluation/instrumentSchema.ts'
import { expectedSchema } from '#shared/evaluation/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { LicenceFacts, WaveFacts } from '#shared/program/surveyFacts.ts'

type Db = Kysely<Tables>

/** The waves of a program, oldest first, each with how many were asked and how many responses count. */
export async function loadWaveFacts(db: Db, programId: Id): Promise<WaveFacts[]> {
  const waves = await db
    .selectFrom('administration')
    .select(['id', 'name', 'instrument_key', 'opens_on', 'closes_on', 'expected'])
    .where('program_id', '=', programId)
    .orderBy('opens_on')
    .orderBy('id')
    .execute()
  const counts = await db
    .selectFrom('response')
    .innerJoin('administration', 'administration.id', 'administration_id')
    .select((eb) => ['administration_id', eb.fn.countAll<number | string>().as('responses')])
    .where('program_id', '=', programId)
    .where('state', '=', 'counted')
    .groupBy('administration_id')
    .execute()
  const received = new Map(counts.map((row) => [row.administration_id, Number(row.responses)]))
  return waves.map(({ id, name, instrument_key, opens_on, closes_on, expected }) => ({
    id,
    name,
    instrumentKey: instrument_key,
    opensOn: opens_on,
    closesOn: closes_on,
    asked: askedSchema.parse(JSON.parse(expected)).reduce((sum, { people }) => sum + people, 0),
    received: received.get(id) ?? 0,
  }))
}

const askedSchema = z.array(expectedSchema.pick({ people: true }))

/** The licences of instruments as their newest versions have them. Until the office touches one, it has no end. */
export async function loadLicenceFacts(db: Db, instrumentKeys: readonly string[]): Promise<LicenceFacts[]> {
  if (instrumentKeys.length === 0) return []
  const versions = await db
    .selectFrom('instrument_version')
    .select(['key', 'name', 'content'])
    .where('key', 'in', instrumentKeys)
    .orderBy('version')
    .execute()
  const newest = new Map(versions.map((version) => [version.key, version]))
  return [...newest.values()].map(({ key, name, content }) => {
    const { licence } = licencedSchema.parse(JSON.parse(content))
    const { expiresOn, administrationsLeft } = licence
    return { instrumentKey: key, instrument: name, expiresOn, administrationsLeft }
  })
}

const licencedSchema = z.object({ licence: licenceSchema })
