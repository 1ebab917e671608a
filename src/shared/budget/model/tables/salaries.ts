import { paysEffort } from '#shared/budget/model/coaches.ts'
import type { Context } from '#shared/budget/model/context.ts'
import { type YearSpan, yearColumn } from '#shared/budget/model/years.ts'
import { Rows } from '#shared/budget/model/tables/rows.ts'
import { add, column, type Expression, literal, lookup, multiply, round, text } from '#shared/calculation/expression.ts'
import type { TableData, TableShape } from '#shared/calculation/table.ts'

/** A year's amount from that of the year before, with the raise or the inflation of the year, rounded to cents. */
export const raisedBy = (rate: 'raise' | 'inflation', { label }: YearSpan, before: Expression): Expression =>
  round(multiply(before, add(literal(1), lookup('years', text(label), rate))), 'money')

/** Base salaries by fiscal year: entered for the first, raised for each year after it where they get raises. */
export const salariesTable = (spans: readonly YearSpan[]): TableShape => ({
  name: 'salaries',
  title: 'Base salaries',
  key: 'salary',
  columns: [
    { name: 'salary', header: 'Position', unit: 'text' },
    { name: 'base', header: 'Base salary', unit: 'money', definition: 'A year, full time, in the first fiscal year.' },
    ...spans.map((span, index) => {
      const before = index === 0 ? column('base') : column(yearColumn(spans[index - 1]!.year))
      return {
        name: yearColumn(span.year),
        header: span.label,
        unit: 'money' as const,
        computedByKind: { raised: index === 0 ? before : raisedBy('raise', span, before), level: before },
      }
    }),
  ],
})

export function salariesData({ inputs, labels }: Context): TableData {
  const rows = new Rows(['salary', 'base'])
  for (const item of inputs.items) {
    if (item.kind !== 'position' && item.kind !== 'payPlan' && item.kind !== 'coachPay') continue
    if (item.kind === 'coachPay' && item.content.baseSalary === null) continue
    if (item.kind === 'payPlan' && !paysEffort(item.content)) continue
    const raised = item.kind !== 'position' || item.content.raises
    rows.add(item.key, raised ? 'raised' : 'level', [labels.salary.get(item.key)!, item.content.baseSalary])
  }
  return rows.data()
}
