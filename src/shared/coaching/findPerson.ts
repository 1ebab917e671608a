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

export type Found = { person: KnownPerson } | { person: null; why: 'notNamed' | 'unknown' | 'several' }

const fold = (text: string): string => foldText(tidyText(text))

/** "Garcia, Ana, MD" and "Dr. Ana Garcia" as one key. */
function nameKey(text: string): string {
  const { firstName, lastName } = splitName(text)
  return fold(`${firstName} ${lastName}`)
}

/**
 * Tells people apart by an id, an e-mail or a name, in that order: an id is surer than a name. What stands where a name
 * should may be an address or an id as well: forms ask for "Student" and leave it open.
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
    let why: 'notNamed' | 'unknown' | 'several' = 'notNamed'
    for (const how of ['id', 'email', 'name'] as const) {
      if (named[how] === '') continue
      const { index, key } = lookups[how]
      const text = named[how]
      const found = index.get(key(text)) ?? (how === 'name' ? inPlaceOfName(text) : [])
      if (found.length === 1) return { person: found[0]!.person }
      why = found.length > 1 ? 'several' : why === 'several' ? why : 'unknown'
    }
    return { person: null, why }
  }
}
