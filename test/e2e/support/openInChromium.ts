import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chromium, type Page } from 'playwright'
import type { Opening } from '#test/e2e/support/launch.ts'

/** A page that is ready to load the app: `start` loads it, so that nothing it reports is missed. */
export interface Opened {
  readonly page: Page
  readonly start: () => Promise<void>
  readonly close: () => Promise<void>
}

// Quiet, and alone: no network of its own, and no sandbox for root, which Chromium refuses.
export const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** Serves the built app on 127.0.0.1 and opens it in a Chromium with a fresh profile. */
export async function openInChromium(opening: Opening): Promise<Opened> {
  const server = await serve(opening)
  const browser = await chromium.launch({ executablePath: opening.program, args: flags })
  const context = await browser.newContext({ viewport: opening.viewport, colorScheme: opening.theme })
  const page = await context.newPage()
  return {
    page,
    start: async () => {
      await page.goto(server.address)
    },
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}

/** Serves the built app, and answers with its address once it listens. */
export async function serve({
  dataFile,
  env,
}: Pick<Opening, 'dataFile' | 'env'>): Promise<{ address: string; close: () => Promise<void> }> {
  const args = ['out/main/serve.js', ...(dataFile ? ['--data', dataFile] : [])]
  const server = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (data: Buffer): void => {
      said += data.toString()
      const [found] = /http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+/.exec(said) ?? []
      if (found) resolve(found)
    }
    server.stdout.on('data', hear)
    server.stderr.on('data', hear)
    server.on('exit', (code) => reject(new Error(`The server ended with ${code}.\n${said}`)))
  })
  return {
    address,
    close: async () => {
      if (server.exitCode !== null) return
      const ended = once(server, 'exit')
      server.kill('SIGTERM')
      await ended
    },
  }
}
