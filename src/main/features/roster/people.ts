import type { Kysely } from 'kysely'
import { inBatches, insertRows } from '#main/database/insertRows.ts'
import { newId } from '#main/database/newId.ts'
import type { Tables } from '#main/database/tables.ts'
import type { PersonIdentityTable, PersonTable } from '#main/database/tables/roster.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { foldText } from '#shared/kernel/text.ts'
import { matchKey } from '#shared/roster/identifiers.ts'
import { type Coach, type IdentityKind, identityKinds } from '#shared/roster/schema.ts'

type Db = Kysely<Tables>

/** The fields of a person as the grid and the forms name them, and the columns they are stored in. */
export const personColumns = {
  lastName: 'last_name',
  firstName: 'first_name',
  middleName: 'middle_name',
  suffix: 'suffix',
  preferredName: 'preferred_name',
  degrees: 'degrees',
  department: 'department',
  specialty: 'specialty',
  note: 'note',
} as const satisfies Record<string, keyof PersonTable>

/** What a person is known by elsewhere, as fields: the main e-mail apart from the others. */
export interface Identities {
  email: string
  otherEmails: string[]
  studentId: string
  employeeId: string
  aamcId: string
  npi: string
  netId: string
}

/** Somebody as a grid or a form has them: whoever has a place in a program. */
export type PersonFields = Identities &
  Pick<Coach, 'id' | 'lastName' | 'firstName' | 'middleName' | 'suffix' | 'preferredName'> &
  Partial<Pick<Coach, 'degrees' | 'department' | 'specialty' | 'note'>>

export const identityFields = ['email', 'otherEmails', 'studentId', 'employeeId', 'aamcId', 'npi', 'netId'] as const

export const noIdentities: Identities = {
  email: '',
  otherEmails: [],
  studentId: '',
  employeeId: '',
  aamcId: '',
  npi: '',
  netId: '',
}

interface IdentityValue {
  kind: IdentityKind
  value: string
}

/** The rows that identities are stored as: every value once, the main e-mail first. */
export function identityValues(identities: Identities): IdentityValue[] {
  const seen = new Set<string>()
  return identityKinds
    .flatMap((kind) =>
      (kind === 'email' ? [identities.email, ...identities.otherEmails] : [identities[kind]]).map((value) => ({
        kind,
        value,
      })),
    )
    .filter(({ kind, value }) => {
      const key = `${kind} ${matchKey(kind, value)}`
      if (value === '' || seen.has(key)) return false
      seen.add(key)
      return true
    })
}

type StoredIdentity = Pick<PersonIdentityTable, 'person_id' | 'kind' | 'value'>

/** Identities by person, of rows in order of position. */
export function groupIdentities(rows: readonly StoredIdentity[]): Map<Id, Identities> {
  const byPerson = new Map<Id, Identities>()
  for (const { person_id, kind, value } of rows) {
    let identities = byPerson.get(person_id)
    if (!identities) byPerson.set(person_id, (identities = { ...noIdentities, otherEmails: [] }))
    if (kind === 'email' && identities.email !== '') identities.otherEmails.push(value)
    else identities[kind] = value
  }
  return byPerson
}

/** Who already holds any of these values, of any program. */
export async function findHolders(
  db: Db,
  values: readonly IdentityValue[],
): Promise<{ personId: Id; kind: IdentityKind; key: string; name: string }[]> {
  const holders = []
  for (const batch of inBatches(values)) {
    holders.push(
      ...(await db
        .selectFrom('person_identity as identity')
        .innerJoin('person', 'person.id', 'identity.person_id')
        .select(['person_id as personId', 'kind', 'match_key as key', 'first_name', 'last_name'])
        .where(
          'match_key',
          'in',
          batch.map(({ kind, value }) => matchKey(kind, value)),
        )
        .execute()),
    )
  }
  const wanted = new Set(values.map(({ kind, value }) => `${kind} ${matchKey(kind, value)}`))
  return holders
    .filter(({ kind, key }) => wanted.has(`${kind} ${key}`))
    .map(({ first_name, last_name, ...holder }) => ({ ...holder, name: `${first_name} ${last_name}`.trim() }))
}

export type PersonColumns = Omit<PersonTable, 'id' | 'revision'>

/** Makes a person of each row, with their identities; answers with the people's ids, in order. */
export async function insertPeople(db: Db, rows: readonly PersonFields[]): Promise<Id[]> {
  const people = rows.map((row) => ({ personId: newId(), row, identities: row }))
  await insertRows(
    db,
    'person',
    people.map(({ personId, row }) => ({ id: personId, revision: 1, ...personRow(row) })),
  )
  await insertIdentities(db, people)
  return people.map(({ personId }) => personId)
}

function personRow(row: PersonFields): PersonColumns {
  return {
    last_name: row.lastName,
    first_name: row.firstName,
    middle_name: row.middleName,
    suffix: row.suffix,
    preferred_name: row.preferredName,
    degrees: row.degrees ?? '',
    department: row.department ?? '',
    specialty: row.specialty ?? '',
    note: row.note ?? '',
  }
}

/** Writes the given columns and raises the revision, also when only the identities changed. */
export async function updatePerson(db: Db, id: Id, columns: Partial<PersonColumns>): Promise<void> {
  await db
    .updateTable('person')
    .set((eb) => ({ ...columns, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function insertIdentities(
  db: Db,
  people: readonly { personId: Id; identities: Identities }[],
): Promise<void> {
  const rows = people.flatMap(({ personId, identities }) => {
    const positions = new Map<IdentityKind, number>()
    return identityValues(identities).map(({ kind, value }) => {
      const position = positions.get(kind) ?? 0
      positions.set(kind, position + 1)
      return { id: newId(), revision: 1, person_id: personId, kind, value, match_key: matchKey(kind, value), position }
    })
  })
  await insertRows(db, 'person_identity', rows)
}

/**
 * Gives people other identities. All old values go before any new one comes, so that two people can exchange ids in one
 * step. The caller has checked that nobody else holds them.
 */
export async function replaceIdentities(
  db: Db,
  people: readonly { personId: Id; identities: Identities }[],
): Promise<void> {
  for (const batch of inBatches(people.map(({ personId }) => personId)))
    await db.deleteFrom('person_identity').where('person_id', 'in', batch).execute()
  await insertIdentities(db, people)
}

/**
 * By last name, then first name, without regard to case and accents: a database orders "Álvarez" after "Zimmerman".
 * @param last what decides between rows of one name
 */
export function inNameOrder<R extends Pick<Coach, 'id' | 'lastName' | 'firstName'>>(
  rows: readonly R[],
  last: (row: R) => string = ({ id }) => id,
): R[] {
  const keyed = rows.map((row) => ({ row, key: foldText(`${row.lastName}  ${row.firstName}  ${last(row)}`) }))
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row)
}
