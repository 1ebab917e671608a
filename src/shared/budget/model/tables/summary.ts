import type { Context } from '#shared/budget/model/context.ts'
import { type YearSpan, yearColumn } from '#shared/budget/model/years.ts'
import { Rows } from '#shared/budget/model/tables/rows.ts'
import { type BudgetCategory, budgetCategories, budgetCategoryLabels } from '#shared/budget/categories.ts'
import { add, column, divide, type Expression, round, sum, sumOfColumns, text } from '#shared/calculation/expression.ts'
import type { Column, TableData, TableShape } from '#shared/calculation/table.ts'

type CategoryKind = 'pay' | 'direct' | 'vacancy' | 'indirect'

/** How the cost of a category is made: pay of coaches, vacancy and F&A have tables of their own. */
export function kindOf(category: BudgetCategory): CategoryKind {
  if (category === 'coaches') return 'pay'
  return category === 'vacancy' || category === 'indirect' ? category : 'direct'
}

/** Cost by category and fiscal year: the budget request. */
export const summaryTable = (spans: readonly YearSpan[]): TableShape => ({
  name: 'summary',
  title: 'Cost by category',
  key: 'category',
  columns: [
    { name: 'category', header: 'Category', unit: 'text' },
    ...spans.map(({ year, label }): Column => {
      const inYear = { year: text(label) }
      const where = { category: column('category'), ...inYear }
      const direct = [sum('personnel', 'total', where), sum('lines', 'total', where)]
      const costs: Record<CategoryKind, Expression> = {
        pay: add(...direct, sum('coachPay', 'total', inYear)),
        direct: add(...direct),
        vacancy: sum('fundCosts', 'vacancy', inYear),
        indirect: sum('fundCosts', 'indirect', inYear),
      }
      return { name: yearColumn(year), header: label, unit: 'money', computedByKind: costs }
    }),
    {
      name: 'all',
      header: 'All years',
      unit: 'money',
      computed: sumOfColumns(...spans.map(({ year }) => yearColumn(year))),
    },
  ],
})

export function summaryData(): TableData {
  const rows = new Rows(['category'])
  for (const category of budgetCategories) rows.add(category, kindOf(category), [budgetCategoryLabels[category]])
  return rows.data()
}

const ofYear = (table: string, name: string): Expression => sum(table, name, { year: column('year') })
const perOne = (name: string): Expression => round(divide(column('total'), column(name)), 'money')

/** The headline figures of each fiscal year. */
export const totalsTable: TableShape = {
  name: 'totals',
  title: 'Totals',
  key: 'year',
  columns: [
    { name: 'year', header: 'Fiscal year', unit: 'text' },
    {
      name: 'learners',
      header: 'Learners',
      unit: 'count',
      definition: 'Who need a coach at the start of the year.',
      computed: ofYear('staffing', 'learners'),
    },
    { name: 'needed', header: 'Coaches needed', unit: 'count', computed: ofYear('staffing', 'needed') },
    { name: 'appointed', header: 'Coaches appointed', unit: 'count', computed: ofYear('staffing', 'appointed') },
    { name: 'toHire', header: 'Coaches to be hired', unit: 'count', computed: ofYear('staffing', 'toHire') },
    { name: 'coaches', header: 'Coaches', unit: 'count', computed: ofYear('staffing', 'coaches') },
    {
      name: 'fte',
      header: 'FTE',
      unit: 'rate',
      definition: 'Full-time jobs over the year, volunteers included.',
      computed: ofYear('personnel', 'fte'),
    },
    { name: 'direct', header: 'Direct cost', unit: 'money', computed: ofYear('fundCosts', 'direct') },
    { name: 'indirect', header: 'F&A', unit: 'money', computed: ofYear('fundCosts', 'indirect') },
    { name: 'total', header: 'Total', unit: 'money', computed: add(column('direct'), column('indirect')) },
    { name: 'perLearner', header: 'Cost per learner', unit: 'money', computed: perOne('learners') },
    { name: 'perCoach', header: 'Cost per coach', unit: 'money', computed: perOne('coaches') },
  ],
}

export function totalsData({ spans }: Context): TableData {
  const rows = new Rows(['year'])
  for (const { year, label } of spans) rows.add(String(year), '', [label])
  return rows.data()
}

/** What each position, line and pay plan comes to by fiscal year. */
export const itemCostsTable = (spans: readonly YearSpan[]): TableShape => ({
  name: 'itemCosts',
  title: 'Cost by item',
  columns: [
    { name: 'item', header: 'Item', unit: 'text' },
    ...spans.map(({ year, label }): Column => {
      const of = (table: string, name: string): Expression =>
        sum(table, 'total', { [name]: column('item'), year: text(label) })
      const costs = {
        position: of('personnel', 'position'),
        payPlan: add(of('personnel', 'plan'), of('coachPay', 'plan')),
        line: of('lines', 'line'),
      }
      return { name: yearColumn(year), header: label, unit: 'money', computedByKind: costs }
    }),
  ],
})

export function itemCostsData({ inputs, labels }: Context): TableData {
  const rows = new Rows(['item'])
  for (const { key, kind } of inputs.items)
    if (kind === 'position' || kind === 'payPlan' || kind === 'line') rows.add(key, kind, [labels[kind].get(key)!])
  return rows.data()
}
