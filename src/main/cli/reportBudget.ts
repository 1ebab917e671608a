import { textTable } from '#main/cli/table.ts'
import { formatFiscalYear } from '#shared/budget/fiscalYear.ts'
import type { LedgerPreview } from '#shared/budget/ledgerSchema.ts'
import type { BudgetResult, Sensitivity } from '#shared/budget/resultSchema.ts'
import { budgetCategoryLabels } from '#shared/budget/categories.ts'
import type { Budget } from '#shared/budget/schema.ts'
import { formatMoney } from '#shared/kernel/money.ts'
import { formatEffort } from '#shared/kernel/rate.ts'
import { count } from '#shared/kernel/text.ts'

type Figure = number | null

const notKnown = 'not known'
const incomplete = 'Totals are incomplete until what follows is settled.'

/** A table of figures: all but the first columns are set to the right. */
function figureTable(headers: readonly string[], rows: readonly (readonly string[])[], texts = 1): string {
  const lines = [headers, ...rows]
  const widths = headers.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)))
  const [header, ...cells] = lines.map((line) =>
    line.map((cell, column) => (column < texts ? cell : cell.padStart(widths[column]!))),
  )
  return textTable(header!, cells)
}

const money = (figure: Figure): string => (figure === null ? notKnown : formatMoney(figure))
const number = (figure: Figure): string => (figure === null ? notKnown : String(figure))
const fte = (figure: Figure): string => (figure === null ? notKnown : formatEffort(figure))

/** What a budget comes to, year by year. */
export function reportBudget({ settings, status }: Budget, result: BudgetResult): string {
  const years = result.years.map(formatFiscalYear)
  const { totals } = result
  return [
    `${settings.name} (${status}), ${result.scenario}`,
    figureTable(
      ['', ...years],
      [
        ['Learners', ...totals.learners.map(number)],
        ['Coaches', ...totals.coaches.map(number)],
        ['  to be hired', ...totals.coachesToHire.map(number)],
        ['FTE', ...totals.fte.map(fte)],
        ...result.byCategory
          .filter(({ cost }) => cost.some((figure) => figure !== 0))
          .map(({ category, cost }) => [budgetCategoryLabels[category], ...cost.map(money)]),
        [result.complete ? 'Total' : 'Total (incomplete)', ...totals.total.map(money)],
        [
          'Cost per learner',
          ...totals.costPerLearner.map((cost, index) => (totals.learners[index] === 0 ? '' : money(cost))),
        ],
      ],
    ),
    figureTable(
      ['Fund', ...years, 'Left at the end'],
      result.byFund.map(({ name, cost, left }) => [name, ...cost.map(money), money(left.at(-1) ?? null)]),
    ),
    ...(result.complete ? [] : [incomplete]),
    ...(result.problems.length === 0
      ? []
      : [
          [
            `${count(result.problems.length, 'point')} to settle:`,
            ...result.problems.map(({ message }) => `  ${message}`),
          ].join('\n'),
        ]),
  ].join('\n\n')
}

/** The base and its scenarios, with what each differs by in the first fiscal year. */
export function reportComparison({ settings }: Budget, results: readonly BudgetResult[]): string {
  const base = results[0]!
  const first = (figures: readonly Figure[]): Figure => figures[0] ?? null
  const rows = results.map(({ scenario, complete, totals }) => {
    const [total, was] = [first(totals.total), first(base.totals.total)]
    return [
      complete ? scenario : `${scenario} (incomplete)`,
      number(first(totals.coaches)),
      fte(first(totals.fte)),
      money(total),
      total === null || was === null ? notKnown : money(total - was),
      money(first(totals.costPerLearner)),
    ]
  })
  const year = formatFiscalYear(base.years[0]!)
  return `${settings.name}, ${year}\n\n${figureTable(['Scenario', 'Coaches', 'FTE', 'Total', 'Difference', 'Per learner'], rows)}`
}

export function reportSensitivity(
  { settings }: Budget,
  { year, ratios, efforts, totals, drivers }: Sensitivity,
): string {
  const grid = figureTable(
    ['Learners for each coach', ...efforts.map((effort) => `${formatEffort(effort)} FTE`)],
    ratios.map((ratio, row) => [`1:${ratio}`, ...totals[row]!.map(money)]),
  )
  const moves = figureTable(
    ['Assumption', 'From', 'To', 'Total changes by'],
    drivers.map(({ assumption, from, to, change }) => [assumption, from, to, money(change)]),
    3,
  )
  return `${settings.name}, total of ${formatFiscalYear(year)} with as many coaches as the ratio needs, each with that effort, limits by class year aside\n\n${grid}\n\n${moves}`
}

/** What importing a ledger export adds, or added. */
export function reportLedger(preview: LedgerPreview, program: string, applied: boolean): string {
  const { counts, total, accounts, problems, notes } = preview
  const heading = applied
    ? `Imported ${preview.file} into the ledger of ${program}`
    : `Importing ${preview.file} into the ledger of ${program} would add:`
  const open = accounts.filter(({ known }) => !known)
  return [
    heading,
    `Sheet ${preview.sheet}, column names in row ${preview.headerRow}: ${count(counts.create, 'entry', 'entries')}, ${formatMoney(total)}; ${counts.repeats} there already, ${counts.skipped} left out.`,
    ...notes.map(({ message }) => message),
    ...(open.length === 0
      ? []
      : [
          'Accounts that belong nowhere yet:',
          figureTable(
            ['Account', 'Cost center', 'What', 'Entries', 'Amount'],
            open.map(({ account, fundCode, entries, amount, description }) => [
              account,
              fundCode,
              description,
              String(entries),
              formatMoney(amount),
            ]),
            3,
          ),
        ]),
    ...problems
      .filter(({ level, code }) => level !== 'info' && code !== 'unknownAccount')
      .map(({ sheet, column, row, message }) => `${sheet}!${column}${row}  ${message}`),
  ].join('\n')
}
