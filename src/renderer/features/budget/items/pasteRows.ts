import { parseValue } from '#renderer/ui/grid/gridValues.ts'
import { type ItemKind, itemSchemas } from '#shared/budget/itemSchemas.ts'
import { foldText } from '#shared/kernel/text.ts'
import type { ContentOf, ItemColumn } from './itemColumns.ts'

export interface PastedRows<K extends ItemKind> {
  contents: ContentOf<K>[]
  /** The columns the cells were taken for, in their order; null: left out. */
  headers: (string | null)[]
  /** What could not be read, where, and why; the rest of the row is taken. */
  problems: { row: number; message: string }[]
}

/** "Base salary ($)" and "base salary" are the same heading. */
const headingOf = (text: string): string => foldText(text.replace(/\(.*\)/, '').trim())

/**
 * Reads rows copied from a spreadsheet: under their headings where two or more are the names of columns, else in the
 * order of the columns. A row is added without the cells that cannot be read; one that cannot stand at all is left out.
 */
export function readPastedRows<K extends ItemKind>(
  kind: K,
  cells: readonly string[][],
  columns: readonly ItemColumn<K>[],
  begun: ContentOf<K>,
): PastedRows<K> {
  const open = columns.filter(({ set }) => set !== undefined)
  const named = (cells[0] ?? []).map((text) => open.find(({ header }) => headingOf(header) === headingOf(text)))
  const hasHeadings = named.filter((column) => column !== undefined).length >= 2
  const taken = hasHeadings ? named : (cells[0] ?? []).map((_, at) => open[at])
  const result: PastedRows<K> = { contents: [], headers: taken.map((column) => column?.header ?? null), problems: [] }
  cells.forEach((row, at) => {
    if ((hasHeadings && at === 0) || row.every((text) => text.trim() === '')) return
    let content = begun
    taken.forEach((column, index) => {
      const text = row[index]?.trim() ?? ''
      if (!column?.set || text === '') return
      const read = parseValue(column, text)
      if (read.ok) content = column.set(content, read.value)
      else result.problems.push({ row: at + 1, message: `${column.header}: ${read.message}` })
    })
    const checked = itemSchemas[kind].safeParse(content)
    if (checked.success) result.contents.push(checked.data as ContentOf<K>)
    else result.problems.push({ row: at + 1, message: `Left out: ${checked.error.issues[0]!.message}` })
  })
  return result
}
