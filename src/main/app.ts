import { join } from 'node:path'
import { createDispatcher, type Dispatcher } from '#main/dispatcher/dispatcher.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { lazyHandlers } from '#main/dispatcher/lazyHandlers.ts'
import { workspaceHandlers } from '#main/features/workspace/handlers.ts'
import { Workspace } from '#main/features/workspace/workspace.ts'
import { createFileLog, type Log } from '#main/log.ts'
import { budgetContract } from '#shared/budget/contract.ts'
import { coachingContract } from '#shared/coaching/contract.ts'
import { evaluationContract } from '#shared/evaluation/contract.ts'
import { programContract } from '#shared/program/contract.ts'
import { rosterContract } from '#shared/roster/contract.ts'
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
      ...lazyHandlers(programContract, async () => {
        const { programHandlers } = await import('#main/features/program/handlers.ts')
        return programHandlers(workspace)
      }),
      ...lazyHandlers(rosterContract, async () => {
        const { rosterHandlers } = await import('#main/features/roster/handlers.ts')
        return rosterHandlers(workspace)
      }),
      ...lazyHandlers(coachingContract, async () => {
        const { coachingHandlers } = await import('#main/features/coaching/handlers.ts')
        return coachingHandlers(workspace)
      }),
      ...lazyHandlers(budgetContract, async () => {
        const { budgetHandlers } = await import('#main/features/budget/handlers.ts')
        return budgetHandlers(workspace)
      }),
      ...lazyHandlers(evaluationContract, async () => {
        const { evaluationHandlers } = await import('#main/features/evaluation/handlers.ts')
        return evaluationHandlers(workspace)
      }),
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

async function loadSample(workspace: Workspace, call: CallContext): Promise<void> {
  const sample = await import('#main/loadSample.ts')
  await sample.loadSample(workspace, call)
}

const now = (): Date => new Date()
