import type { Handlers } from '#main/dispatcher/handler.ts'
import { exportBrief, exportOutcomes, listReleases, remakeRelease } from '#main/features/evaluation/exportOutcomes.ts'
import { showCoaches, showComments, showGoals, showOverview, showResults } from '#main/features/evaluation/figures.ts'
import { fixResponse, listProblems, setThemes } from '#main/features/evaluation/fixResponses.ts'
import { applyResponses, previewResponses } from '#main/features/evaluation/importResponses.ts'
import { listInstruments, saveInstrument, saveLicence } from '#main/features/evaluation/instruments.ts'
import {
  destroyKey,
  exportCodes,
  listAdministrations,
  makeCodes,
  removeAdministration,
  saveAdministration,
} from '#main/features/evaluation/service.ts'
import type { Workspace } from '#main/features/workspace/workspace.ts'
import type { evaluationContract } from '#shared/evaluation/contract.ts'

/** The procedures of evaluation: what is measured, what came back, and what of it may be shown to whom. */
export function evaluationHandlers(workspace: Workspace): Handlers<keyof typeof evaluationContract> {
  const file = () => workspace.current()
  return {
    'evaluation.listInstruments': (input) => listInstruments(file().db, input),
    'evaluation.saveInstrument': (input, call) => saveInstrument(file(), input, call),
    'evaluation.saveLicence': (input, call) => saveLicence(file(), input, call),
    'evaluation.listAdministrations': ({ programId }) => listAdministrations(file().db, programId),
    'evaluation.saveAdministration': (input, call) => saveAdministration(file(), input, call),
    'evaluation.removeAdministration': (input, call) => removeAdministration(file(), input, call),
    'evaluation.makeCodes': (input, call) => makeCodes(file(), input, call),
    'evaluation.exportCodes': (input, call) => exportCodes(workspace, input, call),
    'evaluation.destroyKey': (input, call) => destroyKey(file(), input, call),
    'evaluation.previewResponses': (input, call) => previewResponses(workspace, input, call),
    'evaluation.applyResponses': (input, call) => applyResponses(workspace, input, call),
    'evaluation.listProblems': (input) => listProblems(file().db, input),
    'evaluation.fixResponse': (input, call) => fixResponse(file(), input, call),
    'evaluation.overview': (input) => showOverview(file().db, input),
    'evaluation.results': (input) => showResults(file().db, input),
    'evaluation.goals': (input) => showGoals(file().db, input),
    'evaluation.coaches': (input, call) => showCoaches(file().db, input, call.today),
    'evaluation.comments': (input) => showComments(file().db, input),
    'evaluation.setThemes': (input, call) => setThemes(file(), input, call),
    'evaluation.exportOutcomes': (input, call) => exportOutcomes(workspace, input, call),
    'evaluation.exportBrief': (input, call) => exportBrief(workspace, input, call),
    'evaluation.listReleases': ({ programId }) => listReleases(file().db, programId),
    'evaluation.remake': (input, call) => remakeRelease(workspace, input, call),
  }
}
