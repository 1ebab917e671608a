import { useRead } from '#renderer/app/api.ts'
import type { Problem } from '#shared/kernel/problem.ts'
import type { Program } from '#shared/program/schema.ts'
import type { OpenFile, WorkspaceInfo } from '#shared/workspace/schema.ts'

// Notices a server that went away, a new day and a backup made by itself, without anybody asking.
const lookAgainMs = 30_000

export function useWorkspaceInfo(): WorkspaceInfo | undefined {
  return useRead('workspace.info', {}, { refetchInterval: lookAgainMs }).data
}

/** Why nothing can be read at all: the other end answers, but not to this window. A lost connection is not one. */
export function useLockOut(): Problem | null {
  const problem = useRead('workspace.info', {}).error?.problem
  return problem && problem.code !== 'disconnected' ? problem : null
}

export function useOpenFile(): OpenFile | null {
  return useWorkspaceInfo()?.file ?? null
}

/** The programs of the open data file; none while no file is open, undefined while they are read. */
export function usePrograms(): readonly Program[] | undefined {
  const info = useWorkspaceInfo()
  const programs = useRead('program.list', {}, { enabled: info?.file != null })
  if (info && !info.file) return none
  return programs.data
}

const none: readonly Program[] = []
