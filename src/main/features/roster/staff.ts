import type { Kysely } from 'kysely'
import type { DataFile } from '#main/database/dataFile.ts'
import type { Tables } from '#main/database/tables.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { requireProgram } from '#main/features/program/service.ts'
import { findHolders, identityValues, insertPeople, noIdentities } from '#main/features/roster/people.ts'
import { loadPerson } from '#main/features/roster/person.ts'
import { changePeople, differs, getPerson, refuseStale } from '#main/features/roster/service.ts'
import { deleteStaffRoles, insertStaffRole, loadStaff, updateStaffRole } from '#main/features/roster/staffRows.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { addDays, formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import { refuse } from '#shared/kernel/problem.ts'
import { count } from '#shared/kernel/text.ts'
import { blankStaffMember } from '#shared/roster/blank.ts'
import { holdsOn } from '#shared/roster/pairing.ts'
import { displayName } from '#shared/roster/personName.ts'
import type { Person } from '#shared/roster/schema.ts'
import { datedStaffFields, type KnownPerson, sameRole, type StaffMember, withoutPast } from '#shared/roster/staff.ts'
import { type StaffRole, staffRoleLabels } from '#shared/roster/staffRoles.ts'

type Db = Kysely<Tables>
type StaffPatch = { [F in keyof StaffMember]?: StaffMember[F] | undefined }
type InProgram = { programId: Id }

export const staffNoun = { one: 'staff role', many: 'staff roles' }

/** Who runs a program: on a day, or as it is listed today. */
export async function listStaff(
  file: DataFile,
  { programId, asOf }: InProgram & { asOf?: PlainDate | undefined },
  call: CallContext,
): Promise<StaffMember[]> {
  await requireProgram(file.db, programId)
  const rows = await loadStaff(file.db, programId)
  return asOf ? rows.filter((row) => holdsOn(row, asOf)) : withoutPast(rows, call.today)
}

/** Who has an e-mail address, so that nobody is entered a second time. */
export async function findPersonByEmail(file: DataFile, email: string): Promise<KnownPerson | null> {
  const [holder] = await findHolders(file.db, identityValues({ ...noIdentities, email }))
  if (!holder) return null
  const person = await getPerson(file, holder.personId)
  return { personId: person.id, name: displayName(person), email: person.email, about: placesInWords(person) }
}

const placesInWords = ({ enrolments, appointments, staff }: Person): string[] => [
  ...enrolments.map(({ programName }) => `learner in ${programName}`),
  ...appointments.map(({ programName }) => `coach in ${programName}`),
  ...staff.map(({ role, programName }) => `${staffRoleLabels[role].toLowerCase()} in ${programName}`),
]

/**
 * Gives somebody a role. A new person is made unless one is named. Refuses `duplicate` where an id or e-mail is that of a
 * person who was not named, or the person holds the role already; `not_found`, `invalid_input`.
 */
export async function addStaff(
  file: DataFile,
  input: InProgram & { personId?: Id | undefined; staff: StaffPatch & { role: StaffRole } },
  call: CallContext,
): Promise<StaffMember> {
  const { programId, staff } = input
  const label = (row: StaffMember) => `Add ${displayName(row)} as ${staffRoleLabels[row.role].toLowerCase()}`
  return file.write(call, { label }, async (tx) => {
    await requireProgram(tx, programId)
    const row = { ...blankStaffMember(call.today), ...given(staff) }
    const personId = input.personId ? await requirePerson(tx, input.personId) : await addPerson(tx, row)
    const member = { ...row, personId }
    await checkRoles(tx, programId, [member])
    const id = await insertStaffRole(tx, programId, member)
    return (await loadRows(tx, programId, [id]))[0]!
  })
}

const given = (patch: StaffPatch): Partial<StaffMember> =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))

async function requirePerson(tx: Db, personId: Id): Promise<Id> {
  if (await loadPerson(tx, personId)) return personId
  throw refuse('not_found', 'This person is not in the open data file. They may have been erased.')
}

async function addPerson(tx: Db, row: StaffMember): Promise<Id> {
  if (row.lastName === '')
    throw refuse('invalid_input', 'A new person needs a last name.', [
      { path: 'lastName', message: 'Enter a last name.' },
    ])
  const [holder] = await findHolders(tx, identityValues(row))
  if (holder)
    throw refuse(
      'duplicate',
      `${holder.key} belongs to ${holder.name}, who is in the data file already. Give the role to them, or correct the address.`,
      [{ path: holder.kind, message: `It belongs to ${holder.name}.` }],
    )
  return (await insertPeople(tx, [row]))[0]!
}

interface StaffEdit {
  id: Id
  revision: number
  set: StaffPatch
}

/**
 * Changes one or many roles, all or none. Another role, title or effort holds from a day on: what held until the day
 * before becomes a row of its own, and the row edited goes on. Before the role began, or after it ended, the row is
 * corrected. Refuses `not_found`, `stale`, `duplicate` and `invalid_input`, naming each row by `id` or `id.field`.
 */
export async function editStaff(
  file: DataFile,
  input: InProgram & { edits: StaffEdit[]; effectiveOn?: PlainDate | undefined; reason?: string | undefined },
  call: CallContext,
): Promise<StaffMember[]> {
  const { programId, edits } = input
  const day = input.effectiveOn ?? call.today
  const about = { label: labelOf('Edit'), ...(input.reason && { reason: input.reason }) }
  return file.write(call, about, async (tx) => {
    const ids = edits.map(({ id }) => id)
    const stored = new Map((await loadRows(tx, programId, ids)).map((row) => [row.id, row]))
    refuseStale(edits, stored, staffNoun.one)
    const changes = edits.map(({ id, set }) => {
      const before = stored.get(id)!
      return { before, after: { ...before, ...given(set) } }
    })
    await changePeople(tx, changes)
    const changed = changes.filter(({ before, after }) => differs(before, after, roleFields))
    await checkRoles(
      tx,
      programId,
      changed.map(({ after }) => after),
    )
    for (const { before, after } of changed) await changeRole(tx, programId, before, after, day)
    return loadRows(tx, programId, ids)
  })
}

export const roleFields = [...datedStaffFields, 'siteId', 'fromOn', 'toOn', 'roleNote'] as const

/** Writes what differs of a role; another role, title or effort holds from the day on. */
export async function changeRole(
  tx: Db,
  programId: Id,
  before: StaffMember,
  after: StaffMember,
  day: PlainDate,
): Promise<void> {
  const begins = differs(before, after, datedStaffFields) && after.fromOn < day && holdsOn(after, day)
  await updateStaffRole(tx, begins ? { ...after, fromOn: day } : after)
  if (begins) await insertStaffRole(tx, programId, { ...before, fromOn: after.fromOn, toOn: addDays(day, -1) })
}

/** Ends roles on a day, the last included. Refuses `not_found`, and `invalid_input` where one begins later. */
export async function endStaff(
  file: DataFile,
  { programId, ids, toOn }: InProgram & { ids: Id[]; toOn: PlainDate },
  call: CallContext,
): Promise<StaffMember[]> {
  return file.write(call, { label: labelOf('End') }, async (tx) => {
    const rows = (await loadRows(tx, programId, ids)).map((row) => ({ ...row, toOn }))
    if (rows.length < ids.length)
      throw refuse(
        'not_found',
        'Some of the roles are not in this program any more. The list now shows those that are.',
      )
    await checkRoles(tx, programId, rows)
    for (const row of rows) await updateStaffRole(tx, row)
    return loadRows(tx, programId, ids)
  })
}

/** Takes roles out; the people stay in the file, with their history. */
export async function removeStaff(
  file: DataFile,
  { programId, ids }: InProgram & { ids: Id[] },
  call: CallContext,
): Promise<{ removed: number }> {
  const label = ({ removed }: { removed: number }) => `Remove ${count(removed, staffNoun.one, staffNoun.many)}`
  return file.write(call, { label }, async (tx) => {
    const rows = await loadRows(tx, programId, ids)
    await deleteStaffRoles(
      tx,
      rows.map(({ id }) => id),
    )
    return { removed: rows.length }
  })
}

const labelOf = (verb: string) => (rows: StaffMember[]) =>
  rows.length === 1 && rows[0]
    ? `${verb} ${displayName(rows[0])}, ${staffRoleLabels[rows[0].role].toLowerCase()}`
    : `${verb} ${count(rows.length, staffNoun.one, staffNoun.many)}`

async function loadRows(tx: Db, programId: Id, ids: readonly Id[]): Promise<StaffMember[]> {
  const rows = new Map((await loadStaff(tx, programId)).map((row) => [row.id, row]))
  return ids.flatMap((id) => rows.get(id) ?? [])
}

/** Looks at roles as they are to be, each by itself and beside the others of the program, before they are written. */
export async function checkRoles(tx: Db, programId: Id, rows: readonly StaffMember[]): Promise<void> {
  const ids = new Set(rows.map(({ id }) => id))
  const others = (await loadStaff(tx, programId)).filter(({ id }) => !ids.has(id))
  for (const row of rows) {
    const begins = formatDate(row.fromOn)
    if (row.toOn !== null && row.toOn < row.fromOn)
      throw refuse('invalid_input', `A role that begins on ${begins} cannot end before.`, [
        { path: `${row.id}.toOn`, message: `It begins on ${begins}; enter that day or a later one.` },
      ])
    const same = sameRole(row, [...others, ...rows])
    if (same)
      throw refuse(
        'duplicate',
        `${displayName(same)} is ${staffRoleLabels[same.role].toLowerCase()} of this program already, from ${formatDate(same.fromOn)}.`,
        [{ path: `${row.id}.role`, message: `They have this role already from ${formatDate(same.fromOn)}.` }],
      )
  }
}
