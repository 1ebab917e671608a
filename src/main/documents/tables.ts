import {
  AlignmentType,
  BorderStyle,
  type ITableBordersOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { TableBlock } from '#main/documents/documentModel.ts'
import { colours, textWidth } from '#main/documents/look.ts'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const line = { style: BorderStyle.SINGLE, size: 4, color: colours.line }
const rules = { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none }
const margins = { top: 50, bottom: 50, left: 80, right: 80 }

/** Labels on the left, values on the right; what is not decided says so. */
export function factsTable(facts: readonly { label: string; value: string }[]): Table {
  const widths = [textWidth * 0.36, textWidth * 0.64].map(Math.round)
  const rows = facts.map(({ label, value }) =>
    row([
      cell([new TextRun({ text: label, color: colours.quiet })], widths[0]!),
      cell(
        [value === '' ? new TextRun({ text: 'Not decided', italics: true, color: colours.quiet }) : new TextRun(value)],
        widths[1]!,
      ),
    ]),
  )
  return table(widths, rows)
}

/** A table with a header that repeats on each page. */
export function gridTable({ columns, rows, isDense = false }: TableBlock): Table {
  const widths = columns.map(({ percent }) => Math.round((textWidth * percent) / 100))
  const header = columns.map(({ header: text, isFigures = false }, index) =>
    cell([new TextRun({ text, bold: true })], widths[index]!, { shaded: true, isDense, isFigures }),
  )
  const body = rows.map((values) =>
    row(
      values.map((text, index) =>
        cell([new TextRun(text)], widths[index]!, { isDense, isFigures: columns[index]?.isFigures ?? false }),
      ),
    ),
  )
  return table(widths, [row(header, true), ...body])
}

/** A line to sign on for each role, with room for name and date. */
export function signatureTable(roles: readonly string[]): Table {
  const widths = [textWidth * 0.58, textWidth * 0.06, textWidth * 0.36].map(Math.round)
  const rows = roles.flatMap((role, index) => {
    // All on one page: nobody signs a page without the sentence above.
    const keep: CellLook = { keepNext: index < roles.length - 1 }
    const ruled: CellLook = { ...keep, ruled: true }
    const room = widths.map((width) => cell([], width, { keepNext: true }))
    return [
      new TableRow({ height: { value: 640, rule: 'atLeast' }, cantSplit: true, children: room }),
      row([cell(quiet(role), widths[0]!, ruled), cell([], widths[1]!, keep), cell(quiet('Date'), widths[2]!, ruled)]),
    ]
  })
  const bare = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }
  return table(widths, rows, bare)
}

interface CellLook {
  shaded?: boolean
  /** A line above, to sign on. */
  ruled?: boolean
  keepNext?: boolean
  isDense?: boolean
  isFigures?: boolean
}

const quiet = (text: string): TextRun[] => [new TextRun({ text, color: colours.quiet })]

function table(widths: number[], rows: TableRow[], borders: ITableBordersOptions = rules): Table {
  const width = { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA }
  return new Table({ width, columnWidths: widths, layout: TableLayoutType.FIXED, borders, margins, rows })
}

const row = (children: TableCell[], tableHeader = false): TableRow =>
  new TableRow({ children, tableHeader, cantSplit: true })

function cell(
  runs: TextRun[],
  width: number,
  { shaded, ruled, keepNext, isDense, isFigures }: CellLook = {},
): TableCell {
  const style = isDense ? 'DenseCell' : 'Cell'
  const alignment = isFigures ? AlignmentType.RIGHT : AlignmentType.LEFT
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins,
    ...(shaded && { shading: { type: ShadingType.CLEAR, fill: colours.band, color: 'auto' } }),
    ...(ruled && { borders: { top: { ...line, color: colours.quiet } } }),
    children: [new Paragraph({ style, alignment, keepNext: keepNext === true, children: runs })],
  })
}
