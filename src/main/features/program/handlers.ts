import type { Handlers } from '#main/dispatcher/handler.ts'
import { changeProgram, listPrograms, startProgram } from '#main/features/program/service.ts'
import type { Workspace } from '#main/features/workspace/workspace.ts'
import type { programContract } from '#shared/program/contract.ts'

export function programHandlers(workspace: Workspace): Handlers<keyof typeof programContract> {
  return {
    'program.list': (_input, call) => listPrograms(workspace.current(), call),
    'program.create': (draft, call) => startProgram(workspace.current(), draft, call),
    'program.update': (change, call) => changeProgram(workspace.current(), change, call),
  }
}
