import { newId } from '#main/database/newId.ts'
import { saveItems } from '#main/features/budget/items.ts'
import { createBudget } from '#main/features/budget/service.ts'
import { budgetItemDraftSchema } from '#shared/budget/itemSchemas.ts'
import { type BudgetDocument, budgetSettingsSchema } from '#shared/budget/schema.ts'
import { type Problem, Refusal } from '#shared/kernel/problem.ts'
import { type Desk, on } from '#test/roster/support.ts'

export const winter = '2026-11-22'

/** A draft for FY27 to FY29, as `budget.create` starts it. */
export function startBudget(desk: Desk, settings: object = {}): Promise<BudgetDocument> {
  const { file, programId } = desk
  const draft = budgetSettingsSchema.parse({ name: 'FY27 request', firstYear: 2027, ...settings })
  return createBudget(file, { programId, settings: draft }, on(winter))
}

/** Adds parts to a draft; each gets a key of its own where none is given. */
export function add(
  desk: Desk,
  { budget }: BudgetDocument,
  ...items: { kind: string; key?: string; content: object }[]
): Promise<BudgetDocument> {
  const drafts = items.map((item) => budgetItemDraftSchema.parse({ key: newId(), ...item }))
  return saveItems(desk.file, { budgetId: budget.id, items: drafts }, on(winter))
}

/** What work was refused with; fails the test where it was not refused. */
export function problemFrom(work: () => unknown): Problem {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return error.problem
    throw error
  }
  throw new Error('It was not refused.')
}
