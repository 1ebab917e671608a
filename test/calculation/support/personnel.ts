import {
  asOf,
  cell,
  column,
  lookup,
  matrix,
  min,
  multiply,
  divide,
  literal,
  round,
  add,
  sum,
} from '#shared/calculation/expression.ts'
import { fromRows, singleRow, type TablesData, type TableShape } from '#shared/calculation/table.ts'
import { toDay } from '#shared/calculation/units.ts'

/** A small budget: two positions, fringe by class and year, a salary limit that steps, and sums by fund. */
export const shapes: TableShape[] = [
  {
    name: 'assumptions',
    title: 'Assumptions',
    single: true,
    columns: [
      { name: 'learners', header: 'Learners', unit: 'count' },
      { name: 'ratio', header: 'Learners per coach', unit: 'count' },
      { name: 'stipend', header: 'Stipend', unit: 'money' },
    ],
  },
  {
    name: 'caps',
    title: 'Salary limits',
    key: 'from',
    columns: [
      { name: 'from', header: 'From', unit: 'day' },
      { name: 'limit', header: 'Limit', unit: 'money' },
    ],
  },
  {
    name: 'fringe',
    title: 'Fringe rates',
    key: 'class',
    columns: [
      { name: 'class', header: 'Class', unit: 'text' },
      { name: 'y1', header: 'FY 2026', unit: 'rate' },
      { name: 'y2', header: 'FY 2027', unit: 'rate' },
    ],
  },
  {
    name: 'personnel',
    title: 'Personnel',
    key: 'name',
    columns: [
      { name: 'name', header: 'Name', unit: 'text' },
      { name: 'fund', header: 'Fund', unit: 'text' },
      { name: 'class', header: 'Fringe class', unit: 'text' },
      { name: 'year', header: 'Year', unit: 'text' },
      { name: 'start', header: 'Start', unit: 'day' },
      { name: 'base', header: 'Base salary', unit: 'money' },
      { name: 'effort', header: 'Effort', unit: 'rate' },
      { name: 'months', header: 'Months', unit: 'quantity' },
      { name: 'limit', header: 'Limit', unit: 'money', computed: asOf('caps', column('start'), 'limit') },
      {
        name: 'salary',
        header: 'Salary',
        unit: 'money',
        computedByKind: {
          capped: round(
            divide(multiply(min(column('base'), column('limit')), column('effort'), column('months')), literal(12)),
            'money',
          ),
          full: round(divide(multiply(column('base'), column('effort'), column('months')), literal(12)), 'money'),
          volunteer: literal(0, 'money'),
        },
      },
      {
        name: 'rate',
        header: 'Fringe rate',
        unit: 'rate',
        computed: matrix('fringe', column('class'), column('year'), ['y1', 'y2']),
      },
      {
        name: 'fringe',
        header: 'Fringe',
        unit: 'money',
        computed: round(multiply(column('salary'), column('rate')), 'money'),
      },
      { name: 'total', header: 'Total', unit: 'money', computed: add(column('salary'), column('fringe')) },
    ],
  },
  {
    name: 'funds',
    title: 'Funds',
    key: 'fund',
    columns: [
      { name: 'fund', header: 'Fund', unit: 'text' },
      { name: 'asked', header: 'Asked', unit: 'money', computed: sum('personnel', 'total', { fund: column('fund') }) },
      {
        name: 'effortOfAnn',
        header: 'Effort of Ann',
        unit: 'rate',
        computed: lookup('personnel', literalText('Ann'), 'effort'),
      },
      {
        name: 'perLearner',
        header: 'Cost per learner',
        unit: 'money',
        computed: round(divide(sum('personnel', 'total'), cell('assumptions', 'learners')), 'money'),
      },
    ],
  },
]

function literalText(value: string) {
  return { kind: 'literal', value, unit: 'text' } as const
}

const person = (name: string, kind: string, effort: number, more: Record<string, string | number | null> = {}) => ({
  id: name.toLowerCase(),
  kind,
  values: {
    name,
    fund: 'Dean',
    class: 'Clinical faculty',
    year: 'FY 2026',
    start: toDay('2025-07-01'),
    base: 24_000_000,
    effort,
    months: 1200,
    ...more,
  },
})

export const data: TablesData = {
  assumptions: singleRow({ learners: 240, ratio: 8, stipend: 250_000 }),
  caps: fromRows([
    { id: '2024', values: { from: toDay('2024-01-01'), limit: 22_190_000 } },
    { id: '2025', values: { from: toDay('2025-01-01'), limit: 22_570_000 } },
  ]),
  fringe: fromRows([{ id: 'clinical', values: { class: 'Clinical faculty', y1: 2390, y2: 2450 } }]),
  personnel: fromRows([
    person('Ann', 'capped', 1000),
    person('Bo', 'full', 1000, { fund: 'Grant' }),
    person('Cy', 'capped', 500),
    person('Di', 'volunteer', 500),
  ]),
  funds: fromRows([
    { id: 'dean', values: { fund: 'Dean' } },
    { id: 'grant', values: { fund: 'Grant' } },
    { id: 'gift', values: { fund: 'Gift' } },
  ]),
}
