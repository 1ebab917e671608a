import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { type Places, formulaFor } from '#shared/calculation/formula.ts'
import type { TableData, TablesData, TableShape } from '#shared/calculation/table.ts'
import { type CellValue, plainNumber } from '#shared/calculation/units.ts'
import { askOpenpyxl, convertWithLibreOffice } from '#test/support/otherOffice.ts'

const letter = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : `${letter(Math.floor(at / 26) - 1)}${letter(at % 26)}`

/** Each table on a sheet of its own, from A1 with its headers; single cells below each other in column B. */
export function placesOf(shapes: readonly TableShape[], data: TablesData): Places {
  return Object.fromEntries(
    shapes.map(({ name, title, single, columns }) => {
      const rows = data[name]?.ids.length ?? 0
      if (single) {
        const cells = columns.map((column, at) => [column.name, { address: `$B$${at + 1}` }] as const)
        return [name, { sheet: title, cells: Object.fromEntries(cells) }]
      }
      const letters = Object.fromEntries(columns.map((column, at) => [column.name, letter(at)]))
      return [name, { sheet: title, columns: letters, headerRow: 1, firstRow: 2, lastRow: rows + 1 }]
    }),
  )
}

type SheetCell = string | number | null

/** The cells of each sheet as a spreadsheet takes them: formulas begin with "=". */
function sheetsOf(shapes: readonly TableShape[], data: TablesData): Record<string, SheetCell[][]> {
  const byName = new Map(shapes.map((shape) => [shape.name, shape]))
  const places = placesOf(shapes, data)
  const cellsOf = (shape: TableShape, rows: TableData, row: number): SheetCell[] =>
    shape.columns.map(({ name, unit, computed, computedByKind }) => {
      const expression = computedByKind?.[rows.kinds?.[row] ?? ''] ?? computed
      if (expression) return `=${formulaFor(expression, shape, byName, places)(row)}`
      return inputCell(rows.inputs[name]?.[row] ?? null, unit)
    })
  return Object.fromEntries(
    shapes.map((shape) => {
      const rows = data[shape.name] ?? { ids: [], inputs: {} }
      if (shape.single)
        return [shape.title, cellsOf(shape, rows, 0).map((cell, at) => [shape.columns[at]!.header, cell])]
      return [
        shape.title,
        [shape.columns.map(({ header }) => header), ...rows.ids.map((_, row) => cellsOf(shape, rows, row))],
      ]
    }),
  )
}

function inputCell(value: CellValue, unit: TableShape['columns'][number]['unit']): SheetCell {
  if (value === null) return unit === 'text' ? null : '=NA()'
  return typeof value === 'string' ? value : Number(plainNumber(value, unit))
}

const write = `
import json, sys, openpyxl
sheets = json.load(open(sys.argv[1]))
book = openpyxl.Workbook()
book.remove(book.active)
for name, rows in sheets.items():
    sheet = book.create_sheet(name)
    for row in rows: sheet.append(row)
book.save(sys.argv[2])
print("null")
`

const read = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1], data_only=True)
json.dump({s.title: [[c for c in row] for row in s.iter_rows(values_only=True)] for s in book}, open(sys.argv[2], 'w'), default=str)
print("null")
`

/** What LibreOffice makes of the formulas of these tables: each sheet's rows, below the headers. Errors are texts ("#N/A"). */
export function recalculated(shapes: readonly TableShape[], data: TablesData): Record<string, unknown[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'coachdesk-formulas-'))
  const at = (name: string): string => join(folder, name)
  try {
    writeFileSync(at('cells.json'), JSON.stringify(sheetsOf(shapes, data)))
    askOpenpyxl(write, [at('cells.json'), at('book.xlsx')])
    writeFileSync(at('recalculated.xlsx'), convertWithLibreOffice(at('book.xlsx'), 'xlsx'))
    askOpenpyxl(read, [at('recalculated.xlsx'), at('values.json')])
    return JSON.parse(readFileSync(at('values.json'), 'utf8')) as Record<string, unknown[][]>
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
