import type { BudgetExport } from '#main/features/budget/workbook/budgetExport.ts'
import { monthsOf } from '#shared/budget/fiscalYear.ts'
import { calculateBudget } from '#shared/budget/model/calculate.ts'
import { planVsActual } from '#shared/budget/model/planVsActual.ts'
import type { AccountMapping, LedgerEntry } from '#shared/budget/actualsSchema.ts'
import type { BudgetItem } from '#shared/budget/itemSchemas.ts'
import type { BudgetDocument, Difference } from '#shared/budget/schema.ts'
import { budgetOf, idOf, item } from '#test/budget/modelFixture.ts'

const id = (name: string): string =>
  idOf(Array.from(name).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1e9, 7))
const [dean, grant, hospital, faculty, staff, extra] = ['dean', 'grant', 'hospital', 'faculty', 'staff', 'extra'].map(
  id,
)
const [effortPlan, stipendPlan, director, training] = ['effortPlan', 'stipendPlan', 'director', 'training'].map(id)
const [leaner, stipends] = [id('leaner'), id('stipends')]

const thirds = [
  { fund: dean!, share: 3333 },
  { fund: grant!, share: 3333 },
  { fund: hospital!, share: 3334 },
]

const items: BudgetItem[] = [
  item(
    'fund',
    {
      name: 'Dean’s office',
      code: 'D-100',
      amounts: { 2027: 60_000_000, 2028: 60_000_000, 2029: 60_000_000 },
      carryOver: true,
    },
    dean,
  ),
  item(
    'fund',
    {
      name: 'Reimagining grant',
      code: 'G-7?',
      amounts: { 2027: 20_000_000, 2028: 10_000_000 },
      endsOn: '2027-12-31',
      appliesCap: true,
      indirectRate: 1000,
    },
    grant,
  ),
  item(
    'fund',
    { name: 'Teaching hospital', amounts: { 2027: 20_000_000, 2028: 20_000_000, 2029: 20_000_000 }, appliesCap: true },
    hospital,
  ),
  item(
    'fringeClass',
    { name: 'Clinical faculty', rates: { 2027: 2390, 2028: 2440, 2029: 2440 }, source: 'Iowa FY26' },
    faculty,
  ),
  item('fringeClass', { name: 'Professional staff', rates: { 2027: 4010, 2028: 4010, 2029: 4010 } }, staff),
  item('fringeClass', { name: 'Extra compensation', rates: { 2027: 490, 2028: 490, 2029: 490 } }, extra),
  item('salaryCap', { fromOn: '2025-01-01', amount: 22_570_000, source: 'NOT-OD-25-085' }),
  item('salaryCap', { fromOn: '2027-01-01', amount: 22_800_000, source: 'An example' }),
  item(
    'payPlan',
    {
      name: 'Coaches',
      model: 'effort',
      baseSalary: 24_000_000,
      effort: 1000,
      stipend: 500_000,
      fringeClass: faculty!,
      stipendFringeClass: extra!,
      funds: [{ fund: dean!, share: 10_000 }],
    },
    effortPlan,
  ),
  item(
    'payPlan',
    { name: 'Stipends', model: 'stipend', stipend: 750_000, stipendFringeClass: extra!, funds: thirds },
    stipendPlan,
  ),
  item(
    'position',
    {
      role: 'director',
      holder: 'Ada Park',
      department: 'Medicine',
      baseSalary: 24_000_000,
      effort: 500,
      fringeClass: faculty!,
      funds: thirds,
    },
    director,
  ),
  item('position', {
    role: 'administrator',
    baseSalary: 7_000_000,
    effort: 5000,
    startsOn: '2026-10-01',
    fringeClass: staff!,
    funds: [{ fund: dean!, share: 10_000 }],
    note: 'New in the autumn',
  }),
  item(
    'line',
    {
      category: 'training',
      item: 'Coach training',
      driver: 'coaches',
      quantity: 100,
      unit: 'place',
      unitCost: 45_050,
      funds: thirds,
      justification: 'Two days for each coach. Is it enough?',
    },
    training,
  ),
  item('line', {
    category: 'events',
    item: 'Cohort lunches',
    driver: 'learners',
    quantity: 250,
    unit: 'lunch',
    unitCost: 1835,
    funds: [{ fund: hospital!, share: 10_000 }],
  }),
  item('line', {
    category: 'evaluation',
    item: 'Survey licence *',
    driver: 'administrations',
    quantity: 100,
    unitCost: 120_000,
    funds: [{ fund: grant!, share: 10_000 }],
    lastYear: 2028,
  }),
]

const differences: Difference[] = [{ itemKey: null, field: 'learnersPerCoach', value: 10 }]

/** Three years, two sites, three funds of which one ends, and two scenarios. */
export function budgetDocument(): BudgetDocument {
  const made = budgetOf({
    settings: {
      name: 'FY27 request',
      firstYear: 2027,
      years: 3,
      preparedBy: 'Sam Ortiz',
      contact: 'coaching@example.edu',
    },
    assumptions: {
      learnersPerCoach: 8,
      payPlan: effortPlan!,
      meetingsPerLearner: 4,
      sessionsPerYear: 6,
      administrationsPerYear: 2,
      raises: { 2028: 300, 2029: 300 },
      inflation: { 2028: 250, 2029: 250 },
      vacancy: 500,
    },
    items,
    facts: {
      levels: ['M1', 'M2', 'M3', 'M4'],
      learners: ['M1', 'M2', 'M3', 'M4'].flatMap((level, at) => [
        { level, site: 'Main', learners: 30 + at, away: 1 },
        { level, site: 'North', learners: 11 + at, away: 0 },
      ]),
      coaches: Array.from({ length: 14 }, (_, at) => ({
        appointmentId: id(`appointment ${at}`),
        personId: id(`person ${at}`),
        name: `Coach ${String.fromCharCode(65 + at)}`,
        department: at % 2 === 0 ? 'Medicine' : 'Pediatrics',
        site: at % 3 === 0 ? 'North' : 'Main',
        effort: at % 4 === 0 ? 1250 : null,
        capacity: at % 5 === 0 ? 8 : null,
        learners: 4 + (at % 7),
        startsOn: '2025-07-01',
        endsOn: at === 3 ? '2027-03-31' : null,
        available: true,
      })),
      design: {
        learnersPerCoach: 8,
        learnersPerCoachByLevel: [],
        sameSite: true,
        meetingsPerYear: 4,
        administrationsPerYear: 2,
      },
    },
  })
  return {
    ...made,
    scenarios: [
      { id: leaner, revision: 1, name: '1:10', note: 'What if every coach had ten learners?', differences },
      {
        id: stipends,
        revision: 1,
        name: 'Stipends instead of FTE',
        note: '',
        differences: [
          { itemKey: null, field: 'payPlan', value: stipendPlan! },
          { itemKey: training!, field: 'unitCost', value: 60_000 },
          { itemKey: director!, field: 'effort', value: 1000 },
        ],
      },
    ],
  }
}

const months = monthsOf(2027, 7)

const entries: LedgerEntry[] = months.slice(0, 6).flatMap((month, at) => [
  {
    id: idOf(500 + at),
    postedOn: month,
    kind: 'actual',
    account: '6100',
    fundCode: '',
    description: '',
    reference: '',
    amount: 3_900_033 + at * 10_007,
  },
  {
    id: idOf(520 + at),
    postedOn: month,
    kind: 'encumbrance',
    account: '7200',
    fundCode: '',
    description: '',
    reference: '',
    amount: 25_000,
  },
])

const mappings: AccountMapping[] = [
  { account: '6100', fundCode: '', category: 'coaches', itemKey: null },
  { account: '7200', fundCode: '', category: 'training', itemKey: null },
]

/** @param places the accounts of the ledger that have a place */
export function budgetExport(document = budgetDocument(), places = ['6100', '7200']): BudgetExport {
  const { result, inputs } = calculateBudget(document, null)
  return {
    program: {
      id: idOf(2),
      revision: 1,
      name: 'MD coaching',
      kind: 'ume',
      institution: 'Example University School of Medicine',
      year: 2026,
      cohorts: [],
      sites: [],
      learners: 170,
      coaches: 14,
      archivedOn: null,
    },
    document,
    scenarioIds: document.scenarios.map(({ id }) => id),
    planVsActual: planVsActual({
      year: 2027,
      months: result.months,
      entries,
      mappings: mappings.filter(({ account }) => places.includes(account)),
      notes: new Map([['coaches', 'Two coaches started late.']]),
      thresholds: inputs.assumptions,
    }),
    audience: 'Dean’s finance office',
    actor: 'Sam Ortiz',
    now: '2026-11-22T12:00:00.000Z',
    appVersion: '0.1.0',
  }
}

/** The same with a fringe rate, a unit cost and an account's place that nobody has entered. */
export function incompleteDocument(): BudgetDocument {
  const document = budgetDocument()
  const items = document.items.map((each): BudgetItem => {
    if (each.kind === 'fringeClass' && each.key === faculty)
      return { ...each, content: { ...each.content, rates: { 2028: 2440, 2029: 2440 } } }
    if (each.kind === 'line' && each.key === training) return { ...each, content: { ...each.content, unitCost: null } }
    return each
  })
  return { ...document, items }
}

/** Names that spreadsheets would take for wildcards, comparisons or numbers, or for each other. */
const awkward = [
  'A*',
  'AB',
  'a*',
  '=B',
  '>C',
  '<>D',
  'Dean\'s "fund" & co',
  'Why?',
  '~x',
  '1',
  '001',
  '1.0',
  'Straße',
  'STRASSE',
]

/** The same with names of funds, fringe classes, plans, people, lines, sites and levels that are hard to look up. */
export function awkwardDocument(): BudgetDocument {
  const { facts, ...document } = budgetDocument()
  const named = (at: number): string => awkward[at % awkward.length]!
  const renamed = (one: string): string =>
    ({ Main: 'site*', North: 'Site*', M1: '>1', M2: '=1', M3: '1', M4: '01' })[one] ?? one
  return {
    ...document,
    items: document.items.map((each, at): BudgetItem => {
      switch (each.kind) {
        case 'fund':
        case 'fringeClass':
        case 'payPlan':
          return { ...each, content: { ...each.content, name: named(at) } } as BudgetItem
        case 'position':
          return { ...each, content: { ...each.content, holder: each.content.holder && named(at), department: '=1+1' } }
        case 'line':
          return { ...each, content: { ...each.content, item: named(at), unit: '*' } }
        default:
          return each
      }
    }),
    facts: {
      ...facts,
      levels: facts.levels.map(renamed),
      learners: facts.learners.map((group) => ({ ...group, level: renamed(group.level), site: renamed(group.site) })),
      coaches: facts.coaches.map((coach, at) => ({ ...coach, name: named(at), site: renamed(coach.site) })),
    },
  }
}

/** Nobody to be coached and nobody to coach: only positions and lines cost. */
export function nobodyDocument(): BudgetDocument {
  const document = budgetDocument()
  return { ...document, facts: { ...document.facts, learners: [], coaches: [] } }
}
