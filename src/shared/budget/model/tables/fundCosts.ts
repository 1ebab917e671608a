import type { Context } from '#shared/budget/model/context.ts'
import { noFund, runsIn } from '#shared/budget/model/funding.ts'
import { itemsOf } from '#shared/budget/model/inputs.ts'
import { type YearSpan, yearColumn } from '#shared/budget/model/years.ts'
import { Rows } from '#shared/budget/model/tables/rows.ts'
import {
  add,
  cell,
  column,
  equal,
  type Expression,
  literal,
  lookup,
  max,
  multiply,
  round,
  subtract,
  sum,
  text,
  when,
} from '#shared/calculation/expression.ts'
import type { Column, TableData, TableShape } from '#shared/calculation/table.ts'

const here = { fund: column('fund'), year: column('year') }
const openHere = { ...here, open: literal(1) }

/** What each fund pays in each fiscal year, with its F&A; the row of no fund is what nobody pays. */
export const fundCostsTable: TableShape = {
  name: 'fundCosts',
  title: 'Cost by fund',
  columns: [
    { name: 'fund', header: 'Fund', unit: 'text' },
    { name: 'year', header: 'Fiscal year', unit: 'text' },
    { name: 'personnel', header: 'Personnel', unit: 'money', computed: sum('personnel', 'total', here) },
    { name: 'coachPay', header: 'Coach pay', unit: 'money', computed: sum('coachPay', 'total', here) },
    { name: 'lines', header: 'Lines', unit: 'money', computed: sum('lines', 'total', here) },
    {
      name: 'open',
      header: 'To be hired',
      unit: 'money',
      definition: 'Of personnel and coach pay, what is for positions to be hired.',
      computed: add(sum('personnel', 'total', openHere), sum('coachPay', 'total', openHere)),
    },
    {
      name: 'vacancy',
      header: 'Vacancy savings',
      unit: 'money',
      definition: 'To be hired × vacancy, taken off.',
      computed: subtract(literal(0, 'money'), round(multiply(column('open'), cell('assumptions', 'vacancy')), 'money')),
    },
    {
      name: 'direct',
      header: 'Direct cost',
      unit: 'money',
      computed: add(column('personnel'), column('coachPay'), column('lines'), column('vacancy')),
    },
    {
      name: 'rate',
      header: 'F&A rate',
      unit: 'rate',
      computedByKind: { fund: lookup('funds', column('fund'), 'indirectRate'), none: literal(0) },
    },
    {
      name: 'indirect',
      header: 'F&A',
      unit: 'money',
      computed: round(multiply(column('direct'), column('rate')), 'money'),
    },
    { name: 'total', header: 'Total', unit: 'money', computed: add(column('direct'), column('indirect')) },
  ],
}

export function fundCostsData({ inputs, labels, spans }: Context): TableData {
  const rows = new Rows(['fund', 'year'])
  const funds = itemsOf(inputs, 'fund').map(({ key }) => ({ id: key, kind: 'fund', label: labels.fund.get(key)! }))
  for (const { id, kind, label } of [...funds, { id: '', kind: 'none', label: noFund }])
    for (const span of spans) rows.add(`${id}|${span.year}`, kind, [label, span.label])
  return rows.data()
}

/** The columns of one fiscal year in the table of balances. */
export const balanceColumn = {
  amount: (year: number): string => `amount${year}`,
  carriedIn: (year: number): string => `carriedIn${year}`,
  available: (year: number): string => `available${year}`,
  cost: (year: number): string => `cost${year}`,
  left: (year: number): string => `left${year}`,
  carries: (year: number): string => `carries${year}`,
}

/** What each fund gives, what is carried over, what it pays and what is left, year after year. */
export const fundBalancesTable = (spans: readonly YearSpan[]): TableShape => ({
  name: 'fundBalances',
  title: 'Funds by year',
  key: 'fund',
  columns: [
    { name: 'fund', header: 'Fund', unit: 'text' },
    ...spans.flatMap((span, index) => balanceColumns(span, spans[index - 1])),
  ],
})

function balanceColumns({ year, label }: YearSpan, before: YearSpan | undefined): Column[] {
  const of = (name: keyof typeof balanceColumn): Expression => column(balanceColumn[name](year))
  const money = (name: keyof typeof balanceColumn, header: string, computed: Expression): Column => ({
    name: balanceColumn[name](year),
    header: `${header} ${label}`,
    unit: 'money',
    computed,
  })
  const leftBefore = before ? max(literal(0, 'money'), column(balanceColumn.left(before.year))) : null
  return [
    {
      name: balanceColumn.carries(year),
      header: `Takes over in ${label}`,
      unit: 'count',
      definition: '1 where what is left of the year before moves to this one.',
    },
    money('amount', 'Amount', lookup('funds', column('fund'), yearColumn(year))),
    money(
      'carriedIn',
      'Carried in',
      leftBefore === null
        ? literal(0, 'money')
        : when(equal(of('carries'), literal(1)), leftBefore, literal(0, 'money')),
    ),
    money('available', 'Available', add(of('amount'), of('carriedIn'))),
    money('cost', 'Cost', sum('fundCosts', 'total', { fund: column('fund'), year: text(label) })),
    money('left', 'Left', subtract(of('available'), of('cost'))),
  ]
}

export function fundBalancesData({ inputs, labels, spans, funds }: Context): TableData {
  const rows = new Rows(['fund', ...spans.map(({ year }) => balanceColumn.carries(year))])
  for (const { key, content } of itemsOf(inputs, 'fund')) {
    const terms = funds.get(key)!
    const carries = spans.map((span, index) => (index > 0 && content.carryOver && runsIn(terms, span) ? 1 : 0))
    rows.add(key, '', [labels.fund.get(key)!, ...carries])
  }
  return rows.data()
}
