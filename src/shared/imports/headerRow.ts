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
  const { byName, own } = known[kind]
  const name = normalHeader(header)
  if (name === '') return null
  const exact = byName.get(name)
  if (exact) return { field: exact, by: 'name' }
  const short = name
    .split(' ')
    .filter((word) => !own.has(word))
    .join(' ')
  const ownField = byName.get(short)
  if (ownField) return { field: ownField, by: 'ownName' }
  let best: HeaderMatch | null = null
  let score = closeEnough
  for (const [like, field] of byName) {
    // Short words are alike by chance: "pgy" and "pg".
    const similarity = like.length < 4 || short.length < 4 ? 0 : wordSetSimilarity(short, like)
    if (similarity < score || (best && similarity === score)) continue
    score = similarity
    best = { field, by: 'similarity', like }
  }
  return best
}

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

function headerScore(row: SheetRow, kind: RosterKind): number {
  const cells = row.cells.filter((cell) => cell !== null)
  const found = new Map<FieldKey, number>()
  for (const cell of cells) {
    const match = cell.kind === 'text' && cell.text.length <= 60 ? matchHeader(kind, cell.text) : null
    if (!match) continue
    const weight = match.by === 'similarity' ? 0.5 : 1
    found.set(match.field.key, Math.max(weight, found.get(match.field.key) ?? 0))
  }
  const mostlyText = cells.filter((cell) => cell.kind === 'text').length * 2 > cells.length
  const enough = found.size >= 2 || (found.size === 1 && cells.length === 1 && sheetOfOne(found))
  return mostlyText && enough ? [...found.values()].reduce((sum, weight) => sum + weight, 0) : 0
}

/** One column is a roster only where it names people. */
const sheetOfOne = (found: ReadonlyMap<FieldKey, number>): boolean =>
  (['fullName', 'lastName', 'email'] as const).some((key) => found.has(key))
