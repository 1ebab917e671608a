import type { GridSheetModel } from '../gridModel.ts'
import { relativeAddress, sheetPrefix } from '../references.ts'
import { insertBefore } from './editParts.ts'
import { xmlText } from './xmlText.ts'
import type { ZipParts } from './zipParts.ts'

/** Adds the links of a sheet to places in the same workbook: exceljs writes them as addresses of other files. */
export function addLinks(parts: ZipParts, sheet: number, { rows }: GridSheetModel): void {
  const links = rows.flatMap(({ cells = [] }, row) =>
    cells.flatMap((cell, column) => {
      if (!cell?.link) return []
      const place = relativeAddress({ row: row + 1, column: column + 1 })
      const target = sheetPrefix(cell.link.sheet) + relativeAddress(cell.link)
      return `<hyperlink ref="${place}" location="${xmlText(target)}"/>`
    }),
  )
  if (links.length === 0) return
  // Where the schema wants them: margins follow, and each sheet has them.
  insertBefore(parts, `xl/worksheets/sheet${sheet}.xml`, '<pageMargins', `<hyperlinks>${links.join('')}</hyperlinks>`)
}
