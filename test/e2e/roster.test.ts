import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import { afterEach, describe, expect, test } from 'vitest'
import { axeFindings } from '#test/e2e/support/axe.ts'
import { runCli } from '#test/e2e/support/cli.ts'
import { type LaunchOptions, launchApp, type RunningApp } from '#test/e2e/support/launch.ts'

const school = 'School of Medicine coaching program'

let app: RunningApp
afterEach(() => app.close())

async function open(options: LaunchOptions = {}): Promise<Page> {
  app = await launchApp(options)
  return app.page
}

const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const grid = (page: Page, name: string) => page.getByRole('grid', { name })
const rowOf = (page: Page, name: RegExp) => page.getByRole('row', { name })

/** Whether something appears. */
const isThere = (found: Locator): Promise<boolean> =>
  found.waitFor().then(
    () => true,
    () => false,
  )

/** Whether the line under the grid comes to say so: how much of everything is shown. */
const footerSays = (page: Page, words: string | RegExp): Promise<boolean> =>
  isThere(page.locator('.cd-grid-footer').getByText(words))

async function openLearners(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'People' }).click()
  await title(page, 'Learners')
  await grid(page, 'Learners').focus()
}

/** A new data file with one empty program, in a folder of its own. */
async function emptyProgram(): Promise<{ folder: string; dataFile: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'coachdesk-roster-'))
  const dataFile = join(folder, 'roster.coachdesk')
  const env = { COACHDESK_DATA_FOLDER: folder, COACHDESK_SETTINGS_FOLDER: join(folder, 'settings') }
  const args = ['new', dataFile, '--program', 'MD class coaching', '--kind', 'ume', '--year', '2026']
  const made = await runCli(args, env)
  if (made.code !== 0) throw new Error(made.stderr)
  return { folder, dataFile }
}

async function pressButton(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).focus()
  await page.keyboard.press('Enter')
}

describe('importing', () => {
  test('a workbook is imported with the keyboard alone, and is there after reopening', async () => {
    const { folder, dataFile } = await emptyProgram()
    try {
      const page = await open({ dataFile })
      page.on('filechooser', (chooser) => void chooser.setFiles('resources/sample/ume-learners.xlsx'))
      await page.getByRole('link', { name: 'People' }).click()
      await page.getByText('No learners yet').waitFor()
      await pressButton(page, 'Import a roster')
      await title(page, 'Import learners')
      await pressButton(page, 'Choose a file')
      await title(page, 'Import learners from ume-learners.xlsx')
      expect(await footerSays(page, /^\d+ rows$/)).toBe(true)
      await pressButton(page, 'Import 240 learners')
      await page.getByRole('heading', { name: /is in MD class coaching/ }).waitFor()
      await pressButton(page, 'Show learners')
      expect(await footerSays(page, '240 learners')).toBe(true)

      // Closing and opening again finds everything, and the import can still be taken back.
      await app.close()
      const again = await open({ dataFile })
      await openLearners(again)
      expect(await footerSays(again, '240 learners')).toBe(true)
      await again.getByRole('link', { name: 'Data', exact: true }).click()
      await again.getByRole('tab', { name: 'Imports' }).click()
      await again.getByText('ume-learners.xlsx').first().waitFor()
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  })

  test('rows that cannot be stored stay out, are named, and do not hold back the others', async () => {
    const page = await open({ sample: true })
    const file = join(app.folder, 'messy.csv')
    await writeFile(
      file,
      [
        'Roster of the School of Medicine,,,',
        'Last,First,Student ID,Level',
        'García-Núñez,Ana,009900011,MS3',
        "O'Neil,Séamus,009900012,M9",
        ',,009900013,M1',
      ].join('\n'),
    )
    await openLearners(page)
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.locator('input[type=file]').setInputFiles(file)
    await title(page, 'Import learners from messy.csv')
    await page.getByText('1 row cannot be stored and is left out.').waitFor()
    await page.getByRole('button', { name: '2 Need you' }).click()
    expect(await footerSays(page, '2 of 3 rows')).toBe(true)
    await page.getByRole('tab', { name: /^Found/ }).click()
    await page.getByRole('gridcell', { name: /^It is no level such as M1/ }).waitFor()

    // What a column is read as can be changed; the preview follows.
    await page.getByRole('tab', { name: /^Columns/ }).click()
    await page.getByRole('button', { name: /Read column D as/ }).click()
    await page.getByRole('option', { name: 'Left out' }).click()
    await page.getByRole('button', { name: '1 Need you' }).waitFor()
    await page.getByRole('button', { name: 'Import the other 2 learners' }).click()
    await page.getByRole('heading', { name: /messy.csv is in/ }).waitFor()
    await page.getByRole('button', { name: 'Roll back this import' }).click()
    await page.getByRole('heading', { name: 'The import was rolled back' }).waitFor()
    await page.getByRole('button', { name: 'Show learners' }).click()
    expect(await footerSays(page, '240 learners')).toBe(true)
  })

  test('cells are pasted from Excel, and a file that is no spreadsheet is refused in words', async () => {
    const page = await open({ sample: true })
    await openLearners(page)
    await page.getByRole('link', { name: /^Coaches/ }).click()
    await title(page, 'Coaches')
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await title(page, 'Import coaches')
    const file = join(app.folder, 'picture.xlsx')
    await writeFile(file, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0]))
    await page.locator('input[type=file]').setInputFiles(file)
    await page
      .getByRole('alert')
      .getByText(/picture\.xlsx/)
      .waitFor()
    await page.getByRole('button', { name: 'Choose another file' }).click()
    await page.getByRole('button', { name: 'Paste from Excel' }).click()
    await page.getByRole('textbox', { name: 'Cells' }).fill('Last name\tFirst name\tMax learners\nNguyen\tLinh\t6')
    await page.getByRole('button', { name: 'Preview these cells' }).click()
    await page.getByRole('button', { name: 'Import 1 coach' }).click()
    await page.getByRole('button', { name: 'Show coaches' }).click()
    expect(await footerSays(page, '31 coaches')).toBe(true)
  })
})

describe('the grid of learners', () => {
  test('a cell is typed into, undone, redone, and found after reopening', async () => {
    const page = await open({ sample: true })
    await openLearners(page)
    const first = rowOf(page, /Abdullah/).first()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type('MS-4')
    await page.keyboard.press('Enter')
    await first.getByRole('gridcell', { name: 'M4' }).waitFor()
    await page.getByRole('button', { name: /^Undo: Edit Malik/ }).waitFor()
    await page.keyboard.press('Control+z')
    await first.getByRole('gridcell', { name: 'M1' }).waitFor()
    await page.keyboard.press('Control+y')
    await first.getByRole('gridcell', { name: 'M4' }).waitFor()
    await page.reload()
    expect(await isThere(rowOf(page, /Abdullah.*M4/))).toBe(true)
  })

  test('a block from Excel is pasted; the cells that do not fit are counted, the others stored', async () => {
    const page = await open({ sample: true })
    await openLearners(page)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await paste(page, 'M4\tLOA\nM9\tOff cycle')
    expect(await footerSays(page, '1 cell rejected')).toBe(true)
    await rowOf(page, /Abdullah.*On leave/).waitFor()
    await page.reload()
    await rowOf(page, /Abdullah.*M4.*On leave/).waitFor()
    await rowOf(page, /Adams.*Off-cycle/).waitFor()
  })

  test('an e-mail that is somebody else’s is refused at its cell, by name', async () => {
    const page = await open({ sample: true })
    await openLearners(page)
    for (let step = 0; step < 9; step += 1) await page.keyboard.press('ArrowRight')
    await page.keyboard.type('jack.adams@example.edu')
    await page.keyboard.press('Enter')
    expect(await footerSays(page, '1 cell rejected')).toBe(true)
    await page.keyboard.press('ArrowUp')
    await page
      .getByText(/jack\.adams@example\.edu belongs to Jack Adams/)
      .first()
      .waitFor()
  })

  test('a search and a sort stand in the address, and a saved view brings them back', async () => {
    const page = await open({ sample: true })
    await openLearners(page)
    await page.keyboard.press('Control+f')
    await page.keyboard.type('north')
    expect(await footerSays(page, /of 240 learners/)).toBe(true)
    await page.getByRole('columnheader', { name: 'Level' }).getByRole('button', { name: 'Level', exact: true }).click()
    await page.waitForURL(/q=north&sort=level|sort=level.*q=north/)
    await page.getByRole('button', { name: /^View:/ }).click()
    await page.getByRole('menuitem', { name: 'Save as a new view…' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('North by level')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'View: North by level' }).waitFor()
    await page.getByRole('button', { name: 'Clear filters' }).click()
    expect(await footerSays(page, '240 learners')).toBe(true)
    await page.getByRole('button', { name: 'View: North by level (changed)' }).click()
    await page.getByRole('menuitem', { name: 'Reset to "North by level"' }).click()
    expect(await footerSays(page, /of 240 learners/)).toBe(true)
    await page.reload()
    expect(await footerSays(page, /of 240 learners/)).toBe(true)
    await page.getByRole('button', { name: 'View: North by level' }).waitFor()
  })

  test('rows are removed together, and Undo brings them back', async () => {
    const page = await open({ sample: true })
    await openLearners(page)
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'With 2 learners' }).click()
    await page.getByRole('menuitem', { name: 'Remove from the program' }).click()
    expect(await footerSays(page, '238 learners')).toBe(true)
    await page.getByRole('alertdialog').getByRole('button', { name: 'Undo' }).click()
    expect(await footerSays(page, '240 learners')).toBe(true)
  })

  test('a day in the past can be looked at and not changed', async () => {
    const page = await open({ sample: true })
    await openLearners(page)
    await page.getByRole('button', { name: 'As of today' }).click()
    await page.getByRole('textbox', { name: 'As they stood on' }).fill('8/1/24')
    await page.keyboard.press('Enter')
    await page.getByText('Nothing can be changed in this view.').waitFor()
    await grid(page, 'Learners').focus()
    await page.keyboard.press('F2')
    expect(await page.getByRole('grid').getByRole('textbox').count()).toBe(0)
    await page.getByRole('button', { name: 'Back to today' }).click()
    expect(await footerSays(page, '240 learners')).toBe(true)
  })
})

describe('a person', () => {
  test('is opened from the grid, put on leave from a day, and the record says so', async () => {
    const page = await open({ sample: true })
    await openLearners(page)
    await page.keyboard.press('Control+Enter')
    const pane = page.getByRole('complementary', { name: /Malik Abdullah/ })
    await pane.getByRole('textbox', { name: 'Preferred name' }).fill('Mal')
    await page.keyboard.press('Enter')
    const renamed = page.getByRole('complementary', { name: /Mal Abdullah/ })
    await renamed.getByRole('button', { name: 'Put on leave…' }).click()
    await page.getByRole('textbox', { name: 'Reason' }).fill('Parental')
    await page.getByRole('button', { name: 'Put on leave', exact: true }).click()
    await rowOf(page, /Abdullah.*On leave/).waitFor()
    await renamed.getByRole('tab', { name: 'History' }).click()
    await renamed.getByText('Parental').first().waitFor()
    await renamed.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Open page' }).click()
    await title(page, /Mal Abdullah/)
    expect(await isThere(page.getByText(`Learner in ${school}`))).toBe(true)
  })

  test('is added by hand; an id that somebody has is refused at its field', async () => {
    const page = await open({ sample: true })
    await openLearners(page)
    await page.getByRole('button', { name: 'Add learner' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add learner' })
    await dialog.getByRole('textbox', { name: 'Last name' }).fill('García-Núñez')
    await dialog.getByRole('textbox', { name: 'E-mail' }).fill('jack.adams@example.edu')
    await dialog.getByRole('textbox', { name: 'Level' }).fill('3rd year')
    await page.keyboard.press('Enter')
    await dialog.getByText(/belongs to Jack Adams/).waitFor()
    await dialog.getByRole('textbox', { name: 'E-mail' }).fill('ana.garcia@example.edu')
    await page.keyboard.press('Enter')
    await page.getByRole('complementary', { name: 'García-Núñez' }).waitFor()
    expect(await footerSays(page, '241 learners')).toBe(true)
  })

  test('is erased only after a question whose default is Cancel', async () => {
    const page = await open({ sample: true })
    await openLearners(page)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Erase person…' }).click()
    const question = page.getByRole('alertdialog', { name: /Erase Malik Abdullah/ })
    await question.waitFor()
    await page.keyboard.press('Enter')
    await question.waitFor({ state: 'detached' })
    expect(await footerSays(page, '240 learners')).toBe(true)
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Erase person…' }).click()
    await page.getByRole('button', { name: 'Erase person', exact: true }).click()
    expect(await footerSays(page, '239 learners')).toBe(true)
  })
})

test('the roster is exported as a workbook', async () => {
  const page = await open({ sample: true })
  await openLearners(page)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Workbook of the whole roster…' }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: 'Export workbook' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
  const bytes = await readFile(await download.path())
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  await page
    .getByText(/\.xlsx saved with 2\d\d learners/)
    .first()
    .waitFor()
})

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test('axe finds nothing on any roster screen', async () => {
    const page = await open({ sample: true, theme })
    const findings: string[] = []
    const check = async (screen: string): Promise<void> => {
      findings.push(...(await axeFindings(page)).map((finding) => `${screen}: ${finding}`))
    }
    await openLearners(page)
    await rowOf(page, /Abdullah/)
      .first()
      .waitFor()
    await check('learners')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('tab', { name: 'Standing' }).waitFor()
    await check('inspector')
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Change standing…' }).click()
    await page.getByRole('dialog').waitFor()
    await check('standing dialog')
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: 'History' }).click()
    await page
      .getByText(/ fields$/)
      .first()
      .waitFor()
    await check('history')
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Open page' }).click()
    await page.getByRole('heading', { name: 'Programs' }).waitFor()
    await check('person')
    await page.goBack()
    await page.getByRole('link', { name: /^Coaches/ }).click()
    await title(page, 'Coaches')
    await rowOf(page, /Ansari/).waitFor()
    await check('coaches')
    await page.getByRole('button', { name: 'Add coach' }).click()
    await page.getByRole('dialog').waitFor()
    await check('add coach')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await title(page, 'Import coaches')
    await check('choosing a file')
    await page.locator('input[type=file]').setInputFiles('resources/sample/im-coaches.xlsx')
    await title(page, /from im-coaches/)
    await check('preview')
    await page.getByRole('tab', { name: /^Columns/ }).click()
    await check('columns')
    await page.getByRole('button', { name: /^Import \d+ coaches/ }).click()
    await page.getByRole('button', { name: 'Roll back this import' }).waitFor()
    await check('imported')
    expect(findings).toEqual([])
  })
})

/** What Ctrl+V does with a block that was copied in Excel. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((cells) => {
    const data = new DataTransfer()
    data.setData('text/plain', cells)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, text)
}
