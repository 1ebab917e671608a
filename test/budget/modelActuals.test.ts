import { describe, expect, test } from 'vitest'
import type { AccountMapping, LedgerEntry } from '#shared/budget/actualsSchema.ts'
import { monthsOf } from '#shared/budget/fiscalYear.ts'
import { planVsActual } from '#shared/budget/model/planVsActual.ts'
import { budgetCategories } from '#shared/budget/categories.ts'
import { idOf } from '#test/budget/modelFixture.ts'

const months = monthsOf(2027, 7).map((month) => ({
  month,
  byCategory: budgetCategories.map((category) => ({ category, cost: category === 'coaches' ? 1000_00 : 0 })),
}))
const thresholds = { varianceShare: 1000, varianceAmount: 500_00 }
const mapping: AccountMapping = { account: '6100', fundCode: '', category: 'coaches', itemKey: null }

let made = 0
const entry = (postedOn: string, amount: number, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  id: idOf((made += 1)),
  postedOn,
  kind: 'actual',
  account: '6100',
  fundCode: 'D-1',
  description: '',
  reference: '',
  amount,
  ...more,
})

const compare = (entries: LedgerEntry[], more: { mappings?: AccountMapping[]; notes?: [string, string][] } = {}) =>
  planVsActual({
    year: 2027,
    months,
    entries,
    mappings: more.mappings ?? [mapping],
    notes: new Map(more.notes as [(typeof budgetCategories)[number], string][]),
    thresholds,
  })

describe('plan against actual', () => {
  test('forecasts what was spent, and what is committed or still planned, whichever is more', () => {
    const view = compare([
      entry('2026-07-31', 900_00),
      entry('2026-09-15', 1500_00),
      entry('2026-10-01', 2000_00, { kind: 'encumbrance' }),
    ])
    expect(view.closedThrough).toBe('2026-09-30')
    expect(view.total).toEqual({
      plan: 12_000_00,
      actual: 2400_00,
      encumbered: 2000_00,
      forecast: 11_400_00,
      variance: 600_00,
      variancePercent: 500,
    })
    expect(view.months.map(({ actual }) => actual)).toEqual([900_00, 0, 1500_00, ...Array(9).fill(null)])
    expect(view.rows.map(({ category, noteDue }) => [category, noteDue])).toEqual([['coaches', false]])
    const more = compare([entry('2026-07-31', 900_00), entry('2026-10-01', 12_000_00, { kind: 'encumbrance' })])
    expect(more.total).toMatchObject({ forecast: 12_900_00, variance: -900_00 })
  })

  test('asks for no note where there is one, or under either threshold', () => {
    const over = [entry('2026-07-31', 2300_00)]
    expect(compare(over).rows[0]!.noteDue).toBe(true)
    expect(compare(over, { notes: [['coaches', 'A coach was replaced.']] }).rows[0]).toMatchObject({
      noteDue: false,
      note: 'A coach was replaced.',
    })
    expect(compare([entry('2026-07-31', 2200_00)]).rows[0]!.noteDue).toBe(false)
  })

  test('leaves totals open while an account belongs nowhere, and lists it', () => {
    const view = compare([entry('2026-07-31', 900_00), entry('2026-08-31', 70_00, { account: '7400' })])
    expect(view.unmapped).toEqual([{ account: '7400', fundCode: 'D-1', entries: 1, actual: 70_00, encumbered: 0 }])
    expect(view.total).toMatchObject({ plan: 12_000_00, actual: null, forecast: null, variance: null })
    expect(view.months[1]).toMatchObject({ actual: null, encumbered: 0 })
    const ordered = compare([entry('2026-08-31', 70_00, { account: '7400', kind: 'encumbrance' })])
    expect(ordered.total).toMatchObject({ actual: 0, encumbered: null, forecast: null })
    expect(view.rows[0]).toMatchObject({ actual: 900_00 })
  })

  test('obeys the place of an account in a fund before that of the account, and leaves out what is not of the program', () => {
    const mappings = [mapping, { ...mapping, fundCode: 'D-2', category: 'travel' as const }]
    const view = compare(
      [
        entry('2026-07-31', 100_00),
        entry('2026-07-31', 40_00, { fundCode: 'D-2' }),
        entry('2026-07-31', 5_00, { account: 'X' }),
      ],
      { mappings: [...mappings, { ...mapping, account: 'X', category: null }] },
    )
    expect(view.rows.map(({ category, actual }) => [category, actual])).toEqual([
      ['coaches', 100_00],
      ['travel', 40_00],
    ])
    expect(view.total.actual).toBe(140_00)
    expect(view.unmapped).toEqual([])
  })

  test('keeps a saving that is planned, and gives its variance and the percent of it one sign', () => {
    const saving = months.map(({ month, byCategory }) => ({
      month,
      byCategory: byCategory.map(({ category }) => ({ category, cost: category === 'vacancy' ? -100_00 : 0 })),
    }))
    const view = planVsActual({
      year: 2027,
      months: saving,
      entries: [entry('2026-12-31', 0)],
      mappings: [{ ...mapping, category: 'vacancy' }],
      notes: new Map(),
      thresholds,
    })
    expect(view.rows[0]).toMatchObject({ forecast: -600_00, variance: -600_00, variancePercent: -5000, noteDue: true })
    expect(view.total).toMatchObject({ forecast: -600_00, variance: -600_00, variancePercent: -5000 })
  })

  test('has no month closed, and forecasts the plan, before anything is spent', () => {
    const view = compare([])
    expect(view.closedThrough).toBeNull()
    expect(view.total).toMatchObject({ forecast: 12_000_00, variance: 0, variancePercent: 0 })
  })
})
