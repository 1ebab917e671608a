import { Calculation } from '#shared/calculation/calculation.ts'
import type { Expression } from '#shared/calculation/expression.ts'
import { fromRows, type TableShape } from '#shared/calculation/table.ts'
import type { CellValue, Unit } from '#shared/calculation/units.ts'

/** A table of inputs with one computed column, `result`. */
export const oneTable = (inputs: Readonly<Record<string, Unit>>, unit: Unit, computed: Expression): TableShape => ({
  name: 'table',
  title: 'Table',
  columns: [
    ...Object.entries(inputs).map(([name, unit]) => ({ name, header: name, unit })),
    { name: 'result', header: 'Result', unit, computed },
  ],
})

/** What one row of such a table comes to. */
export function resultOf(shape: TableShape, values: Readonly<Record<string, CellValue>>): CellValue {
  return new Calculation([shape]).evaluate({ table: fromRows([{ id: 'row', values }]) }).value('table', 'row', 'result')
}
