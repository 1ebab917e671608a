import * as fc from 'fast-check'
import { budgetOf, idOf, item } from '#test/budget/modelFixture.ts'
import { lineCategories, positionRoles } from '#shared/budget/categories.ts'
import { coachPayModels, type FundShares, lineDrivers } from '#shared/budget/itemSchemas.ts'
import type { BudgetDocument } from '#shared/budget/schema.ts'
import { addDays, type PlainDate } from '#shared/kernel/plainDate.ts'

const years = [2027, 2028, 2029] as const
const eachYear = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.tuple(value, value, value).map((values) => Object.fromEntries(values.map((each, at) => [String(years[at]), each])))

/** A day about the years of the budget; mostly the first of a month, as in life. */
const day: fc.Arbitrary<PlainDate> = fc
  .tuple(fc.integer({ min: 0, max: 1500 }), fc.boolean())
  .map(([days, first]) => addDays('2026-01-01', days).replace(/\d\d$/, (last) => (first ? '01' : last)))
const sometimes = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 2 })
const rate = fc.integer({ min: 0, max: 7000 })
const cents = fc.integer({ min: 0, max: 40_000_000 })
const effort = fc.integer({ min: 0, max: 10_000 })

const spanOfDays = fc
  .tuple(sometimes(day), sometimes(day))
  .map(([a, b]) => (a !== null && b !== null && b < a ? { startsOn: b, endsOn: a } : { startsOn: a, endsOn: b }))

const fundKeys = [idOf(11), idOf(12), idOf(13)]
const fringeKeys = [idOf(21), idOf(22)]
const planKeys = [idOf(31), idOf(32)]
const appointment = (index: number): string => idOf(500 + index)

/** Shares of up to three funds that make 100 %, or leave a part to nobody. */
const shares: fc.Arbitrary<FundShares> = fc
  .tuple(
    fc.shuffledSubarray(fundKeys),
    fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 2, maxLength: 2 }),
    fc.boolean(),
  )
  .map(([funds, cuts, whole]) => {
    const edges = [0, ...cuts.toSorted((a, b) => a - b).slice(0, Math.max(0, funds.length - 1)), whole ? 10_000 : 9000]
    return funds.map((fund, at) => ({ fund, share: Math.max(0, edges[at + 1]! - edges[at]!) }))
  })

const funds = fc.tuple(
  ...fundKeys.map((key, at) =>
    fc
      .record({
        amounts: eachYear(cents),
        carryOver: fc.boolean(),
        appliesCap: fc.boolean(),
        indirectRate: rate,
        days: spanOfDays,
      })
      .map(({ days, ...content }) => item('fund', { name: `Fund ${at}`, ...content, ...days }, key)),
  ),
)

const fringe = fc.tuple(
  ...fringeKeys.map((key, at) =>
    eachYear(rate).map((rates) => item('fringeClass', { name: `Class ${at}`, rates }, key)),
  ),
)

const caps = fc
  .uniqueArray(fc.record({ fromOn: day, amount: fc.integer({ min: 10_000_00, max: 30_000_000 }) }), {
    maxLength: 3,
    selector: ({ fromOn }) => fromOn,
  })
  .map((steps) => [{ fromOn: '2020-01-01', amount: 20_000_000 }, ...steps].map((step) => item('salaryCap', step)))

const position = fc
  .record({
    role: fc.constantFrom(...positionRoles),
    holder: fc.constantFrom('', 'Ada Park'),
    baseSalary: cents,
    effort,
    headcount: fc.integer({ min: 1, max: 4 }),
    fringeClass: fc.constantFrom(...fringeKeys),
    raises: fc.boolean(),
    funds: shares,
    days: spanOfDays,
  })
  .map(({ days, ...content }) => item('position', { ...content, ...days }))

const plans = fc.tuple(
  ...planKeys.map((key, at) =>
    fc
      .record({
        model: fc.constantFrom(...coachPayModels),
        baseSalary: cents,
        effort,
        stipend: cents,
        perLearner: cents,
        perMeeting: fc.integer({ min: 0, max: 50_000 }),
        fringeClass: fc.constantFrom(...fringeKeys),
        stipendFringeClass: fc.constantFrom(...fringeKeys),
        funds: shares,
      })
      .map((content) => item('payPlan', { name: `Plan ${at}`, ...content }, key)),
  ),
)

const coachPay = fc
  .uniqueArray(
    fc.record({
      at: fc.integer({ min: 0, max: 5 }),
      payPlan: sometimes(fc.constantFrom(...planKeys)),
      baseSalary: sometimes(cents),
      effort: sometimes(effort),
      stipend: sometimes(cents),
      funds: shares,
    }),
    { maxLength: 3, selector: ({ at }) => at },
  )
  .map((pays) => pays.map(({ at, ...content }) => item('coachPay', { appointmentId: appointment(at), ...content })))

const line = fc
  .record({
    category: fc.constantFrom(...lineCategories),
    driver: fc.constantFrom(...lineDrivers),
    quantity: fc.integer({ min: 0, max: 5000 }),
    unitCost: fc.integer({ min: 0, max: 500_000 }),
    inflates: fc.boolean(),
    firstYear: sometimes(fc.constantFrom(...years)),
    lastYear: sometimes(fc.constantFrom(...years)),
    funds: shares,
  })
  .map((content) => item('line', { item: 'Line', ...content }))

const sites = ['', 'Main', 'East'] as const
const levels = ['M1', 'M2', 'M3', 'M4']

const facts = fc.record({
  levels: fc.constant(levels),
  learners: fc
    .array(fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 5 })), { minLength: 12, maxLength: 12 })
    .map((counts) =>
      counts.map(([learners, away], at) => ({ level: levels[at % 4]!, site: sites[at % 3]!, learners, away })),
    ),
  coaches: fc
    .array(
      fc.record({
        site: fc.constantFrom(...sites),
        effort: sometimes(effort),
        capacity: sometimes(fc.integer({ min: 0, max: 12 })),
        learners: fc.integer({ min: 0, max: 12 }),
        days: spanOfDays,
      }),
      { maxLength: 6 },
    )
    .map((coaches) =>
      coaches.map(({ days, ...coach }, at) => ({
        ...coach,
        ...days,
        appointmentId: appointment(at),
        personId: idOf(700 + at),
        name: `Coach ${at}`,
        department: '',
        available: true,
      })),
    ),
  design: fc.record({
    learnersPerCoach: fc.integer({ min: 1, max: 12 }),
    learnersPerCoachByLevel: fc.boolean().map((limited) => (limited ? [{ level: 'm1', learnersPerCoach: 3 }] : [])),
    sameSite: fc.boolean(),
    meetingsPerYear: fc.integer({ min: 0, max: 20 }),
    administrationsPerYear: fc.integer({ min: 0, max: 6 }),
  }),
})

/** A budget of one to three years in which everything that is needed is known. */
export const completeBudget: fc.Arbitrary<BudgetDocument> = fc
  .record({
    settings: fc.record({
      startMonth: fc.constantFrom(1, 7, 10),
      years: fc.integer({ min: 1, max: 3 }),
      prorateBy: fc.constantFrom('months' as const, 'days' as const),
    }),
    assumptions: fc.record({
      coachSource: fc.constantFrom('appointments' as const, 'rule' as const, 'both' as const),
      ratioBasis: fc.constantFrom('learnersPerCoach' as const, 'hoursPerLearner' as const),
      hoursPerLearner: fc.integer({ min: 0, max: 4000 }),
      payPlan: fc.constantFrom(...planKeys),
      heldShare: fc.integer({ min: 0, max: 10_000 }),
      sessionsPerYear: fc.integer({ min: 0, max: 20 }),
      raises: eachYear(fc.integer({ min: 0, max: 600 })),
      inflation: eachYear(fc.integer({ min: 0, max: 600 })),
      vacancy: fc.integer({ min: 0, max: 3000 }),
    }),
    items: fc
      .tuple(
        funds,
        fringe,
        caps,
        fc.array(position, { maxLength: 5 }),
        plans,
        coachPay,
        fc.array(line, { maxLength: 5 }),
      )
      .map((parts) => parts.flat()),
    facts,
  })
  .map((parts) => budgetOf(parts))
  // By hours, a plan without effort would need endlessly many coaches.
  .map((document) =>
    document.items.some((each) => each.kind === 'payPlan' && !(each.content.effort! > 0))
      ? {
          ...document,
          budget: {
            ...document.budget,
            assumptions: { ...document.budget.assumptions, ratioBasis: 'learnersPerCoach' },
          },
        }
      : document,
  )
