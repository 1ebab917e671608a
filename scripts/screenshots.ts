import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { ensureBuilt } from '#scripts/support/build.mjs'
import { ensureDriver } from '#scripts/support/browsers.ts'
import { runCli } from '#test/e2e/support/cli.ts'
import { flags, serve } from '#test/e2e/support/openInChromium.ts'

// The pictures of the guide and the README, taken from the sample program: `node scripts/screenshots.ts`.

const size = { width: 1280, height: 800 }
// Sharp on today's screens, and still small enough to load with a page.
const scale = 1.5

ensureBuilt()
process.env['COACHDESK_SURFACE'] = 'browser'
const { program } = await ensureDriver()
const folder = mkdtempSync(join(tmpdir(), 'coachdesk-pictures-'))
// The folder is in the pictures, so it is named as on a workstation.
const dataFolder = join(folder, 'Documents', 'Coachdesk')
const env = { COACHDESK_DATA_FOLDER: dataFolder, COACHDESK_SETTINGS_FOLDER: join(folder, 'settings') }
const dataFile = join(dataFolder, 'Sample program.coachdesk')
try {
  await run('call', 'workspace.setActor', '--input', JSON.stringify({ name: 'Ana Ruiz' }))
  await run('call', 'workspace.createFile', '--input', JSON.stringify({ name: 'Sample program', sample: true }))
  await takeFirstDay()
  await takeProgram()
  await takeEvaluation()
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

async function run(...args: string[]): Promise<void> {
  const { code, stderr } = await runCli(args, env)
  if (code !== 0) throw new Error(stderr)
}

async function takeFirstDay(): Promise<void> {
  const empty = join(folder, 'empty')
  const firstDay = { COACHDESK_DATA_FOLDER: empty, COACHDESK_SETTINGS_FOLDER: join(empty, 'settings') }
  await withPage(null, firstDay, async (page) => {
    await page.getByRole('heading', { level: 1, name: 'Three ways to begin' }).waitFor()
    await take(page, 'guide/images/first-day.png')
  })
}

async function takeProgram(): Promise<void> {
  await withPage(dataFile, env, async (page) => {
    await page.getByRole('table').first().waitFor()
    await take(page, 'guide/images/home.png')

    await page.getByRole('link', { name: 'People' }).click()
    await page.getByRole('row', { name: /Abdullah/ }).waitFor()
    await page.getByRole('grid', { name: 'Learners' }).focus()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('complementary').waitFor()
    await page.getByRole('grid', { name: 'Learners' }).focus()
    await take(page, 'images/learners.png')

    await page.keyboard.press('Escape')
    await page.getByRole('complementary').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+Home')
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'Alt+ArrowDown']) await page.keyboard.press(key)
    await page.getByRole('dialog', { name: 'Status' }).getByText('On leave').click()
    await page.getByRole('dialog', { name: 'Status' }).getByText('Research year').click()
    await take(page, 'guide/images/filter.png')
    await page.keyboard.press('Escape')

    await page.getByRole('link', { name: 'Data' }).click()
    await page.getByRole('tab', { name: 'Backups' }).click()
    await page.getByRole('button', { name: 'Back up now' }).click()
    await page.getByRole('button', { name: 'Restore…' }).first().waitFor()
    await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Close' }).click()
    await take(page, 'guide/images/backups.png')

    await page.getByRole('tab', { name: 'History' }).click()
    await page
      .getByRole('button', { name: /^Start Internal/ })
      .first()
      .click()
    await page.getByRole('row').nth(2).waitFor()
    await take(page, 'guide/images/history.png')
  })
}

async function takeEvaluation(): Promise<void> {
  await withPage(dataFile, env, async (page) => {
    const choose = async (label: string, option: string): Promise<void> => {
      await page.getByRole('button', { name: new RegExp(`${label}$`) }).click()
      await page.getByRole('option', { name: option, exact: true }).click()
    }
    await page.getByRole('link', { name: 'Evaluation' }).click()
    await choose('Academic year', '2025-26')
    await page.getByRole('button', { name: 'Fall 2025, Learner feedback on the coach' }).click()
    await page.getByRole('complementary').getByText('To check').waitFor()
    await take(page, 'guide/images/evaluation-wave.png')

    await page.getByRole('tab', { name: 'Results' }).click()
    await choose('Instrument', 'Professional Fulfillment Index')
    await choose('Groups', 'By level')
    await page.getByRole('list', { name: 'Hidden figures' }).waitFor()
    await take(page, 'guide/images/evaluation-results.png')

    await page.getByRole('tab', { name: 'Goals' }).click()
    await choose('Academic year', '2026-27')
    await page.getByRole('tab', { name: 'Coaches' }).click()
    await page.getByRole('table', { name: 'Coaches by name' }).waitFor()
    await take(page, 'guide/images/evaluation-coaches.png')
  })
}

async function withPage(
  file: string | null,
  folders: Record<string, string>,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const server = await serve({ dataFile: file, env: folders })
  const browser = await chromium.launch({ executablePath: program, args: flags })
  try {
    const page = await browser.newPage({ viewport: size, deviceScaleFactor: scale, colorScheme: 'light' })
    await page.goto(server.address)
    await work(page)
  } finally {
    await browser.close()
    await server.close()
  }
}

async function take(page: Page, path: string): Promise<void> {
  // No tooltip, no hover: the pointer stands beside everything.
  await page.mouse.move(size.width - 1, size.height - 1)
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join('docs', path), animations: 'disabled', caret: 'hide' })
  console.log(`docs/${path}`)
}
