import type { Kysely } from 'kysely'
import type { DataFile } from '#main/database/dataFile.ts'
import type { Tables } from '#main/database/tables.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { requireProgram } from '#main/features/program/service.ts'
import { readCustomValues } from '#main/features/roster/customFields.ts'
import { changeCustomValues, customDifferences } from '#main/features/roster/customValues.ts'
import { endPairingsOfGone } from '#main/features/roster/pairings.ts'
import {
  findHolders,
  type Identities,
  identityFields,
  identityValues,
  insertPeople,
  type PersonFields,
  personColumns,
  replaceIdentities,
  updatePerson,
} from '#main/features/roster/people.ts'
import { loadPerson, loadPersonColumns, deletePerson } from '#main/features/roster/person.ts'
import type { Placement } from '#main/features/roster/placement.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { type ProblemDetail, refuse } from '#shared/kernel/problem.ts'
import { count, foldText } from '#shared/kernel/text.ts'
import { identityLabels, matchKey } from '#shared/roster/identifiers.ts'
import { displayName } from '#shared/roster/personName.ts'
import { type Patch, patched } from '#shared/roster/patch.ts'
import type { Coach, Learner, Person } from '#shared/roster/schema.ts'
import { changeFrom } from '#shared/roster/standing.ts'

type Db = Kysely<Tables>
type Row = Learner | Coach

/** The people of a program as they stand; with `asOf`, only who was there on that day. */
export async function listRows<R extends Row>(
  file: DataFile,
  placement: Placement<R>,
  input: { programId: Id; asOf?: PlainDate | undefined },
  call: CallContext,
): Promise<R[]> {
  await requireProgram(file.db, input.programId)
  const rows = await placement.load(file.db, input.programId, input.asOf ?? call.today)
  const day = input.asOf
  return day ? rows.filter((row) => (row.startDate ?? '') <= day && (row.endDate === null || row.endDate >= day)) : rows
}

export async function getPerson(file: DataFile, personId: Id): Promise<Person> {
  const person = await loadPerson(file.db, personId)
  if (!person) throw refuse('not_found', 'This person is not in the open data file. They may have been erased.')
  return person
}

/**
 * Puts a person into a program. Somebody already known by one of the given ids or e-mails, with the same last name, is
 * not made twice: they get a second place. Refuses `duplicate` where the id is another person's.
 */
export async function addRow<R extends Row>(
  file: DataFile,
  placement: Placement<R>,
  programId: Id,
  row: R,
  call: CallContext,
): Promise<R> {
  return file.write(call, { label: `Add ${displayName(row)}` }, async (tx) => {
    await requireProgram(tx, programId)
    const personId = (await findSamePerson(tx, row)) ?? (await insertPeople(tx, [row]))[0]!
    const there = await placement.load(tx, programId, call.today)
    if (there.some((other) => other.personId === personId))
      throw refuse('duplicate', `${displayName(row)} is already a ${placement.noun.one} in this program.`)
    const [read] = await readCustomValues(tx, programId, placement.kind, [row])
    const ids = await placement.insert(tx, programId, [{ personId, row: { ...row, custom: read!.custom } }], call.today)
    return (await placement.load(tx, programId, call.today, ids))[0]!
  })
}

async function findSamePerson(tx: Db, row: Row): Promise<Id | undefined> {
  const holders = await findHolders(tx, identityValues(row))
  const [holder] = holders
  if (!holder) return undefined
  const known = await loadPersonColumns(tx, holder.personId)
  const same = holders.every((other) => other.personId === holder.personId)
  if (same && known && foldText(known.last_name) === foldText(row.lastName)) return holder.personId
  throw refuse(
    'duplicate',
    'An id or e-mail belongs to somebody else.',
    holders.map((other) => takenBy(row.id, other)),
  )
}

const takenBy = (
  rowId: string,
  holder: { kind: keyof typeof identityLabels; key: string; name: string },
): ProblemDetail => ({
  path: `${rowId}.${holder.kind}`,
  message: `${identityLabels[holder.kind]} ${holder.key} belongs to ${holder.name}.`,
})

export interface Edit<R extends Row> {
  id: Id
  revision: number
  set: Patch<R>
}

/**
 * Changes one or many rows, all or none. Refuses `not_found`, `stale` and `duplicate`, naming each row by `id` or
 * `id.field`. Status, level, capacity and effort change from a day on; what held before stays in the dated rows.
 */
export async function editRows<R extends Row>(
  file: DataFile,
  placement: Placement<R>,
  input: { programId: Id; edits: Edit<R>[]; effectiveOn?: PlainDate | undefined; reason?: string | undefined },
  call: CallContext,
): Promise<R[]> {
  const { noun } = placement
  const label = (rows: R[]) =>
    rows.length === 1 ? `Edit ${displayName(rows[0]!)}` : `Edit ${count(rows.length, noun.one, noun.many)}`
  const about = input.reason ? { label, reason: input.reason } : { label }
  return file.write(call, about, async (tx) => {
    const ids = input.edits.map((edit) => edit.id)
    const day = input.effectiveOn ?? call.today
    // As they stand on the day the change holds from: what was planned until then, or held then, is not undone.
    const stored = new Map((await placement.load(tx, input.programId, day, ids)).map((row) => [row.id, row]))
    refuseStale(input.edits, stored, noun.one)
    const edits = input.edits.map(({ id, set }) => ({ id, ...set }))
    const read = await readCustomValues(tx, input.programId, placement.kind, edits)
    const changes = input.edits.map(({ id, set }, index) => {
      const before = stored.get(id)!
      return { before, after: patched(before, { ...set, custom: read[index]!.custom }) }
    })
    await changePeople(tx, changes)
    for (const { before, after } of changes) await changePlace(tx, placement, before, after, day, input.reason ?? '')
    const rows = new Map((await placement.load(tx, input.programId, call.today, ids)).map((row) => [row.id, row]))
    return ids.map((id) => rows.get(id)!)
  })
}

export function refuseStale<R extends PersonFields & { revision: number }>(
  edits: readonly { id: Id; revision: number }[],
  stored: ReadonlyMap<Id, R>,
  noun: string,
): void {
  const gone = edits.filter((edit) => !stored.has(edit.id))
  if (gone.length > 0)
    throw refuse(
      'not_found',
      `${count(gone.length, `${noun} is`, `of the rows are`)} no longer in this program.`,
      gone.map((edit) => ({ path: edit.id, message: 'Not in this program any more.' })),
    )
  const stale = edits.filter((edit) => stored.get(edit.id)!.revision !== edit.revision)
  if (stale.length > 0)
    throw refuse(
      'stale',
      'Somebody changed this meanwhile. The rows now show what is stored; make the change again if it still fits.',
      stale.map((edit) => ({ path: edit.id, message: `${displayName(stored.get(edit.id)!)} was changed meanwhile.` })),
    )
}

/** Who has a place in a program, whatever as. */
type Placed = PersonFields & { personId: Id }

export interface Change<R extends Placed> {
  before: R
  after: R
}

/** Writes names, notes and identities, for people whose own fields or identities differ. */
export async function changePeople<R extends Placed>(tx: Db, changes: readonly Change<R>[]): Promise<void> {
  const identified = changes.filter(({ before, after }) => differs(before, after, identityFields))
  await refuseTakenIdentities(tx, identified)
  await replaceIdentities(
    tx,
    identified.map(({ after }) => ({ personId: after.personId, identities: after as Identities })),
  )
  for (const change of changes) {
    const { before, after } = change
    const named = Object.entries(personColumns).filter(([field]) => differs(before, after, [field as keyof R]))
    if (named.length > 0 || identified.includes(change)) {
      const columns = named.map(([field, column]) => [column, after[field as keyof R]])
      await updatePerson(tx, after.personId, Object.fromEntries(columns))
    }
  }
}

async function refuseTakenIdentities<R extends Placed>(tx: Db, changes: readonly Change<R>[]): Promise<void> {
  const wantedBy = new Map<string, { row: R; times: number }>()
  for (const { after } of changes)
    for (const { kind, value } of identityValues(after)) {
      const key = `${kind} ${matchKey(kind, value)}`
      const times = (wantedBy.get(key)?.times ?? 0) + 1
      wantedBy.set(key, { row: after, times })
      if (times > 1)
        throw refuse('duplicate', `Two rows would have the same ${identityLabels[kind]} ${value}.`, [
          { path: `${after.id}.${kind}`, message: `Another row of this change has the same ${identityLabels[kind]}.` },
        ])
    }
  // Somebody who is in this change gives their old values up first, so two people can exchange ids.
  const changed = new Set(changes.map(({ after }) => after.personId))
  const holders = await findHolders(
    tx,
    changes.flatMap(({ after }) => identityValues(after)),
  )
  const details = holders
    .filter((holder) => !changed.has(holder.personId))
    .map((holder) => takenBy(wantedBy.get(`${holder.kind} ${holder.key}`)!.row.id, holder))
  if (details.length > 0) throw refuse('duplicate', details[0]!.message, details)
}

/**
 * Writes what differs of the place, both as it stands on the day; a change of standing holds from that day on, also in
 * what is planned after it, up to where something else is planned of the same field.
 */
export async function changePlace<R extends Row>(
  tx: Db,
  placement: Placement<R>,
  before: R,
  after: R,
  day: PlainDate,
  reason: string,
): Promise<void> {
  await writePlace(tx, placement, before, after, day, reason)
  let carried = placement.standingFields.filter((field) => before[field] !== after[field])
  if (carried.length === 0) return
  for (const { id, fromOn, says, ...standing } of await placement.loadStandings(tx, after.id)) {
    if (fromOn <= day) continue
    carried = carried.filter((field) => says[field] === before[field])
    if (carried.length === 0) return
    const fields = Object.fromEntries(carried.map((field) => [field, after[field]]))
    await placement.rewriteStanding(tx, id, fromOn, { ...after, ...says, ...fields }, standing.reason)
  }
}

/**
 * Writes what differs of the place; a change of standing holds from the day on, until what is planned after it. Who is
 * gone from then on has no pairing any more, and nothing planned.
 */
export async function writePlace<R extends Row>(
  tx: Db,
  placement: Placement<R>,
  before: R,
  after: R,
  day: PlainDate,
  reason: string,
): Promise<void> {
  const standingDiffers = differs(before, after, placement.standingFields)
  const customDiffers = customDifferences(before.custom, after.custom).length > 0
  if (!standingDiffers && !customDiffers && !differs(before, after, placement.placeFields)) return
  await placement.update(tx, after.id, after)
  if (customDiffers) await changeCustomValues(tx, placement.kind, after.id, before.custom, after.custom)
  if (!standingDiffers) return
  const change = changeFrom(await placement.loadStandings(tx, after.id), day, after.startDate)
  if (change.kind === 'rewrite') await placement.rewriteStanding(tx, change.standing.id, change.fromOn, after, reason)
  else {
    await placement.closeStanding(tx, change.closed.id, change.closedFrom, change.closedOn)
    await placement.insertStanding(tx, after.id, change, after, reason)
  }
  if (!placement.isGone(after) || placement.isGone(before)) return
  await placement.dropStandingsAfter(tx, after.id, day)
  await endPairingsOfGone(tx, placement.kind, after.id, day, reason || placement.statusLabel(after))
}

/** Takes rows out of the program; the people stay in the file, with their history. */
export async function removeRows<R extends Row>(
  file: DataFile,
  placement: Placement<R>,
  input: { programId: Id; ids: Id[] },
  call: CallContext,
): Promise<{ removed: number }> {
  const { noun } = placement
  const label = ({ removed }: { removed: number }) => `Remove ${count(removed, noun.one, noun.many)}`
  return file.write(call, { label }, async (tx) => {
    const rows = await placement.load(tx, input.programId, call.today, input.ids)
    await placement.remove(
      tx,
      rows.map((row) => row.id),
    )
    return { removed: rows.length }
  })
}

/** Erases a person for good: their rows, and what the history says of them. Backups made before still hold them. */
export async function erasePerson(
  file: DataFile,
  input: { personId: Id; revision: number },
  call: CallContext,
): Promise<{ erased: true }> {
  const person = await getPerson(file, input.personId)
  if (person.revision !== input.revision)
    throw refuse('stale', `${displayName(person)} was changed meanwhile. Look at what is there now before erasing.`)
  await file.erasePerson(call, input.personId, (tx) => deletePerson(tx, input.personId))
  return { erased: true }
}

export function differs<R>(before: R, after: R, fields: readonly (keyof R)[]): boolean {
  return fields.some((field) => {
    const [was, is] = [before[field], after[field]]
    return Array.isArray(was) && Array.isArray(is) ? was.join('\n') !== is.join('\n') : was !== is
  })
}
