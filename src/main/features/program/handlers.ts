import type { Handlers } from '#main/dispatcher/handler.ts'
import { listBenchmarks } from '#main/features/program/benchmarks.ts'
import { getCalendar, getReadiness, setTask } from '#main/features/program/calendar.ts'
import {
  adoptDesign,
  compareVersions,
  copyDesign,
  discardDraft,
  getDesign,
  listVersions,
  saveAnswer,
  settingsInForce,
  startVersion,
} from '#main/features/program/design.ts'
import { exportCalendar, exportCharter, exportDecisions } from '#main/features/program/exportDesign.ts'
import { archiveProgram, changeProgram, listPrograms, startProgram } from '#main/features/program/service.ts'
import type { Workspace } from '#main/features/workspace/workspace.ts'
import type { programContract } from '#shared/program/contract.ts'

export function programHandlers(workspace: Workspace): Handlers<keyof typeof programContract> {
  const file = () => workspace.current()
  return {
    'program.list': (_input, call) => listPrograms(file(), call),
    'program.create': (draft, call) => startProgram(file(), draft, call),
    'program.update': (change, call) => changeProgram(file(), change, call),
    'program.archive': ({ programId }, call) => archiveProgram(file(), { programId, archived: true }, call),
    'program.unarchive': ({ programId }, call) => archiveProgram(file(), { programId, archived: false }, call),
    'program.getDesign': (input) => getDesign(file().db, input),
    'program.getSettings': ({ programId }) => settingsInForce(file().db, programId),
    'program.listDesignVersions': ({ programId }) => listVersions(file().db, programId),
    'program.saveAnswer': (input, call) => saveAnswer(file(), input, call),
    'program.startDesignVersion': ({ programId }, call) => startVersion(file(), programId, call),
    'program.adoptDesign': (input, call) => adoptDesign(file(), input, call),
    'program.discardDraft': ({ programId }, call) => discardDraft(file(), programId, call),
    'program.compareDesigns': (input) => compareVersions(file().db, input),
    'program.copyDesign': (input, call) => copyDesign(file(), input, call),
    'program.readiness': (input, call) => getReadiness(file(), input, call),
    'program.listBenchmarks': ({ question }) => listBenchmarks(question),
    'program.calendar': (input, call) => getCalendar(workspace, input, call),
    'program.setTask': (input, call) => setTask(file(), input, call),
    'program.exportCharter': (input, call) => exportCharter(workspace, input, call),
    'program.exportDecisions': (input, call) => exportDecisions(workspace, input, call),
    'program.exportCalendar': (input, call) => exportCalendar(workspace, input, call),
  }
}
