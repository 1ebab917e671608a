import { expect, test } from 'vitest'

import { Calculation } from '#shared/calculation/calculation.ts'
import { type Cells, ExactReader, stored } from '#shared/calculation/exact.ts'
import { type CellValue, scaleOf } from '#shared/calculation/units.ts'
import { randomData, shapes } from '#test/calculation/support/randomModel.ts'

const calculation = new Calculation(shapes)

test.each([0, 60])('arrays of doubles give what integers of any size give (%i in 1,000 not known)', (unknown) => {
  for (let seed = 1; seed <= 10; seed += 1) {
    const data = randomData(seed, 200, unknown)
    const results = calculation.evaluate(data)
    const cells: Cells = {
      shape: (table) => calculation.shapes.get(table)!,
      value: (table, row, column) => results.value(table, row, column),
      rowOf: (table, key) => rowWhere(data[table]!.inputs['class']!, (value) => value === key),
      rowInForce: (table, day) => {
        const from = data[table]!.inputs['from'] as number[]
        return from.some((start) => start <= day) ? from.filter((start) => start <= day).length - 1 : null
      },
      rowsWhere: (table, where) =>
        results
          .ids(table)
          .flatMap((_, row) =>
            where.every(({ column, value }) => results.value(table, row, column) === value) ? [row] : [],
          ),
      divisionByZero: () => undefined,
    }
    for (const shape of shapes) {
      for (const { name, unit, computed } of shape.columns) {
        if (!computed) continue
        results.ids(shape.name).forEach((id, row) => {
          const exact = new ExactReader(shape, row, cells).read(computed)
          const wanted = typeof exact === 'object' && exact !== null ? stored(exact, scaleOf(unit)) : exact
          expect([shape.name, id, name, results.value(shape.name, row, name)]).toEqual([shape.name, id, name, wanted])
        })
      }
    }
  }
})

function rowWhere(values: readonly CellValue[], holds: (value: CellValue) => boolean): number | null {
  const row = values.findIndex(holds)
  return row < 0 ? null : row
}
