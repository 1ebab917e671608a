import type { Kysely } from 'kysely'
import type { DataFile } from '#main/database/dataFile.ts'
import { newId } from '#main/database/newId.ts'
import type { Tables } from '#main/database/tables.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { listResources, readResource } from '#main/resources.ts'
import { type Instrument, instrumentSchema } from '#shared/evaluation/instrumentSchema.ts'
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

/** Every version of every instrument: those that come with the app, and those of the office. */
export async function loadInstruments(db: Db): Promise<Instrument[]> {
  const rows = await db.selectFrom('instrument_version').select('content').orderBy('key').orderBy('version').execute()
  return [...(await shippedInstruments()), ...rows.map(({ content }) => instrumentSchema.parse(JSON.parse(content)))]
}

/** The instruments by name, each in its newest version or in all. */
export async function listInstruments(db: Db, { versions }: { versions: boolean }): Promise<Instrument[]> {
  const all = await loadInstruments(db)
  const shown = versions ? all : newestOf(all)
  return shown.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : b.version - a.version))
}

export const newestOf = (instruments: readonly Instrument[]): Instrument[] =>
  instruments.filter(({ key, version }) => !instruments.some((other) => other.key === key && other.version > version))

/** The instrument that a wave was held with. @throws Refusal `not_found` */
export function instrumentOf(
  instruments: readonly Instrument[],
  { instrumentKey, instrumentVersion }: { instrumentKey: string; instrumentVersion: number },
): Instrument {
  const found = instruments.find(({ key, version }) => key === instrumentKey && version === instrumentVersion)
  if (!found) throw refuse('not_found', `The instrument ${instrumentKey} is not in the data file any more.`)
  return found
}

/**
 * Adds an instrument, or the next version of one. Waves that were held keep theirs, and are scored by it.
 * What it asks about stays: the newest version decides who may see the waves of all.
 * @throws Refusal `duplicate` where the key is taken, `stale` where a newer version is there, `conflict`
 */
export async function saveInstrument(
  file: DataFile,
  { instrument, replaces }: { instrument: Instrument; replaces: number | null },
  call: CallContext,
): Promise<Instrument> {
  return file.write(call, { label: `Save the instrument ${instrument.name}` }, async (tx) => {
    const newest = newestOf(await loadInstruments(tx)).find(({ key }) => key === instrument.key)
    if (replaces === null && newest)
      throw refuse('duplicate', `There is an instrument ${newest.name} with the key ${newest.key}. Give another key.`)
    if (replaces !== null && newest?.version !== replaces)
      throw refuse('stale', `${instrument.name} was changed meanwhile. Look at the newest version before changing it.`)
    if (newest && (newest.dataClass !== instrument.dataClass || newest.about !== instrument.about))
      throw refuse(
        'conflict',
        `${newest.name} was asked under the rules for what it asks about, and they hold for its waves. To ask about something else, add another instrument.`,
      )
    const next = { ...instrument, version: (newest?.version ?? 0) + 1 }
    await tx
      .insertInto('instrument_version')
      .values({
        id: newId(),
        revision: 1,
        key: next.key,
        version: next.version,
        name: next.name,
        content: JSON.stringify(next),
      })
      .execute()
    return next
  })
}
