import { join } from 'node:path'
import { createDispatcher, type Dispatcher } from '#main/dispatcher/dispatcher.ts'
import { loadSample } from '#main/loadSample.ts'
import { budgetHandlers } from '#main/features/budget/handlers.ts'
import { evaluationHandlers } from '#main/features/evaluation/handlers.ts'
import { programHandlers } from '#main/features/program/handlers.ts'
import { rosterHandlers } from '#main/features/roster/handlers.ts'
import { workspaceHandlers } from '#main/features/workspace/handlers.ts'
import { Workspace } from '#main/features/workspace/workspace.ts'
import { createFileLog, type Log } from '#main/log.ts'
import type { WorkspaceInfo } from '#shared/workspace/schema.ts'
import packageJson from '../../package.json' with { type: 'json' }

export interface AppOptions {
  surface: WorkspaceInfo['surface']
  dataFolder: string
  settingsFolder: string
  /** Lets the user pick a data file; absent where there are no native dialogs. */
  chooseFile?: () => Promise<string | null>
}

export interface App {
  readonly dispatcher: Dispatcher
  readonly workspace: Workspace
  readonly log: Log
  /** Ends what runs and closes the data file. */
  close(): Promise<void>
}

/** Puts the app together, the same for the window, the browser and the command line. */
export function createApp(options: AppOptions): App {
  const log = createFileLog(join(options.settingsFolder, 'logs'), now)
  const workspace = new Workspace({ ...options, version: packageJson.version, loadSample, now, log })
  const dispatcher = createDispatcher({
    handlers: {
      ...workspaceHandlers(workspace),
      ...programHandlers(workspace),
      ...rosterHandlers(workspace),
      ...budgetHandlers(workspace),
      ...evaluationHandlers(workspace),
    },
    ready: () => workspace.settled(),
    actor: () => workspace.actor,
    now,
    log,
  })
  workspace.onChanged((topics, requestId) => dispatcher.announce(topics, requestId))
  return {
    dispatcher,
    workspace,
    log,
    close: async () => {
      await dispatcher.close()
      await workspace.close()
    },
  }
}

const now = (): Date => new Date()
