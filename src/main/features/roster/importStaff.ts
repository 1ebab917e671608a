import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { getProgram } from '#main/features/program/service.ts'
import type { NotInFile } from '#main/features/roster/importMissing.ts'
import { insertParts, loadEverybody, loadPlacedPeople } from '#main/features/roster/importRepository.ts'
import { valuesOf } from '#main/features/roster/importValues.ts'
import { insertPeople } from '#main/features/roster/people.ts'
import type { PlannedChange, PlannedChanges } from '#main/features/roster/plannedChanges.ts'
import { type Change, changePeople, differs } from '#main/features/roster/service.ts'
import { changeRole, checkRoles, roleFields } from '#main/features/roster/staff.ts'
import { insertStaffRole, loadStaff, updateStaffRole } from '#main/features/roster/staffRows.ts'
import type { KnownPerson } from '#shared/imports/matchPeople.ts'
import type { MissingChoices } from '#shared/imports/schema.ts'
import { withoutRole } from '#shared/imports/staffRoles.ts'
import type { RowValues } from '#shared/imports/values.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { addDays, type PlainDate } from '#shared/kernel/plainDate.ts'
import { refuse } from '#shared/kernel/problem.ts'
import type { Program } from '#shared/program/schema.ts'
import { blankStaffMember } from '#shared/roster/blank.ts'
import { endedByImport, type StaffMember, tenureOn } from '#shared/roster/staff.ts'

type Db = Kysely<Tables>

/** Everybody the data file knows, each with the roles they hold, held or will hold in this program. */
export async function loadStaffMembers(db: Db, program: Program, today: PlainDate): Promise<KnownPerson[]> {
  const rows = await loadStaff(db, program.id)
  const rolesOf = Map.groupBy(rows, ({ personId }) => personId)
  const placed = await loadPlacedPeople(db, program.id)
  return (await loadEverybody(db)).map((person): KnownPerson => {
    const { personId } = person
    const everywhere = withoutRole(valuesOf('staff', person, program))
    const nobody: KnownPerson = {
      personId,
      placeId: null,
      gone: false,
      values: everywhere,
      custom: {},
      coachId: null,
      isHere: placed.has(personId),
    }
    const held = rolesOf.get(personId) ?? []
    const roles = held.map((row): KnownPerson => ({
      ...nobody,
      placeId: row.id,
      gone: tenureOn(row, today) === 'ended',
      values: valuesOf('staff', { ...person, ...asListed(row), startDate: firstOf(row, held).fromOn }, program),
    }))
    // A row that names no role is about the one they have now.
    const now = roles.find(({ gone }) => !gone) ?? roles.at(-1)
    return now ? { ...now, gone: roles.every(({ gone }) => gone), roles } : nobody
  })
}

/** A role in the words of a list: from, until and note. */
const asListed = ({ toOn, roleNote, ...row }: StaffMember) => ({ ...row, endDate: toOn, note: roleNote })

/** A role that got another title or effort is stored as rows that follow each other: the first of them. */
function firstOf(row: StaffMember, held: readonly StaffMember[]): StaffMember {
  const before = held.find(({ role, toOn }) => role === row.role && toOn !== null && addDays(toOn, 1) === row.fromOn)
  return before ? firstOf(before, held) : row
}

/** Carries out a plan inside a write: missing sites first, then what changes, then new roles and new people. */
export async function applyStaff(
  tx: Db,
  changes: PlannedChanges,
  { program }: { program: Program },
  call: CallContext,
): Promise<void> {
  await insertParts(tx, 'site', program.id, changes.newSites)
  const complete = await getProgram(tx, program.id, call.today)
  const rows = await loadStaff(tx, program.id)
  const stored = new Map(rows.map((row) => [row.id, row]))
  const edited = changes.rows.flatMap((change): Change<StaffMember>[] => {
    const before = stored.get(change.person?.placeId ?? '')
    if (!before) return []
    const after = { ...before, ...staffPatchOf(change.set, complete) }
    if (after.fromOn === before.fromOn) return [{ before, after }]
    // What the list calls the start is that of the first row.
    const first = firstOf(before, rows)
    if (first === before) return [{ before, after }]
    return [
      { before, after: { ...after, fromOn: before.fromOn } },
      { before: first, after: { ...first, fromOn: after.fromOn } },
    ]
  })
  await changePeople(tx, edited)
  const differing = edited.filter(({ before, after }) => differs(before, after, roleFields))
  await checkRoles(
    tx,
    program.id,
    differing.map(({ after }) => after),
  )
  for (const { before, after } of differing) await changeRole(tx, program.id, before, after, call.today)
  await addRoles(tx, changes.rows, complete, call)
}

async function addRoles(tx: Db, rows: readonly PlannedChange[], program: Program, call: CallContext): Promise<void> {
  const newPeople = new Map<PlannedChange, Id>()
  for (const change of rows) {
    call.signal.throwIfAborted()
    const { person, set, sameAs } = change
    if (person?.placeId) continue
    const first = sameAs === null ? undefined : rows[sameAs]!
    const known = person ?? (first && { personId: newPeople.get(first)!, values: withoutRole(first.set) })
    const before = { ...blankStaffMember(call.today), ...staffPatchOf(known?.values ?? {}, program) }
    const patch = staffPatchOf(set, program)
    const row = { ...before, ...patch, fromOn: patch.fromOn ?? earlier(call.today, patch.toOn) }
    const personId = known?.personId ?? (await insertPeople(tx, [row]))[0]!
    const member = { ...row, personId }
    if (known) await changePeople(tx, [{ before: { ...before, personId }, after: member }])
    else newPeople.set(change, personId)
    await checkRoles(tx, program.id, [member])
    await insertStaffRole(tx, program.id, member)
  }
}

const earlier = (day: PlainDate, other: PlainDate | null | undefined): PlainDate => (other && other < day ? other : day)

/** Values of a list as the fields of a role. The program has every site they name. */
function staffPatchOf(values: RowValues, program: Program): Partial<StaffMember> {
  const { site, fte, startDate, endDate, note, ...same } = values
  return {
    ...(same as Partial<StaffMember>),
    ...(site === undefined ? {} : { siteId: program.sites.find(({ name }) => name === site)!.id }),
    ...(fte === undefined ? {} : { effort: fte }),
    ...(startDate === undefined ? {} : { fromOn: startDate }),
    ...(endDate === undefined ? {} : { toOn: endDate }),
    ...(note === undefined ? {} : { roleNote: note }),
  }
}

/** Ends the roles of people whom a list does not name and who were chosen, on the day before. What begins later stays. */
export async function endMissing(
  tx: Db,
  { missing }: NotInFile,
  { programId, statuses, fromOn }: MissingChoices & { programId: Id },
): Promise<number> {
  const unknown = Object.values(statuses).find((status) => status !== endedByImport)
  if (unknown !== undefined)
    throw refuse('invalid_input', `${unknown} is nothing that staff can become. Choose ${endedByImport}.`)
  const chosen = new Set(missing.filter((personId) => Object.hasOwn(statuses, personId)))
  const toOn = addDays(fromOn, -1)
  const ending = (await loadStaff(tx, programId)).filter(
    (row) => chosen.has(row.personId) && row.fromOn <= toOn && (row.toOn === null || row.toOn > toOn),
  )
  for (const row of ending) await updateStaffRole(tx, { ...row, toOn })
  return new Set(ending.map(({ personId }) => personId)).size
}
