import type { ColumnModel, RowModel } from '#main/spreadsheets/workbookModel.ts'
import { nameOfItem } from '#shared/budget/budgetHistory.ts'
import { itemKindLabels, percent } from '#shared/budget/budgetWords.ts'
import { formatFiscalYear } from '#shared/budget/fiscalYear.ts'
import { calculateBudget } from '#shared/budget/model/calculate.ts'
import { type BudgetCategory, budgetCategoryLabels, categoryOfRole } from '#shared/budget/categories.ts'
import { type BudgetItem, type FundShares, lineDriverLabels } from '#shared/budget/itemSchemas.ts'
import type { BudgetDocument } from '#shared/budget/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'

/** The positions, coaches and lines of a budget, one to a row, with what each costs in each fiscal year. */
export function linesTable(
  document: BudgetDocument,
  scenarioId: Id | null,
): { columns: ColumnModel[]; rows: RowModel[] } {
  const { inputs, result } = calculateBudget(document, scenarioId)
  const costs = new Map(result.byItem.map(({ itemKey, cost }) => [itemKey, cost]))
  const names = new Map(inputs.items.map((item) => [item.key, nameOfItem(item.kind, item.content)]))
  const paidBy = (shares: FundShares): string =>
    shares.map(({ fund, share }) => `${names.get(fund) ?? 'A fund since removed'} ${percent(share)}`).join(', ')
  const columns: ColumnModel[] = [
    { key: 'kind', header: 'Kind', type: 'text' },
    { key: 'category', header: 'Category', type: 'text' },
    { key: 'name', header: 'Item', type: 'text' },
    { key: 'holder', header: 'Holder', type: 'text' },
    { key: 'effort', header: 'Effort (FTE)', type: 'number' },
    { key: 'driver', header: 'Grows with', type: 'text' },
    { key: 'quantity', header: 'Quantity', type: 'number' },
    { key: 'unitCost', header: 'Base salary or unit cost (USD)', type: 'money' },
    { key: 'funds', header: 'Paid by', type: 'text' },
    ...result.years.map((year, index): ColumnModel => ({
      key: `cost${index}`,
      header: `${formatFiscalYear(year)} (USD)`,
      type: 'money',
    })),
    { key: 'note', header: 'Note', type: 'text' },
  ]
  const rows = inputs.items.flatMap((item): RowModel[] => {
    const about = aboutItem(item)
    if (!about) return []
    const cost = costs.get(item.key) ?? []
    return [
      {
        kind: itemKindLabels[item.kind],
        name: nameOfItem(item.kind, item.content),
        ...about,
        funds: 'funds' in item.content ? paidBy(item.content.funds) : '',
        ...Object.fromEntries(result.years.map((_, index) => [`cost${index}`, cost[index] ?? null])),
      },
    ]
  })
  return { columns, rows }
}

/** What only that kind of row says; null for what costs nothing by itself. */
function aboutItem(item: BudgetItem): RowModel | null {
  if (item.kind === 'position') {
    const { role, holder, effort, baseSalary, note } = item.content
    return {
      category: categoryLabel(categoryOfRole[role]),
      holder: holder || 'To be hired',
      effort: effort / 10_000,
      unitCost: baseSalary,
      note,
    }
  }
  if (item.kind === 'payPlan') {
    const { effort, baseSalary } = item.content
    return {
      category: categoryLabel('coaches'),
      effort: effort === null ? null : effort / 10_000,
      unitCost: baseSalary,
    }
  }
  if (item.kind === 'line') {
    const { category, driver, quantity, unitCost, justification } = item.content
    return {
      category: categoryLabel(category),
      driver: lineDriverLabels[driver],
      quantity: quantity / 100,
      unitCost,
      note: justification,
    }
  }
  return null
}

const categoryLabel = (category: BudgetCategory): string => budgetCategoryLabels[category]
