import type { CellModel, CellStyle, GridSheetModel } from '../gridModel.ts'
import { buttonRoom, exactWidth, fittingWidth, indentRoom, roomFor, wrappedLines } from './columnWidth.ts'
import { runsOver } from './gridStyle.ts'
import { headerHeight, rowHeight, wrappedHeight } from './look.ts'

/** The width of each column, in characters: as the model says, or what its cells need. */
export function gridWidths({ columns, rows }: GridSheetModel): number[] {
  const count = rows.reduce((most, { cells }) => Math.max(most, cells?.length ?? 0), columns.length)
  const longest = Array.from({ length: count }, () => 0)
  for (const { cells } of rows) {
    for (const [index, cell] of (cells ?? []).entries()) {
      if (cell && columns[index]?.width === undefined) longest[index] = Math.max(longest[index]!, cellRoom(cell))
    }
  }
  return longest.map((length, index) => {
    const width = columns[index]?.width
    return width === undefined ? fittingWidth(length) : exactWidth(width)
  })
}

function cellRoom({ value, type = 'text', style = 'body', span = 1 }: CellModel): number {
  if (span > 1 || runsOver(style) || value === null) return 0
  const room = roomFor(typeof value === 'number' ? value : textOf(value), type)
  // A header may take two lines, and no word of it breaks or runs under a filter button.
  return style === 'header' ? Math.max(Math.ceil(room / 2) + 1, longestWord(textOf(value)) + buttonRoom) : room
}

const longestWord = (text: string): number => Math.max(...text.split(/\s+/).map((word) => word.length))

/** The lines a cell takes in its width, that of all columns it spans. */
export function cellLines({ value, type = 'text', style = 'body', span = 1 }: CellModel, width: number): number {
  const isWords = typeof value === 'string' && (type === 'text' || style === 'header')
  if (!isWords || (runsOver(style) && span === 1)) return 1
  return wrappedLines(value, Math.max(width - indentRoom, 1))
}

const textOf = (value: CellModel['value']): string =>
  value !== null && typeof value === 'object' ? value.error : String(value)

const heights: Partial<Record<CellStyle, number>> = { title: 30, section: 26, header: headerHeight }

/** The height of a row, in points, from the style and the lines of its tallest cell. */
export const heightFor = (style: CellStyle, lines: number): number =>
  Math.max(heights[style] ?? rowHeight, wrappedHeight(lines))
