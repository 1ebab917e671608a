import type { Id } from '#shared/kernel/ids.ts'
import { identityLabels } from '#shared/roster/identifiers.ts'
import type { RosterKind } from '#shared/roster/schema.ts'
import { identitiesOf, nameKey } from '#shared/imports/duplicates.ts'
import type { RowDraft } from '#shared/imports/rowDraft.ts'
import type { RowValues } from '#shared/imports/values.ts'

/** Somebody the data file knows already. */
export interface KnownPerson {
  personId: Id
  /** Their place in this program; null where they are known from another one. */
  placeId: Id | null
  /** They ended: not being in a file is no news. */
  gone: boolean
  values: RowValues
}

/** Who a row is, and how that was found: "student ID 00123456". */
export interface Match {
  person: KnownPerson
  matchedBy: string
}

/** Everybody the data file knows, ready to be found by id, e-mail or name. */
export interface KnownPeople {
  readonly byIdentity: ReadonlyMap<string, KnownPerson>
  /** Only those in this program: a name alone says nothing across programs. */
  readonly byName: ReadonlyMap<string, readonly KnownPerson[]>
}

export function indexKnown(people: readonly KnownPerson[]): KnownPeople {
  return {
    byIdentity: new Map(
      people.flatMap((person) => identitiesOf(person.values).map(({ key }) => [key, person] as const)),
    ),
    byName: Map.groupBy(
      people.filter(({ placeId }) => placeId !== null),
      ({ values }) => nameKey(values),
    ),
  }
}

/** Who the row is: by id, then by e-mail, then by exact name with evidence. Null for somebody new. */
export function matchPerson(draft: RowDraft, known: KnownPeople, kind: RosterKind): Match | null {
  for (const { kind: idKind, value, key } of identitiesOf(draft.values)) {
    const person = known.byIdentity.get(key)
    if (person) return { person, matchedBy: `${identityLabels[idKind]} ${value}` }
  }
  const possible = namesakesOf(draft, known).filter((person) => !differentPeople(draft.values, person.values))
  const [person] = possible
  if (!person || possible.length > 1) return null
  if (kind === 'coaches') return { person, matchedBy: 'name, the only one in the program' }
  const { classYear } = draft.values
  if (classYear !== person.values.classYear) return null
  return {
    person,
    matchedBy: classYear === undefined ? 'name, the only one in the program' : `name and class of ${classYear}`,
  }
}

/** People of the program who have the row's first and last name. */
export function namesakesOf(draft: RowDraft, known: KnownPeople): readonly KnownPerson[] {
  return draft.values.lastName === undefined ? [] : (known.byName.get(nameKey(draft.values)) ?? [])
}

const distinguishing = ['studentId', 'employeeId', 'aamcId', 'npi', 'netId', 'email'] as const

/** Both have an id or e-mail of one kind, and it is not the same: two people of one name stay two. */
function differentPeople(a: RowValues, b: RowValues): boolean {
  return distinguishing.some((key) => a[key] !== undefined && b[key] !== undefined && a[key] !== b[key])
}
