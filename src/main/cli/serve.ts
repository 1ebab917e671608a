import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createApp } from '#main/app.ts'
import { openInBrowser } from '#main/cli/openInBrowser.ts'
import { dataFolder, settingsFolder } from '#main/folders.ts'
import { type LoopbackServer, serveLoopback } from '#main/transports/loopback.ts'
import type { Dispatcher } from '#main/dispatcher/dispatcher.ts'
import { refuse } from '#shared/kernel/problem.ts'

export interface ServeOptions {
  data?: string
  port: number
  open?: true
  json: boolean
}

/** Serves the window to a browser until the process is told to stop; then closes the data file and returns. */
export async function serve(options: ServeOptions): Promise<void> {
  const stopped = untilStopped()
  const app = createApp({ surface: 'browser', dataFolder: dataFolder(), settingsFolder: settingsFolder() })
  try {
    if (options.data !== undefined) await app.workspace.openPath(resolve(options.data))
    const server = await listen(app.dispatcher, options.port)
    const { address } = server
    process.stdout.write(options.json ? `${JSON.stringify({ address })}\n` : `Coachdesk is open at ${address}\n`)
    if (options.open) openInBrowser(address)
    await stopped
    await server.close()
  } finally {
    await app.close()
  }
}

async function listen(dispatcher: Dispatcher, port: number): Promise<LoopbackServer> {
  try {
    return await serveLoopback(dispatcher, { port, rendererFolder: rendererFolder() })
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code
    if (why !== 'EADDRINUSE' && why !== 'EACCES') throw error
    throw refuse(
      'conflict',
      `Port ${port} is not free. Choose another with --port, or leave it out to take a free one.`,
    )
  }
}

/** The built window: beside the built main process, or in `out` when this runs from source. */
function rendererFolder(): string {
  const here = fileURLToPath(import.meta.url)
  const project = here.slice(0, Math.max(here.lastIndexOf(join('/out/main/')), here.lastIndexOf(join('/src/main/'))))
  const folder = join(project, 'out', 'renderer')
  if (existsSync(join(folder, 'index.html'))) return folder
  throw refuse('not_available', 'The window is not built. Build it with: npm run build')
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}
