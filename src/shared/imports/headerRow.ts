import { foldText, tidyText } from '#shared/kernel/text.ts'
import type { RosterKind } from '#shared/roster/schema.ts'
import { type Field, type FieldKey, fieldsOf } from '#shared/imports/fields.ts'
import type { Sheet, SheetRow } from '#shared/imports/sheet.ts'
import { wordSetSimilarity } from '#shared/imports/similarity.ts'

/** Title blocks are shorter than this. */
const searchedRows = 30

const closeEnough = 0.9

/** Words that say whose column it is, where that is the person of the row. "Coach e-mail" among learners is another's. */
const ownWords: Record<RosterKind, ReadonlySet<string>> = {
  learners: new Set(['student', 'learner', 'resident', 'trainee', 'fellow', 'coachee', 'the', 'your']),
  coaches: new Set(['coach', 'faculty', 'attending', 'physician', 'the', 'your']),
}

/** A header as it is compared: lower case, no accents, words and spaces only. */
export function normalHeader(text: string): string {
  return foldText(tidyText(text))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** How a header was understood, from the surest way to the least. */
export type HeaderMatch = { field: Field; by: 'name' | 'ownName' } | { field: Field; by: 'similarity'; like: string }

interface Names {
  readonly byName: ReadonlyMap<string, Field>
  readonly own: ReadonlySet<string>
}

const namesOf = (kind: RosterKind): Names => ({
  byName: new Map(
    fieldsOf(kind).flatMap((field) =>
      [normalHeader(field.label), normalHeader(field.key), ...field.synonyms].map((name) => [name, field] as const),
    ),
  ),
  own: ownWords[kind],
})

const known: Record<RosterKind, Names> = { learners: namesOf('learners'), coaches: namesOf('coaches') }

/** The field a header names: exactly, without the words for whose it is, or nearly. Null where it names none. */
export function matchHeader(kind: RosterKind, header: string): HeaderMatch | null {
  return exactMatch(kind, normalHeader(header)) ?? nearMatch(kind, normalHeader(header))
}

function exactMatch(kind: RosterKind, name: string): HeaderMatch | null {
  const { byName, own } = known[kind]
  const exact = byName.get(name)
  if (exact) return { field: exact, by: 'name' }
  const ownField = byName.get(withoutWords(name, own))
  return ownField ? { field: ownField, by: 'ownName' } : null
}

function nearMatch(kind: RosterKind, name: string): HeaderMatch | null {
  const { byName, own } = known[kind]
  const short = withoutWords(name, own)
  // Short words are alike by chance: "pgy" and "pg".
  if (short.length < 4) return null
  let best: HeaderMatch | null = null
  let score = 0
  for (const [like, field] of byName) {
    const similarity = like.length < 4 ? 0 : wordSetSimilarity(short, like)
    if (similarity < closeEnough || similarity <= score) continue
    score = similarity
    best = { field, by: 'similarity', like }
  }
  return best
}

const withoutWords = (name: string, words: ReadonlySet<string>): string =>
  name
    .split(' ')
    .filter((word) => !words.has(word))
    .join(' ')

/** The row of a sheet that names its columns, or null where none of the first ones does: two headers at least, mostly text. */
export function findHeaderRow(sheet: Sheet, kind: RosterKind): SheetRow | null {
  let best: SheetRow | null = null
  let bestScore = 0
  for (const row of sheet.rows.slice(0, searchedRows)) {
    const score = headerScore(row, kind)
    if (score > bestScore) [best, bestScore] = [row, score]
  }
  return best
}

/** How many fields the row names exactly; 0 for a row that is no header. */
function headerScore(row: SheetRow, kind: RosterKind): number {
  const cells = row.cells.filter((cell) => cell !== null)
  const texts = cells.filter((cell) => cell.kind === 'text' && cell.text.length <= 60)
  if (texts.length * 2 <= cells.length) return 0
  const found = new Set(texts.flatMap(({ text }) => exactMatch(kind, normalHeader(text))?.field.key ?? []))
  return found.size >= 2 || (cells.length === 1 && namesPeople(found)) ? found.size : 0
}

/** One column is a roster only where it names people. */
const namesPeople = (found: ReadonlySet<FieldKey>): boolean =>
  (['fullName', 'lastName', 'email'] as const).some((key) => found.has(key))
