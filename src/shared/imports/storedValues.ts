import type { CustomField } from '#shared/roster/customFields.ts'
import type { Match } from '#shared/imports/matchPeople.ts'
import { placeOfRow, type RowDraft } from '#shared/imports/rowDraft.ts'
import type { ImportProblem } from '#shared/imports/schema.ts'

/** Says whether something is stored in a field of the person whom a row is about. */
export type IsStored = (place: string, field: string) => boolean

interface MatchedRow {
  draft: RowDraft
  match: Match | null
}

export function whatIsStored(rows: readonly MatchedRow[], customFields: readonly CustomField[]): IsStored {
  const peopleOf = () =>
    new Map(rows.flatMap(({ draft, match }) => (match ? [[placeOfRow(draft), match.person] as const] : [])))
  const customIds = new Map(customFields.map(({ id, name }) => [name.toLowerCase(), id]))
  let people: ReturnType<typeof peopleOf> | undefined
  return (place, field) => {
    people ??= peopleOf()
    const person = people.get(place)
    if (!person) return false
    const id = customIds.get(field.toLowerCase())
    return Object.hasOwn(person.values, field) || (id !== undefined && (person.custom[id] ?? '') !== '')
  }
}

const leftEmpty = /\b(?:It|The NPI) was left empty\b/

/** A value that is not taken leaves nothing empty where the person has one: what is stored stays. */
export function sayWhatStays(problem: ImportProblem, isStored: IsStored): ImportProblem {
  const { field, message } = problem
  if (field === null || !leftEmpty.test(message) || !isStored(placeOfRow(problem), field)) return problem
  return { ...problem, message: message.replace(leftEmpty, 'The stored value stays') }
}
