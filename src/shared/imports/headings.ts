import { foldText, tidyText } from '#shared/kernel/text.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'
import type { Field } from '#shared/imports/field.ts'
import { fieldsOf } from '#shared/imports/fields.ts'
import { nearestHeader } from '#shared/imports/similarity.ts'

/** A form asks: "What is your first name?" */
const asking = ['what', 'is', 'please', 'enter', 'provide', 'the', 'your']

/** Words that say whose column it is, where that is the person of the row. "Coach e-mail" among learners is another's. */
const ownWords: Record<PeopleKind, ReadonlySet<string>> = {
  learners: new Set(['student', 'learner', 'resident', 'trainee', 'fellow', 'coachee', ...asking]),
  coaches: new Set(['coach', 'faculty', 'attending', 'physician', ...asking]),
  staff: new Set(['staff', 'employee', 'director', 'assistant', ...asking]),
}

/** Headers about somebody else than the person of the row. */
const others =
  /\b(?:coach|advis[eo]r|mentor|parent|emergency|supervisor|director|attending|student|learner|resident|assistant)s?\b/

/** "Advisor" among learners: what stands under it is not about the person of the row. */
export const isAboutOthers = (kind: PeopleKind, header: string): boolean =>
  others.test(withoutWords(normalHeader(header), ownWords[kind]))

/**
 * A header as it is compared: lower case, no accents, words and spaces only; "E-mail" is one word. "Student #" is a number;
 * "ID #" and "#" alone are not.
 */
export function normalHeader(text: string): string {
  return foldText(tidyText(text))
    .replace(/(?<=[a-z]\s*)(?<!\bid\s*)#/g, ' number ')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\be mail/g, 'email')
    .trim()
}

/** How a header was understood, from the surest way to the least. */
export type HeaderMatch = { field: Field; by: 'name' | 'ownName' } | { field: Field; by: 'similarity'; like: string }

interface Names {
  readonly byName: ReadonlyMap<string, Field>
  readonly own: ReadonlySet<string>
}

const namesOf = (kind: PeopleKind): Names => ({
  byName: new Map(
    fieldsOf(kind).flatMap((field) =>
      [normalHeader(field.label), normalHeader(field.key), ...field.synonyms].map((name) => [name, field] as const),
    ),
  ),
  own: ownWords[kind],
})

const known: Record<PeopleKind, Names> = {
  learners: namesOf('learners'),
  coaches: namesOf('coaches'),
  staff: namesOf('staff'),
}

/** What a column is called: its own header, and the one above it that spans several columns; '' where there is none. */
export interface Heading {
  readonly text: string
  readonly group: string
}

/** The field a heading names, alone or with its group: "E-mail" under "Coach" is the coach's. Null where it names none. */
export function matchHeading(kind: PeopleKind, { text, group }: Heading): HeaderMatch | null {
  if (group === '') return matchHeader(kind, text)
  const together = exactMatch(kind, normalHeader(`${group} ${text}`))
  if (together) return together
  return isAboutOthers(kind, group) ? null : matchHeader(kind, text)
}

/** The field a header names: exactly, without the words for whose it is, or nearly. Null where it names none. */
export function matchHeader(kind: PeopleKind, header: string): HeaderMatch | null {
  return exactMatch(kind, normalHeader(header)) ?? nearMatch(kind, normalHeader(header))
}

export function exactMatch(kind: PeopleKind, name: string): HeaderMatch | null {
  const { byName, own } = known[kind]
  const exact = byName.get(name)
  if (exact) return { field: exact, by: 'name' }
  const ownField = byName.get(withoutWords(name, own))
  return ownField ? { field: ownField, by: 'ownName' } : null
}

function nearMatch(kind: PeopleKind, name: string): HeaderMatch | null {
  const { byName, own } = known[kind]
  const short = withoutWords(name, own)
  const like = nearestHeader(short, byName.keys())
  return like === null ? null : { field: byName.get(like)!, by: 'similarity', like }
}

const withoutWords = (name: string, words: ReadonlySet<string>): string =>
  name
    .split(' ')
    .filter((word) => !words.has(word))
    .join(' ')
