import { describe, expect, test } from 'vitest'
import { calculateBudget } from '#shared/budget/model/calculate.ts'
import type { BudgetItem, ItemOf, Position } from '#shared/budget/itemSchemas.ts'
import { budgetOf, idOf, item, type Parts } from '#test/budget/modelFixture.ts'

const fringe = item('fringeClass', { name: 'Faculty', rates: { 2027: 2390 } })
const fund = item('fund', { name: 'Dean', amounts: { 2027: 900_000_00, 2028: 900_000_00 } })
const grant = item('fund', {
  name: 'Grant',
  amounts: { 2027: 900_000_00, 2028: 0 },
  appliesCap: true,
  endsOn: '2027-06-30',
})
const gift = item('fund', { name: 'Gift', amounts: { 2027: 90_000_00, 2028: 0 } })
const whole = [{ fund: fund.key, share: 10_000 }]

const position = (content: Partial<Position>): ItemOf<'position'> =>
  item('position', {
    role: 'director',
    holder: 'Ada Park',
    baseSalary: 100_000_00,
    effort: 1000,
    fringeClass: fringe.key,
    funds: whole,
    ...content,
  })

const problemsOf = (items: BudgetItem[], parts: Parts = {}) =>
  calculateBudget(budgetOf({ ...parts, items: [fringe, fund, grant, gift, ...items] }), null).result

const found = (items: BudgetItem[], parts: Parts = {}): string[] =>
  problemsOf(items, parts).problems.map(({ code, level, message }) => `${level} ${code}: ${message}`)

test('a budget in order has none, and is complete', () => {
  const result = problemsOf([position({})])
  expect([result.problems, result.complete]).toEqual([[], true])
})

describe('what is entered wrong is said, and where', () => {
  test.each<[string, Partial<Position>, string]>([
    [
      'shares under 100 %',
      { funds: [{ fund: fund.key, share: 9000 }] },
      'error sharesNotWhole: The fund shares of Program director · Ada Park make 90 %. Make them 100 %.',
    ],
    [
      'shares over 100 %',
      {
        funds: [
          { fund: fund.key, share: 9000 },
          { fund: gift.key, share: 2000 },
        ],
      },
      'error sharesNotWhole: The fund shares of Program director · Ada Park make 110 %. Make them 100 %.',
    ],
    [
      'a fund that is not there',
      { funds: [{ fund: idOf(77), share: 10_000 }] },
      'error unknownFund: Program director · Ada Park is paid by a fund that is not in the budget. Choose another one.',
    ],
    ['no fund', { funds: [] }, 'warning noFund: No fund pays for Program director · Ada Park. Choose who pays.'],
    [
      'an end before the start',
      { startsOn: '2026-12-01', endsOn: '2026-09-01' },
      'error endBeforeStart: Program director · Ada Park ends before it starts. Correct one of the two.',
    ],
    [
      'no salary',
      { baseSalary: null },
      'error amountMissing: Program director · Ada Park has no base salary. Enter it.',
    ],
    [
      'no fringe class',
      { fringeClass: null },
      'error unknownFringeClass: The fringe of Program director · Ada Park is not known. Choose a fringe class.',
    ],
  ])('%s', (_, content, expected) => {
    const item = position(content)
    const { problems, complete } = problemsOf([item])
    expect(problems.map(({ code, level, message }) => `${level} ${code}: ${message}`)).toEqual([expected])
    expect(problems[0]!.itemKey).toBe(item.key)
    expect(complete).toBe(expected.startsWith('warning'))
  })

  test('shares that do not make 100 % never change what the position costs', () => {
    const costs = [9000, 10_000, 12_000].map((share) => {
      const shares = share > 10_000 ? [10_000, 2000] : [share]
      const funds = shares.map((each, at) => ({ fund: [fund, gift][at]!.key, share: each }))
      return problemsOf([position({ funds })]).totals.total[0]
    })
    expect(new Set(costs)).toEqual(new Set([12_390_00]))
  })

  test('what is not known is null, and so is every total over it, but no other', () => {
    const { totals, byCategory } = problemsOf([
      position({ baseSalary: null }),
      position({ role: 'trainer', holder: 'B' }),
    ])
    const cost = (name: string) => byCategory.find(({ category }) => category === name)!.cost
    expect([totals.total, totals.costPerLearner, cost('leadership')]).toEqual([[null], [null], [null]])
    expect(cost('training')).toEqual([12_390_00])
  })
})

describe('rates of years in use', () => {
  const settings = { years: 2 }

  test('are asked for by name and year', () => {
    const result = problemsOf([position({})], { settings })
    expect(result.problems.map(({ code, message, field, year }) => [code, message, field, year])).toEqual([
      ['rateMissing', 'Faculty has no fringe rate for FY28. Enter it, or your own estimate.', 'rates', 2028],
      ['rateMissing', 'The raise of FY28 is not known. Enter it; 0 where salaries stay as they are.', 'raises', 2028],
    ])
    expect(result.totals.total).toEqual([12_390_00, null])
  })

  test('are not asked for where nothing uses them', () => {
    expect(found([position({ endsOn: '2027-06-30' })], { settings })).toEqual([])
    expect(found([position({ endsOn: '2027-06-30', raises: false })], { settings })).toEqual([])
  })

  test('of inflation too', () => {
    const line = item('line', { category: 'travel', item: 'Retreat', unitCost: 100_00, funds: whole })
    expect(found([line], { settings })).toEqual([
      'error rateMissing: The inflation of FY28 is not known. Enter it; 0 where prices stay as they are.',
    ])
    expect(found([{ ...line, content: { ...line.content, inflates: false } }], { settings })).toEqual([])
  })

  test('of the salary cap, where a fund applies it', () => {
    const capped = position({ funds: [{ fund: grant.key, share: 10_000 }] })
    expect(found([capped])).toEqual([
      'error capMissing: A fund applies the salary cap, and none is known for Jul 1, 2026. Add the cap in force that day.',
    ])
    const old = item('salaryCap', { fromOn: '2025-01-01', amount: 225_700_00 })
    expect(found([capped, old])).toEqual([
      'warning capMissing: The salary cap of Jan 1, 2025 ($225,700) is used up to FY27. Add later caps as they are published.',
    ])
    const later = item('salaryCap', { fromOn: '2027-01-01', amount: 230_000_00 })
    expect(found([capped, old, later])).toEqual([])
    expect(found([capped, old, later, item('salaryCap', { fromOn: '2027-01-01', amount: 231_000_00 })])).toEqual([
      'warning capMissing: There are two salary caps from Jan 1, 2027: the one entered last is used. Remove the other.',
    ])
  })
})

describe('one person', () => {
  const ada = idOf(701)

  test('is over full time across positions, coaching and other programs', () => {
    const facts = { effortElsewhere: { [ada]: 5000 } }
    expect(
      found([position({ personId: ada, effort: 4000 }), position({ personId: ada, effort: 2000 })], { facts }),
    ).toEqual([
      'error effortOverFull: Ada Park comes to 1.10 FTE on Jul 1, 2026, 0.50 of it in other programs. Lower an effort to make it 1.00 at most.',
    ])
  })

  test('is known by name where no person is chosen', () => {
    expect(found([position({ effort: 7000 }), position({ effort: 7000, holder: 'ada park' })])[0]).toMatch(/1\.40 FTE/)
  })

  test('may have one effort after the other', () => {
    const items = [position({ effort: 8000, endsOn: '2026-12-31' }), position({ effort: 8000, startsOn: '2027-01-01' })]
    expect(found(items)).toEqual([])
  })
})

describe('funds', () => {
  test('that do not reach', () => {
    const small = item('fund', { name: 'Award', amounts: { 2027: 10_000_00 } })
    expect(found([small, position({ funds: [{ fund: small.key, share: 10_000 }] })])).toEqual([
      'warning fundOverspent: Award is overspent by $2,390 in FY27. Move costs, or raise what it gives.',
    ])
  })

  test('that end while they are to pay: what comes after is without a fund', () => {
    const rates = { settings: { years: 2 }, assumptions: { raises: { 2028: 0 } } }
    const known = item('fringeClass', { name: 'Known', rates: { 2027: 0, 2028: 0 } })
    const cap = item('salaryCap', { fromOn: '2027-07-01', amount: 90_000_00 })
    const earlier = item('salaryCap', { fromOn: '2025-01-01', amount: 90_000_00 })
    const capped = position({ fringeClass: known.key, funds: [{ fund: grant.key, share: 10_000 }] })
    const { problems, byFund } = problemsOf([known, earlier, cap, capped], rates)
    expect(problems.map(({ message }) => message)).toEqual([
      'Grant ends on Jun 30, 2027, and is to pay for 1 item after that: their part is without a fund. Choose who pays then.',
    ])
    // The cap binds what the grant pays, and nothing else.
    expect(byFund.map(({ name, cost }) => [name, ...cost])).toEqual([
      ['Dean', 0, 0],
      ['Grant', 9_000_00, 0],
      ['Gift', 0, 0],
      ['No fund', 0, 10_000_00],
    ])
  })
})

describe('staffing', () => {
  const learners = [{ level: 'M1', site: '', learners: 10, away: 0 }]
  const coach = {
    appointmentId: idOf(501),
    personId: idOf(701),
    name: 'Sam Ode',
    department: '',
    site: '',
    effort: null,
    capacity: 3,
    learners: 4,
    startsOn: null,
    endsOn: null,
    available: true,
  }

  test('asks for the ratio and for how coaches are paid, and leaves the total open', () => {
    const result = problemsOf([], { facts: { levels: ['M1'], learners } })
    expect(result.problems.map(({ code, field }) => [code, field])).toEqual([
      ['ratioMissing', 'learnersPerCoach'],
      ['payPlanMissing', 'payPlan'],
    ])
    expect(result.totals.total).toEqual([null])
  })

  test('asks for what a plan lacks, if somebody is paid by it', () => {
    const plan = item('payPlan', { name: 'Effort', model: 'effort', funds: whole })
    const parts: Parts = {
      assumptions: { payPlan: plan.key, learnersPerCoach: 5 },
      facts: { levels: ['M1'], learners },
    }
    expect(found([plan], parts)).toEqual([
      'error amountMissing: The pay plan Effort has no effort. Enter it.',
      'error amountMissing: The pay plan Effort has no base salary. Enter it.',
      'error unknownFringeClass: The fringe of the pay plan Effort is not known. Choose a fringe class.',
    ])
    expect(found([plan], { ...parts, assumptions: { coachSource: 'appointments', payPlan: plan.key } })).toEqual([])
  })

  test('names who has more learners than room', () => {
    const plan = item('payPlan', { name: 'Volunteers', model: 'volunteer' })
    const parts: Parts = {
      assumptions: { payPlan: plan.key, learnersPerCoach: 20 },
      facts: { levels: ['M1'], learners, coaches: [coach] },
    }
    const result = problemsOf([plan], parts)
    expect(result.problems.map(({ message }) => message)).toEqual([
      'Sam Ode has 4 learners, and room for 3. Move some, or raise the capacity.',
    ])
    expect(result.effortRoster).toMatchObject([{ name: 'Sam Ode', load: 'over' }])
  })
})
