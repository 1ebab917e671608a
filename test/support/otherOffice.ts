import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { TestContext } from 'vitest'

/**
 * The other programs that open our files in tests, because a writer that is only read back by its own author is not tested.
 * Where one is missing a test says what to install: it reports itself as skipped if it asks first, and fails if not.
 */

const soffices = ['soffice', '/usr/bin/soffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice']
const pythons = ['/usr/bin/python3', 'python3', 'python']

const libreOffice = 'LibreOffice (on Debian: apt-get install libreoffice-calc)'

let hasLibreOffice: boolean | undefined

/** For tests of whole workbooks that calculate and draw: where there is no LibreOffice they report themselves as skipped. */
export function needLibreOffice({ skip }: TestContext): void {
  hasLibreOffice ??= soffices.some((command) => runs(command, ['--version']))
  if (!hasLibreOffice) skip(`This test needs ${libreOffice}`)
}

/** Opens a file in LibreOffice, without a window, and gives it in another format: 'csv' (the first sheet), 'pdf', 'xlsx'. */
export function convertWithLibreOffice(path: string, extension: string): Buffer {
  const soffice = firstThatRuns(soffices, ['--version'], libreOffice)
  const folder = mkdtempSync(join(tmpdir(), 'coachdesk-office-'))
  try {
    const profile = pathToFileURL(join(folder, 'profile')).href
    // 76 is UTF-8; the "true" asks for cells as they are shown.
    const filter = extension === 'csv' ? 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true' : extension
    const input = extname(path) === '.csv' ? ['--infilter=CSV:44,34,76'] : []
    const args = [
      `-env:UserInstallation=${profile}`,
      '--headless',
      ...input,
      '--convert-to',
      filter,
      '--outdir',
      folder,
    ]
    execFileSync(soffice, [...args, path], { stdio: 'pipe', timeout: 120_000 })
    const converted = join(folder, `${basename(path, extname(path))}.${extension}`)
    if (!existsSync(converted)) throw new Error(`LibreOffice could not open ${path}`)
    return readFileSync(converted)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs a Python script that has openpyxl, and gives what it prints as JSON. */
export function askOpenpyxl(script: string, args: string[]): unknown {
  const python = firstThatRuns(
    pythons,
    ['-c', 'import openpyxl'],
    'openpyxl (on Debian: apt-get install python3-openpyxl)',
  )
  return JSON.parse(
    execFileSync(python, ['-W', 'ignore', '-c', script, ...args], { encoding: 'utf8', timeout: 60_000 }),
  )
}

function firstThatRuns(commands: string[], args: string[], what: string): string {
  const found = commands.find((command) => runs(command, args))
  if (found === undefined) throw new Error(`This test needs ${what}`)
  return found
}

function runs(command: string, args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore', timeout: 60_000 })
    return true
  } catch {
    return false
  }
}
