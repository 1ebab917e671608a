import type { PlanVsActual } from '#shared/budget/actualsSchema.ts'
import type { BudgetDocument } from '#shared/budget/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Instant } from '#shared/kernel/plainDate.ts'
import type { Program } from '#shared/program/schema.ts'

/** What a budget workbook is made of, and who made it for whom. */
export interface BudgetExport {
  program: Program
  document: BudgetDocument
  scenarioIds: readonly Id[]
  planVsActual: PlanVsActual
  audience: string
  actor: string
  now: Instant
  appVersion: string
}
