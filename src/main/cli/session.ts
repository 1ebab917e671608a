import path from 'node:path'
import { type App, createApp } from '#main/app.ts'
import { newId } from '#main/database/newId.ts'
import { toProblem } from '#main/dispatcher/toProblem.ts'
import { dataFolder, settingsFolder } from '#main/folders.ts'
import { createInProcessTransport } from '#main/transports/inProcess.ts'
import { type Client, createClient } from '#shared/contract/client.ts'
import { Refusal } from '#shared/kernel/problem.ts'

export interface Session {
  readonly app: App
  readonly client: Client
}

/** Runs one command on an app of its own, and closes its data file whatever happens. Throws only `Refusal`; a bug as `fault`. */
export async function withApp<T>(work: (session: Session) => Promise<T>): Promise<T> {
  const app = createApp({ surface: 'commandLine', dataFolder: dataFolder(), settingsFolder: settingsFolder() })
  try {
    return await work({ app, client: createClient(createInProcessTransport(app.dispatcher), newId) })
  } catch (error) {
    throw new Refusal(toProblem(error, 'A command', app.log))
  } finally {
    await app.close()
  }
}

/** The same on a data file. @throws Refusal `file_in_use` where the window has it open, and as opening does */
export function withFile<T>(file: string, work: (session: Session) => Promise<T>): Promise<T> {
  return withApp(async (session) => {
    await session.app.workspace.openPath(path.resolve(file))
    return work(session)
  })
}
