import { isAamcId, npiProblem } from '#shared/roster/identifiers.ts'
import type { RosterKind } from '#shared/roster/schema.ts'
import { fieldIdOf } from './fields/fieldColumns.ts'

/** Fields of a person that belong together, by the key of their column. */
export interface DetailGroup {
  title: string
  keys: readonly string[]
}

const ids = ['studentId', 'employeeId', 'aamcId', 'npi', 'netId']

const commonGroups: Record<RosterKind, readonly DetailGroup[]> = {
  learners: [
    { title: 'Standing', keys: ['status', 'level'] },
    { title: 'Name', keys: ['firstName', 'lastName', 'preferredName', 'middleName', 'suffix'] },
    { title: 'Contact and ids', keys: ['email', 'otherEmails', ...ids] },
    { title: 'Place in the program', keys: ['cohortId', 'siteId', 'classYear', 'track', 'startDate', 'endDate'] },
    { title: 'Anything else', keys: ['note'] },
  ],
  coaches: [
    { title: 'Standing', keys: ['status', 'capacity', 'effort'] },
    { title: 'Name', keys: ['firstName', 'lastName', 'preferredName', 'middleName', 'suffix', 'degrees'] },
    { title: 'Contact and ids', keys: ['email', 'otherEmails', ...ids] },
    { title: 'Place in the program', keys: ['coachType', 'siteId', 'department', 'specialty', 'startDate', 'endDate'] },
    { title: 'Anything else', keys: ['note'] },
  ],
}

/** The groups of somebody who runs the program. */
export const staffGroups: readonly DetailGroup[] = [
  { title: 'Role', keys: ['role', 'title', 'effort', 'siteId', 'fromOn', 'toOn'] },
  { title: 'Name', keys: ['firstName', 'lastName', 'preferredName', 'middleName', 'suffix', 'degrees'] },
  { title: 'Contact and ids', keys: ['email', 'otherEmails', 'department', ...ids] },
  { title: 'Anything else', keys: ['roleNote'] },
]

/** The groups of a roster, with one of the program's own fields where it has any. */
export function detailGroups(kind: RosterKind, columns: readonly { key: string }[]): DetailGroup[] {
  const own = columns.map(({ key }) => key).filter((key) => fieldIdOf(key) !== null)
  const groups = commonGroups[kind]
  return own.length === 0 ? [...groups] : groups.toSpliced(-1, 0, { title: 'Own fields', keys: own })
}

/** What should be known of an id that is kept although it looks wrong; ids are never refused for their shape. */
export function adviceOn(key: string, value: string | number | null): string | undefined {
  if (value === null) return undefined
  const text = String(value)
  if (key === 'aamcId' && !isAamcId(text)) return 'An AAMC ID has eight digits'
  if (key !== 'npi') return undefined
  const problem = npiProblem(text)
  if (problem === 'npiLength') return 'An NPI has ten digits'
  return problem ? 'The check digit does not fit' : undefined
}
