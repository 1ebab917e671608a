import { budgetOf, idOf, item } from '#test/budget/modelFixture.ts'
import type { BudgetDocument, Difference } from '#shared/budget/schema.ts'

const years = [2027, 2028, 2029, 2030, 2031]
const eachYear = (value: number): Record<string, number> => Object.fromEntries(years.map((year) => [year, value]))

/** 250 coaches, 6 positions, 40 lines, 5 years, 3 funds, and 6 scenarios beside the base. */
export function largeBudget(): BudgetDocument {
  const fund = (at: number): string => idOf(10 + at)
  const shares = [
    { fund: fund(1), share: 6000 },
    { fund: fund(2), share: 4000 },
  ]
  const [faculty, extra] = [idOf(20), idOf(21)]
  const plan = idOf(30)
  const items = [
    ...[1, 2, 3].map((at) =>
      item(
        'fund',
        { name: `Fund ${at}`, amounts: eachYear(500_000_00), carryOver: true, appliesCap: at === 2, indirectRate: 800 },
        fund(at),
      ),
    ),
    item('fringeClass', { name: 'Faculty', rates: eachYear(2390) }, faculty),
    item('fringeClass', { name: 'Extra pay', rates: eachYear(490) }, extra),
    item('salaryCap', { fromOn: '2025-01-01', amount: 225_700_00 }),
    item(
      'payPlan',
      {
        name: 'Faculty effort',
        model: 'effort',
        baseSalary: 210_000_00,
        effort: 1000,
        fringeClass: faculty,
        funds: shares,
      },
      plan,
    ),
    ...Array.from({ length: 6 }, (_, at) =>
      item('position', {
        role: at === 0 ? 'director' : 'administrator',
        title: `Position ${at}`,
        holder: `Holder ${at}`,
        baseSalary: 90_000_00 + at * 10_000_00,
        effort: 5000,
        fringeClass: faculty,
        funds: shares,
      }),
    ),
    ...Array.from({ length: 250 }, (_, at) =>
      item('coachPay', {
        appointmentId: idOf(20_000 + at),
        baseSalary: 180_000_00 + at * 317_00,
        effort: 500 + (at % 5) * 100,
      }),
    ),
    ...Array.from({ length: 40 }, (_, at) =>
      item('line', {
        category: 'materials',
        item: `Line ${at}`,
        driver: (['fixed', 'learners', 'coaches', 'meetings'] as const)[at % 4]!,
        unitCost: 12_34 + at * 1_11,
        funds: shares,
      }),
    ),
  ]
  const document = budgetOf({
    settings: { years: 5 },
    assumptions: {
      coachSource: 'both',
      payPlan: plan,
      raises: eachYear(300),
      inflation: eachYear(250),
      vacancy: 300,
    },
    items,
    facts: {
      levels: ['M1', 'M2', 'M3', 'M4'],
      learners: ['M1', 'M2', 'M3', 'M4'].flatMap((level) =>
        ['Main', 'East'].map((site) => ({ level, site, learners: 250, away: 2 })),
      ),
      coaches: Array.from({ length: 250 }, (_, at) => ({
        appointmentId: idOf(20_000 + at),
        personId: idOf(30_000 + at),
        name: `Coach ${at}`,
        department: 'Medicine',
        site: at % 2 === 0 ? 'Main' : 'East',
        effort: null,
        capacity: 8,
        learners: 7,
        startsOn: '2024-07-01',
        endsOn: at % 10 === 0 ? '2028-12-31' : null,
        available: true,
      })),
      design: {
        learnersPerCoach: 8,
        learnersPerCoachByLevel: [],
        sameSite: true,
        meetingsPerYear: 6,
        administrationsPerYear: 2,
      },
    },
  })
  const scenario = (at: number, name: string, differences: Difference[]) => ({
    id: idOf(90 + at),
    revision: 1,
    name,
    note: '',
    differences,
  })
  const assume = (field: string, value: Difference['value']): Difference => ({ itemKey: null, field, value })
  return {
    ...document,
    scenarios: [
      scenario(1, '1:6', [assume('learnersPerCoach', 6)]),
      scenario(2, '1:10', [assume('learnersPerCoach', 10)]),
      scenario(3, '0.05 FTE', [{ itemKey: plan, field: 'effort', value: 500 }]),
      scenario(4, 'Grant ends', [{ itemKey: fund(2), field: 'endsOn', value: '2028-06-30' }]),
      scenario(5, 'Vacancy', [assume('vacancy', 1000)]),
    ],
  }
}
