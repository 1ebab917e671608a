import { expect, test } from 'vitest'
import { budgetWorkbook } from '#main/features/budget/workbook/budgetWorkbook.ts'
import type { GridSheetModel } from '#main/spreadsheets/gridModel.ts'
import { writeWorkbook } from '#main/spreadsheets/writeWorkbook.ts'
import { toResult } from '#main/spreadsheets/write/toCell.ts'
import { budgetExport } from '#test/workbooks/budgetFixture.ts'
import { recalculate } from '#test/support/recalculate.ts'

const exported = budgetExport()
const workbook = budgetWorkbook(exported)
const grids = workbook.sheets.filter((sheet): sheet is GridSheetModel => sheet.kind === 'grid')

/** Every formula of the workbook with what the app says it gives. */
const formulas = grids.flatMap((sheet) =>
  sheet.rows.flatMap(({ cells = [] }, row) =>
    cells.flatMap((cell, column) =>
      cell && 'formula' in cell
        ? [{ sheet: sheet.name, row, column, formula: cell.formula, type: cell.type ?? 'text', value: cell.value }]
        : [],
    ),
  ),
)

const isError = (value: unknown): boolean => typeof value === 'string' && value.startsWith('#')

test('LibreOffice recalculates every figure to the cent', { timeout: 240_000 }, async () => {
  const calculated = recalculate(await writeWorkbook(workbook))
  const different = formulas.flatMap(({ sheet, row, column, formula, type, value }) => {
    const theirs = calculated.get(sheet)?.[row]?.[column]
    const ours = toResult(value, type)
    if (typeof ours === 'object' && 'error' in ours && isError(theirs)) return []
    if (typeof ours === 'number' && typeof theirs === 'number' && Math.abs(ours - theirs) < 1e-6) return []
    const shown = ours instanceof Date ? ours.toISOString().slice(0, 10) : ours
    return shown === theirs || (shown === '' && theirs === null)
      ? []
      : [{ sheet, row: row + 1, column, formula, ours, theirs }]
  })
  expect(different.slice(0, 10)).toEqual([])
  expect(formulas.length).toBeGreaterThan(200)
})
