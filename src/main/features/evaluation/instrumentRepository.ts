import type { Kysely } from 'kysely'
import * as z from 'zod'
import { newId } from '#main/database/newId.ts'
import type { Tables } from '#main/database/tables.ts'
import { type Instrument, instrumentSchema } from '#shared/evaluation/instrumentSchema.ts'

type Db = Kysely<Tables>

interface InstrumentRow {
  instrument: Instrument
  revision: number
}

/** The versions that the office stored. */
export async function loadInstrumentRows(db: Db): Promise<InstrumentRow[]> {
  const rows = await db
    .selectFrom('instrument_version')
    .select(['content', 'revision'])
    .orderBy('key')
    .orderBy('version')
    .execute()
  return rows.map(({ content, revision }) => ({ instrument: instrumentSchema.parse(JSON.parse(content)), revision }))
}

type VersionOf = Pick<Instrument, 'key' | 'version'>

/** The versions that waves of any program were held with. */
export function loadHeldVersions(db: Db): Promise<VersionOf[]> {
  return db
    .selectFrom('administration')
    .select(['instrument_key as key', 'instrument_version as version'])
    .distinct()
    .execute()
}

/** Versions whose rows are gone, because storing them was undone, as they were last. */
export async function loadUndone(db: Db, wanted: readonly VersionOf[]): Promise<Instrument[]> {
  const changes = await db
    .selectFrom('history_change')
    .select('before')
    .where('table_name', '=', 'instrument_version')
    .orderBy('id', 'desc')
    .execute()
  const rows = changes.flatMap(({ before }) => (before === null ? [] : goneRowSchema.parse(JSON.parse(before))))
  return wanted.flatMap(({ key, version }) => {
    const row = rows.find((gone) => gone.key === key && gone.version === version)
    return row ? instrumentSchema.parse(JSON.parse(row.content)) : []
  })
}

const goneRowSchema = z.object({ key: z.string(), version: z.int(), content: z.string() })

/** A wave, and what it was held with. */
export interface HeldWave {
  key: string
  version: number
  program: string
  name: string
}

/** The waves of all programs, oldest first. */
export function loadHeldWaves(db: Db): Promise<HeldWave[]> {
  return db
    .selectFrom('administration')
    .innerJoin('program', 'program.id', 'administration.program_id')
    .select([
      'administration.instrument_key as key',
      'administration.instrument_version as version',
      'administration.name',
      'program.name as program',
    ])
    .orderBy('administration.opens_on')
    .orderBy('administration.id')
    .execute()
}

export async function insertInstrument(db: Db, instrument: Instrument): Promise<void> {
  const { key, version, name } = instrument
  await db
    .insertInto('instrument_version')
    .values({ id: newId(), revision: 1, key, version, name, content: JSON.stringify(instrument) })
    .execute()
}

/** Changes a stored version in place. */
export async function updateInstrument(db: Db, instrument: Instrument): Promise<void> {
  const { key, version, name } = instrument
  await db
    .updateTable('instrument_version')
    .set((eb) => ({ name, content: JSON.stringify(instrument), revision: eb('revision', '+', 1) }))
    .where('key', '=', key)
    .where('version', '=', version)
    .execute()
}
