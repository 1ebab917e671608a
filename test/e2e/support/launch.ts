import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { inject } from 'vitest'
import { findDriver } from '#scripts/support/browsers.ts'
import { type CliAnswer, runCli } from '#test/e2e/support/cli.ts'
import { openInChromium } from '#test/e2e/support/openInChromium.ts'
import { openInElectron } from '#test/e2e/support/openInElectron.ts'
import type { Samples } from '#test/e2e/support/samples.ts'

export interface LaunchOptions {
  /** Opens this data file; without it, and without `sample`, the app starts as on its first day. */
  readonly dataFile?: string
  /** Opens a data file with the sample programs in it. */
  readonly sample?: boolean
  /** With `sample`: takes its pairs out, so that it stands as before the week of pairing. */
  readonly unpaired?: boolean
  readonly theme?: 'light' | 'dark'
  readonly viewport?: { readonly width: number; readonly height: number }
}

export interface RunningApp {
  readonly page: Page
  /** Where this run keeps its files; gone after `close`. */
  readonly folder: string
  /** Runs the command line beside the app, in the same folders. */
  readonly cli: (...args: string[]) => Promise<CliAnswer>
  /** What the page reported so far, for a test that provokes it; it does not count at `close` any more. */
  readonly takeComplaints: () => string[]
  /** Ends the app. Throws if the page reported an error or broke the content security policy meanwhile. */
  readonly close: () => Promise<void>
}

/** What both drivers need to know. */
export interface Opening {
  readonly program: string
  readonly dataFile: string | null
  readonly theme: 'light' | 'dark'
  readonly viewport: { readonly width: number; readonly height: number }
  readonly env: Record<string, string>
}

/** Opens Coachdesk, in Electron where that is installed, else its page in a browser, with folders and a profile of its own. */
export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const driver = await findDriver()
  if (!driver) throw new Error('There is no browser for this test. `npm test` installs one.')
  const folder = await mkdtemp(join(tmpdir(), 'coachdesk-e2e-'))
  const env = {
    COACHDESK_DATA_FOLDER: join(folder, 'data'),
    COACHDESK_SETTINGS_FOLDER: join(folder, 'settings'),
  }
  const opened = await (driver.kind === 'electron' ? openInElectron : openInChromium)({
    program: driver.program,
    dataFile:
      options.dataFile ??
      (options.sample ? await copySample(folder, inject('samples'), options.unpaired === true) : null),
    theme: options.theme ?? 'light',
    viewport: options.viewport ?? { width: 1280, height: 800 },
    env,
  })
  const complaints = collectComplaints(opened.page)
  await opened.start()
  return {
    page: opened.page,
    folder,
    cli: (...args) => runCli(args, env),
    takeComplaints: () => complaints.splice(0),
    close: async () => {
      await opened.close()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
      if (complaints.length > 0) throw new Error(`The page reported errors:\n${complaints.join('\n')}`)
    },
  }
}

async function copySample(folder: string, { whole, unpaired }: Samples, isUnpaired: boolean): Promise<string> {
  const file = join(folder, 'sample.coachdesk')
  await copyFile(isUnpaired ? unpaired : whole, file)
  return file
}

/** Errors on the console, which is also where Chromium reports what the content security policy stopped. */
function collectComplaints(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message))
  page.on('crash', () => complaints.push('The page crashed.'))
  return complaints
}
