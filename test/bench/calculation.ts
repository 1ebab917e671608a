import { Calculation } from '#shared/calculation/calculation.ts'
import {
  add,
  asOf,
  column,
  divide,
  literal,
  lookup,
  matrix,
  min,
  multiply,
  round,
  shareOf,
  sum,
} from '#shared/calculation/expression.ts'
import { fromRows, type TableData, type TablesData, type TableShape } from '#shared/calculation/table.ts'
import { type CellValue, toDay } from '#shared/calculation/units.ts'
import { interleaved, type Measured } from '#test/bench/measured.ts'

const coaches = 250
const years = ['FY 2027', 'FY 2028', 'FY 2029', 'FY 2030', 'FY 2031']
const funds = ['Dean', 'Grant', 'Hospital']
const classes = ['Clinical faculty', 'Staff']
const scenarios = 6

/** Six scenarios of 250 coaches and 40 lines over five years, each coach on three funds, beside the same sums as a loop. */
export const calculationBench = async (): Promise<Measured[]> => {
  const calculation = new Calculation(shapes)
  const all = Array.from({ length: scenarios }, (_, at) => scenarioData(at))
  const wanted = byLoop(all[0]!)
  const found = calculation.evaluate(all[0]!).total('years', 'total')
  if (wanted !== found) throw new Error(`The loop finds ${wanted}, the calculation ${found}`)
  const times = await interleaved(15, {
    calculation: () => all.map((data) => calculation.evaluate(data)),
    loop: () => all.map(byLoop),
    compiling: () => new Calculation(shapes),
  })
  const cells = shapes.reduce((sum, { name, columns }) => sum + columns.length * all[0]![name]!.ids.length, 0)
  return [
    {
      what: `calculate six scenarios of ${Math.round(cells / 1000)},000 cells`,
      value: times.calculation,
      unit: 'ms',
      target: 16,
      peer: { what: 'one total by a hand-written loop', value: times.loop },
    },
    { what: 'make a calculation ready', value: times.compiling, unit: 'ms' },
  ]
}

const shapes: TableShape[] = [
  {
    name: 'caps',
    title: 'Caps',
    key: 'from',
    columns: [
      { name: 'from', header: 'From', unit: 'day' },
      { name: 'limit', header: 'Limit', unit: 'money' },
    ],
  },
  {
    name: 'fringe',
    title: 'Fringe',
    key: 'class',
    columns: [
      { name: 'class', header: 'Class', unit: 'text' },
      ...years.map((year, at) => ({ name: `y${at}`, header: year, unit: 'rate' as const })),
    ],
  },
  {
    name: 'positions',
    title: 'Positions',
    key: 'position',
    columns: [
      { name: 'position', header: 'Position', unit: 'text' },
      { name: 'base', header: 'Base', unit: 'money' },
      { name: 'class', header: 'Class', unit: 'text' },
      { name: 'effort', header: 'Effort', unit: 'rate' },
    ],
  },
  {
    name: 'pieces',
    title: 'Personnel',
    columns: [
      { name: 'position', header: 'Position', unit: 'text' },
      { name: 'year', header: 'Year', unit: 'text' },
      { name: 'fund', header: 'Fund', unit: 'text' },
      { name: 'start', header: 'Start', unit: 'day' },
      { name: 'months', header: 'Months', unit: 'quantity' },
      { name: 'before', header: 'Before', unit: 'rate' },
      { name: 'through', header: 'Through', unit: 'rate' },
      { name: 'base', header: 'Base', unit: 'money', computed: lookup('positions', column('position'), 'base') },
      { name: 'class', header: 'Class', unit: 'text', computed: lookup('positions', column('position'), 'class') },
      { name: 'effort', header: 'Effort', unit: 'rate', computed: lookup('positions', column('position'), 'effort') },
      { name: 'limit', header: 'Limit', unit: 'money', computed: asOf('caps', column('start'), 'limit') },
      {
        name: 'salary',
        header: 'Salary',
        unit: 'money',
        computed: round(
          divide(multiply(min(column('base'), column('limit')), column('effort'), column('months')), literal(12)),
          'money',
        ),
      },
      {
        name: 'rate',
        header: 'Rate',
        unit: 'rate',
        computed: matrix(
          'fringe',
          column('class'),
          column('year'),
          years.map((_, at) => `y${at}`),
        ),
      },
      {
        name: 'fringe',
        header: 'Fringe',
        unit: 'money',
        computed: round(multiply(column('salary'), column('rate')), 'money'),
      },
      { name: 'whole', header: 'Whole', unit: 'money', computed: add(column('salary'), column('fringe')) },
      {
        name: 'total',
        header: 'Total',
        unit: 'money',
        computed: shareOf(column('whole'), column('through'), column('before')),
      },
    ],
  },
  {
    name: 'lines',
    title: 'Lines',
    columns: [
      { name: 'year', header: 'Year', unit: 'text' },
      { name: 'fund', header: 'Fund', unit: 'text' },
      { name: 'quantity', header: 'Quantity', unit: 'count' },
      { name: 'cost', header: 'Cost', unit: 'money' },
      { name: 'total', header: 'Total', unit: 'money', computed: multiply(column('quantity'), column('cost')) },
    ],
  },
  {
    name: 'years',
    title: 'Projection',
    columns: [
      { name: 'year', header: 'Year', unit: 'text' },
      { name: 'fund', header: 'Fund', unit: 'text' },
      {
        name: 'total',
        header: 'Total',
        unit: 'money',
        computed: add(
          sum('pieces', 'total', { year: column('year'), fund: column('fund') }),
          sum('lines', 'total', { year: column('year'), fund: column('fund') }),
        ),
      },
    ],
  },
]

function scenarioData(scenario: number): TablesData {
  const positions = Array.from({ length: coaches }, (_, at) => `Coach ${at}`)
  const pieces = positions.flatMap((position) =>
    years.flatMap((year, y) => funds.map((fund, f) => ({ position, year, fund, y, f }))),
  )
  const columns = (rows: Record<string, CellValue>[]): TableData =>
    fromRows(rows.map((values, at) => ({ id: String(at), values })))
  return {
    caps: columns(
      [2022, 2025, 2026].map((year, at) => ({ from: toDay(`${year}-01-01`), limit: 22_000_000 + at * 1000 })),
    ),
    fringe: columns(
      classes.map((name, at) => ({ class: name, y0: 2390, y1: 2400 + at, y2: 2410, y3: 2420, y4: 2430 })),
    ),
    positions: columns(
      positions.map((position, at) => ({
        position,
        base: 18_000_000 + at * 12_345 + scenario,
        class: classes[at % 2]!,
        effort: 500 + (at % 3) * 250,
      })),
    ),
    pieces: columns(
      pieces.map(({ position, year, fund, y, f }) => ({
        position,
        year,
        fund,
        start: toDay(`${2026 + y}-07-01`),
        months: 1200,
        before: [0, 3333, 6666][f]!,
        through: [3333, 6666, 10_000][f]!,
      })),
    ),
    lines: columns(
      Array.from({ length: 40 }, (_, at) =>
        years.map((year) => ({ year, fund: funds[at % 3]!, quantity: at + scenario, cost: 1000 * at })),
      ).flat(),
    ),
    years: columns(years.flatMap((year) => funds.map((fund) => ({ year, fund })))),
  }
}

/** The grand total in cents, as one would write it without an engine: not exact beyond doubles, and nothing to open. */
function byLoop(data: TablesData): number {
  const numbers = (table: string, name: string) => data[table]!.inputs[name] as number[]
  const [from, limits] = [numbers('caps', 'from'), numbers('caps', 'limit')]
  const [bases, efforts] = [numbers('positions', 'base'), numbers('positions', 'effort')]
  const rates = classes.map((_, at) => years.map((_, year) => numbers('fringe', `y${year}`)[at]!))
  const [starts, months] = [numbers('pieces', 'start'), numbers('pieces', 'months')]
  const [before, through] = [numbers('pieces', 'before'), numbers('pieces', 'through')]
  const perCoach = years.length * funds.length
  let total = 0
  for (let row = 0; row < starts.length; row += 1) {
    const position = Math.floor(row / perCoach)
    const limit = limits[from.findLastIndex((day) => day <= starts[row]!)]!
    const salary = Math.round((Math.min(bases[position]!, limit) * efforts[position]! * months[row]!) / 12_000_000)
    const rate = rates[position % 2]![Math.floor((row % perCoach) / funds.length)]!
    const whole = salary + Math.round((salary * rate) / 10_000)
    total += Math.round((whole * through[row]!) / 10_000) - Math.round((whole * before[row]!) / 10_000)
  }
  const [quantities, costs] = [numbers('lines', 'quantity'), numbers('lines', 'cost')]
  quantities.forEach((quantity, row) => (total += quantity * costs[row]!))
  return total
}
