import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { ensureBuilt, projectFolder } from '#scripts/support/build.mjs'
import { downloadElectron, installedElectron, whyNoWindow } from '#scripts/support/electron.ts'

// Opens Coachdesk in its window, or, where there can be none, in the default browser.

try {
  ensureBuilt()
  process.exitCode = await start(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function start(args: readonly string[]): Promise<number> {
  if (process.env['COACHDESK_SURFACE'] === 'browser') return inBrowser(args)
  const reason = whyNoWindow()
  if (reason) return inBrowser(args, reason)
  const electron = installedElectron() ?? (await downloadElectron())
  if (!electron) return inBrowser(args, 'The Electron runtime cannot be downloaded here')

  const startedAt = performance.now()
  const code = await runHere(electron, ['.', ...args])
  // A system that forbids Electron's sandbox ends it at once; later, it is the app that ended.
  const atOnce = code !== 0 && performance.now() - startedAt < 5000
  return atOnce ? inBrowser(args, 'Electron does not start here') : code
}

async function inBrowser(args: readonly string[], reason?: string): Promise<number> {
  if (reason) console.log(`${reason}, so Coachdesk opens in the default browser.`)
  return runHere(process.execPath, ['out/main/serve.js', '--open', ...args])
}

async function runHere(program: string, args: readonly string[]): Promise<number> {
  const child = spawn(program, args, { cwd: projectFolder, stdio: 'inherit' })
  // The terminal sends Ctrl+C to both; the child closes the data file, then this ends with it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
  // Stopped from outside is a good end; any other signal is a crash, as of a sandbox that the system forbids.
  return code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)
}
