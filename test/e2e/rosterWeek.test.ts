import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { axeFindings } from '#test/e2e/support/axe.ts'
import { runCli } from '#test/e2e/support/cli.ts'
import { choose, press, selectTab, tabTo, walkTo } from '#test/e2e/support/keyboard.ts'
import { launchApp, type RunningApp } from '#test/e2e/support/launch.ts'

const rosters = 'test/fixtures/spreadsheets/rosterWeek'

let app: RunningApp | null = null
let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coachdesk-week-'))
})
afterEach(async () => {
  await app?.close()
  app = null
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

const dataFile = () => join(folder, 'residency.coachdesk')

async function newProgram(): Promise<void> {
  const env = { COACHDESK_DATA_FOLDER: folder, COACHDESK_SETTINGS_FOLDER: join(folder, 'settings') }
  const args = ['new', dataFile(), '--program', 'Medicine residency', '--kind', 'gme', '--year', '2026']
  const { code, stderr } = await runCli(args, env)
  if (code !== 0) throw new Error(stderr)
}

async function open(): Promise<Page> {
  app = await launchApp({ dataFile: dataFile() })
  return app.page
}

/** Closes the app and opens it again on the same data file. */
async function reopen(): Promise<Page> {
  await app!.close()
  return open()
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, exact: true }).waitFor()

/** What axe finds in the light and in the dark theme. */
async function findings(page: Page): Promise<string[]> {
  const light = await axeFindings(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await axeFindings(page)
  await page.emulateMedia({ colorScheme: 'light' })
  return [...light, ...dark]
}

const footerSays = (page: Page, words: string | RegExp) => page.locator('.cd-grid-footer').getByText(words).waitFor()

async function openImport(page: Page): Promise<void> {
  await press(page, page.getByRole('link', { name: 'People', exact: true }))
  await heading(page, 'Learners')
  await press(page, page.getByRole('button', { name: 'Import', exact: true }))
  await heading(page, 'Import learners')
}

describe('roster week', () => {
  test(
    'a messy workbook is put right and imported with the keyboard alone, undone, and the next one takes two actions',
    { timeout: 180_000 },
    async () => {
      await newProgram()
      let page = await open()
      let file = `${rosters}/june.xlsx`
      const answerChooser = () => page.on('filechooser', (chooser) => void chooser.setFiles(file))
      answerChooser()
      await openImport(page)
      expect(await findings(page)).toEqual([])
      await press(page, button(page, 'Choose a file'))
      await heading(page, 'Import learners from june.xlsx')
      await page.getByText('11 rows: 10 new learners, 1 waiting for you.').waitFor()
      await page.getByText(/2 sheets look like rosters and were read together: Interns, PGY2 and up/).waitFor()
      expect(await findings(page)).toEqual([])

      // One value is put right in place; the focus stays in its cell's grid.
      await tabTo(page, page.getByRole('grid', { name: 'Rows of the file' }))
      await page.keyboard.press('Control+Home')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await walkTo(page, '⚠ 1432100030')
      await page.keyboard.type('1432100034')
      await page.keyboard.press('Enter')
      await page.getByRole('gridcell', { name: '1432100034', exact: true }).waitFor()
      await page.getByRole('tab', { name: /^Found\s*11$/ }).waitFor()
      expect(await page.locator(':focus').getAttribute('role')).toBe('grid')

      // One wording gets its meaning for every row that says so.
      await selectTab(page, /^Values/)
      expect(await findings(page)).toEqual([])
      await choose(page, button(page, /Level Chief means/), 'PGY-3')
      await page.getByRole('tab', { name: /^Found\s*9$/ }).waitFor()

      // One column is left out, on both sheets.
      await selectTab(page, /^Columns/)
      expect(await findings(page)).toEqual([])
      await choose(page, button(page, /Read column G as/), 'Left out')
      await page.getByText('Left out by you').waitFor()

      // Two rows with one address are one person.
      await selectTab(page, /^To decide/)
      expect(await findings(page)).toEqual([])
      await press(page, page.getByRole('radio', { name: /as row 5 of PGY2 and up says/ }), 'Space')
      await page.getByText('Decided').waitFor()
      await page.getByText('11 rows: 10 new learners, 1 left out.').waitFor()

      await selectTab(page, /^What was read/)
      await page.getByText('Not read: row 11 of sheet Interns (a total).').waitFor()
      expect(await findings(page)).toEqual([])

      await press(page, button(page, 'Import the other 10 learners'))
      await heading(page, /june.xlsx is in Medicine residency/)
      expect(await findings(page)).toEqual([])
      await press(page, button(page, 'Show learners'))
      await footerSays(page, '10 learners')
      await page.getByRole('row', { name: /Ivanova.*PGY-3/ }).waitFor()

      // The whole import is one step back, and one forth.
      await page.keyboard.press('Control+z')
      await page.getByText('No learners yet').waitFor()
      await page.keyboard.press('Control+y')
      await footerSays(page, '10 learners')

      // The next term: choose the file, import it.
      file = `${rosters}/january.xlsx`
      await openImport(page)
      await press(page, button(page, 'Choose a file'))
      await heading(page, 'Import learners from january.xlsx')
      await page.getByText('The columns and values are read as last time.').waitFor()
      await page.getByText('10 rows: 1 new learner, 1 changed, 8 the same as now.').waitFor()
      await page.getByRole('gridcell', { name: 'Status: On leave → Active' }).waitFor()
      await press(page, button(page, 'Import 2 learners'))
      await heading(page, /january.xlsx is in Medicine residency/)

      // It can still be rolled back when the file is opened another day.
      page = await reopen()
      await press(page, page.getByRole('link', { name: 'Data', exact: true }))
      await selectTab(page, /^Imports/)
      await press(page, page.getByRole('row', { name: /january.xlsx/ }).getByRole('button', { name: 'Roll back' }))
      await page
        .getByRole('row', { name: /january.xlsx/ })
        .getByText('Rolled back')
        .waitFor()
      await press(page, page.getByRole('link', { name: 'People', exact: true }))
      await footerSays(page, '10 learners')
      await page.getByRole('row', { name: /García-Núñez.*On leave/ }).waitFor()
    },
  )

  test('people the file does not name get a status after it, and rolling back takes that back too', async () => {
    await newProgram()
    const page = await open()
    await page.getByRole('link', { name: 'People', exact: true }).click()
    await button(page, 'Import a roster').click()
    await page.locator('input[type=file]').setInputFiles(`${rosters}/june.xlsx`)
    await button(page, 'Import the other 10 learners').click()
    await button(page, 'Import another file').click()
    await page.locator('input[type=file]').setInputFiles(`${rosters}/january.xlsx`)
    await button(page, '1 in the program, not in the file').click()
    await page.getByRole('rowheader', { name: 'Omar Haddad' }).waitFor()
    expect(await findings(page)).toEqual([])
    await page.getByRole('gridcell', { name: 'Keep as they are' }).click()
    await page.keyboard.type('Withdrawn')
    await page.keyboard.press('Enter')
    await button(page, '1 in the program, not in the file (1 to change)').waitFor()
    await button(page, /^Import 3 learners/).click()
    await page.getByText(/1 person who is not in the file has a new status from/).waitFor()
    expect(await findings(page)).toEqual([])

    await button(page, 'Roll back this import').click()
    await heading(page, 'The import was rolled back')
    await button(page, 'Show learners').click()
    await page.getByRole('row', { name: /Haddad.*Active/ }).waitFor()
    await footerSays(page, '10 learners')
  })

  test('coaches the file does not name get a status with the import, from a day on', async () => {
    await newProgram()
    await importBeforehand('coaches.csv', 'coaches', [
      'Coach,Email,Employee ID',
      '"Reed, Tom",tom.reed@example.edu,E1',
      '"Abel, Ruth",ruth.abel@example.edu,E2',
    ])
    const page = await open()
    await page.getByRole('link', { name: 'People', exact: true }).click()
    await page.getByRole('link', { name: /^Coaches/ }).click()
    await footerSays(page, '2 coaches')
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await heading(page, 'Import coaches')
    await page.locator('input[type=file]').setInputFiles({
      name: 'next.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Coach,Email,Employee ID\n"Reed, Tom",tom.reed@example.edu,E1\n'),
    })
    await button(page, '1 in the program, not in the file').click()
    await page.getByRole('rowheader', { name: 'Ruth Abel' }).waitFor()
    await page.getByRole('textbox', { name: 'From' }).fill('1/4/2027')
    await page.keyboard.press('Enter')
    await page.getByRole('gridcell', { name: 'Keep as they are' }).click()
    await page.keyboard.type('Retired')
    await page.keyboard.press('Enter')
    expect(await findings(page)).toEqual([])
    // The file itself changes nobody: what is left to do is said.
    await button(page, 'Change 1 missing person').click()
    await page.getByText('1 person who is not in the file has a new status from Jan 4, 2027.').waitFor()
    await button(page, 'Show coaches').click()
    await page.getByRole('row', { name: /Abel.*Active/ }).waitFor()
    await button(page, 'As of today').click()
    await page.getByRole('textbox', { name: 'As they stood on' }).fill('2/1/2027')
    await page.keyboard.press('Enter')
    await page.getByRole('row', { name: /Abel.*Retired/ }).waitFor()
    await page.keyboard.press('Control+z')
    await page.getByRole('row', { name: /Abel.*Active/ }).waitFor()
  })

  test('a row with the ID of somebody else is given to whom its name and e-mail are', async () => {
    await newProgram()
    await importBeforehand('residents.csv', 'learners', [
      'Name,Email,Employee ID',
      '"Stone, Ivy",ivy.stone@example.edu,E1',
      '"Vance, Oli",oli.vance@example.edu,E2',
    ])
    const page = await open()
    await page.getByRole('link', { name: 'People', exact: true }).click()
    await footerSays(page, '2 learners')
    const lines = ['Name,Email,Employee ID,PGY', '"Vance, Oli",oli.vance@example.edu,E1,2']
    await drop(page, 'changes.csv', lines.join('\n'))
    await heading(page, 'Import learners from changes.csv')
    await button(page, 'Decide').click()
    await page.getByText(/employee ID E1 is that of Ivy Stone.*Name and e-mail are those of Oli Vance/).waitFor()
    expect(await findings(page)).toEqual([])
    await page.getByRole('radio', { name: /Oli Vance/ }).click({ force: true })
    await page.getByText('1 row: 1 changed.').waitFor()
    await button(page, 'Import 1 learner').click()
    await button(page, 'Show learners').click()
    await page.getByRole('row', { name: /Vance.*PGY-2/ }).waitFor()
    await footerSays(page, '2 learners')
  })

  test('a dropped file opens the import; bad rows hold it until they are right, and a doubtful one is matched by hand', async () => {
    await newProgram()
    const { stderr } = await runCli(['import', `${rosters}/june.xlsx`, '--data', dataFile(), '--as', 'learners'])
    expect(stderr).not.toMatch(/refused/i)
    const page = await open()
    await page.getByRole('link', { name: 'People', exact: true }).click()
    await footerSays(page, '10 learners')
    await drop(
      page,
      'changes.csv',
      ['Last,First,E-mail,Level', 'Abarra,Chidi,chidi.abarra@example.edu,PGY-1', ',,nobody@example.edu,PGY-1'].join(
        '\n',
      ),
    )
    await heading(page, 'Import learners from changes.csv')
    await page.getByText('1 row cannot be stored and is left out.').waitFor()
    expect(await findings(page)).toEqual([])

    // Nothing is imported while a row is wrong, where that is what is wanted.
    await button(page, /What to do with that row/).click()
    await page.getByRole('option', { name: 'Import nothing until it is right' }).click()
    expect(await button(page, '1 row to put right').isDisabled()).toBe(true)

    await page
      .getByRole('row', { name: /nobody@example.edu/ })
      .locator('td')
      .nth(3)
      .click()
    await page.keyboard.type('Novak')
    await page.keyboard.press('Enter')
    await button(page, 'Import 2 learners').waitFor()

    // Who it is, is said once; what may change of them, by column.
    await page.getByRole('tab', { name: /^To decide/ }).click()
    await page.getByText(/perhaps Chidi Abara, who is in the program/).waitFor()
    expect(await findings(page)).toEqual([])
    await page.getByRole('tab', { name: /^Rows/ }).click()
    const saved = page.waitForEvent('download')
    await button(page, 'Save rows with problems').click()
    expect((await saved).suggestedFilename()).toBe('changes to correct.xlsx')
    await page.getByRole('tab', { name: /^To decide/ }).click()
    await page.getByRole('radio', { name: 'This person' }).click({ force: true })
    await page.getByText('2 rows: 1 new learner, 1 changed.').waitFor()
    await page.getByRole('tab', { name: /^Columns/ }).click()
    await button(page, /What column A does/).click()
    await page.getByRole('option', { name: /^Leave/ }).click()
    await page.getByRole('tab', { name: /^Rows/ }).click()
    await page
      .getByRole('gridcell', { name: 'E-mail: abara@example.edu → chidi.abarra@example.edu', exact: true })
      .waitFor()

    // A row can be left out, and taken in again.
    await page.getByRole('row', { name: /Novak/ }).getByRole('gridcell', { name: 'Select row' }).click()
    await button(page, 'With 1 row').click()
    await page.getByRole('menuitem', { name: 'Leave out' }).click()
    await page.getByText('2 rows: 1 changed, 1 left out.').waitFor()
    await button(page, 'With 1 row').click()
    await page.getByRole('menuitem', { name: 'As recognised' }).click()
    await button(page, 'Import 2 learners').click()
    await heading(page, /changes.csv is in Medicine residency/)
    await button(page, 'Show learners').click()
    await footerSays(page, '11 learners')
  })

  test('cells pasted on the page and a file of the same columns are read as they were the last time', async () => {
    await newProgram()
    const page = await open()
    await page.getByRole('link', { name: 'People', exact: true }).click()
    await button(page, 'Import a roster').click()
    await heading(page, 'Import learners')
    await paste(page, 'Name\tRung\tBox\nNovak, Ana\tPGY1\tana.novak@example.edu')
    await heading(page, 'Import learners from pasted.tsv')
    await page.getByRole('tab', { name: /^Columns/ }).click()
    for (const [column, field] of [
      ['B', 'Level'],
      ['C', 'E-mail'],
    ] as const) {
      await button(page, `Read column ${column} as`).click()
      await page.getByRole('option', { name: field, exact: true }).click()
    }
    await button(page, 'Import 1 learner').click()
    await button(page, 'Import another file').click()
    await paste(page, 'Name\tRung\tBox\nOrtiz, Eva\tPGY2\teva.ortiz@example.edu')
    await page.getByText('The columns and values are read as last time.').waitFor()
    await page.getByRole('row', { name: /Ortiz.*Eva.*eva.ortiz@example.edu/ }).waitFor()
    await page.getByRole('tab', { name: /^Columns/ }).click()
    expect(await page.getByText('As last time', { exact: true }).count()).toBe(2)
  })
})

/** Brings people in on the command line, before the window is opened. */
async function importBeforehand(name: string, as: 'learners' | 'coaches', lines: string[]): Promise<void> {
  const file = join(folder, name)
  await writeFile(file, lines.join('\n'))
  const { code, stderr } = await runCli(['import', file, '--data', dataFile(), '--as', as])
  if (code !== 0) throw new Error(stderr)
}

/** Drops a file onto the page, as a file manager would. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([content!], fileName!))
      return transfer
    },
    [name, text],
  )
  await page.dispatchEvent('main', 'dragover', { dataTransfer })
  await page.getByText('Drop to import learners').waitFor()
  await page.dispatchEvent('main', 'drop', { dataTransfer })
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((cells) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', cells)
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}
