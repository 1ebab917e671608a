import { expect, test } from 'vitest'

import { Calculation } from '#shared/calculation/calculation.ts'
import { scaleOf } from '#shared/calculation/units.ts'
import { randomData, shapes } from '#test/calculation/support/randomModel.ts'
import { needLibreOffice } from '#test/support/otherOffice.ts'
import { recalculated } from '#test/calculation/support/sheets.ts'

// Thousands of rows with ties of exactly half a cent among them, in one workbook: starting LibreOffice takes seconds.
test('LibreOffice recalculates every formula to the same figure', { timeout: 240_000 }, (context) => {
  needLibreOffice(context)
  const data = randomData(2026, 4000, 20)
  const results = new Calculation(shapes).evaluate(data)
  const sheets = recalculated(shapes, data)
  const different: unknown[] = []
  let compared = 0
  for (const { name, title, columns } of shapes) {
    columns.forEach(({ name: column, unit, computed }, at) => {
      if (!computed) return
      results.ids(name).forEach((id, row) => {
        const ours = results.value(name, row, column)
        const theirs = sheets[title]![row + 1]![at]
        compared += 1
        if (typeof ours === 'number' && typeof theirs === 'number') {
          const scaled = theirs * scaleOf(unit)
          if (Math.abs(scaled - ours) < 1e-4) return
        } else if (ours === null ? theirs === '#N/A' : ours === theirs) return
        different.push({ id, column, ours, theirs })
      })
    })
  }
  expect(different.slice(0, 20)).toEqual([])
  expect(compared).toBeGreaterThan(70_000)
})
