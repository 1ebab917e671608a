import { type BudgetCategory, budgetCategoryLabels } from '#shared/budget/categories.ts'

/** One of the eight colours of charts: the same for a category or fund in the window and in the workbook. */
type Colour = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

interface CostGroup {
  label: string
  color: Colour
  categories: readonly BudgetCategory[]
}

/** More than eight colours cannot be told apart: the small lines share one. Each has its colour everywhere. */
export const costGroups: readonly CostGroup[] = [
  { label: budgetCategoryLabels.coaches, color: 1, categories: ['coaches'] },
  { label: budgetCategoryLabels.leadership, color: 3, categories: ['leadership'] },
  { label: budgetCategoryLabels.administration, color: 4, categories: ['administration'] },
  { label: budgetCategoryLabels.training, color: 2, categories: ['training'] },
  { label: budgetCategoryLabels.evaluation, color: 6, categories: ['evaluation'] },
  {
    label: 'Other lines',
    color: 8,
    categories: ['materials', 'events', 'travel', 'recognition', 'software', 'other', 'contingency'],
  },
  { label: 'F&A', color: 7, categories: ['indirect'] },
  { label: budgetCategoryLabels.vacancy, color: 5, categories: ['vacancy'] },
]

const namedFunds: readonly Colour[] = [1, 4, 3, 2, 6, 8, 7]

/** The colour of what no fund pays. */
export const unfundedColor: Colour = 5

/** The colour of the nth fund, from 0. */
export const fundColor = (index: number): Colour => namedFunds[index % namedFunds.length]!
