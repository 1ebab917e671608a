import type { Kysely } from 'kysely'
import type { DataFile } from '#main/database/dataFile.ts'
import type { Tables } from '#main/database/tables.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import {
  deleteBudget,
  findBudget,
  insertBudget,
  insertItems,
  insertScenario,
  loadBudgets,
  loadItems,
  loadScenarios,
  markApproved,
  markSuperseded,
  putDifference,
  updateBudget,
} from '#main/features/budget/repository.ts'
import { loadStaffingFacts } from '#main/features/budget/staffingFacts.ts'
import { startFromDesign } from '#main/features/budget/startFromDesign.ts'
import { requireProgram } from '#main/features/program/service.ts'
import { budgetInForce, type BudgetSummary, summariseBudget } from '#shared/budget/budgetSummary.ts'
import { moveYears } from '#shared/budget/moveYears.ts'
import type { Assumptions } from '#shared/budget/assumptionsSchema.ts'
import type { Budget, BudgetDocument, BudgetSettings } from '#shared/budget/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import { refuse } from '#shared/kernel/problem.ts'

type Db = Kysely<Tables>

export async function listBudgets(db: Db, programId: Id): Promise<Budget[]> {
  await requireProgram(db, programId)
  return loadBudgets(db, programId)
}

/** A budget with its parts, scenarios and facts: those of today for a draft, those of the day for one that was approved. */
export async function getBudget(db: Db, budgetId: Id, today: PlainDate): Promise<BudgetDocument> {
  const found = await findBudget(db, budgetId)
  if (!found) throw notFound()
  const { budget, approvedFacts } = found
  const [items, scenarios, facts] = await Promise.all([
    loadItems(db, budgetId),
    loadScenarios(db, budgetId),
    approvedFacts ?? loadStaffingFacts(db, budget.programId, today),
  ])
  return { budget, items, scenarios, facts }
}

/** The budget that stands for a program in a dozen lines; null where it has none. */
export async function readBudgetSummary(db: Db, programId: Id, today: PlainDate): Promise<BudgetSummary | null> {
  const budget = budgetInForce(await loadBudgets(db, programId))
  if (!budget) return null
  // Loaded only here: most reads of a budget are figured in the window.
  const { calculateBudget } = await import('#shared/budget/model/calculate.ts')
  return summariseBudget(budget, calculateBudget(await getBudget(db, budget.id, today), null).result)
}

/** Starts the first or the next version of a budget with what the design decided. */
export async function createBudget(
  file: DataFile,
  { programId, settings }: { programId: Id; settings: BudgetSettings },
  call: CallContext,
): Promise<BudgetDocument> {
  return file.write(call, { label: `Start the budget ${settings.name}` }, async (tx) => {
    await requireProgram(tx, programId)
    const { assumptions, items } = await startFromDesign(tx, programId)
    const number = await nextNumber(tx, programId)
    const id = await insertBudget(tx, { programId, number, settings, assumptions }, call)
    await insertItems(tx, id, items)
    return getBudget(tx, id, call.today)
  })
}

/**
 * Starts a new version from this one with its scenarios. For later years the rates by year stay, so that what is not
 * known for a new year is asked for; positions keep the pay of the old first year, raised as it was planned.
 */
export async function copyBudget(
  file: DataFile,
  { budgetId, name, firstYear }: { budgetId: Id; name: string; firstYear?: number | undefined },
  call: CallContext,
): Promise<BudgetDocument> {
  return file.write(call, { label: `Start the budget ${name}` }, async (tx) => {
    const from = await getBudget(tx, budgetId, call.today)
    const { budget, items, scenarios } = moveYears(from, firstYear ?? from.budget.settings.firstYear)
    const id = await insertBudget(
      tx,
      {
        programId: budget.programId,
        number: await nextNumber(tx, budget.programId),
        settings: { ...budget.settings, name },
        assumptions: budget.assumptions,
      },
      call,
    )
    const scenarioIds = new Map<Id | null, Id | null>([[null, null]])
    for (const [position, scenario] of scenarios.entries()) {
      const copyId = await insertScenario(tx, id, { ...scenario, position })
      scenarioIds.set(scenario.id, copyId)
      for (const difference of scenario.differences) await putDifference(tx, copyId, difference)
    }
    const coaches = new Map(from.facts.coaches.map(({ appointmentId, personId }) => [appointmentId, personId]))
    await insertItems(
      tx,
      id,
      items.map(({ key, kind, content, scenarioId }) => ({
        key,
        kind,
        content,
        scenarioId: scenarioIds.get(scenarioId) ?? null,
        personId:
          'personId' in content
            ? content.personId
            : 'appointmentId' in content
              ? (coaches.get(content.appointmentId) ?? null)
              : null,
      })),
    )
    return getBudget(tx, id, call.today)
  })
}

/** Gives a draft up. @throws Refusal `conflict` where it was approved: what was approved stays */
export async function removeBudget(file: DataFile, budgetId: Id, call: CallContext): Promise<{ removed: true }> {
  const { budget } = await requireDraft(file.db, budgetId)
  return file.write(call, { label: `Give up the budget ${budget.settings.name}` }, async (tx) => {
    await requireDraft(tx, budgetId)
    await deleteBudget(tx, budgetId)
    return { removed: true as const }
  })
}

/** Locks a budget with the facts of the day; the one approved before is superseded. */
export async function approveBudget(
  file: DataFile,
  { budgetId, revision, on, by }: { budgetId: Id; revision: number; on: PlainDate; by: string },
  call: CallContext,
): Promise<BudgetDocument> {
  const label = ({ budget }: BudgetDocument) => `Approve the budget ${budget.settings.name}`
  return file.write(call, { label }, async (tx) => {
    const { budget } = await requireDraft(tx, budgetId, revision)
    const facts = await loadStaffingFacts(tx, budget.programId, call.today)
    await markSuperseded(tx, budget.programId)
    await markApproved(tx, budgetId, { on, by, facts })
    return getBudget(tx, budgetId, call.today)
  })
}

/** Changes the name, the years, or who prepares it. @throws Refusal `stale`, `conflict` where it is locked */
export async function saveSettings(
  file: DataFile,
  { budgetId, revision, settings }: { budgetId: Id; revision: number; settings: BudgetSettings },
  call: CallContext,
): Promise<BudgetDocument> {
  return file.write(call, { label: `Change the budget ${settings.name}` }, async (tx) => {
    await requireDraft(tx, budgetId, revision)
    await updateBudget(tx, budgetId, { settings }, call)
    return getBudget(tx, budgetId, call.today)
  })
}

/** Changes the assumptions of the base. @throws Refusal `stale`, `conflict` where it is locked */
export async function saveAssumptions(
  file: DataFile,
  { budgetId, revision, assumptions }: { budgetId: Id; revision: number; assumptions: Assumptions },
  call: CallContext,
): Promise<BudgetDocument> {
  return file.write(call, { label: 'Change the assumptions of the budget' }, async (tx) => {
    await requireDraft(tx, budgetId, revision)
    await updateBudget(tx, budgetId, { assumptions }, call)
    return getBudget(tx, budgetId, call.today)
  })
}

/** The budget, where it may be changed. @throws Refusal `not_found`, `conflict` where it is locked, `stale` */
export async function requireDraft(db: Db, budgetId: Id, revision?: number): Promise<{ budget: Budget }> {
  const found = await findBudget(db, budgetId)
  if (!found) throw notFound()
  const { budget } = found
  if (budget.status !== 'draft')
    throw refuse(
      'conflict',
      `${budget.settings.name} was approved on ${formatDate(budget.approvedOn!)} and is locked. Start a new version to change it.`,
    )
  if (revision !== undefined && budget.revision !== revision)
    throw refuse(
      'stale',
      'The budget was changed elsewhere since it was read. It now shows what is stored; make the change again if it still fits.',
    )
  return { budget }
}

const notFound = () => refuse('not_found', 'This budget is not in the open data file any more.')

async function nextNumber(db: Db, programId: Id): Promise<number> {
  const [last] = await loadBudgets(db, programId)
  return (last?.number ?? 0) + 1
}
