import type { Context } from '#shared/budget/model/context.ts'
import { runsIn } from '#shared/budget/model/funding.ts'
import { itemsOf } from '#shared/budget/model/inputs.ts'
import { type YearSpan, yearColumn } from '#shared/budget/model/years.ts'
import { Rows } from '#shared/budget/model/tables/rows.ts'
import { coachPayModelLabels } from '#shared/budget/itemSchemas.ts'
import { column, type Expression, matrix } from '#shared/calculation/expression.ts'
import type { Column, TableData, TableShape } from '#shared/calculation/table.ts'
import type { Unit } from '#shared/calculation/units.ts'

/** One column for each fiscal year. */
export const yearColumns = (spans: readonly YearSpan[], unit: Unit): Column[] =>
  spans.map(({ year, label }) => ({ name: yearColumn(year), header: label, unit }))

/** The value of a row in the fiscal year of this row, in a table that has the years side by side. */
export const inItsYear = (table: string, row: Expression, spans: readonly YearSpan[]): Expression =>
  matrix(
    table,
    row,
    column('year'),
    spans.map(({ year }) => yearColumn(year)),
  )

/** The values of a record by year, null where a year is not there. */
export const eachYear = (spans: readonly YearSpan[], values: Readonly<Record<string, number>>): (number | null)[] =>
  spans.map(({ year }) => values[year] ?? null)

export const fringeTable = (spans: readonly YearSpan[]): TableShape => ({
  name: 'fringe',
  title: 'Fringe rates',
  key: 'class',
  columns: [{ name: 'class', header: 'Fringe class', unit: 'text' }, ...yearColumns(spans, 'rate'), source],
})

const source: Column = { name: 'source', header: 'Source', unit: 'text' }

export function fringeData({ inputs, labels, spans }: Context): TableData {
  const rows = new Rows(['class', ...spans.map(({ year }) => yearColumn(year)), 'source'])
  for (const { key, content } of itemsOf(inputs, 'fringeClass'))
    rows.add(key, '', [labels.fringeClass.get(key)!, ...eachYear(spans, content.rates), content.source])
  return rows.data()
}

export const capsTable: TableShape = {
  name: 'caps',
  title: 'Salary caps',
  key: 'from',
  columns: [
    { name: 'from', header: 'In force from', unit: 'day' },
    { name: 'amount', header: 'Salary cap', unit: 'money', definition: 'A year, full time.' },
    source,
  ],
}

export function capsData({ capSteps }: Context): TableData {
  const rows = new Rows(['from', 'amount', 'source'])
  for (const { key, day, amount, source } of capSteps) rows.add(key, '', [day, amount, source])
  return rows.data()
}

export const payPlansTable: TableShape = {
  name: 'payPlans',
  title: 'How coaches are paid',
  key: 'plan',
  columns: [
    { name: 'plan', header: 'Plan', unit: 'text' },
    { name: 'model', header: 'Paid by', unit: 'text' },
    { name: 'effort', header: 'Effort', unit: 'rate', definition: 'Of each coach whose appointment says none.' },
    { name: 'stipend', header: 'Stipend', unit: 'money', definition: 'A year.' },
    { name: 'perLearner', header: 'For each learner', unit: 'money', definition: 'A year.' },
    { name: 'perMeeting', header: 'For each meeting held', unit: 'money' },
  ],
}

export function payPlansData({ inputs, labels }: Context): TableData {
  const rows = new Rows(['plan', 'model', 'effort', 'stipend', 'perLearner', 'perMeeting'])
  for (const { key, content } of itemsOf(inputs, 'payPlan')) {
    const { model, effort, stipend, perLearner, perMeeting } = content
    rows.add(key, '', [labels.payPlan.get(key)!, coachPayModelLabels[model], effort, stipend, perLearner, perMeeting])
  }
  return rows.data()
}

export const fundsTable = (spans: readonly YearSpan[]): TableShape => ({
  name: 'funds',
  title: 'Funds',
  key: 'fund',
  columns: [
    { name: 'fund', header: 'Fund', unit: 'text' },
    { name: 'code', header: 'Cost center', unit: 'text' },
    { name: 'starts', header: 'From', unit: 'day' },
    { name: 'ends', header: 'To', unit: 'day' },
    { name: 'cap', header: 'Salary cap', unit: 'text', definition: 'Whether the cap binds what it pays.' },
    { name: 'indirectRate', header: 'F&A rate', unit: 'rate' },
    ...yearColumns(spans, 'money'),
    { name: 'restrictions', header: 'Restrictions', unit: 'text' },
  ],
})

export function fundsData({ inputs, labels, spans, funds }: Context): TableData {
  const names = ['fund', 'code', 'starts', 'ends', 'cap', 'indirectRate', 'restrictions']
  const rows = new Rows([...names, ...spans.map(({ year }) => yearColumn(year))])
  for (const { key, content } of itemsOf(inputs, 'fund')) {
    const terms = funds.get(key)!
    const { code, appliesCap, indirectRate, restrictions } = content
    // A year in which a fund does not run needs no amount.
    const amounts = spans.map((span) => content.amounts[span.year] ?? (runsIn(terms, span) ? null : 0))
    const cap = appliesCap ? 'Yes' : 'No'
    const values = [labels.fund.get(key)!, code, terms.starts, terms.ends, cap, indirectRate, restrictions]
    rows.add(key, '', [...values, ...amounts])
  }
  return rows.data()
}
