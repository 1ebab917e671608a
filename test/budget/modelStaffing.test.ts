import { describe, expect, test } from 'vitest'
import { calculateBudget } from '#shared/budget/model/calculate.ts'
import { projectLearners } from '#shared/budget/model/learners.ts'
import { sensitivity } from '#shared/budget/model/sensitivity.ts'
import { yearSpans } from '#shared/budget/model/years.ts'
import type { PayPlan } from '#shared/budget/itemSchemas.ts'
import { budgetSettingsSchema } from '#shared/budget/schema.ts'
import type { StaffingFacts } from '#shared/budget/staffingFactsSchema.ts'
import { budgetOf, idOf, item, type Parts } from '#test/budget/modelFixture.ts'

const at = (level: string, learners: number, away = 0, site = ''): StaffingFacts['learners'][number] => ({
  level,
  site,
  learners,
  away,
})
const levels = ['M1', 'M2', 'M3']

const project = (
  learners: StaffingFacts['learners'],
  {
    firstYear = 2027,
    startMonth = 7,
    intakes = [] as { level: string; site: string; learners: Record<string, number> }[],
  } = {},
) => {
  const spans = yearSpans(budgetSettingsSchema.parse({ name: 'Any', firstYear, startMonth, years: 3 }))
  const counts = projectLearners({ levels, learners, programYear: 2026 }, { intakes }, spans)
  return spans.map(({ year }) =>
    counts
      .filter((row) => row.year === year)
      .map(({ level, learners: count }) => `${level} ${count}`)
      .join(', '),
  )
}

describe('learners of the years to come', () => {
  test('move on each July, the last level graduates, and as many come in as are there now', () => {
    expect(project([at('M1', 30), at('M2', 20), at('M3', 10)])).toEqual([
      'M1 30, M2 20, M3 10',
      'M1 30, M2 30, M3 20',
      'M1 30, M2 30, M3 30',
    ])
  })

  test('come in as said, and are not known where nobody says', () => {
    const intakes = [{ level: 'M1', site: '', learners: { 2028: 40 } }]
    expect(project([at('M1', 30)], { intakes })).toEqual([
      'M1 30, M2 0, M3 0',
      'M1 40, M2 30, M3 0',
      'M1 null, M2 40, M3 30',
    ])
  })

  test('come back from leave in the next year, at the level they left', () => {
    expect(project([at('M1', 30), at('M2', 20, 2)])).toEqual([
      'M1 30, M2 20, M3 0',
      'M1 30, M2 32, M3 20',
      'M1 30, M2 30, M3 32',
    ])
  })

  test('stay where they are at levels outside the order', () => {
    expect(project([at('Fellow', 4)])[2]).toBe('M1 0, M2 0, M3 0, Fellow 4')
  })

  test('are those of the academic year in which a fiscal year starts', () => {
    const now = 'M1 30, M2 20, M3 0'
    expect(project([at('M1', 30), at('M2', 20)], { startMonth: 1 })[0]).toBe(now)
    expect(project([at('M1', 30), at('M2', 20)], { startMonth: 10 })[0]).toBe(now)
    expect(project([at('M1', 30), at('M2', 20)], { firstYear: 2028 })[0]).toBe('M1 30, M2 30, M3 20')
  })
})

const fringe = item('fringeClass', { name: 'Faculty', rates: { 2027: 0, 2028: 0 } })
const fund = item('fund', { name: 'Dean', amounts: { 2027: 0, 2028: 0 } })
const planKey = idOf(30)

const planOf = (content: Partial<PayPlan> & { model: PayPlan['model'] }) =>
  item(
    'payPlan',
    {
      name: 'Plan',
      fringeClass: fringe.key,
      stipendFringeClass: fringe.key,
      funds: [{ fund: fund.key, share: 10_000 }],
      ...content,
    },
    planKey,
  )

const coach = (
  number: number,
  more: Partial<StaffingFacts['coaches'][number]> = {},
): StaffingFacts['coaches'][number] => ({
  appointmentId: idOf(500 + number),
  personId: idOf(700 + number),
  name: `Coach ${number}`,
  department: '',
  site: '',
  effort: null,
  capacity: null,
  learners: 4,
  startsOn: null,
  endsOn: null,
  available: true,
  ...more,
})

const staffed = (plan: Partial<PayPlan> & { model: PayPlan['model'] }, { assumptions, facts, ...more }: Parts = {}) =>
  budgetOf({
    ...more,
    assumptions: { payPlan: planKey, learnersPerCoach: 5, ...assumptions },
    items: [fringe, fund, planOf(plan), ...(more.items ?? [])],
    facts: { levels, learners: [at('M1', 12), at('M2', 9)], coaches: [coach(1), coach(2)], ...facts },
  })

const show = (document: ReturnType<typeof staffed>) => calculateBudget(document, null).result

describe('coaches needed', () => {
  test('are learners over the ratio, rounded up; those not appointed are to be hired', () => {
    const { totals } = show(staffed({ model: 'effort', baseSalary: 100_000_00, effort: 1000 }))
    expect([totals.coachesNeeded, totals.coachesAppointed, totals.coachesToHire, totals.coaches]).toEqual([
      [5],
      [2],
      [3],
      [5],
    ])
    expect(totals.total).toEqual([5 * 10_000_00])
    expect(totals.fte).toEqual([5000])
    expect(totals.costPerLearner).toEqual([2_380_95])
  })

  test('come from appointments alone, or from the rule alone, where the budget says so', () => {
    const plan = { model: 'effort', baseSalary: 100_000_00, effort: 1000 } as const
    expect(show(staffed(plan, { assumptions: { coachSource: 'appointments' } })).totals).toMatchObject({
      coaches: [2],
      coachesToHire: [0],
      total: [20_000_00],
    })
    expect(show(staffed(plan, { assumptions: { coachSource: 'rule' } })).totals).toMatchObject({
      coaches: [5],
      coachesToHire: [3],
      coachesAppointed: [2],
      total: [50_000_00],
    })
  })

  test('by the rule alone are filled as far as coaches are appointed: vacancy is taken of the others', () => {
    const assumptions = { coachSource: 'rule', vacancy: 1000 } as const
    for (const plan of [
      { model: 'effort', baseSalary: 100_000_00, effort: 1000 },
      { model: 'stipend', stipend: 10_000_00 },
    ] as const) {
      const { byCategory, totals } = show(staffed(plan, { assumptions }))
      const cost = (category: string) => byCategory.find((row) => row.category === category)?.cost
      expect(cost('coaches')).toEqual([5 * 10_000_00])
      expect(cost('vacancy')).toEqual([-3 * 1_000_00])
      expect(totals.total).toEqual([47_000_00])
    }
    const looser = show(
      staffed({ model: 'stipend', stipend: 1_00 }, { assumptions: { ...assumptions, learnersPerCoach: 21 } }),
    )
    expect([looser.totals.coaches, looser.totals.coachesToHire, looser.totals.total]).toEqual([[1], [0], [1_00]])
  })

  test('are never fewer than none', () => {
    const { totals } = show(staffed({ model: 'volunteer' }, { assumptions: { learnersPerCoach: 30 } }))
    expect([totals.coachesNeeded, totals.coachesToHire, totals.coaches]).toEqual([[1], [0], [2]])
  })

  test('reach for the limit of each level too', () => {
    const { staffing } = show(
      staffed(
        { model: 'volunteer' },
        { assumptions: { learnersPerCoachByLevel: [{ level: 'm1', learnersPerCoach: 2 }] } },
      ),
    )
    expect(staffing[0]).toMatchObject({ learners: 21, needed: 6, byLevel: [{ level: 'M1', needed: 6 }, {}, {}] })
  })

  test('may go by hours: learners × hours over the hours of a coach', () => {
    const assumptions = { ratioBasis: 'hoursPerLearner', hoursPerLearner: 1400 } as const
    // 21 x 14 h is 294 h; 0.05 FTE is 104 h.
    expect(
      show(staffed({ model: 'effort', baseSalary: 0, effort: 500 }, { assumptions })).totals.coachesNeeded,
    ).toEqual([3])
  })

  test('are counted site by site where coaches serve their own site', () => {
    const facts = {
      learners: [at('M1', 12, 0, 'East'), at('M1', 9, 0, 'Main')],
      coaches: [
        coach(1, { site: 'East' }),
        coach(2, { site: 'East' }),
        coach(3, { site: 'East' }),
        coach(4, { site: 'East' }),
      ],
      design: {
        learnersPerCoach: null,
        learnersPerCoachByLevel: [],
        sameSite: true,
        meetingsPerYear: null,
        administrationsPerYear: null,
      },
    }
    const { staffing } = show(staffed({ model: 'volunteer' }, { facts }))
    expect(staffing.map(({ site, needed, appointed, toHire }) => [site, needed, appointed, toHire])).toEqual([
      ['East', 3, 4, 0],
      ['Main', 2, 0, 2],
    ])
  })

  test('count a coach in the years in which half of the days or more are appointed', () => {
    const coaches = [
      coach(1, { endsOn: '2026-12-31' }),
      coach(2, { endsOn: '2026-11-30' }),
      coach(3, { startsOn: '2027-07-01' }),
    ]
    const { totals } = show(
      staffed(
        { model: 'volunteer' },
        { facts: { coaches }, settings: { years: 2 }, assumptions: { raises: { 2028: 0 } } },
      ),
    )
    expect(totals.coachesAppointed).toEqual([1, 1])
  })
})

describe('coaches are paid', () => {
  test('a stipend each, their own where they have one, for the months they serve', () => {
    const own = item('coachPay', { appointmentId: idOf(502), stipend: 6_000_00 })
    const facts = { coaches: [coach(1), coach(2, { endsOn: '2026-12-31' })] }
    const document = staffed({ model: 'stipend', stipend: 3_000_00 }, { items: [own], facts })
    // One stipend, half of an own one, and three to be hired.
    expect(show(document).totals.total).toEqual([3_000_00 + 3_000_00 + 3 * 3_000_00])
  })

  test('for each learner, or each meeting held, whoever is paired with whom', () => {
    expect(show(staffed({ model: 'perLearner', perLearner: 200_00 })).totals.total).toEqual([21 * 200_00])
    const assumptions = { meetingsPerLearner: 6, heldShare: 5000 }
    expect(show(staffed({ model: 'perMeeting', perMeeting: 50_00 }, { assumptions })).totals.total).toEqual([
      21 * 3 * 50_00,
    ])
  })

  test('effort and stipend together', () => {
    const plan = { model: 'hybrid', baseSalary: 100_000_00, effort: 500, stipend: 1_000_00 } as const
    expect(show(staffed(plan)).totals.total).toEqual([5 * 6_000_00])
  })

  test('nothing as volunteers: their effort is shown', () => {
    const { totals, complete } = show(staffed({ model: 'volunteer', effort: 200 }))
    expect([totals.total, totals.fte, complete]).toEqual([[0], [1000], true])
  })

  test('by their own terms before those of their appointment, and those before the plan’s', () => {
    const own = item('coachPay', { appointmentId: idOf(501), baseSalary: 200_000_00, effort: 2000 })
    const facts = { coaches: [coach(1, { effort: 500 }), coach(2, { effort: 500 }), coach(3)] }
    const document = staffed(
      { model: 'effort', baseSalary: 100_000_00, effort: 1000 },
      { items: [own], facts, assumptions: { coachSource: 'appointments' } },
    )
    expect(show(document).totals.total).toEqual([40_000_00 + 5_000_00 + 10_000_00])
    expect(show(document).effortRoster).toMatchObject([
      { effort: 2000, learnersPerTenth: 200, load: 'room' },
      { effort: 500, learnersPerTenth: 800, load: 'room' },
      { effort: 1000, learnersPerTenth: 400, load: 'room' },
    ])
  })
})

test('lines go by what drives them', () => {
  const line = (driver: 'learners' | 'coaches' | 'meetings' | 'sessions' | 'administrations') =>
    item('line', {
      category: 'materials',
      item: driver,
      driver,
      quantity: 150,
      unitCost: 1_00,
      funds: [{ fund: fund.key, share: 10_000 }],
    })
  const items = (['learners', 'coaches', 'meetings', 'sessions', 'administrations'] as const).map(line)
  const assumptions = { meetingsPerLearner: 5, heldShare: 8000, sessionsPerYear: 4, administrationsPerYear: 2 }
  const { byItem } = show(staffed({ model: 'volunteer' }, { items, assumptions }))
  const costs = new Map(byItem.map(({ itemKey, cost }) => [itemKey, cost[0]]))
  expect(items.map(({ key }) => costs.get(key))).toEqual([31_50, 7_50, 126_00, 6_00, 3_00])
})

describe('sensitivity', () => {
  const document = staffed({ model: 'effort', baseSalary: 100_000_00, effort: 1000 })

  test('has the total of the request where ratio and effort are as they are', () => {
    const { ratios, efforts, totals } = sensitivity(document, null)
    expect(totals[ratios.indexOf(5)]![efforts.indexOf(1000)]).toBe(50_000_00)
    expect(totals[ratios.indexOf(3)]![efforts.indexOf(500)]).toBe(7 * 5_000_00)
    expect(sensitivity(document, null, { ratios: [21], efforts: [0] }).totals).toEqual([[0]])
  })

  test('counts by the ratio whoever is appointed, and moves the effort of coaches who have their own', () => {
    const own = staffed(
      { model: 'effort', baseSalary: 100_000_00, effort: 1000 },
      { facts: { coaches: [coach(1, { effort: 500 }), coach(2), coach(3), coach(4), coach(5), coach(6)] } },
    )
    const { ratios, totals } = sensitivity(own, null, { efforts: [1000] })
    expect(totals[ratios.indexOf(7)]).toEqual([3 * 10_000_00])
    const effort = sensitivity(own, null).drivers.find(({ assumption }) => assumption.startsWith('Effort'))
    expect(effort?.change).toBe(6 * 1_000_00)
  })

  test('tells what one step of each assumption does, the largest first', () => {
    const { drivers } = sensitivity(document, null)
    expect(drivers.map(({ assumption, from, to, change }) => [assumption, from, to, change])).toEqual([
      ['Learners per coach', '5', '6', -10_000_00],
      ['Effort of each coach (FTE)', '0.10', '0.11', 5_000_00],
      ['Base salary of a coach', '$100,000', '$110,000', 5_000_00],
      ['Fringe of Faculty', '0 %', '1 %', 500_00],
      ['Vacancy', '0 %', '1 %', -300_00],
    ])
  })
})
