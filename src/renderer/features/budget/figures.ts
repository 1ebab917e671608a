import type { BudgetTab } from '#renderer/app/search.ts'
import type { CalculatedBudget } from '#shared/budget/model/calculate.ts'
import type { BudgetResult } from '#shared/budget/resultSchema.ts'
import { type BudgetCategory, budgetCategoryLabels } from '#shared/budget/categories.ts'
import { assumptionWords } from '#shared/budget/budgetWords.ts'
import { formatFiscalYear } from '#shared/budget/fiscalYear.ts'
import { type CellValue, formatCell, type Unit } from '#shared/calculation/units.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { kindFacts } from './items/itemKinds.ts'
import { nameOfItem } from './items/itemRows.ts'
import type { AssumptionName } from './plan/assumptionsForm.ts'
import type { BudgetWork } from './useBudgetWork.ts'

/** A cell of the calculation that can be opened. */
export interface Figure {
  table: string
  /** The id of its row. */
  row: string
  column: string
  /** What it is: "Cost per learner". */
  title: string
  /** Where it stands: "FY27", "Personnel, FY27, Ana Ruiz". */
  place: string
}

export const figureKey = ({ table, row, column }: Figure): string => `${table} ${row} ${column}`

const yearColumn = (year: number): string => `y${year}`

type Totals = BudgetResult['totals']

/** The columns of the headline figures, and what they are called. */
const totalColumns: Record<keyof Totals, { column: string; title: string }> = {
  learners: { column: 'learners', title: 'Learners' },
  coaches: { column: 'coaches', title: 'Coaches' },
  coachesAppointed: { column: 'appointed', title: 'Coaches appointed' },
  coachesNeeded: { column: 'needed', title: 'Coaches needed' },
  coachesToHire: { column: 'toHire', title: 'Coaches to be hired' },
  fte: { column: 'fte', title: 'FTE' },
  direct: { column: 'direct', title: 'Direct cost' },
  indirect: { column: 'indirect', title: 'F&A' },
  total: { column: 'total', title: 'Total cost' },
  costPerLearner: { column: 'perLearner', title: 'Cost per learner' },
  costPerCoach: { column: 'perCoach', title: 'Cost per coach' },
}

const fundTitles = { cost: 'Cost', available: 'Available', left: 'Left' }

/** Where the figures on screen stand in the calculation, in the order of the fiscal years. */
export function figures({ result, cells }: CalculatedBudget) {
  const { years } = result
  const eachYear = (figure: (year: number) => Omit<Figure, 'place'>): Figure[] =>
    years.map((year) => ({ ...figure(year), place: formatFiscalYear(year) }))
  const staffingIds = cells.ids('staffing')
  return {
    totals: (name: keyof Totals): Figure[] =>
      eachYear((year) => ({ table: 'totals', row: String(year), ...totalColumns[name] })),
    category: (category: BudgetCategory): Figure[] =>
      eachYear((year) => ({
        table: 'summary',
        row: category,
        column: yearColumn(year),
        title: budgetCategoryLabels[category],
      })),
    fund: (fund: Id | null, what: keyof typeof fundTitles): Figure[] =>
      eachYear((year) =>
        fund === null
          ? { table: 'fundCosts', row: `|${year}`, column: 'total', title: 'Unfunded' }
          : {
              table: 'fundBalances',
              row: fund,
              column: `${what}${year}`,
              title: `${result.byFund.find((one) => one.fund === fund)?.name ?? ''}: ${fundTitles[what].toLowerCase()}`,
            },
      ),
    /** A coach of the effort roster; nobody is there to be opened before they are hired. */
    coach: (appointmentId: Id | null, name: string, column: string, title: string): Figure | null =>
      appointmentId === null ? null : { table: 'effortRoster', row: appointmentId, column, title, place: name },
    /** A row of the staffing result by its place in it: the calculation has them in the same order. */
    staffing: (at: number, column: string, title: string): Figure | null => {
      const [row, { year, site } = { year: 0, site: '' }] = [staffingIds[at], result.staffing[at]]
      if (row === undefined) return null
      return { table: 'staffing', row, column, title, place: [formatFiscalYear(year), site].filter(Boolean).join(', ') }
    },
  }
}

export interface ExplainedFigure {
  value: string
  /** The expression in words; null where the figure is entered. */
  words: string | null
  inputs: { figure: Figure; value: CellValue; unit: Unit }[]
}

/** How a figure was made; null where it is not in the calculation any more. */
export function explainFigure({ cells, shapes }: CalculatedBudget, figure: Figure): ExplainedFigure | null {
  const { table, row, column } = figure
  const unit = shapes.get(table)?.columns.find(({ name }) => name === column)?.unit
  if (unit === undefined || !cells.ids(table).includes(row)) return null
  const { words, inputs } = cells.explain(table, row, column)
  return {
    value: formatCell(cells.value(table, row, column), unit),
    words,
    inputs: inputs.map(({ table, id, column, header, unit, value }) => ({
      figure: { table, row: id, column, title: header, place: rowInWords(cells, shapes, table, id) },
      value,
      unit,
    })),
  }
}

/** What tells a row of a table from the others: its table, and the texts it begins with. */
function rowInWords(
  cells: CalculatedBudget['cells'],
  shapes: CalculatedBudget['shapes'],
  table: string,
  row: string,
): string {
  const shape = shapes.get(table)
  if (!shape || shape.single) return shape?.title ?? ''
  const texts = shape.columns.slice(0, 3).flatMap(({ name, unit }) => {
    const value = cells.value(table, row, name)
    return unit === 'text' || unit === 'day' ? [formatCell(value, unit)] : []
  })
  return `${shape.title}: ${texts.join(', ')}`
}

/** Where a value that was entered can be changed. */
export interface FigurePlace {
  words: string
  search: { tab: BudgetTab; item?: string; field?: string }
}

const assumptionOf: Readonly<Record<string, AssumptionName>> = {
  'assumptions sessions': 'sessionsPerYear',
  'assumptions administrations': 'administrationsPerYear',
  'years raise': 'raises',
  'years inflation': 'inflation',
}

/** Where an input was entered; null where it comes from the roster or the design. */
export function placeOfInput({ table, row, column }: Figure, { document }: BudgetWork): FigurePlace | null {
  const [key] = row.split('|')
  const item = document.items.find((one) => one.key === key)
  if (item) {
    const { tab, title } = kindFacts[item.kind]
    return { words: `Change it under ${title}: ${nameOfItem(item)}`, search: { tab, item: item.key } }
  }
  const ofLevels = table === 'levelLimits' ? 'learnersPerCoachByLevel' : undefined
  const ofLearners = table === 'learners' ? 'intakes' : undefined
  const named = column in assumptionWords && table === 'assumptions' ? (column as AssumptionName) : undefined
  const field = assumptionOf[`${table} ${column}`] ?? named ?? ofLevels ?? ofLearners
  if (field === undefined) return null
  return {
    words: `Change it under Plan: ${assumptionWords[field].label.toLowerCase()}`,
    search: { tab: 'plan', field },
  }
}
