import type { CalculatedBudget } from '#shared/budget/model/calculate.ts'
import { type Source, sourceOf } from '#shared/budget/model/source.ts'
import { balanceColumn } from '#shared/budget/model/tables/fundCosts.ts'
import { monthColumn } from '#shared/budget/model/tables/months.ts'
import { yearColumn } from '#shared/budget/model/years.ts'
import type { BudgetResult } from '#shared/budget/resultSchema.ts'
import type { BudgetCategory } from '#shared/budget/categories.ts'
import type { Explanation, ReadInput } from '#shared/calculation/results.ts'
import { columnOf, shapeOf } from '#shared/calculation/table.ts'
import { type CellValue, formatCell, type Unit } from '#shared/calculation/units.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'

/** A figure on screen that can be opened. */
export type Figure =
  | { kind: 'total'; measure: keyof BudgetResult['totals']; year: number }
  | { kind: 'category'; category: BudgetCategory; year: number }
  | { kind: 'fund'; fund: Id | null; measure: 'carriedIn' | 'available' | 'cost' | 'left'; year: number }
  | { kind: 'staffing'; site: string; measure: 'learners' | 'needed' | 'appointed' | 'toHire'; year: number }
  | { kind: 'item'; itemKey: Id; year: number }
  | { kind: 'month'; category: BudgetCategory; month: PlainDate }
  | { kind: 'roster'; appointmentId: Id; measure: 'effort' | 'learners' | 'learnersPerTenth' }
  | { kind: 'cell'; table: string; row: string; column: string }

/** How a figure was made, in words, from which values, and where each of those is entered or opened. */
export interface FigureExplanation extends Omit<Explanation, 'inputs'> {
  /** "Cost by category: FY27" */
  title: string
  value: CellValue
  unit: Unit
  inputs: FigureInput[]
}

export interface FigureInput extends ReadInput {
  /** What its row is called, where the table has more than one. */
  name: string
  /** Where it is entered; null for a figure that is made of others: it opens in turn. */
  source: Source | null
  /** The figure itself, to open it. */
  figure: Figure
}

/** Null for a figure that has no cell of its own: what no fund pays has no balance. */
export function explain(budget: CalculatedBudget, figure: Figure): FigureExplanation | null {
  const place = placeOf(budget, figure)
  if (place === null) return null
  const { table, row, column } = place
  const shape = shapeOf(budget.shapes, table)
  const { header, unit } = columnOf(shape, column)
  const { words, inputs } = budget.cells.explain(table, row, column)
  return {
    title: [shape.title, rowName(budget, table, row), header].filter(Boolean).join(': '),
    value: budget.cells.value(table, row, column),
    unit,
    words,
    inputs: inputs.map((input) => ({
      ...input,
      name: rowName(budget, input.table, input.id),
      source: sourceOf(budget, input),
      figure: { kind: 'cell', table: input.table, row: input.id, column: input.column },
    })),
  }
}

const totalColumns: Record<keyof BudgetResult['totals'], string> = {
  learners: 'learners',
  coaches: 'coaches',
  coachesAppointed: 'appointed',
  coachesNeeded: 'needed',
  coachesToHire: 'toHire',
  fte: 'fte',
  direct: 'direct',
  indirect: 'indirect',
  total: 'total',
  costPerLearner: 'perLearner',
  costPerCoach: 'perCoach',
}

const rosterColumns = { effort: 'effort', learners: 'learners', learnersPerTenth: 'perTenth' } as const

function placeOf({ rows }: CalculatedBudget, figure: Figure): { table: string; row: string; column: string } | null {
  switch (figure.kind) {
    case 'total':
      return { table: 'totals', row: String(figure.year), column: totalColumns[figure.measure] }
    case 'category':
      return { table: 'summary', row: figure.category, column: yearColumn(figure.year) }
    case 'fund':
      if (figure.fund !== null)
        return { table: 'fundBalances', row: figure.fund, column: balanceColumn[figure.measure](figure.year) }
      return figure.measure === 'cost' ? { table: 'fundCosts', row: `|${figure.year}`, column: 'total' } : null
    case 'staffing': {
      const label = [...rows.context.sites].find(([, site]) => site === figure.site)?.[0]
      return label === undefined ? null : { table: 'staffing', row: `${figure.year}|${label}`, column: figure.measure }
    }
    case 'item':
      return { table: 'itemCosts', row: figure.itemKey, column: yearColumn(figure.year) }
    case 'month': {
      const months = rows.context.spans[0]!.months
      const number = months.findIndex(({ first }) => first === figure.month) + 1
      return { table: 'months', row: figure.category, column: monthColumn(number) }
    }
    case 'roster':
      return { table: 'effortRoster', row: figure.appointmentId, column: rosterColumns[figure.measure] }
    case 'cell':
      return figure
  }
}

/** The texts that say which row it is: its key, or the first of its labels. */
function rowName({ cells, shapes }: CalculatedBudget, table: string, row: string): string {
  const { columns, key, single } = shapeOf(shapes, table)
  if (single) return ''
  if (key !== undefined) return formatCell(cells.value(table, row, key), columnOf(shapeOf(shapes, table), key).unit)
  const texts = columns.filter(({ unit }) => unit === 'text').slice(0, 3)
  return texts.flatMap(({ name }) => cells.value(table, row, name) ?? []).join(' · ')
}
