import type { Alignment, Borders, Font, Style } from 'exceljs'
import type { ColumnType } from '../cellModel.ts'
import type { CellStyle } from '../gridModel.ts'
import { alignment, faintLine, font, headerFill, ink, isText, line, numberFormats, quietInk } from './look.ts'

/** What a budget reader expects of a figure typed in: blue. */
const inputInk = { argb: 'FF1D4ED8' }
const inputFill = { argb: 'FFF4F8FE' }
const linkInk = { argb: 'FF0F766E' }

const fonts: Record<CellStyle, Partial<Font>> = {
  title: { bold: true, size: 16 },
  subtitle: { color: quietInk },
  section: { bold: true, size: 12 },
  note: { color: quietInk, size: 10 },
  header: { bold: true },
  label: { color: quietInk },
  body: {},
  input: { color: inputInk },
  subtotal: { bold: true },
  total: { bold: true },
}

const under = { bottom: { style: 'thin', color: faintLine } } as const
const borders: Partial<Record<CellStyle, Partial<Borders>>> = {
  header: { bottom: { style: 'thin', color: line } },
  label: under,
  body: under,
  input: under,
  subtotal: { top: { style: 'thin', color: line } },
  total: { top: { style: 'medium', color: ink } },
}

const fills: Partial<Record<CellStyle, { argb: string }>> = { header: headerFill, input: inputFill }

/** These run over the empty cells to their right instead of wrapping, and begin at the edge of the column. */
const running = new Set<CellStyle>(['title', 'subtitle', 'section', 'note'])
export const runsOver = (style: CellStyle): boolean => running.has(style)

export interface GridCellLook {
  style: CellStyle
  type: ColumnType
  wraps: boolean
  calculated: boolean
  linked: boolean
  spans: boolean
  /** A header with a filter button, which covers the right end of the cell. */
  filtered: boolean
}

const known = new Map<string, Partial<Style>>()

/** The look of a cell; alike cells share one object, by which exceljs finds the style again at once. */
export function gridStyle(look: GridCellLook): Partial<Style> {
  const { wraps, calculated, linked, spans, filtered } = look
  const key = `${look.style} ${look.type} ${wraps} ${calculated} ${linked} ${spans} ${filtered}`
  const style = known.get(key) ?? build(look)
  known.set(key, style)
  return style
}

function build({ style, type, wraps, calculated, linked, spans, filtered }: GridCellLook): Partial<Style> {
  const fill = fills[style]
  const border = borders[style]
  return {
    font: font({ ...fonts[style], ...(linked ? { color: linkInk, underline: true } : {}) }),
    // In a text cell Excel shows the formula instead of its result once somebody edits it.
    numFmt: calculated && type === 'text' ? 'General' : numberFormats[type],
    alignment: alignment(type, {
      ...(runsOver(style) ? { indent: 0 } : {}),
      ...(wraps ? { wrapText: true, ...verticalOf(style) } : {}),
      // A header over several columns of figures belongs to all of them.
      ...(style === 'header' && spans && isText(type) ? { horizontal: 'center', indent: 0 } : {}),
      ...(filtered && !isText(type) ? { indent: 2 } : {}),
    }),
    ...(border ? { border } : {}),
    ...(fill ? { fill: { type: 'pattern', pattern: 'solid', fgColor: fill } } : {}),
  }
}

/** Long notes are read from the top; in a row of figures text stays in the middle. */
const verticalOf = (style: CellStyle): Partial<Alignment> => (style === 'note' ? { vertical: 'top' } : {})
