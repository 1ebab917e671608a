import {
  add,
  asOf,
  both,
  ceiling,
  cell,
  column,
  compare,
  divide,
  either,
  equal,
  type Expression,
  join,
  literal,
  lookup,
  matrix,
  max,
  min,
  multiply,
  round,
  shareOf,
  subtract,
  sum,
  sumOfColumns,
  text,
  when,
} from '#shared/calculation/expression.ts'
import { fromRows, singleRow, type TablesData, type TableShape } from '#shared/calculation/table.ts'
import { type CellValue, toDay, type Unit } from '#shared/calculation/units.ts'

/** Every kind of expression once, over rows that are made at random. */
const computed: { name: string; unit: Unit; expression: Expression }[] = [
  { name: 'cap', unit: 'money', expression: asOf('caps', column('day'), 'limit') },
  {
    name: 'salary',
    unit: 'money',
    expression: round(
      divide(multiply(min(column('base'), column('cap')), column('effort'), column('months')), literal(12)),
      'money',
    ),
  },
  { name: 'rate', unit: 'rate', expression: matrix('fringe', column('class'), column('year'), ['y1', 'y2', 'y3']) },
  { name: 'fringe', unit: 'money', expression: round(multiply(column('salary'), column('rate')), 'money') },
  { name: 'total', unit: 'money', expression: add(column('salary'), column('fringe')) },
  {
    name: 'huge',
    unit: 'money',
    expression: round(
      divide(multiply(column('base'), column('effort'), column('months'), column('through')), literal(12)),
      'money',
    ),
  },
  { name: 'tie', unit: 'money', expression: round(multiply(column('tieBase'), column('tieRate')), 'money') },
  { name: 'share', unit: 'money', expression: shareOf(column('total'), column('through'), column('before')) },
  {
    name: 'needed',
    unit: 'count',
    expression: ceiling(divide(multiply(column('count'), column('months')), column('effort'))),
  },
  { name: 'coaches', unit: 'count', expression: ceiling(divide(column('count'), cell('assumptions', 'ratio'))) },
  {
    name: 'load',
    unit: 'quantity',
    expression: round(divide(column('count'), multiply(column('effort'), literal(10))), 'quantity'),
  },
  {
    name: 'chosen',
    unit: 'money',
    expression: when(
      either(
        both(equal(column('class'), text('Staff')), compare(column('effort'), '>', literal(5000, 'rate'))),
        compare(column('months'), '<=', literal(300, 'quantity')),
      ),
      column('salary'),
      round(divide(column('fringe'), subtract(column('count'), literal(7))), 'money'),
    ),
  },
  {
    name: 'raised',
    unit: 'money',
    expression: round(multiply(column('base'), add(literal(1), column('rate'))), 'money'),
  },
  { name: 'left', unit: 'money', expression: max(subtract(column('cap'), column('base')), literal(-100_000, 'money')) },
  {
    name: 'variance',
    unit: 'rate',
    expression: round(divide(subtract(column('base'), column('cap')), column('cap')), 'rate'),
  },
  { name: 'stipend', unit: 'money', expression: lookup('rates', column('class'), 'stipend') },
  { name: 'three', unit: 'money', expression: sumOfColumns('salary', 'rateless', 'fringe2') },
  { name: 'rateless', unit: 'money', expression: column('base') },
  { name: 'fringe2', unit: 'money', expression: round(divide(column('base'), literal(3)), 'money') },
  { name: 'label', unit: 'text', expression: join(column('class'), text(' × '), column('count')) },
]

const inputs: { name: string; unit: Unit }[] = [
  { name: 'class', unit: 'text' },
  { name: 'year', unit: 'text' },
  { name: 'day', unit: 'day' },
  { name: 'base', unit: 'money' },
  { name: 'effort', unit: 'rate' },
  { name: 'months', unit: 'quantity' },
  { name: 'count', unit: 'count' },
  { name: 'before', unit: 'rate' },
  { name: 'through', unit: 'rate' },
  { name: 'tieBase', unit: 'money' },
  { name: 'tieRate', unit: 'rate' },
]

const classes = ['Faculty', 'Staff', 'Temporary, 10%', 'House staff']
const years = ['FY 2026', 'FY 2027', 'FY 2028']

export const shapes: TableShape[] = [
  {
    name: 'assumptions',
    title: 'Assumptions',
    single: true,
    columns: [{ name: 'ratio', header: 'Learners per coach', unit: 'count' }],
  },
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
      ...years.map((year, at) => ({ name: `y${at + 1}`, header: year, unit: 'rate' as const })),
    ],
  },
  {
    name: 'rates',
    title: 'Rates',
    key: 'class',
    columns: [
      { name: 'class', header: 'Class', unit: 'text' },
      { name: 'stipend', header: 'Stipend', unit: 'money' },
    ],
  },
  {
    name: 'lines',
    title: 'Lines',
    columns: [
      ...inputs.map(({ name, unit }) => ({ name, header: name, unit })),
      ...computed.map(({ name, unit, expression }) => ({ name, header: name, unit, computed: expression })),
    ],
  },
  {
    name: 'sums',
    title: 'Sums',
    key: 'class',
    columns: [
      { name: 'class', header: 'Class', unit: 'text' },
      { name: 'year', header: 'Year', unit: 'text' },
      {
        name: 'some',
        header: 'Some',
        unit: 'money',
        computed: sum('lines', 'total', { class: column('class'), year: column('year') }),
      },
      { name: 'all', header: 'All', unit: 'money', computed: sum('lines', 'salary') },
    ],
  },
]

/** Data for the shapes, made from a seed. @param unknown how many of a thousand inputs nobody knows */
export function randomData(seed: number, height: number, unknown = 0): TablesData {
  const random = mulberry32(seed)
  const upTo = (max: number): number => Math.floor(random() * (max + 1))
  const oneOf = <T>(values: readonly T[]): T => values[upTo(values.length - 1)]!
  const sometimes = (value: CellValue): CellValue => (upTo(999) < unknown ? null : value)
  const line = (): Record<string, CellValue> => {
    const before = upTo(10_000)
    const [tieBase, tieRate] = tie(upTo)
    return {
      class: oneOf(classes),
      year: oneOf(years),
      day: sometimes(toDay('2024-01-01') + upTo(1500)),
      base: sometimes(oneOf([upTo(40_000_000), upTo(400_000) * 100, -upTo(5_000_000), 0])),
      effort: sometimes(oneOf([500, 1000, 250, 10_000, 1 + upTo(9999)])),
      months: sometimes(oneOf([1200, 600, 100 * upTo(12), upTo(1200)])),
      count: sometimes(upTo(300)),
      before,
      through: before + upTo(10_000 - before),
      tieBase,
      tieRate,
    }
  }
  const rate = (): CellValue => sometimes(upTo(6000))
  return {
    assumptions: singleRow({ ratio: 1 + upTo(12) }),
    caps: fromRows(
      ['2023-07-01', '2024-01-01', '2025-01-01', '2026-01-01'].map((from) => ({
        id: from,
        values: { from: toDay(from), limit: sometimes(20_000_000 + upTo(5_000_000)) },
      })),
    ),
    fringe: fromRows(
      classes.map((name) => ({ id: name, values: { class: name, y1: rate(), y2: rate(), y3: rate() } })),
    ),
    rates: fromRows(classes.slice(1).map((name) => ({ id: name, values: { class: name, stipend: upTo(1_000_000) } }))),
    lines: fromRows(Array.from({ length: height }, (_, at) => ({ id: String(at), values: line() }))),
    sums: fromRows(
      classes.flatMap((name) => years.map((year) => ({ id: `${name} ${year}`, values: { class: name, year } }))),
    ),
  }
}

/** An amount and a rate whose product ends in exactly half a cent. */
function tie(upTo: (max: number) => number): [number, number] {
  for (;;) {
    const [cents, rate] = [upTo(30_000_000), 1 + upTo(6000)]
    if ((cents * rate) % 10_000 === 5000) return [cents, rate]
  }
}

/** A small generator of random numbers from a seed, so that a failure can be made again. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
