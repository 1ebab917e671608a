import type { SheetRange } from '../cellModel.ts'
import { sheetReference } from '../references.ts'
import type { WorkbookModel } from '../workbookModel.ts'

/** As exceljs writes them. */
interface DefinedName {
  name: string
  ranges: string[]
}

/** The names of blocks and of single cells, in alphabetical order, as Excel keeps them. */
export function definedNames({ sheets, names = [] }: WorkbookModel): DefinedName[] {
  const found: DefinedName[] = names.map(({ name, range }) => named(name, range))
  for (const sheet of sheets) {
    if (sheet.kind !== 'grid') continue
    for (const [row, { cells = [] }] of sheet.rows.entries()) {
      for (const [column, cell] of cells.entries()) {
        if (cell?.name === undefined) continue
        const place = { top: row + 1, bottom: row + 1, left: column + 1, right: column + 1 }
        found.push(named(cell.name, { sheet: sheet.name, ...place }))
      }
    }
  }
  return checked(found.toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)))
}

const named = (name: string, range: SheetRange): DefinedName => ({ name, ranges: [sheetReference(range)] })

/** @throws Error for names Excel does not take, or the same twice: formulas would mean something else. */
function checked(names: DefinedName[]): DefinedName[] {
  for (const [index, { name }] of names.entries()) {
    const isAddress = /^[a-z]{1,3}\d+$|^r(\d*c\d*)?$|^c\d*$/i.test(name)
    if (!/^[a-z_][a-z0-9_.]{0,254}$/i.test(name) || isAddress) throw new Error(`Not a name for a cell: "${name}"`)
    if (names[index - 1]?.name.toLowerCase() === name.toLowerCase()) throw new Error(`Two cells are called "${name}"`)
  }
  return names
}
