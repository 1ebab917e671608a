import type { Context } from '#shared/budget/model/context.ts'
import { itemsOf } from '#shared/budget/model/inputs.ts'
import type { Timings } from '#shared/budget/model/timing.ts'
import { type YearSpan, yearColumn } from '#shared/budget/model/years.ts'
import { inItsYear } from '#shared/budget/model/tables/rates.ts'
import { Rows } from '#shared/budget/model/tables/rows.ts'
import { raisedBy } from '#shared/budget/model/tables/salaries.ts'
import { budgetCategoryLabels } from '#shared/budget/categories.ts'
import { type LineDriver, lineDriverLabels, lineDrivers } from '#shared/budget/itemSchemas.ts'
import {
  cell,
  column,
  type Expression,
  literal,
  multiply,
  round,
  shareOf,
  sum,
  text,
} from '#shared/calculation/expression.ts'
import type { TableData, TableShape } from '#shared/calculation/table.ts'

/** How many of each driver there are in a fiscal year. */
export const driversTable = (spans: readonly YearSpan[]): TableShape => ({
  name: 'drivers',
  title: 'Drivers of lines',
  key: 'driver',
  columns: [
    { name: 'driver', header: 'Driver', unit: 'text' },
    ...spans.map(({ year, label }) => {
      const ofYear = (name: string): Expression => sum('staffing', name, { year: text(label) })
      const held = multiply(cell('assumptions', 'meetingsPerLearner'), cell('assumptions', 'heldShare'))
      const driven: Record<LineDriver, Expression> = {
        fixed: literal(1),
        learners: ofYear('learners'),
        coaches: ofYear('coaches'),
        meetings: round(multiply(ofYear('learners'), held), 'count'),
        sessions: cell('assumptions', 'sessions'),
        administrations: cell('assumptions', 'administrations'),
      }
      return { name: yearColumn(year), header: label, unit: 'count' as const, computedByKind: driven }
    }),
  ],
})

export function driversData(): TableData {
  const rows = new Rows(['driver'])
  for (const driver of lineDrivers) rows.add(driver, driver, [lineDriverLabels[driver]])
  return rows.data()
}

export const unitCostsTable = (spans: readonly YearSpan[]): TableShape => ({
  name: 'unitCosts',
  title: 'Unit costs',
  key: 'line',
  columns: [
    { name: 'line', header: 'Item', unit: 'text' },
    { name: 'cost', header: 'Unit cost', unit: 'money', definition: 'In the first fiscal year.' },
    ...spans.map((span, index) => {
      const before = index === 0 ? column('cost') : column(yearColumn(spans[index - 1]!.year))
      return {
        name: yearColumn(span.year),
        header: span.label,
        unit: 'money' as const,
        computedByKind: { inflated: index === 0 ? before : raisedBy('inflation', span, before), level: before },
      }
    }),
  ],
})

export function unitCostsData({ inputs, labels }: Context): TableData {
  const rows = new Rows(['line', 'cost'])
  for (const { key, content } of itemsOf(inputs, 'line'))
    rows.add(key, content.inflates ? 'inflated' : 'level', [labels.line.get(key)!, content.unitCost])
  return rows.data()
}

/** One row for each line, fiscal year and fund. */
export const linesTable = (spans: readonly YearSpan[]): TableShape => ({
  name: 'lines',
  title: 'Lines',
  columns: [
    { name: 'year', header: 'Fiscal year', unit: 'text' },
    { name: 'line', header: 'Item', unit: 'text' },
    { name: 'category', header: 'Category', unit: 'text' },
    { name: 'driver', header: 'Driver', unit: 'text' },
    { name: 'quantity', header: 'Quantity', unit: 'quantity', definition: 'For each unit of the driver.' },
    { name: 'unit', header: 'Unit', unit: 'text' },
    {
      name: 'driven',
      header: 'Times',
      unit: 'count',
      definition: 'Units of the driver in the year.',
      computed: inItsYear('drivers', column('driver'), spans),
    },
    {
      name: 'unitCost',
      header: 'Unit cost',
      unit: 'money',
      definition: 'With the inflation up to this year.',
      computed: inItsYear('unitCosts', column('line'), spans),
    },
    {
      name: 'whole',
      header: 'Cost',
      unit: 'money',
      definition: 'Quantity × times × unit cost, rounded to cents.',
      computed: round(multiply(column('quantity'), column('driven'), column('unitCost')), 'money'),
    },
    { name: 'fund', header: 'Fund', unit: 'text' },
    { name: 'before', header: 'Share from', unit: 'rate', definition: 'The shares of the funds before this one.' },
    { name: 'through', header: 'Share to', unit: 'rate', definition: 'The shares up to and with this fund.' },
    {
      name: 'total',
      header: 'Total',
      unit: 'money',
      definition: 'The part of this fund: shares running up are rounded, so that the parts make the whole.',
      computed: shareOf(column('whole'), column('through'), column('before')),
    },
    { name: 'timing', header: 'Active', unit: 'text' },
    { name: 'justification', header: 'Justification', unit: 'text' },
  ],
})

/** A fund pays its part of a line in each fiscal year in which it runs on some day. */
export function linesData({ inputs, labels, spans, funding }: Context, timings: Timings): TableData {
  const rows = new Rows([
    'year',
    'line',
    'category',
    'driver',
    'quantity',
    'unit',
    'fund',
    'before',
    'through',
    'timing',
    'justification',
  ])
  for (const { key, content } of itemsOf(inputs, 'line')) {
    const { category, driver, quantity, unit, firstYear, lastYear, justification } = content
    for (const span of spans) {
      if (span.year < (firstYear ?? span.year) || span.year > (lastYear ?? span.year)) continue
      const timing = timings.noteEvenly(category, span)
      funding(content.funds)
        .partsIn(span)
        .forEach(({ fund, before, through }, index) =>
          rows.add(`${key}|${span.year}|${index}`, '', [
            span.label,
            labels.line.get(key)!,
            budgetCategoryLabels[category],
            lineDriverLabels[driver],
            quantity,
            unit,
            fund,
            before,
            through,
            timing,
            justification,
          ]),
        )
    }
  }
  return rows.data()
}
