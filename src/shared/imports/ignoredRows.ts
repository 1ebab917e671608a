import { foldText, tidyText } from '#shared/kernel/text.ts'
import { parseLevel } from '#shared/roster/level.ts'
import type { RosterColumn } from '#shared/imports/columns.ts'
import type { SheetRow } from '#shared/imports/sheet.ts'

const total = /^(?:grand |sub)?-?\s*(?:total|sum|count|average)s?\b/
const footer =
  /^(?:generated|printed|exported|report|page|notes?|confidential|source|legend|key|as of|last updated|\*|©)/

/** Why a row under the header holds no person, or null where it may: totals, footers, headings, a header said again. */
export function ignoredReason(row: SheetRow, header: SheetRow | null, columns: readonly RosterColumn[]): string | null {
  const filled = row.cells.flatMap((cell, index) => (cell ? [{ text: fold(cell.text), index }] : []))
  const mapped = columns.filter((column) => column.field !== null)
  if (mapped.length > 0 && !mapped.some((column) => row.cells[column.index]))
    return 'Nothing in the columns that are read'
  if (header && isSame(row, header)) return 'The header again'
  const first = filled[0]
  if (!first) return 'Nothing in it'
  if (total.test(first.text) && filled.length <= Math.max(3, mapped.length / 2)) return 'A total'
  if (filled.length > 1 || mapped.length < 3) return null
  const column = mapped.find(({ index }) => index === first.index)
  if (footer.test(first.text) || first.text.split(' ').length > 5) return 'A note of one cell'
  const isPlace = column?.field === 'level' || column?.field === 'classYear' || column?.field === 'cohort'
  return !isPlace && parseLevel(first.text, { kind: 'ume', year: 2000 }) ? 'A heading' : null
}

const fold = (text: string): string => foldText(tidyText(text))

function isSame(row: SheetRow, header: SheetRow): boolean {
  return header.cells.every((cell, index) => fold(cell?.text ?? '') === fold(row.cells[index]?.text ?? ''))
}
