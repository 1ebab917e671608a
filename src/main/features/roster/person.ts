import type { Kysely, SelectQueryBuilder } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import type { PersonTable } from '#main/database/tables/roster.ts'
import { groupIdentities, noIdentities } from '#main/features/roster/people.ts'
import { dropRecords } from '#main/features/roster/placeRecords.ts'
import { loadPairings } from '#main/features/roster/pairings.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Person } from '#shared/roster/schema.ts'

type Db = Kysely<Tables>

export async function loadPersonColumns(db: Db, id: Id): Promise<PersonTable | undefined> {
  return db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
}

/** A person with their identities and every place they hold or held, oldest first. */
export async function loadPerson(db: Db, id: Id): Promise<Person | undefined> {
  const row = await loadPersonColumns(db, id)
  if (!row) return undefined
  const identities = await db
    .selectFrom('person_identity')
    .select(['person_id', 'kind', 'value'])
    .where('person_id', '=', id)
    .orderBy('position')
    .execute()
  return {
    id: row.id,
    revision: row.revision,
    lastName: row.last_name,
    firstName: row.first_name,
    middleName: row.middle_name,
    suffix: row.suffix,
    preferredName: row.preferred_name,
    ...(groupIdentities(identities).get(id) ?? noIdentities),
    degrees: row.degrees,
    department: row.department,
    specialty: row.specialty,
    note: row.note,
    enrolments: await loadEnrolments(db, id),
    appointments: await loadAppointments(db, id),
    staff: await loadStaffRoles(db, id),
    pairings: await loadPairings(db, { personId: id }),
  }
}

async function loadEnrolments(db: Db, personId: Id): Promise<Person['enrolments']> {
  const enrolments = await db
    .selectFrom('enrolment')
    .innerJoin('program', 'program.id', 'enrolment.program_id')
    .leftJoin('cohort', 'cohort.id', 'cohort_id')
    .leftJoin('site', 'site.id', 'site_id')
    .select(['enrolment.id', 'enrolment.program_id as programId', 'program.name as programName'])
    .select(['cohort.name as cohort', 'site.name as site', 'class_year as classYear', 'track'])
    .select(['starts_on as startDate', 'ends_on as endDate'])
    .where('person_id', '=', personId)
    .orderBy('enrolment.id')
    .execute()
  const standings = await db
    .selectFrom('enrolment_standing')
    .innerJoin('enrolment', 'enrolment.id', 'enrolment_id')
    .select(['enrolment_id', 'from_on as fromOn', 'to_on as toOn', 'status', 'level', 'reason'])
    .where('person_id', '=', personId)
    .orderBy('from_on')
    .execute()
  return enrolments.map((enrolment) => ({
    ...enrolment,
    standings: standings
      .filter((standing) => standing.enrolment_id === enrolment.id)
      .map(({ enrolment_id: _, ...standing }) => standing),
  }))
}

async function loadAppointments(db: Db, personId: Id): Promise<Person['appointments']> {
  const appointments = await db
    .selectFrom('appointment')
    .innerJoin('program', 'program.id', 'appointment.program_id')
    .leftJoin('site', 'site.id', 'site_id')
    .select(['appointment.id', 'appointment.program_id as programId', 'program.name as programName'])
    .select(['site.name as site', 'coach_type as coachType', 'starts_on as startDate', 'ends_on as endDate'])
    .where('person_id', '=', personId)
    .orderBy('appointment.id')
    .execute()
  const standings = await db
    .selectFrom('appointment_standing')
    .innerJoin('appointment', 'appointment.id', 'appointment_id')
    .select(['appointment_id', 'from_on as fromOn', 'to_on as toOn', 'status', 'capacity', 'effort', 'reason'])
    .where('person_id', '=', personId)
    .orderBy('from_on')
    .execute()
  return appointments.map((appointment) => ({
    ...appointment,
    standings: standings
      .filter((standing) => standing.appointment_id === appointment.id)
      .map(({ appointment_id: _, ...standing }) => standing),
  }))
}

async function loadStaffRoles(db: Db, personId: Id): Promise<Person['staff']> {
  return db
    .selectFrom('staff_role')
    .innerJoin('program', 'program.id', 'staff_role.program_id')
    .leftJoin('site', 'site.id', 'site_id')
    .select(['staff_role.id', 'staff_role.program_id as programId', 'program.name as programName'])
    .select(['site.name as site', 'role', 'title', 'effort', 'from_on as fromOn', 'to_on as toOn', 'note'])
    .where('person_id', '=', personId)
    .orderBy('from_on')
    .orderBy('staff_role.id')
    .execute()
}

/** Deletes every row of a person, what depends on it first. */
export async function deletePerson(db: Db, id: Id): Promise<void> {
  const enrolments = db.selectFrom('enrolment').select('id').where('person_id', '=', id)
  const appointments = db.selectFrom('appointment').select('id').where('person_id', '=', id)
  for (const table of ['pairing', 'custom_value'] as const)
    await db
      .deleteFrom(table)
      .where((eb) => eb.or([eb('enrolment_id', 'in', enrolments), eb('appointment_id', 'in', appointments)]))
      .execute()
  await dropRecords(db, 'enrolment_id', await idsOf(enrolments))
  await dropRecords(db, 'appointment_id', await idsOf(appointments))
  await db.deleteFrom('enrolment_standing').where('enrolment_id', 'in', enrolments).execute()
  // A position they held stays in the budget, to be hired; what was said of their own pay goes.
  await db.deleteFrom('budget_item').where('person_id', '=', id).where('kind', '=', 'coachPay').execute()
  await db
    .updateTable('budget_item')
    .set((eb) => ({ person_id: null, revision: eb('revision', '+', 1) }))
    .where('person_id', '=', id)
    .execute()
  await releaseResponses(db, id, appointments)
  await db.deleteFrom('appointment_standing').where('appointment_id', 'in', appointments).execute()
  await db.deleteFrom('enrolment').where('person_id', '=', id).execute()
  await db.deleteFrom('staff_role').where('person_id', '=', id).execute()
  await db.deleteFrom('appointment').where('person_id', '=', id).execute()
  await db.deleteFrom('person_identity').where('person_id', '=', id).execute()
  await db.deleteFrom('person').where('id', '=', id).execute()
}

/**
 * What somebody answered stays, as that of nobody; so do answers about a coach. A release that names people cannot be made
 * again where one of them was erased.
 */
async function releaseResponses(db: Db, id: Id, appointments: AppointmentIds): Promise<void> {
  const codes = await db
    .selectFrom('survey_code')
    .select(['administration_id', 'code'])
    .where('person_id', '=', id)
    .execute()
  const without = { person_id: null, code: '' }
  for (const { administration_id, code } of codes)
    await db
      .updateTable('response')
      .set((eb) => ({ ...without, revision: eb('revision', '+', 1) }))
      .where('administration_id', '=', administration_id)
      .where('code', '=', code)
      .execute()
  await db.deleteFrom('survey_code').where('person_id', '=', id).execute()
  await db
    .updateTable('response')
    .set((eb) => ({ ...without, revision: eb('revision', '+', 1) }))
    .where('person_id', '=', id)
    .execute()
  for (const table of ['response', 'response_comment'] as const)
    await db
      .updateTable(table)
      .set((eb) => ({ appointment_id: null, revision: eb('revision', '+', 1) }))
      .where('appointment_id', 'in', appointments)
      .execute()
  await db
    .updateTable('evaluation_release')
    .set({ content: null })
    .where('program_id', 'in', db.selectFrom('appointment').select('program_id').where('person_id', '=', id))
    .execute()
}

const idsOf = async (query: { execute(): Promise<{ id: Id }[]> }): Promise<Id[]> =>
  (await query.execute()).map(({ id }) => id)

type AppointmentIds = SelectQueryBuilder<Tables, 'appointment', { id: Id }>
