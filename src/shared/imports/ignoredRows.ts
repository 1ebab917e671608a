import { foldText, tidyText } from '#shared/kernel/text.ts'
import { parseLevel } from '#shared/roster/level.ts'
import type { RosterColumn } from '#shared/imports/columns.ts'
import type { Header } from '#shared/imports/headerRow.ts'
import type { SheetRow } from '#shared/imports/sheet.ts'

const totalFirst = /^(?:grand |sub)?-?\s*(?:total|sum|count|average|mean|headcount)s?\b/
const totalLast = /\b(?:sub-?\s?)?totals?(?:\s*[:=(].*)?$/
const howMany = /^(?:n ?= ?\d+|\d+ (?:students?|learners?|residents?|fellows?|coaches|faculty|people|rows?|records?))$/
const footer =
  /^(?:generated|printed|exported|report|page \d|notes?\b|confidential|source|legend|key\b|as of|last updated|updated|end of|prepared|questions|contact|\*|©)/

/** A blank stretch is told row by row as far as a person would look. */
const mostBlankRows = 1000

/** Why a row under the header holds no person, or null where it may: totals, footers, headings, a header said again. */
export function ignoredReason(row: SheetRow, header: Header | null, columns: readonly RosterColumn[]): string | null {
  const filled = row.cells.flatMap((cell, index) => (cell ? [{ text: fold(cell.text), index }] : []))
  const first = filled[0]
  if (!first) return 'Nothing in it'
  if (header && isSame(row, header)) return 'The header again'
  if (first.text.startsWith('{"importid"')) return 'A description of the columns'
  const mapped = columns.filter((column) => column.field !== null)
  const isFew = filled.length <= Math.max(3, mapped.length / 2)
  if (isFew && (totalFirst.test(first.text) || filled.some(({ text }) => totalLast.test(text)))) return 'A total'
  if (mapped.length > 0 && !mapped.some((column) => row.cells[column.index]))
    return 'Nothing in the columns that are read'
  if (filled.length > 1 || mapped.length < 2) return null
  if (howMany.test(first.text)) return 'A total'
  const column = mapped.find(({ index }) => index === first.index)
  if (footer.test(first.text) || first.text.split(' ').length > 5) return 'A note of one cell'
  const isPlace = column?.field === 'level' || column?.field === 'classYear' || column?.field === 'cohort'
  return !isPlace && isHeading(first.text) ? 'A heading' : null
}

/** "Class of 2027", "PGY-2 residents", "MS3 (48)": whose rows follow. */
function isHeading(text: string): boolean {
  const bare = text.replace(/[:(].*$/, '').replace(/ (?:students?|residents?|fellows?|learners?|class)$/, '')
  return parseLevel(bare.trim(), { kind: 'ume', year: 2000 }) !== null
}

/** The rows between those of a sheet in which nothing stands. */
export function blankRows(rows: readonly SheetRow[]): number[] {
  const blank: number[] = []
  let next = 1
  for (const { number } of rows) {
    for (; next < number && blank.length < mostBlankRows; next += 1) blank.push(next)
    next = number + 1
  }
  return blank
}

const fold = (text: string): string => foldText(tidyText(text))

function isSame(row: SheetRow, { headings }: Header): boolean {
  return headings.every(({ text }, index) => fold(text) === fold(row.cells[index]?.text ?? ''))
}
