import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '#scripts/support/build.mjs'
import { runTool } from '#scripts/support/run.ts'

const packageFolder = join(projectFolder, 'node_modules', 'electron')

/** The Electron runtime that is on this machine already, or null. Asking the package itself would start a download. */
export function installedElectron(): string | null {
  const file = join(packageFolder, 'path.txt')
  if (!existsSync(file)) return null
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(packageFolder, 'dist')
  const program = join(folder, readFileSync(file, 'utf8'))
  return existsSync(program) ? program : null
}

/** Fetches the runtime, if the place it comes from answers within five seconds. Null if it cannot be had. */
export async function downloadElectron(): Promise<string | null> {
  const source = process.env['ELECTRON_MIRROR'] ?? 'https://github.com/electron/electron/releases/'
  try {
    await fetch(source, { method: 'HEAD', signal: AbortSignal.timeout(5000) })
  } catch {
    return null
  }
  console.log('Downloading the Electron runtime, about 120 MB, once.')
  const { ok } = await runTool('electron/install.js', [], { timeout: 600_000 })
  return ok ? installedElectron() : null
}

/** Why a window cannot be shown here, in one clause, or null if it can. */
export function whyNoWindow(): string | null {
  if (process.platform !== 'linux') return null
  if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return 'There is no display here'
  return process.getuid?.() === 0 ? 'Electron does not run as root' : null
}
