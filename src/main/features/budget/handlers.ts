import type { Handlers } from '#main/dispatcher/handler.ts'
import {
  getPlanVsActual,
  listAccounts,
  listLedger,
  mapAccounts,
  saveVarianceNote,
} from '#main/features/budget/actuals.ts'
import { exportLines, exportWorkbook } from '#main/features/budget/exportBudget.ts'
import { applyLedger, previewLedger } from '#main/features/budget/importLedger.ts'
import { removeItems, saveItems } from '#main/features/budget/items.ts'
import { compareScenarios, getSensitivity, showBudget } from '#main/features/budget/results.ts'
import { removeScenario, saveScenario, setDifferences } from '#main/features/budget/scenarios.ts'
import {
  approveBudget,
  copyBudget,
  createBudget,
  getBudget,
  listBudgets,
  removeBudget,
  saveAssumptions,
  saveSettings,
} from '#main/features/budget/service.ts'
import type { Workspace } from '#main/features/workspace/workspace.ts'
import type { budgetContract } from '#shared/budget/contract.ts'

/** The procedures of the budget: what a program costs, and what was spent. */
export function budgetHandlers(workspace: Workspace): Handlers<keyof typeof budgetContract> {
  const file = () => workspace.current()
  return {
    'budget.list': ({ programId }) => listBudgets(file().db, programId),
    'budget.get': ({ budgetId }, call) => getBudget(file().db, budgetId, call.today),
    'budget.create': (input, call) => createBudget(file(), input, call),
    'budget.copy': (input, call) => copyBudget(file(), input, call),
    'budget.remove': ({ budgetId }, call) => removeBudget(file(), budgetId, call),
    'budget.approve': (input, call) => approveBudget(file(), input, call),
    'budget.saveSettings': (input, call) => saveSettings(file(), input, call),
    'budget.saveAssumptions': (input, call) => saveAssumptions(file(), input, call),
    'budget.saveItems': (input, call) => saveItems(file(), input, call),
    'budget.removeItems': (input, call) => removeItems(file(), input, call),
    'budget.saveScenario': (input, call) => saveScenario(file(), input, call),
    'budget.removeScenario': (input, call) => removeScenario(file(), input, call),
    'budget.setDifferences': (input, call) => setDifferences(file(), input, call),
    'budget.show': (input, call) => showBudget(file().db, input, call.today),
    'budget.compare': (input, call) => compareScenarios(file().db, input, call.today),
    'budget.sensitivity': (input, call) => getSensitivity(file().db, input, call.today),
    'budget.planVsActual': (input, call) => getPlanVsActual(file().db, input, call.today),
    'budget.saveVarianceNote': (input, call) => saveVarianceNote(file(), input, call),
    'budget.listLedger': (input) => listLedger(file().db, input),
    'budget.listAccounts': ({ programId }) => listAccounts(file().db, programId),
    'budget.mapAccounts': (input, call) => mapAccounts(file(), input, call),
    'budget.previewLedger': (input, call) => previewLedger(workspace, input, call),
    'budget.applyLedger': (input, call) => applyLedger(workspace, input, call),
    'budget.exportWorkbook': (input, call) => exportWorkbook(workspace, input, call),
    'budget.exportLines': (input, call) => exportLines(workspace, input, call),
  }
}
