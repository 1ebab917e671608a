import exceljs from 'exceljs'
import type { WorkbookModel } from './workbookModel.ts'
import { addLinks } from './write/addLinks.ts'
import { addCharts } from './write/charts/addCharts.ts'
import { definedNames } from './write/definedNames.ts'
import { writeFactsSheet } from './write/factsSheet.ts'
import { writeGridSheet } from './write/gridSheet.ts'
import { sheetNames, tableNames } from './write/names.ts'
import { writeTableSheet } from './write/tableSheet.ts'
import { packParts, readStoredParts, type ZipParts } from './write/zipParts.ts'

/**
 * Writes an .xlsx. The same model gives the same parts, and on one kind of processor the same bytes. exceljs writes without yielding (about 0.2 s for 1,000 rows), so
 * larger workbooks belong in a worker.
 */
export async function writeWorkbook(model: WorkbookModel): Promise<Uint8Array> {
  if (model.sheets.length === 0) throw new Error('A workbook needs a sheet')
  const created = new Date(model.created)
  const workbook = fill(new exceljs.Workbook(), model)
  Object.assign(workbook, { title: model.title, creator: model.creator, lastModifiedBy: model.creator })
  Object.assign(workbook, { created, modified: created })
  const stored = new Uint8Array(await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } }))
  const parts = readStoredParts(stored)
  finish(parts, workbook, model)
  return packParts(parts, created)
}

function fill(workbook: exceljs.Workbook, model: WorkbookModel): exceljs.Workbook {
  const names = sheetNames(model.sheets.map(({ name }) => name))
  const tables = tableNames(names)
  for (const [index, sheet] of model.sheets.entries()) {
    const worksheet = workbook.addWorksheet(names[index])
    if (sheet.kind === 'table') writeTableSheet(worksheet, sheet, tables[index]!)
    else if (sheet.kind === 'facts') writeFactsSheet(worksheet, sheet)
    else {
      if (sheet.name !== names[index]) throw new Error(`Formulas could not call a sheet "${sheet.name}"`)
      writeGridSheet(worksheet, sheet)
      // Excel calculates anew when it opens the file; without formulas it would only ask whether to save.
      workbook.calcProperties.fullCalcOnLoad = true
    }
  }
  // exceljs would not quote a sheet called 2027, and Excel offers to repair such a name.
  Object.defineProperty(workbook.definedNames, 'model', { value: definedNames(model) })
  return workbook
}

/** Adds what exceljs cannot write. It numbers the parts of sheets from 1, in order. */
function finish(parts: ZipParts, workbook: exceljs.Workbook, { sheets }: WorkbookModel): void {
  const grids = sheets.flatMap((sheet, index) => (sheet.kind === 'grid' ? [{ sheet, number: index + 1 }] : []))
  for (const { sheet, number } of grids) addLinks(parts, number, sheet)
  addCharts(parts, workbook, grids)
}
