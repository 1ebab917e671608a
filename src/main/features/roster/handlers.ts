import type { Handlers } from '#main/dispatcher/handler.ts'
import { coaches } from '#main/features/roster/coaches.ts'
import { listCustomFields, saveCustomFields } from '#main/features/roster/customFields.ts'
import { exportChanges } from '#main/features/roster/exportChanges.ts'
import { exportElentra, exportMailMerge } from '#main/features/roster/exportLists.ts'
import { exportRoster } from '#main/features/roster/exportRoster.ts'
import { exportFailedRows } from '#main/features/roster/importFailedRows.ts'
import { applyImport, previewImport } from '#main/features/roster/importRoster.ts'
import { learners } from '#main/features/roster/learners.ts'
import { bringBack, putOnLeave } from '#main/features/roster/leave.ts'
import { listDuplicatePeople, mergePeople, previewMerge } from '#main/features/roster/mergePeople.ts'
import { endPairings, listPairings, pairLearners, removePairings } from '#main/features/roster/pairLearners.ts'
import { applyRollover, previewRollover } from '#main/features/roster/rollover.ts'
import { addRow, editRows, erasePerson, getPerson, listRows, removeRows } from '#main/features/roster/service.ts'
import {
  addStaff,
  editStaff,
  endStaff,
  findPersonByEmail,
  listStaff,
  removeStaff,
} from '#main/features/roster/staff.ts'
import type { Workspace } from '#main/features/workspace/workspace.ts'
import { blankCoach, blankLearner } from '#shared/roster/blank.ts'
import type { rosterContract } from '#shared/roster/contract.ts'
import { patched } from '#shared/roster/patch.ts'

export function rosterHandlers(workspace: Workspace): Handlers<keyof typeof rosterContract> {
  const file = () => workspace.current()
  return {
    'roster.listLearners': (input, call) => listRows(file(), learners, input, call),
    'roster.listCoaches': (input, call) => listRows(file(), coaches, input, call),
    'roster.getPerson': ({ personId }) => getPerson(file(), personId),
    'roster.addLearner': ({ programId, learner }, call) =>
      addRow(file(), learners, programId, patched(blankLearner(call.today), learner), call),
    'roster.addCoach': ({ programId, coach }, call) =>
      addRow(file(), coaches, programId, patched(blankCoach(call.today), coach), call),
    'roster.editLearners': (input, call) => editRows(file(), learners, input, call),
    'roster.editCoaches': (input, call) => editRows(file(), coaches, input, call),
    'roster.removeLearners': (input, call) => removeRows(file(), learners, input, call),
    'roster.removeCoaches': (input, call) => removeRows(file(), coaches, input, call),
    'roster.listStaff': (input, call) => listStaff(file(), input, call),
    'roster.findPersonByEmail': ({ email }) => findPersonByEmail(file(), email),
    'roster.addStaff': (input, call) => addStaff(file(), input, call),
    'roster.editStaff': (input, call) => editStaff(file(), input, call),
    'roster.endStaff': (input, call) => endStaff(file(), input, call),
    'roster.removeStaff': (input, call) => removeStaff(file(), input, call),
    'roster.erasePerson': (input, call) => erasePerson(file(), input, call),
    'roster.putOnLeave': (input, call) => putOnLeave(file(), input, call),
    'roster.bringBack': (input, call) => bringBack(file(), input, call),
    'roster.previewRollover': (input, call) => previewRollover(file(), input, call),
    'roster.applyRollover': (input, call) => applyRollover(file(), input, call),
    'roster.listPairings': (input) => listPairings(file(), input),
    'roster.pairLearners': (input, call) => pairLearners(file(), input, call),
    'roster.endPairings': (input, call) => endPairings(file(), input, call),
    'roster.removePairings': (input, call) => removePairings(file(), input, call),
    'roster.findDuplicatePeople': ({ programId }, call) => listDuplicatePeople(file(), programId, call),
    'roster.previewMerge': (input) => previewMerge(file().db, input),
    'roster.mergePeople': (input, call) => mergePeople(file(), input, call),
    'roster.listCustomFields': ({ programId }) => listCustomFields(file().db, programId),
    'roster.saveCustomFields': (input, call) => saveCustomFields(file(), input, call),
    'roster.previewImport': (input, call) => previewImport(workspace, input, call),
    'roster.applyImport': (input, call) => applyImport(workspace, input, call),
    'roster.exportFailedRows': (input, call) => exportFailedRows(workspace, input, call),
    'roster.exportMailMerge': (input, call) => exportMailMerge(workspace, input, call),
    'roster.exportElentra': (input, call) => exportElentra(workspace, input, call),
    'roster.exportChanges': (input, call) => exportChanges(workspace, input, call),
    'roster.exportWorkbook': (input, call) => exportRoster(workspace, input, call),
  }
}
