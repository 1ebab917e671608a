import type { Handlers } from '#main/dispatcher/handler.ts'
import { applyRecords, previewRecords } from '#main/features/coaching/importRecords.ts'
import {
  getRecord,
  listMeetings,
  removeRecords,
  saveCompletion,
  saveMeetings,
  saveObservation,
} from '#main/features/coaching/records.ts'
import type { Workspace } from '#main/features/workspace/workspace.ts'
import type { coachingContract } from '#shared/coaching/contract.ts'

/** The procedures of coaching: what a coach did, as far as it can be counted. */
export function coachingHandlers(workspace: Workspace): Handlers<keyof typeof coachingContract> {
  const file = () => workspace.current()
  return {
    'coaching.listMeetings': (input) => listMeetings(file().db, input),
    'coaching.getRecord': (input) => getRecord(file().db, input),
    'coaching.saveMeetings': (input, call) => saveMeetings(file(), input, call),
    'coaching.saveCompletion': (input, call) => saveCompletion(file(), input, call),
    'coaching.saveObservation': (input, call) => saveObservation(file(), input, call),
    'coaching.removeRecords': (input, call) => removeRecords(file(), input, call),
    'coaching.previewImport': (input, call) => previewRecords(workspace, input, call),
    'coaching.applyImport': (input, call) => applyRecords(workspace, input, call),
  }
}
