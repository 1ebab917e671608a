import { foldText, tidyText } from '#shared/kernel/text.ts'
import type { RosterColumn } from '#shared/imports/columns.ts'
import type { Header } from '#shared/imports/headerRow.ts'
import type { Sheet, SheetRow } from '#shared/imports/sheet.ts'

const totalFirst = /^(?:grand |sub)?-?\s*(?:total|sum|count|average|mean|headcount)s?\b/
const totalLast = /\b(?:sub-?\s?)?totals?(?:\s*[:=(].*)?$/
const howMany = /^(?:n ?= ?\d+|\d+ (?:students?|learners?|residents?|fellows?|coaches|faculty|people|rows?|records?))$/
const footer =
  /^(?:generated|printed|exported|report|page \d|notes?\b|confidential|source|legend|key\b|as of|last updated|updated|end of|prepared|questions|contact|\*|©)/

/** A blank stretch is told row by row as far as a person would look. */
const mostBlankRows = 1000

/** Why a row under the header holds no person, or null where it may: totals, footers, a header said again. */
export function ignoredReason(row: SheetRow, header: Header | null, columns: readonly RosterColumn[]): string | null {
  const filled = row.cells.flatMap((cell) => (cell ? fold(cell.text) : []))
  const first = filled[0]
  if (first === undefined) return 'Nothing in it'
  if (header && isSame(row, header)) return 'The header again'
  if (first.startsWith('{"importid"')) return 'A description of the columns'
  const mapped = columns.filter((column) => column.field !== null)
  const isFew = filled.length <= Math.max(3, mapped.length / 2)
  if (isFew && (totalFirst.test(first) || filled.some((text) => totalLast.test(text)))) return 'A total'
  if (filled.length > 1) return isInMapped(row, mapped) ? null : 'Nothing in the columns that are read'
  if (howMany.test(first) && mapped.length > 1) return 'A total'
  return null
}

/** Why a row of one cell that is no heading holds no person either; null where it may be a name. */
export function ignoredNote(row: SheetRow, columns: readonly RosterColumn[]): string | null {
  const text = fold(row.cells.find((cell) => cell !== null)?.text ?? '')
  const mapped = columns.filter((column) => column.field !== null)
  if (!isInMapped(row, mapped)) return 'Nothing in the columns that are read'
  if (mapped.length < 2) return null
  return footer.test(text) || text.split(' ').length > 5 ? 'A note of one cell' : null
}

const isInMapped = (row: SheetRow, mapped: readonly RosterColumn[]): boolean =>
  mapped.length === 0 || mapped.some((column) => row.cells[column.index])

/** A cell over several columns, alone in its row. */
export function isAcross({ merges }: Sheet, { number }: SheetRow): boolean {
  return merges.some(({ top, bottom, left, right }) => top <= number && bottom >= number && right > left)
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
