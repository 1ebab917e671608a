import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatHundredths, parseHundredths } from '#renderer/features/budget/hundredths.ts'
import { readShares, sharesInWords } from '#renderer/features/budget/items/fundShares.ts'
import { columnsOf } from '#renderer/features/budget/items/itemKinds.ts'
import { readPastedRows } from '#renderer/features/budget/items/pasteRows.ts'
import { type BudgetItem, itemSchemas } from '#shared/budget/itemSchemas.ts'
import { budgetSettingsSchema } from '#shared/budget/schema.ts'
import type { StaffingFacts } from '#shared/budget/staffingFactsSchema.ts'

const id = (n: number): string => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`

const fund = (n: number, name: string, code = '') => ({
  id: id(n),
  key: id(n),
  revision: 1,
  scenarioId: null,
  kind: 'fund' as const,
  content: itemSchemas.fund.parse({ name, code }),
})
const dean = fund(1, 'Dean', '10-4410')
const grant = fund(2, 'Teaching grant')
const department = fund(3, 'Teaching department')
const funds = [dean, grant, department]

describe('the funds of a cell', () => {
  test('are read by name, by code, or by a beginning that only one has', () => {
    const [first, second] = [
      { fund: dean.key, share: 6000 },
      { fund: grant.key, share: 4000 },
    ]
    expect(readShares('Dean 60, Teaching grant 40', funds)).toEqual([first, second])
    expect(readShares('10-4410: 60 %; teaching g 40%', funds)).toEqual([first, second])
    expect(readShares('dean', funds)).toEqual([{ fund: dean.key, share: 10_000 }])
    expect(readShares('', funds)).toEqual([])
  })

  test.each([
    ['Dean 60, Teaching grant 30', /make 90 %/],
    ['Teaching 100', /names no fund/],
    ['Provost 100', /names no fund/],
    ['Dean 50, Dean 50', /named twice/],
  ])('%s is refused, with what would be right', (text, reason) => {
    expect(readShares(text, funds)).toMatch(reason)
  })

  test('say in words what they are read from', () => {
    const names = fc.uniqueArray(fc.constantFrom(...funds), { minLength: 1, maxLength: 3 })
    const cuts = fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 2, maxLength: 2 })
    fc.assert(
      fc.property(names, cuts, (payers, [one = 1, other = 1]) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)]
        const parts =
          payers.length === 1 ? [10_000] : payers.length === 2 ? [low, 10_000 - low] : [low, high - low, 10_000 - high]
        const shares = payers.map(({ key }, at) => ({ fund: key, share: parts[at]! })).filter(({ share }) => share > 0)
        expect(readShares(sharesInWords(shares, funds), funds)).toEqual(shares)
      }),
    )
  })
})

describe('rates and quantities', () => {
  test('are read as they are written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (value) => {
        expect(parseHundredths(formatHundredths(value))).toBe(value)
      }),
    )
  })

  test.each(['23.905', '-1', 'three', '', '1.2.3'])('%s is none', (text) => {
    expect(parseHundredths(text)).toBeNull()
  })
})

describe('rows pasted from Excel', () => {
  const settings = budgetSettingsSchema.parse({ name: 'Budget', firstYear: 2027 })
  const facts: StaffingFacts = {
    asOf: '2026-11-22',
    programYear: 2026,
    levels: [],
    learners: [],
    coaches: [],
    effortElsewhere: {},
    design: {
      learnersPerCoach: 8,
      learnersPerCoachByLevel: [],
      sameSite: false,
      meetingsPerYear: null,
      administrationsPerYear: null,
    },
  }
  const items: BudgetItem[] = funds
  const columns = columnsOf('position', { items, settings }, facts, false)
  const begun = itemSchemas.position.parse({ role: 'other' })

  test('are read under their headings, whatever their order', () => {
    const { contents, headers, problems } = readPastedRows(
      'position',
      [
        ['Holder', 'Role', 'base salary', 'FTE', 'Phone', 'Funds'],
        ['Ana Ruiz', 'Program director', '$240,000', '0.10', '555-0100', 'Dean 60, Teaching grant 40'],
        ['', '', '', '', '', ''],
        ['', 'Data manager', '62,500.50', '25%', '', 'Dean'],
      ],
      columns,
      begun,
    )
    expect(problems).toEqual([])
    expect(headers).toEqual(['Holder', 'Role', 'Base salary ($)', 'FTE', null, 'Funds (%)'])
    expect(contents).toMatchObject([
      { holder: 'Ana Ruiz', role: 'director', baseSalary: 240_000_00, effort: 1000 },
      {
        holder: '',
        role: 'dataManager',
        baseSalary: 62_500_50,
        effort: 2500,
        funds: [{ fund: dean.key, share: 10_000 }],
      },
    ])
  })

  test('without headings are read in the order of the columns', () => {
    const { contents } = readPastedRows('position', [['Trainer', 'Bo Chen']], columns, begun)
    expect(contents).toMatchObject([{ role: 'trainer', holder: 'Bo Chen' }])
  })

  test('keep what can be read of a row, and say what cannot', () => {
    const { contents, problems } = readPastedRows(
      'position',
      [
        ['Role', 'Base salary'],
        ['Dean', 'a lot'],
      ],
      columns,
      begun,
    )
    expect(contents).toMatchObject([{ role: 'dean', baseSalary: null }])
    expect(problems).toEqual([
      { row: 2, message: expect.stringMatching(/^Base salary \(\$\): "a lot" is not an amount/) },
    ])
  })
})
