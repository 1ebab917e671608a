import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import type { AppointmentStandingTable, AppointmentTable } from '#main/database/tables/roster.ts'
import { inNameOrder } from '#main/features/roster/people.ts'
import { allOrSome, loadIdentities, nameColumns, whoFields } from '#main/features/roster/loadPeople.ts'
import { loadCustomValues } from '#main/features/roster/customValues.ts'
import { loadLoads } from '#main/features/roster/pairings.ts'
import type { Placement } from '#main/features/roster/placement.ts'
import { placementWrites } from '#main/features/roster/placementTables.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { Coach } from '#shared/roster/schema.ts'
import { standingOn } from '#shared/roster/standing.ts'
import { coachStatusFacts } from '#shared/roster/statuses.ts'

type Db = Kysely<Tables>

/** Coaches in a program: appointments and their standings. */
export const coaches: Placement<Coach> = {
  kind: 'coaches',
  noun: { one: 'coach', many: 'coaches' },
  placeFields: ['coachType', 'siteId', 'startDate', 'endDate'],
  standingFields: ['status', 'capacity', 'effort'],

  isGone: ({ status }) => coachStatusFacts[status].presence === 'gone',
  statusLabel: ({ status }) => coachStatusFacts[status].label,

  load: allOrSome(loadCoaches),
  ...placementWrites<Coach>({
    kind: 'coaches',
    place: 'appointment',
    standing: 'appointment_standing',
    owner: 'appointment_id',
    placeColumns,
    standingColumns,
    standingFields: (stored) => standingColumns(stored as Coach),
  }),
}

function placeColumns(coach: Coach): Omit<AppointmentTable, 'id' | 'revision' | 'person_id' | 'program_id'> {
  return { site_id: coach.siteId, coach_type: coach.coachType, starts_on: coach.startDate, ends_on: coach.endDate }
}

function standingColumns(coach: Coach): Pick<AppointmentStandingTable, 'status' | 'capacity' | 'effort'> {
  return { status: coach.status, capacity: coach.capacity, effort: coach.effort }
}

async function loadCoaches(db: Db, programId: Id, day: PlainDate, ids?: readonly Id[]): Promise<Coach[]> {
  let rows = db
    .selectFrom('appointment')
    .innerJoin('person', 'person.id', 'appointment.person_id')
    .selectAll('appointment')
    .select(nameColumns)
    .select(['degrees', 'department', 'specialty', 'note', 'person.revision as person_revision'])
    .where('program_id', '=', programId)
  let standings = db
    .selectFrom('appointment_standing')
    .innerJoin('appointment', 'appointment.id', 'appointment_id')
    .select(['appointment_id', 'from_on as fromOn', 'to_on as toOn', 'status', 'capacity', 'effort'])
    .where('program_id', '=', programId)
    .orderBy('from_on')
  if (ids) {
    rows = rows.where('appointment.id', 'in', ids)
    standings = standings.where('appointment_id', 'in', ids)
  }
  const identitiesOf = await loadIdentities(db, 'appointment', programId, ids)
  const standingsOf = Map.groupBy(await standings.execute(), (row) => row.appointment_id)
  const customOf = await loadCustomValues(db, programId, 'coaches', ids)
  const loadOf = await loadLoads(db, programId, day, ids)
  const people = (await rows.execute()).map((row) => {
    const standing = standingOn(standingsOf.get(row.id) ?? [], day)
    return {
      id: row.id,
      ...whoFields(row, identitiesOf),
      revision: row.revision + row.person_revision,
      degrees: row.degrees,
      department: row.department,
      specialty: row.specialty,
      coachType: row.coach_type,
      capacity: standing?.capacity ?? null,
      effort: standing?.effort ?? null,
      status: standing?.status ?? 'active',
      statusFrom: standing?.fromOn ?? day,
      siteId: row.site_id,
      startDate: row.starts_on,
      endDate: row.ends_on,
      note: row.note,
      custom: customOf.get(row.id) ?? {},
      load: loadOf.get(row.id) ?? 0,
    }
  })
  return inNameOrder(people)
}
