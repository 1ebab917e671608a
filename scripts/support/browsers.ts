import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright'
import { installedElectron, whyNoWindow } from '#scripts/support/electron.ts'
import { aptInstall } from '#scripts/support/debian.ts'
import { run, runTool } from '#scripts/support/run.ts'

/** What browser tests drive: the app itself in Electron, or its page in a Chromium. */
export interface Driver {
  readonly kind: 'electron' | 'chromium'
  readonly program: string
}

/** What is on this machine already, in the order of preference, or null. */
export async function findDriver(): Promise<Driver | null> {
  const electron = whyNoWindow() === null ? installedElectron() : null
  if (electron && process.env['COACHDESK_SURFACE'] !== 'browser') return { kind: 'electron', program: electron }
  for (const program of [...installedBrowsers(), chromium.executablePath()]) {
    if (existsSync(program) && (await starts(program))) return { kind: 'chromium', program }
  }
  return null
}

/** What there is, or else what can be installed. Throws with what to install if there is no way. */
export async function ensureDriver(): Promise<Driver> {
  const found = await findDriver()
  if (found) return found
  console.log('No browser found for the browser tests: installing one.')
  await runTool('playwright/cli.js', ['install', '--with-deps', 'chromium'], { timeout: 600_000 })
  const fetched = await findDriver()
  if (fetched) return fetched
  await aptInstall('chromium')
  const packaged = await findDriver()
  if (packaged) return packaged
  throw new Error(
    'The browser tests need a browser. Install Google Chrome, Chromium or Microsoft Edge, and test again.',
  )
}

function installedBrowsers(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (process.platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? [])
    const places = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']
    return folders.flatMap((folder) => places.map((place) => join(folder, place)))
  }
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge']
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/** On some systems the name stands for a script that only says what to install. */
async function starts(program: string): Promise<boolean> {
  if (process.platform === 'win32') return true // there it opens a window instead of answering
  return (await run(program, ['--version'], { timeout: 20_000 })).ok
}
