import type { FiscalYear } from '#shared/budget/fiscalYear.ts'
import type { BudgetItem } from '#shared/budget/itemSchemas.ts'
import type { Budget, BudgetDocument, Difference, Scenario } from '#shared/budget/schema.ts'
import type { BasisPoints } from '#shared/kernel/rate.ts'
import type { Cents } from '#shared/kernel/money.ts'

/**
 * The same budget with another first fiscal year. Salaries and unit costs are those of the first year, so they
 * are raised as was planned, each year rounded to the cent; where a raise is not known the amount stays. What a scenario
 * has in their place is raised too. Amounts and rates that stand by year stay with their year: what a new year brings is
 * asked for.
 */
export function moveYears(
  { budget, items, scenarios }: Pick<BudgetDocument, 'budget' | 'items' | 'scenarios'>,
  firstYear: FiscalYear,
): { budget: Budget; items: BudgetItem[]; scenarios: Scenario[] } {
  const { raises, inflation } = budget.assumptions
  const from = budget.settings.firstYear
  const raised = (amount: Cents | null) => grown(amount, raises, from, firstYear)
  const inflated = (amount: Cents | null) => grown(amount, inflation, from, firstYear)
  const byKey = new Map(items.map((item) => [item.key, item]))
  const moved = (difference: Difference): Difference => {
    const item = byKey.get(difference.itemKey ?? '')
    if (!item || !grows(item)) return difference
    const amount = difference.value as Cents | null
    if (difference.field === 'baseSalary') return { ...difference, value: raised(amount) }
    return difference.field === 'unitCost' ? { ...difference, value: inflated(amount) } : difference
  }
  return {
    budget: { ...budget, settings: { ...budget.settings, firstYear } },
    items: items.map((item): BudgetItem => {
      if (!grows(item)) return item
      if (item.kind === 'position')
        return { ...item, content: { ...item.content, baseSalary: raised(item.content.baseSalary) } }
      if (item.kind === 'payPlan')
        return { ...item, content: { ...item.content, baseSalary: raised(item.content.baseSalary) } }
      if (item.kind === 'coachPay')
        return { ...item, content: { ...item.content, baseSalary: raised(item.content.baseSalary) } }
      if (item.kind === 'line')
        return { ...item, content: { ...item.content, unitCost: inflated(item.content.unitCost) } }
      return item
    }),
    scenarios: scenarios.map((scenario) => ({ ...scenario, differences: scenario.differences.map(moved) })),
  }
}

/** Whether the amount of an item is raised from year to year: some are said to stay as they are. */
const grows = ({ content }: BudgetItem): boolean =>
  !('raises' in content && !content.raises) && !('inflates' in content && !content.inflates)

function grown(
  amount: Cents | null,
  rates: Readonly<Record<string, BasisPoints>>,
  from: FiscalYear,
  to: FiscalYear,
): Cents | null {
  let grownTo = amount
  for (let year = from + 1; year <= to && grownTo !== null; year++)
    grownTo = Math.round((grownTo * (10_000 + (rates[year] ?? 0))) / 10_000)
  return grownTo
}
