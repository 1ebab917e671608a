import type { Context } from '#shared/budget/model/context.ts'
import { type Timing, Timings } from '#shared/budget/model/timing.ts'
import { formatMonth, yearColumn, type YearSpan } from '#shared/budget/model/years.ts'
import { Rows } from '#shared/budget/model/tables/rows.ts'
import { kindOf } from '#shared/budget/model/tables/summary.ts'
import { budgetCategories, budgetCategoryLabels } from '#shared/budget/categories.ts'
import {
  add,
  column,
  divide,
  type Expression,
  literal,
  lookup,
  multiply,
  round,
  subtract,
  sum,
} from '#shared/calculation/expression.ts'
import type { Column, TableData, TableShape } from '#shared/calculation/table.ts'

const twelve = Array.from({ length: 12 }, (_, index) => index + 1)
export const monthColumn = (number: number): string => `m${number}`
const throughColumn = (number: number): string => `through${number}`

const fromWhole = (number: number): Expression =>
  number === 0
    ? literal(0, 'money')
    : round(divide(multiply(column('whole'), column(throughColumn(number))), column(throughColumn(12))), 'money')

/**
 * The first fiscal year by month: what has one category and is active at the same time stands in one row, spread over
 * its months by units running up, so that the months make the year to the cent.
 */
export function timingsTable([first]: readonly YearSpan[]): TableShape {
  const where = { category: column('category'), timing: column('timing') }
  const direct = [sum('personnel', 'total', where), sum('lines', 'total', where)]
  const ofYear = lookup('summary', column('category'), yearColumn(first!.year))
  return {
    name: 'timings',
    title: `${first!.label} by time`,
    columns: [
      { name: 'category', header: 'Category', unit: 'text' },
      { name: 'timing', header: 'Active', unit: 'text' },
      {
        name: 'whole',
        header: first!.label,
        unit: 'money',
        computedByKind: {
          pay: add(...direct, sum('coachPay', 'total', { timing: column('timing') })),
          direct: add(...direct),
          vacancy: ofYear,
          indirect: ofYear,
        },
      },
      ...twelve.map((number): Column => ({
        name: throughColumn(number),
        header: `Units to ${formatMonth(first!.months[number - 1]!.first)}`,
        unit: 'count',
      })),
      ...twelve.map((number): Column => ({
        name: monthColumn(number),
        header: formatMonth(first!.months[number - 1]!.first),
        unit: 'money',
        computed: number === 1 ? fromWhole(1) : subtract(fromWhole(number), fromWhole(number - 1)),
      })),
    ],
  }
}

/** A row for each category and timing in use. Vacancy and F&A lie evenly over the year. */
export function timingsData(timings: readonly Timing[], { spans }: Context): TableData {
  const evenly = new Timings(spans[0]!)
  evenly.noteEvenly('vacancy', spans[0]!)
  evenly.noteEvenly('indirect', spans[0]!)
  const rows = new Rows(['category', 'timing', ...twelve.map(throughColumn)])
  const byId = new Map([...timings, ...evenly.noted()].map((timing) => [`${timing.category}|${timing.label}`, timing]))
  for (const [id, { category, label, through }] of byId)
    rows.add(id, kindOf(category), [budgetCategoryLabels[category], label, ...through])
  return rows.data()
}

/** The plan of the first fiscal year by category and month. */
export const monthsTable = ([first]: readonly YearSpan[]): TableShape => ({
  name: 'months',
  title: `${first!.label} by month`,
  columns: [
    { name: 'category', header: 'Category', unit: 'text' },
    ...twelve.map((number): Column => ({
      name: monthColumn(number),
      header: formatMonth(first!.months[number - 1]!.first),
      unit: 'money',
      computed: sum('timings', monthColumn(number), { category: column('category') }),
    })),
  ],
})

export function monthsData(): TableData {
  const rows = new Rows(['category'])
  for (const category of budgetCategories) rows.add(category, '', [budgetCategoryLabels[category]])
  return rows.data()
}
