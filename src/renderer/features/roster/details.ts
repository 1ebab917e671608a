import { isAamcId, npiProblem } from '#shared/roster/identifiers.ts'
import type { RosterKind } from '#shared/roster/schema.ts'

/** Fields of a person that belong together, by the key of their column. */
export interface DetailGroup {
  title: string
  keys: readonly string[]
}

const ids = ['studentId', 'employeeId', 'aamcId', 'npi', 'netId']

export const detailGroups: Record<RosterKind, readonly DetailGroup[]> = {
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
