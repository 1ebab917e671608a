import exceljs from 'exceljs'
import type { WorkbookModel } from './workbookModel.ts'
import { writeFactsSheet } from './write/factsSheet.ts'
import { writeGridSheet } from './write/gridSheet.ts'
import { sheetNames, tableNames } from './write/names.ts'
import { stampZip } from './write/stampZip.ts'
import { writeTableSheet } from './write/tableSheet.ts'

/**
 * Writes an .xlsx. The same model gives the same bytes. exceljs writes without yielding (about 0.2 s for 1,000 rows), so
 * larger workbooks belong in a worker.
 */
export async function writeWorkbook(model: WorkbookModel): Promise<Uint8Array> {
  if (model.sheets.length === 0) throw new Error('A workbook needs a sheet')
  const created = new Date(model.created)
  const workbook = new exceljs.Workbook()
  Object.assign(workbook, { title: model.title, creator: model.creator, lastModifiedBy: model.creator })
  Object.assign(workbook, { created, modified: created })
  const names = sheetNames(model.sheets.map(({ name }) => name))
  const tables = tableNames(names)
  for (const [index, sheet] of model.sheets.entries()) {
    const worksheet = workbook.addWorksheet(names[index])
    if (sheet.kind === 'table') writeTableSheet(worksheet, sheet, tables[index]!)
    else if (sheet.kind === 'facts') writeFactsSheet(worksheet, sheet)
    else writeGridSheet(worksheet, sheet)
  }
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
  stampZip(bytes, created)
  return bytes
}
