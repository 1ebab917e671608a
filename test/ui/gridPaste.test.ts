import { describe, expect, test } from 'vitest'
import { moveCell } from '#renderer/ui/grid/gridMove.ts'
import { planPaste } from '#renderer/ui/grid/gridPaste.ts'
import { formatValue, parseValue } from '#renderer/ui/grid/gridValues.ts'
import { personColumns } from './gridRows.ts'

const target = { columns: personColumns, rowCount: 4, rowIdAt: (row: number) => `row ${row}` }
const at = (row: number, column: number) => ({ top: row, bottom: row, left: column, right: column })
const column = (key: string) => personColumns.find((candidate) => candidate.key === key)!

describe('a paste', () => {
  test('sends what the columns can read and rejects the rest with its reason', () => {
    const plan = planPaste(
      [
        ['Ana', 'second', '12'],
        ['Bo', 'Dean', 'many'],
      ],
      at(0, 0),
      target,
    )
    expect(plan.edits).toEqual([
      { rowId: 'row 0', key: 'name', value: 'Ana' },
      { rowId: 'row 0', key: 'level', value: 'm2' },
      { rowId: 'row 0', key: 'hours', value: 12 },
      { rowId: 'row 1', key: 'name', value: 'Bo' },
    ])
    expect(plan.rejected).toEqual([
      { rowId: 'row 1', key: 'level', text: 'Dean', message: '"Dean" is not one of First year, Second year, On leave' },
      { rowId: 'row 1', key: 'hours', text: 'many', message: '"many" is not a number' },
    ])
    expect(plan.range).toEqual({ top: 0, left: 0, bottom: 1, right: 2 })
  })

  test('of one cell fills the range', () => {
    const plan = planPaste([['5']], { top: 1, bottom: 3, left: 2, right: 2 }, target)
    expect(plan.edits.map(({ rowId, value }) => [rowId, value])).toEqual([
      ['row 1', 5],
      ['row 2', 5],
      ['row 3', 5],
    ])
  })

  test('counts what would stand beyond the last row and column', () => {
    const plan = planPaste(
      [
        ['1', '2026-07-01', '0.1', 'x'],
        ['2', '', '', 'x'],
      ],
      at(3, 2),
      target,
    )
    expect(plan.outside).toBe(8 - 3)
    expect(plan.range).toEqual({ top: 3, bottom: 3, left: 2, right: 4 })
  })

  test('leaves alone the cells a ragged block does not have', () => {
    expect(planPaste([['Ana', 'On leave'], ['Bo']], at(0, 0), target).edits).toHaveLength(3)
  })

  test('does not touch a column that cannot be changed', () => {
    expect(planPaste([['0.5']], at(0, 4), target)).toMatchObject({
      edits: [],
      rejected: [{ key: 'effort', message: 'Effort cannot be changed here' }],
    })
  })
})

describe('a typed value', () => {
  test.each([
    ['start', '7/1/26', '2026-07-01', 'Jul 1, 2026'],
    ['effort', '10%', 1_000, '0.10'],
    ['hours', '1,250.5', 1_250.5, '1,250.5'],
    ['level', 'ON LEAVE', 'leave', 'On leave'],
    ['level', 'm1', 'm1', 'First year'],
    ['name', '  Ana \u200B Ruiz ', 'Ana Ruiz', 'Ana Ruiz'],
    ['name', ' ', null, ''],
  ])('in %s reads "%s"', (key, text, value, shown) => {
    expect(parseValue(column(key), text)).toEqual({ ok: true, value })
    expect(formatValue(column(key), value)).toBe(shown)
  })

  test.each([
    ['start', 'Feb 30 2026', '"Feb 30 2026" is not a date; enter one such as Jul 1, 2026'],
    ['effort', '1.2', '1.2 is over 1.0 FTE; enter 0 to 1'],
    ['effort', 'half', '"half" is not an effort; enter 0 to 1, or a percentage'],
    ['hours', '1e999', '"1e999" is not a number'],
    ['level', 'zzz', '"zzz" is not one of First year, Second year, On leave'],
  ])('in %s refuses "%s"', (key, text, message) => {
    expect(parseValue(column(key), text)).toEqual({ ok: false, message })
  })
})

describe('moving', () => {
  const size = { rows: 100, columns: 5, page: 20 }
  const from = { row: 50, column: 2 }

  test.each([
    ['a cell down', { rows: 1, columns: 0, by: 'cell' }, { row: 51, column: 2 }],
    ['a page up', { rows: -1, columns: 0, by: 'page' }, { row: 30, column: 2 }],
    ['to the right edge', { rows: 0, columns: 1, by: 'edge' }, { row: 50, column: 4 }],
    ['to the top', { rows: -1, columns: 0, by: 'edge' }, { row: 0, column: 2 }],
  ] as const)('%s', (_, move, expected) => {
    expect(moveCell(from, { do: 'move', extend: false, ...move }, size)).toEqual(expected)
  })

  test('never leaves the grid, even when it is empty', () => {
    const down = { do: 'move', rows: 1, columns: 0, by: 'page', extend: false } as const
    expect(moveCell({ row: 99, column: 0 }, down, size)).toEqual({ row: 99, column: 0 })
    expect(moveCell({ row: 0, column: 0 }, down, { ...size, rows: 0 })).toEqual({ row: 0, column: 0 })
    expect(moveCell(from, { do: 'moveTo', corner: 'end', extend: false }, { ...size, rows: 0 }).row).toBe(0)
  })
})
