import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { workspaceHandlers } from '#main/features/workspace/handlers.ts'
import { Workspace, type WorkspaceOptions } from '#main/features/workspace/workspace.ts'
import { newId } from '#main/database/newId.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import type { Log } from '#main/log.ts'
import { temporaryFolder } from './support.ts'

const quiet: Log = { info: () => {}, warn: () => {}, error: () => 'ABC' }

/** A clock that the test moves. */
function newClock(start = '2026-08-01T12:00:00.000Z') {
  let at = Date.parse(start)
  return {
    now: () => new Date(at),
    forward: (ms: number) => {
      at += ms
    },
  }
}

/** In milliseconds. */
export const day = 86_400_000

/** A workspace in a folder of its own, closed when the test ends; its clock goes on by itself, a millisecond a look. */
export function newWorkspace(over: Partial<WorkspaceOptions> = {}, folder = temporaryFolder()) {
  const clock = newClock()
  const workspace = new Workspace({
    dataFolder: join(folder, 'data'),
    settingsFolder: join(folder, 'settings'),
    version: '1.2.3',
    surface: 'commandLine',
    now: () => {
      clock.forward(1)
      return clock.now()
    },
    log: quiet,
    ...over,
  })
  onTestFinished(() => workspace.close())
  const call = (): CallContext => ({
    requestId: newId(),
    actor: workspace.actor,
    now: clock.now().toISOString(),
    today: '2026-08-01',
    signal: new AbortController().signal,
    progress: () => {},
  })
  return { workspace, handlers: workspaceHandlers(workspace), call, clock, folder }
}

/** Of everybody in the open file, in the order they were added. */
export const lastNames = async (workspace: Workspace) =>
  (await workspace.current().db.selectFrom('person').select('last_name').orderBy('id').execute()).map(
    (row) => row.last_name,
  )
