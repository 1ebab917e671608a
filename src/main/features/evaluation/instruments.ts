import type { Kysely } from 'kysely'
import type { DataFile } from '#main/database/dataFile.ts'
import type { Tables } from '#main/database/tables.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import {
  type HeldWave,
  insertInstrument,
  loadHeldVersions,
  loadHeldWaves,
  loadInstrumentRows,
  loadUndone,
  updateInstrument,
} from '#main/features/evaluation/instrumentRepository.ts'
import { listResources, readResource } from '#main/resources.ts'
import { instrumentProblems } from '#shared/evaluation/instrumentProblems.ts'
import {
  type Instrument,
  instrumentSchema,
  type Licence,
  type ListedInstrument,
} from '#shared/evaluation/instrumentSchema.ts'
import { effectOfSaving } from '#shared/evaluation/savingInstrument.ts'
import { refuse } from '#shared/kernel/problem.ts'

type Db = Kysely<Tables>

let shipped: Promise<Instrument[]> | undefined

/** The instruments that come with the app, read once. */
function shippedInstruments(): Promise<Instrument[]> {
  return (shipped ??= readShipped())
}

async function readShipped(): Promise<Instrument[]> {
  const files = (await listResources('instruments')).filter((name) => name.endsWith('.json'))
  const texts = await Promise.all(files.map(async (name) => new TextDecoder().decode(await readResource(name))))
  return texts.map((text) => instrumentSchema.parse(JSON.parse(text)))
}

type VersionOf = Pick<Instrument, 'key' | 'version'>

interface Stored {
  instrument: Instrument
  origin: ListedInstrument['origin']
  /** Of its row; 0 where it has none. */
  revision: number
}

/**
 * Every version of every instrument. A row of the office stands before what came with the app under the same key and
 * version: its waves were held with the row. A version that waves were held with stays, though storing it was undone.
 */
async function loadStored(db: Db): Promise<Stored[]> {
  const [shipped, kept, held] = await Promise.all([shippedInstruments(), loadInstrumentRows(db), loadHeldVersions(db)])
  const known = [...shipped, ...kept.map(({ instrument }) => instrument)]
  const missing = held.filter((version) => !known.some((instrument) => isVersion(instrument, version)))
  const undone = missing.length === 0 ? [] : await loadUndone(db, missing)
  const rows = [...kept, ...undone.map((instrument) => ({ instrument, revision: 0 }))]
  const stored = rows.map(({ instrument, revision }) => {
    const family = shipped.filter(({ key }) => key === instrument.key)
    const origin: Stored['origin'] =
      family.length === 0 ? 'own' : family.some((one) => isSame(one, instrument)) ? 'shipped' : 'changed'
    return { instrument, origin, revision }
  })
  const untouched = shipped.filter((one) => !stored.some(({ instrument }) => isVersion(one, instrument)))
  return [...untouched.map((instrument) => ({ instrument, origin: 'shipped' as const, revision: 0 })), ...stored]
}

const isVersion = (one: VersionOf, other: VersionOf): boolean => one.key === other.key && one.version === other.version

/** Whether two asks and score alike: the licence is a matter of the office. */
const isSame = (one: Instrument, other: Instrument): boolean =>
  JSON.stringify({ ...one, licence: null }) === JSON.stringify({ ...other, licence: null })

/** Every version of every instrument: those that come with the app, and those of the office. */
export async function loadInstruments(db: Db): Promise<Instrument[]> {
  return (await loadStored(db)).map(({ instrument }) => instrument)
}

/** The instruments by name, each in its newest version or in all, with the waves that were held with them. */
export async function listInstruments(db: Db, { versions }: { versions: boolean }): Promise<ListedInstrument[]> {
  const [all, waves] = await Promise.all([loadStored(db), loadHeldWaves(db)])
  const newest = new Set(newestOf(all.map(({ instrument }) => instrument)))
  return all
    .filter(({ instrument }) => versions || newest.has(instrument))
    .map((stored) => listed(stored, waves))
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : b.version - a.version))
}

function listed({ instrument, origin, revision }: Stored, waves: readonly HeldWave[]): ListedInstrument {
  const own = waves.filter((wave) => wave.key === instrument.key && wave.version === instrument.version)
  return { ...instrument, origin, revision, waves: own.map(({ program, name }) => ({ program, name })) }
}

export const newestOf = (instruments: readonly Instrument[]): Instrument[] =>
  instruments.filter(({ key, version }) => !instruments.some((other) => other.key === key && other.version > version))

/** The instrument that a wave was held with. @throws Refusal `not_found` */
export function instrumentOf(
  instruments: readonly Instrument[],
  { instrumentKey, instrumentVersion }: { instrumentKey: string; instrumentVersion: number },
): Instrument {
  const found = instruments.find(({ key, version }) => key === instrumentKey && version === instrumentVersion)
  if (!found)
    throw refuse(
      'not_found',
      `Version ${instrumentVersion} of the instrument ${instrumentKey}, which a wave was held with, is not in the data file any more.`,
    )
  return found
}

/**
 * Adds an instrument, or changes one: in place while no wave was held with it, else as the next version. Waves that were
 * held keep theirs, and are scored by it. What it asks about stays: the newest version decides who may see the waves of
 * all.
 * @throws Refusal `invalid_input`, `duplicate` where the key is taken, `stale` where it was changed since, `conflict`
 */
export async function saveInstrument(
  file: DataFile,
  {
    instrument,
    replaces,
    revision,
  }: { instrument: Instrument; replaces: number | null; revision?: number | undefined },
  call: CallContext,
): Promise<Instrument> {
  const problems = instrumentProblems(instrument)
  if (problems.length > 0)
    throw refuse('invalid_input', `${instrument.name} cannot be saved. ${problems[0]!.message}`, problems)
  return file.write(call, { label: `Save the instrument ${instrument.name}` }, async (tx) => {
    const newest = await findNewest(tx, instrument.key)
    if (replaces === null && newest)
      throw refuse('duplicate', `There is an instrument ${newest.name} with the key ${newest.key}. Give another key.`)
    if (replaces !== null && (newest?.version !== replaces || (revision ?? newest.revision) !== newest.revision))
      throw changedMeanwhile(instrument.name)
    if (!newest) return add(tx, { ...instrument, version: 1 })
    if (newest.dataClass !== instrument.dataClass || newest.about !== instrument.about)
      throw refuse(
        'conflict',
        `${newest.name} was asked under the rules for what it asks about, and they hold for its waves. To ask about something else, add another instrument.`,
      )
    return effectOfSaving(newest) === 'inPlace'
      ? replace(tx, { ...instrument, version: newest.version })
      : add(tx, { ...instrument, version: newest.version + 1 })
  })
}

/**
 * Notes the licence of an instrument on its newest version, which stays as it is otherwise.
 * @throws Refusal `not_found`, `stale`
 */
export async function saveLicence(
  file: DataFile,
  { instrumentKey, licence, revision }: { instrumentKey: string; licence: Licence; revision: number },
  call: CallContext,
): Promise<Instrument> {
  const label = ({ name }: Instrument) => `Change the licence of ${name}`
  return file.write(call, { label }, async (tx) => {
    const newest = await findNewest(tx, instrumentKey)
    if (!newest) throw refuse('not_found', `There is no instrument ${instrumentKey}. Choose another.`)
    if (newest.revision !== revision) throw changedMeanwhile(newest.name)
    const changed = { ...newest, licence }
    return newest.revision === 0 ? add(tx, changed) : replace(tx, changed)
  })
}

async function findNewest(db: Db, key: string): Promise<ListedInstrument | undefined> {
  return (await listInstruments(db, { versions: false })).find((instrument) => instrument.key === key)
}

const changedMeanwhile = (name: string) =>
  refuse('stale', `${name} was changed meanwhile. Look at the newest version before changing it.`)

// What was read of a list says more than an instrument; that is not stored.
async function add(tx: Db, draft: Instrument): Promise<Instrument> {
  const instrument = instrumentSchema.parse(draft)
  await insertInstrument(tx, instrument)
  return instrument
}

async function replace(tx: Db, draft: Instrument): Promise<Instrument> {
  const instrument = instrumentSchema.parse(draft)
  await updateInstrument(tx, instrument)
  return instrument
}
