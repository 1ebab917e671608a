import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterEach, expect, test } from 'vitest'
import { axeFindings } from '#test/e2e/support/axe.ts'
import { launchApp, type RunningApp } from '#test/e2e/support/launch.ts'

let app: RunningApp
afterEach(() => app.close())

const dialog = (page: Page) => page.getByRole('dialog')
const row = (page: Page, name: RegExp) => page.getByRole('row', { name })
const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

/** Presses a button as the keyboard does. */
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) }).press('Enter')

/** Presses a button of a dialog that opens, and waits until it is gone. */
async function submit(page: Page, name: string): Promise<void> {
  await dialog(page).getByRole('button', { name, exact: true }).press('Enter')
  await dialog(page).waitFor({ state: 'detached' })
}

const fillDate = (page: Page, label: string, text: string) =>
  dialog(page).getByRole('textbox', { name: label }).fill(text)

async function expectSound(page: Page, ...themes: ('dark' | 'light')[]): Promise<void> {
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme })
    expect({ colorScheme, found: await axeFindings(page) }).toEqual({ colorScheme, found: [] })
  }
}

test('meetings are recorded, typed over and imported, a coach’s record is kept, and the evaluation tells it', async () => {
  app = await launchApp({ sample: true })
  const { page } = app
  await page.getByRole('link', { name: 'People' }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('Meetings')
  await page.getByRole('option', { name: /^Meetings/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('304 meetings held by 213 pairs, 26 missed', { exact: true }).waitFor()

  // By hand: the coach is the learner's own.
  await press(page, 'Record meeting')
  await dialog(page).getByRole('combobox', { name: 'Learner' }).fill('Abdullah')
  await page.getByRole('option', { name: /Malik Abdullah/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await dialog(page).getByRole('combobox', { name: 'Coach' }).and(page.locator('[value="Jasmine Fernández"]')).waitFor()
  await fillDate(page, 'Date', '7/2/2025')
  await submit(page, 'Record meeting')
  await page.getByText('305 meetings held by 213 pairs, 26 missed', { exact: true }).waitFor()

  // In the grid, as in Excel; the new one is the oldest.
  await page.getByRole('searchbox', { name: 'Search meetings' }).fill('Abdullah')
  await row(page, /Jul 2, 2025.*Abdullah.*Jasmine Fernández.*Held/).waitFor()
  await expectSound(page, 'dark', 'light')
  await page.getByRole('grid', { name: 'Meetings' }).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('45')
  await page.keyboard.press('Enter')
  await row(page, /Jul 2, 2025.*Held.*45/).waitFor()
  await page.getByRole('button', { name: /^Undo: Change the meeting of Malik Abdullah/ }).waitFor()
  await page.keyboard.press('Control+z')
  await row(page, /Jul 2, 2025.*45/).waitFor({ state: 'detached' })

  // From a file, with a row that cannot be read and a column that is not stored.
  const file = join(app.folder, 'meetings.csv')
  await writeFile(
    file,
    'Date,Student email,Held,Notes\n7/3/2025,malik.abdullah@example.edu,no show,secret\n7/4/2025,nobody@example.edu,yes,\n',
  )
  await press(page, 'Import')
  await page.getByRole('menuitem', { name: 'Meetings…' }).press('Enter')
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByText('1 meeting to add, 1 left out.', { exact: true }).waitFor()
  await page.getByText(/^Not stored: Notes\./).waitFor()
  await page.getByRole('tab', { name: /^Found/ }).press('Enter')
  await page.getByRole('gridcell', { name: /nobody who is or was a learner in this program/ }).waitFor()
  await expectSound(page, 'dark')
  await press(page, 'Import 1 meeting')
  await page.getByText('305 meetings held by 213 pairs, 27 missed', { exact: true }).waitFor()

  // The page of the coach: module and observation, and taking one out.
  await page.getByRole('searchbox', { name: 'Search meetings' }).fill('Jasmine Fernández')
  await row(page, /Jul 3, 2025/).waitFor()
  await page.getByRole('grid', { name: 'Meetings' }).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: 'Jasmine Fernández', level: 1 }).waitFor()
  await part(page, 'Training').getByRole('button', { name: 'Record module…' }).press('Enter')
  await dialog(page)
    .getByRole('button', { name: /Module/ })
    .press('Enter')
  await page.getByRole('option', { name: /^Students who struggle/ }).press('Enter')
  await fillDate(page, 'Done on', '7/5/2025')
  await submit(page, 'Record module')
  await part(page, 'Training').getByRole('cell', { name: 'Jul 5, 2025', exact: true }).waitFor()
  await part(page, 'Observations').getByRole('button', { name: 'Record observation…' }).press('Enter')
  await fillDate(page, 'Observed on', '7/6/2025')
  await submit(page, 'Record observation')
  await part(page, 'Observations').getByRole('cell', { name: 'Jul 6, 2025', exact: true }).waitFor()
  await expectSound(page, 'light', 'dark')
  const observations = part(page, 'Observations').getByRole('button', { name: 'Remove the observation of Jul 6, 2025' })
  await observations.press('Enter')
  await observations.waitFor({ state: 'detached' })
  // What had the focus is gone: the next thing that can be done has it.
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Record observation…')
  await page.keyboard.press('Control+z')
  await observations.waitFor()

  await page.getByRole('link', { name: 'Evaluation' }).press('Enter')
  await page.getByRole('tab', { name: 'Coaches' }).press('Enter')
  await part(page, 'What coaches did')
    .getByRole('row', { name: /^Jasmine Fernández/ })
    .waitFor()
  await expectSound(page, 'light')
}, 180_000)
