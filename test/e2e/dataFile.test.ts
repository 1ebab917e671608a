import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterEach, describe, expect, test } from 'vitest'
import { type LaunchOptions, launchApp, type RunningApp } from '#test/e2e/support/launch.ts'
import { findings, isThere, reads, startProgram, title, visit } from '#test/e2e/support/window.ts'

let app: RunningApp
afterEach(() => app.close())

async function open(options: LaunchOptions = {}): Promise<Page> {
  app = await launchApp(options)
  return app.page
}

describe('the data file', () => {
  test('is backed up, and restored as it was', async () => {
    const page = await open()
    await startProgram(page, 'Before')
    await visit(page, '/data?tab=backups')
    await page.getByRole('button', { name: 'Back up now' }).click()
    await page.getByRole('cell', { name: 'On demand' }).waitFor()
    await page.getByRole('link', { name: 'Program set-up' }).click()
    await page.getByRole('textbox', { name: 'Program name' }).fill('After')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByRole('banner').getByText('After').waitFor()
    await visit(page, '/data?tab=backups')
    await page
      .getByRole('row', { name: /On demand/ })
      .getByRole('button', { name: 'Restore' })
      .click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Restore backup' }).click()
    await page.getByRole('banner').getByText('Before').waitFor()
    expect(await isThere(page.getByRole('cell', { name: 'Before a restore' }))).toBe(true)
  })

  test('is checked, and says what it holds', async () => {
    const page = await open({ sample: true })
    await title(page, /coaching/)
    await visit(page, '/data')
    await page.getByRole('button', { name: 'Check the file' }).click()
    expect(await reads(page, 'No damage found')).toBe(true)
    expect(await isThere(page.getByRole('row', { name: /^Programs/ }))).toBe(true)
  })

  test('lets one import be rolled back, and its history taken back entry by entry', async () => {
    const page = await open({ sample: true, unpaired: true })
    await title(page, /coaching/)
    await visit(page, '/data?tab=imports')
    const residents = page.getByRole('row', { name: /im-residents\.csv/ })
    await residents.getByRole('button', { name: 'Roll back' }).click()
    await residents.getByText('Rolled back').waitFor()
    await page.getByRole('tab', { name: 'History' }).click()
    const coaches = page.getByRole('listitem').filter({ hasText: 'Import 26 coaches' })
    await coaches.getByRole('button', { name: 'Undo this' }).click()
    expect(await reads(page, /Undone: Import 26 coaches/)).toBe(true)
  })

  test('tells what an entry of the history changed, row by row', async () => {
    const page = await open({ sample: true })
    await title(page, /coaching/)
    await page.getByRole('link', { name: 'Program set-up' }).click()
    await page.getByRole('textbox', { name: 'Program name' }).fill('Coaching at the School of Medicine')
    await page.keyboard.press('Enter')
    await visit(page, '/data?tab=history')
    const change = page.getByRole('button', { name: /^Change Coaching at the School/ })
    await change.click()
    await page.getByRole('row', { name: /School of Medicine coaching program Coaching at the School/ }).waitFor()
    expect(await change.getAttribute('aria-expanded')).toBe('true')
    expect(await findings(page, 'an open entry')).toEqual([])

    // Of an import it shows the first, and says how many more there are.
    await change.click()
    const imported = page.getByRole('button', { name: /^Import 240 learners/ })
    const older = page.getByRole('button', { name: 'Show older' })
    while ((await imported.count()) === 0) {
      const rows = await page.locator('.cd-history > li').count()
      await older.click()
      await page.waitForFunction((shown) => document.querySelectorAll('.cd-history > li').length > shown, rows)
    }
    await imported.click()
    await page.getByText(/^And [\d,]+ more\.$/).waitFor()
    expect(await page.getByRole('rowheader').count()).toBeGreaterThan(10)
  })

  test('is found as it was when the app is opened again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'coachdesk-again-'))
    const dataFile = join(folder, 'Office.coachdesk')
    try {
      const page = await open({ sample: true })
      await title(page, /coaching/)
      const { code } = await app.cli('new', dataFile, '--program', 'Kept', '--kind', 'gme')
      expect(code).toBe(0)
      await app.close()
      await title(await open({ dataFile }), 'Kept')
      await app.page.getByRole('link', { name: 'Program set-up' }).click()
      await app.page.getByRole('textbox', { name: 'Program name' }).fill('Kept and renamed')
      await app.page.keyboard.press('Enter')
      await app.page.getByRole('banner').getByText('Kept and renamed').waitFor()
      await app.close()
      await title(await open({ dataFile }), 'Kept and renamed')
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})
