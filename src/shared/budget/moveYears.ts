import type { FiscalYear } from '#shared/budget/fiscalYear.ts'
import type { Budget, BudgetDocument, BudgetItem } from '#shared/budget/schema.ts'
import type { BasisPoints } from '#shared/kernel/rate.ts'
import type { Cents } from '#shared/kernel/money.ts'

/**
 * The same budget with another first fiscal year. Salaries, stipends and unit costs are those of the first year, so they
 * are raised as was planned, each year rounded to the cent; where a raise is not known the amount stays. Amounts and
 * rates that stand by year stay with their year: what a new year brings is asked for.
 */
export function moveYears(
  { budget, items }: Pick<BudgetDocument, 'budget' | 'items'>,
  firstYear: FiscalYear,
): { budget: Budget; items: BudgetItem[] } {
  const { raises, inflation } = budget.assumptions
  const from = budget.settings.firstYear
  const raised = (amount: Cents | null) => grown(amount, raises, from, firstYear)
  const inflated = (amount: Cents | null) => grown(amount, inflation, from, firstYear)
  return {
    budget: { ...budget, settings: { ...budget.settings, firstYear } },
    items: items.map((item): BudgetItem => {
      if (item.kind === 'position' && item.content.raises)
        return { ...item, content: { ...item.content, baseSalary: raised(item.content.baseSalary) } }
      if (item.kind === 'payPlan')
        return { ...item, content: { ...item.content, baseSalary: raised(item.content.baseSalary) } }
      if (item.kind === 'coachPay')
        return { ...item, content: { ...item.content, baseSalary: raised(item.content.baseSalary) } }
      if (item.kind === 'line' && item.content.inflates)
        return { ...item, content: { ...item.content, unitCost: inflated(item.content.unitCost) } }
      return item
    }),
  }
}

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
