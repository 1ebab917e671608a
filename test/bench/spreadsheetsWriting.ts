import { execFileSync } from 'node:child_process'
import ExcelJS from 'exceljs'
import type { ChartModel } from '#main/spreadsheets/chartModel.ts'
import type { CellModel, GridSheetModel } from '#main/spreadsheets/gridModel.ts'
import type { WorkbookModel } from '#main/spreadsheets/workbookModel.ts'
import { writeWorkbook } from '#main/spreadsheets/writeWorkbook.ts'
import { interleaved, type Measured } from '#test/bench/measured.ts'

const height = 3000
const width = 20

/** 60,000 cells, half of them formulas, in a free layout with four charts. */
export function largeGrid(): WorkbookModel {
  const rows = Array.from({ length: height }, (_, row) => ({
    cells: Array.from({ length: width }, (__, column) => cellAt(row + 1, column)),
  }))
  const column = { sheet: 'Bench', top: 1, bottom: 12 }
  const charts = (['column', 'stackedColumn', 'bar', 'line'] as const).map((kind, index): ChartModel => ({
    kind,
    title: kind,
    description: kind,
    covers: { top: 1 + 20 * index, bottom: 18 + 20 * index, left: 22, right: 30 },
    categories: { ...column, left: 1, right: 1 },
    series: [2, 4].map((at) => ({ name: String(at), values: { ...column, left: at, right: at } })),
    valueAxis: { type: 'wholeMoney' },
  }))
  const sheet: GridSheetModel = { kind: 'grid', name: 'Bench', title: 'Bench', columns: [], rows, charts }
  return { title: 'Bench', creator: 'Bench', created: '2026-11-22T12:00:00.000Z', sheets: [sheet] }
}

function cellAt(row: number, column: number): CellModel {
  if (column === 0) return { value: `Position ${row}` }
  if (column % 2 === 1) return { value: row * 3125 + column, type: 'money', style: 'input' }
  const left = String.fromCharCode(64 + column)
  return {
    formula: `ROUND(${left}${row}*1.239,2)`,
    value: Math.round((row * 3125 + column - 1) * 1.239),
    type: 'money',
  }
}

/** The same cells by the shortest way exceljs has, with a number format and a font, and without charts. */
async function plainExceljs({ sheets }: WorkbookModel): Promise<unknown> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('Bench')
  const money = { numFmt: '"$"#,##0.00', font: { name: 'Calibri', size: 11 } }
  for (const [row, { cells = [] }] of (sheets[0] as GridSheetModel).rows.entries()) {
    for (const [column, model] of cells.entries()) {
      if (!model) continue
      const cell = sheet.getCell(row + 1, column + 1)
      const value = typeof model.value === 'number' ? model.value / 100 : `Position ${row + 1}`
      cell.value = 'formula' in model ? { formula: model.formula, result: value } : value
      cell.style = money
    }
  }
  return workbook.xlsx.writeBuffer()
}

/** Writing a large workbook: beside plain exceljs, and in a worker of a process that does nothing else. */
export const writingBench = async (): Promise<Measured[]> => {
  const model = largeGrid()
  const times = await interleaved(5, { ours: () => writeWorkbook(model), plain: () => plainExceljs(model) })
  const { ms, megabytes } = inWorker()
  const what = 'write 60,000 cells with formulas'
  return [
    {
      what: `${what} and 4 charts`,
      value: times.ours,
      unit: 'ms',
      target: Math.round(1.2 * times.plain),
      peer: { what: 'plain exceljs, no charts', value: times.plain },
    },
    { what: `${what}, in a worker`, value: ms, unit: 'ms', target: 2000 },
    { what: `${what}, most memory of the process`, value: megabytes, unit: 'MB', target: 300 },
  ]
}

function inWorker(): { ms: number; megabytes: number } {
  const script = `
    import { runInWorker } from '#main/jobs/worker.ts'
    import { largeGrid } from '#test/bench/spreadsheetsWriting.ts'
    const model = largeGrid()
    const start = performance.now()
    await runInWorker('writeWorkbook', model, { signal: new AbortController().signal })
    const ms = performance.now() - start
    console.log(JSON.stringify({ ms, megabytes: process.resourceUsage().maxRSS / 1024 }))`
  const args = ['--input-type=module-typescript', '--no-warnings', '-e', script]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as { ms: number; megabytes: number }
}
