import type { Id } from '#shared/kernel/ids.ts'
import { foldText, tidyText } from '#shared/kernel/text.ts'
import { splitName } from '#shared/roster/personName.ts'

/** Somebody with a place in the program, by everything a list may call them. */
export interface KnownPerson {
  readonly id: Id
  readonly name: string
  readonly names: readonly string[]
  readonly emails: readonly string[]
  /** Student, employee and other ids. */
  readonly ids: readonly string[]
}

/** What a row says of who is meant; empty where it says nothing. */
export interface Named {
  readonly id: string
  readonly email: string
  readonly name: string
}

export type Found = { person: KnownPerson } | { person: null; why: 'notNamed' | 'unknown' | 'several' | 'differ' }

const fold = (text: string): string => foldText(tidyText(text))

/** "Garcia, Ana, MD" and "Dr. Ana Garcia" as one key. */
function nameKey(text: string): string {
  const { firstName, lastName } = splitName(text)
  return fold(`${firstName} ${lastName}`)
}

/**
 * Who is meant by an id, an e-mail and a name; one of them that leads to one person is enough, and none may lead to
 * another. What stands where a name should may be an address or an id as well: forms ask for "Student" and leave it open.
 */
export function personFinder(people: readonly KnownPerson[]): (named: Named) => Found {
  const by = (keysOf: (person: KnownPerson) => readonly string[]) =>
    Map.groupBy(
      people.flatMap((person) => [...new Set(keysOf(person))].map((key) => ({ key, person }))),
      ({ key }) => key,
    )
  const lookups = {
    id: { index: by(({ ids }) => ids.map(fold)), key: fold },
    email: { index: by(({ emails }) => emails.map(fold)), key: fold },
    name: { index: by(({ names }) => names.map(nameKey)), key: nameKey },
  }
  const inPlaceOfName = (text: string) => lookups.email.index.get(fold(text)) ?? lookups.id.index.get(fold(text)) ?? []
  return (named) => {
    const given = (['id', 'email', 'name'] as const).filter((how) => named[how] !== '')
    if (given.length === 0) return { person: null, why: 'notNamed' }
    const found = given.map((how) => {
      const { index, key } = lookups[how]
      return index.get(key(named[how])) ?? (how === 'name' ? inPlaceOfName(named[how]) : [])
    })
    const single = found.filter((people) => people.length === 1).map(([one]) => one!.person)
    const [person] = single
    // A row shifted against its neighbours has the id of one and the name of another: neither is sure then.
    if (person && single.some((other) => other !== person)) return { person: null, why: 'differ' }
    if (person) return { person }
    return { person: null, why: found.some((people) => people.length > 1) ? 'several' : 'unknown' }
  }
}
