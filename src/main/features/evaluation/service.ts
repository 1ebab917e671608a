import { randomInt } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { DataFile } from '#main/database/dataFile.ts'
import type { Tables } from '#main/database/tables.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { instrumentOf, loadInstruments, newestOf } from '#main/features/evaluation/instruments.ts'
import { countExpected, loadMembers } from '#main/features/evaluation/population.ts'
import {
  deleteAdministration,
  deleteKey,
  insertAdministration,
  insertCodes,
  loadAdministrations,
  loadCodes,
  loadResponses,
  updateAdministration,
} from '#main/features/evaluation/repository.ts'
import { requireProgram } from '#main/features/program/service.ts'
import { logExport } from '#main/features/workspace/service.ts'
import type { Workspace } from '#main/features/workspace/workspace.ts'
import { writeCsv } from '#main/spreadsheets/writeCsv.ts'
import type { Instrument } from '#shared/evaluation/instrumentSchema.ts'
import type { Administration, AdministrationDraft } from '#shared/evaluation/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { refuse } from '#shared/kernel/problem.ts'
import { foldText, tidyText } from '#shared/kernel/text.ts'
import { safeFileName } from '#shared/workspace/fileName.ts'
import type { StagedFile } from '#shared/workspace/schema.ts'

type Db = Kysely<Tables>

/** The waves of a program, oldest first. */
export async function listAdministrations(db: Db, programId: Id): Promise<Administration[]> {
  await requireProgram(db, programId)
  return loadAdministrations(db, programId)
}

/** The instruments, each in its newest version. */
export const listNewestInstruments = async (db: Db): Promise<Instrument[]> => newestOf(await loadInstruments(db))

interface OfAdministration {
  programId: Id
  administrationId: Id
}

/** @throws Refusal `not_found` */
export async function getAdministration(
  db: Db,
  { programId, administrationId }: OfAdministration,
): Promise<Administration> {
  const wave = (await listAdministrations(db, programId)).find(({ id }) => id === administrationId)
  if (!wave) throw refuse('not_found', 'This wave is not in the program any more.')
  return wave
}

/**
 * Adds or changes a wave. It keeps the version of its instrument that was the newest when it was added. Answers about
 * well-being are never kept with a name.
 * @throws Refusal `not_found`, `stale`, `duplicate`, `conflict` where responses came in under another promise
 */
export async function saveAdministration(
  file: DataFile,
  { programId, administration: draft }: { programId: Id; administration: AdministrationDraft },
  call: CallContext,
): Promise<Administration> {
  const label = `${draft.id === undefined ? 'Add' : 'Change'} the wave ${draft.name}`
  return file.write(call, { label }, (tx) => storeAdministration(tx, programId, draft))
}

/** `saveAdministration`, inside a write. */
export async function storeAdministration(tx: Db, programId: Id, draft: AdministrationDraft): Promise<Administration> {
  const waves = await listAdministrations(tx, programId)
  const stored = draft.id === undefined ? null : waves.find(({ id }) => id === draft.id)
  if (stored === undefined) throw refuse('not_found', 'This wave is not in the program any more.')
  if (stored && stored.revision !== draft.revision)
    throw refuse('stale', `${stored.name} was changed meanwhile. Look at it before changing it.`)
  const instruments = await loadInstruments(tx)
  const sameInstrument = stored?.instrumentKey === draft.instrumentKey
  const instrument =
    stored && sameInstrument
      ? instrumentOf(instruments, stored)
      : newestOf(instruments).find(({ key }) => key === draft.instrumentKey)
  if (!instrument) throw refuse('not_found', `There is no instrument ${draft.instrumentKey}. Choose another.`)
  if (instrument.dataClass === 'wellBeing' && draft.identity === 'named')
    throw refuse(
      'conflict',
      `${instrument.name} asks about well-being, and such answers are never kept with a name. Choose confidential or anonymous.`,
    )
  const same = waves.find(
    ({ id, instrumentKey, name }) =>
      id !== draft.id && instrumentKey === draft.instrumentKey && key(name) === key(draft.name),
  )
  if (same) throw refuse('duplicate', `${instrument.name} has a wave called ${same.name}. Give another name.`)
  if (stored) await refuseOtherPromise(tx, stored, draft)
  const expected = draft.expected ?? countExpected(await loadMembers(tx, programId, draft.population, draft.opensOn))
  const columns = {
    instrument_key: instrument.key,
    instrument_version: instrument.version,
    name: tidyText(draft.name),
    population: draft.population,
    opens_on: draft.opensOn,
    closes_on: draft.closesOn,
    identity: draft.identity,
    expected: JSON.stringify(expected),
  }
  if (stored) await updateAdministration(tx, stored.id, columns)
  const id = stored?.id ?? (await insertAdministration(tx, programId, columns))
  return getAdministration(tx, { programId, administrationId: id })
}

/** People answered under a promise: once responses are in, it holds, and so does what they were asked. */
async function refuseOtherPromise(tx: Db, stored: Administration, draft: AdministrationDraft): Promise<void> {
  const changed =
    stored.identity !== draft.identity ||
    stored.instrumentKey !== draft.instrumentKey ||
    stored.population !== draft.population
  if (changed && (await loadResponses(tx, [stored.id])).length > 0)
    throw refuse(
      'conflict',
      `Responses to ${stored.name} are in already. Its instrument, who was asked and how answers are tied to people stay as they are.`,
    )
}

export async function removeAdministration(
  file: DataFile,
  of: OfAdministration,
  call: CallContext,
): Promise<{ removed: true }> {
  const { name } = await getAdministration(file.db, of)
  return file.write(call, { label: `Remove the wave ${name}` }, async (tx) => {
    await getAdministration(tx, of)
    await deleteAdministration(tx, of.administrationId)
    return { removed: true }
  })
}

/** Makes a code for everybody who was there on the opening day and has none. @throws Refusal `conflict` */
export async function makeCodes(
  file: DataFile,
  of: OfAdministration,
  call: CallContext,
): Promise<{ made: number; codes: number }> {
  return file.write(call, { label: ({ made }) => `Make ${made} survey codes` }, async (tx) => {
    const wave = await getAdministration(tx, of)
    refuseWithoutKey(wave)
    const members = await loadMembers(tx, of.programId, wave.population, wave.opensOn)
    const known = await loadCodes(tx, wave.id)
    const made = newCodes(
      members.filter(({ isPresent }) => isPresent).map(({ personId }) => personId),
      known,
    )
    await insertCodes(tx, wave.id, made)
    return { made: made.length, codes: known.length + made.length }
  })
}

/** The code of each of some people in a wave, made for those who have none. */
export async function codesFor(tx: Db, administrationId: Id, people: readonly Id[]): Promise<Map<Id, string>> {
  const known = await loadCodes(tx, administrationId)
  const made = newCodes(people, known)
  await insertCodes(tx, administrationId, made)
  return new Map([...known, ...made].map(({ code, personId }) => [personId, code]))
}

export function refuseWithoutKey({ name, identity, keyDestroyedAt }: Administration): void {
  if (identity !== 'confidential')
    throw refuse('conflict', `${name} is ${identity}, so it has no codes. Only confidential waves do.`)
  if (keyDestroyedAt !== null)
    throw refuse('conflict', `The key of ${name} was destroyed for good. Make a new wave to ask again.`)
}

// Without letters and figures that are taken for one another.
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const codeLength = 8

/** A code of its own for each of the people who has none: drawn, so that it says nothing of whose it is. */
function newCodes(
  people: readonly Id[],
  known: readonly { code: string; personId: Id }[],
): { code: string; personId: Id }[] {
  const taken = new Set(known.map(({ code }) => code))
  const owners = new Set(known.map(({ personId }) => personId))
  return [...new Set(people)]
    .filter((personId) => !owners.has(personId))
    .map((personId) => {
      let code: string
      do code = Array.from({ length: codeLength }, () => letters[randomInt(letters.length)]).join('')
      while (taken.has(code))
      taken.add(code)
      return { code, personId }
    })
}

/** Writes the codes for the survey tool: a contact list that Qualtrics and REDCap take. */
export async function exportCodes(workspace: Workspace, of: OfAdministration, call: CallContext): Promise<StagedFile> {
  const file = workspace.current()
  const { db } = file
  const wave = await getAdministration(db, of)
  refuseWithoutKey(wave)
  const [codes, members] = [
    await loadCodes(db, wave.id),
    await loadMembers(db, of.programId, wave.population, wave.opensOn),
  ]
  const byPerson = new Map(members.map((member) => [member.personId, member]))
  const rows = codes
    .flatMap(({ code, personId }) => {
      const member = byPerson.get(personId)
      return member ? [{ name: member.name, email: member.emails[0] ?? '', code }] : []
    })
    .toSorted((a, b) => (foldText(a.name) < foldText(b.name) ? -1 : 1))
  const columns = [
    { header: 'Name', key: 'name', type: 'text' as const },
    { header: 'Email', key: 'email', type: 'text' as const },
    { header: 'ExternalDataReference', key: 'code', type: 'text' as const },
  ]
  const staged = workspace.staging.put(`${safeFileName(wave.name) || 'Wave'} codes.csv`, writeCsv(columns, rows))
  const facts = { what: 'Survey codes', fileName: staged.name, audience: 'Program office', rows: rows.length }
  await logExport(file, facts, call)
  return staged
}

/** Destroys what leads from the codes of a wave to people, in the rows, the history and the bytes of the file. */
export async function destroyKey(file: DataFile, of: OfAdministration, call: CallContext): Promise<Administration> {
  refuseWithoutKey(await getAdministration(file.db, of))
  await file.destroyKey(call, of.administrationId, async (tx) => {
    await deleteKey(tx, of.administrationId)
    await updateAdministration(tx, of.administrationId, { key_destroyed_at: call.now })
  })
  return getAdministration(file.db, of)
}

const key = (name: string): string => foldText(tidyText(name))
