import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import { afterEach, describe, expect, test } from 'vitest'
import { axeFindings } from '#test/e2e/support/axe.ts'
import { type LaunchOptions, launchApp, type RunningApp } from '#test/e2e/support/launch.ts'

let app: RunningApp
afterEach(() => app.close())

/** The learners of the sample's medical school, with the focus in the grid. */
async function openLearners(options: LaunchOptions = {}): Promise<Page> {
  app = await launchApp({ sample: true, unpaired: true, ...options })
  const { page } = app
  await page.getByRole('link', { name: 'People' }).click()
  await page.getByRole('grid', { name: 'Learners' }).focus()
  return page
}

const rowOf = (page: Page, name: RegExp) => page.getByRole('row', { name })
const footer = (page: Page, words: string | RegExp) => page.locator('.cd-grid-footer').getByText(words).waitFor()
const pane = (page: Page) => page.getByRole('complementary')
const dialog = (page: Page) => page.getByRole('dialog')
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) }).click()
const choose = (page: Page, name: string | RegExp) => page.getByRole('menuitem', { name }).click()
/** Whether something appears. */
const isThere = (found: Locator): Promise<boolean> =>
  found.waitFor().then(
    () => true,
    () => false,
  )
/** Takes back what was just done, in the toast that says so: an earlier one may still be there. */
const undo = (page: Page, said: string | RegExp) =>
  page.getByRole('alertdialog', { name: said }).getByRole('button', { name: 'Undo' }).click()

async function fromMenu(page: Page, button: string | RegExp, item: string | RegExp): Promise<void> {
  await press(page, button)
  await choose(page, item)
}

async function openOwnFields(page: Page): Promise<void> {
  await press(page, 'Columns')
  await press(page, 'Own fields…')
}

/** Finds a coach by a part of the name, and takes the first who fits. */
async function pickCoach(page: Page, typed: string): Promise<void> {
  const field = dialog(page).getByRole('combobox', { name: 'Coach' })
  await field.fill(typed)
  await page.getByRole('option').first().waitFor()
  await field.press('ArrowDown')
  await field.press('Enter')
}

const tickTwo = async (page: Page): Promise<void> => {
  for (const key of ['Space', 'ArrowDown', 'Space']) await page.keyboard.press(key)
}

describe('pairings', () => {
  test('a learner gets a coach, changes to another from a day, and both stay in the record', async () => {
    const page = await openLearners()
    await page.keyboard.press('Control+Enter')
    await pane(page).getByText('Without a coach').waitFor()
    await press(page, 'Pair with a coach…')
    await pickCoach(page, 'bauer')
    await press(page, 'Pair learner')
    await rowOf(page, /Abdullah.*Aarav Bauer/).waitFor()
    await pane(page)
      .getByText(/^Coach: Aarav Bauer since /)
      .waitFor()

    await press(page, 'Change coach…')
    await pickCoach(page, 'cooper')
    await dialog(page).getByRole('textbox', { name: 'From' }).fill('1/15/2090')
    await dialog(page).getByRole('textbox', { name: 'Why' }).fill('Moved')
    await press(page, 'Change coach')
    await pane(page)
      .getByText(/Aarav Bauer since .*, until Jan 14, 2090/)
      .waitFor()
    await pane(page).getByRole('tab', { name: 'Coach' }).click()
    await pane(page).getByRole('region', { name: 'Coach to come' }).getByText('from Jan 15, 2090: Moved').waitFor()

    // The roster of that later day has the later coach.
    await press(page, 'As of today')
    await page.getByRole('textbox', { name: 'As they stood on' }).fill('2/1/2090')
    await page.keyboard.press('Enter')
    await rowOf(page, /Abdullah.*José Cooper/).waitFor()
    await pane(page).getByRole('tab', { name: 'Coach' }).click()
    await pane(page)
      .getByRole('region', { name: 'Earlier coaches' })
      .getByText(/Aarav Bauer/)
      .waitFor()
    expect(await pane(page).getByRole('button', { name: 'Change coach…' }).count()).toBe(0)
  })

  test('coach and learner lead to one another, and the grid follows', async () => {
    const page = await openLearners()
    await page.keyboard.press('Control+Enter')
    await press(page, 'Pair with a coach…')
    await pickCoach(page, 'kaur')
    await press(page, 'Pair learner')
    await pane(page).getByRole('link', { name: /Kaur/ }).click()
    await page.getByRole('grid', { name: 'Coaches' }).waitFor()
    await pane(page)
      .getByText(/^1 of \d+ learners$/)
      .waitFor()
    await pane(page).getByRole('tab', { name: 'Learners' }).click()
    const active = await page.getByRole('grid').getAttribute('aria-activedescendant')
    const selected = page.locator(`[id="${active}"]`)
    expect(await selected.textContent()).toBe('Kaur')
    await pane(page).getByRole('link', { name: 'Malik Abdullah II' }).click()
    await page.getByRole('complementary', { name: 'Malik Abdullah II' }).waitFor()
  })

  test('a pairing is ended with its reason, or taken out where it was a mistake', async () => {
    const page = await openLearners()
    await page.keyboard.press('Control+Enter')
    await press(page, 'Pair with a coach…')
    await pickCoach(page, 'bauer')
    await press(page, 'Pair learner')
    await pane(page)
      .getByText(/^Coach: /)
      .waitFor()
    await fromMenu(page, 'More actions', 'End pairing…')
    await dialog(page).getByRole('textbox', { name: 'Last day' }).fill('6/30/2090')
    await dialog(page).getByRole('textbox', { name: 'Why' }).fill('Coach retires')
    await press(page, 'End pairing')
    await pane(page)
      .getByText(/until Jun 30, 2090/)
      .waitFor()
    await pane(page).getByRole('tab', { name: 'Coach' }).click()
    await fromMenu(page, 'More about the pairing with Aarav Bauer', 'Take out, entered by mistake')
    await pane(page).getByText('No coach.').waitFor()
    await undo(page, /^Took out /)
    expect(await isThere(pane(page).getByText(/: Coach retires/))).toBe(true)
  })

  test('ticked learners are paired together and leave the view of those without a coach', async () => {
    const page = await openLearners()
    await fromMenu(page, /^View:/, 'Without a coach')
    await footer(page, /^234 of 240/)
    await page.getByRole('grid').focus()
    await tickTwo(page)
    await fromMenu(page, 'With 2 learners', 'Pair with…')
    await pickCoach(page, 'bauer')
    await press(page, 'Pair 2 learners')
    await page.getByText(/; 232 without a coach/).waitFor()
    await fromMenu(page, 'With 2 learners', 'End pairings…')
    await press(page, 'End 2 pairings')
    await page.getByText(/^2 pairings end on /).waitFor()
    await undo(page, /^2 pairings end on /)
    expect(await isThere(page.getByText(/^Undone: End 2 pairings/))).toBe(true)
  })
})

test('a leave has its expected return, and somebody comes back earlier', async () => {
  const page = await openLearners()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+Enter')
  await press(page, 'Put on leave…')
  await dialog(page).getByRole('textbox', { name: 'Expected back' }).fill('1/1/2020')
  await press(page, 'Put on leave')
  await dialog(page).getByText('Enter a day after the leave begins.').waitFor()
  await dialog(page).getByRole('textbox', { name: 'Expected back' }).fill('7/1/2090')
  await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('Parental')
  await press(page, 'Put on leave')
  await rowOf(page, /Adams.*On leave/).waitFor()
  await pane(page).getByText('Expected back Jul 1, 2090').waitFor()
  await pane(page).getByRole('tab', { name: 'Standing' }).click()
  await pane(page).getByText('From Jul 1, 2090: Expected return').waitFor()
  await press(page, 'Bring back…')
  await dialog(page).getByRole('textbox', { name: 'First day back' }).fill('2/1/2090')
  await press(page, 'Bring back')
  expect(await isThere(pane(page).getByText('Expected back Feb 1, 2090'))).toBe(true)
})

test('somebody entered twice is found, merged field by field, and taken apart again', async () => {
  const page = await openLearners()
  await press(page, 'Add learner')
  await dialog(page).getByRole('textbox', { name: 'Last name' }).fill('Abdullah')
  await dialog(page).getByRole('textbox', { name: 'First name' }).fill('Malik')
  await dialog(page).getByRole('textbox', { name: 'Preferred name' }).fill('Mal')
  await dialog(page).getByRole('textbox', { name: 'Class year' }).fill('2029')
  await dialog(page).getByRole('textbox', { name: 'E-mail' }).fill('malik.a@example.edu')
  await page.keyboard.press('Enter')
  await footer(page, '241 learners')
  await page.getByRole('complementary', { name: 'Mal Abdullah' }).waitFor()
  const active = await page.getByRole('grid').getAttribute('aria-activedescendant')
  expect(await page.locator(`tr:has([id="${active}"])`).textContent()).toContain('malik.a@example.edu')

  await fromMenu(page, 'More', 'Find duplicates…')
  const item = dialog(page).getByRole('listitem').filter({ hasText: 'malik.a@example.edu' })
  await item.getByRole('button', { name: 'Not the same' }).click()
  await item.waitFor({ state: 'detached' })
  // The button that had the focus is gone with its pair, and Esc still closes the dialog.
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'detached' })

  await fromMenu(page, 'More actions', 'Merge with…')
  const other = dialog(page).getByRole('combobox', { name: 'The other person' })
  await other.fill('malik')
  await page.getByRole('option', { name: 'Malik Abdullah II' }).click()
  await press(page, 'Compare people')
  // Nobody can have two places in one program at a time: the one entered by mistake goes first.
  await dialog(page).getByRole('alert').waitFor()
  expect(await dialog(page).getByRole('button', { name: 'Merge people' }).isDisabled()).toBe(true)
  await press(page, 'Remove the one on the right from the program')
  await dialog(page).getByRole('alert').waitFor({ state: 'detached' })
  await press(page, 'Merge people')
  await footer(page, '240 learners')
  await page.getByRole('complementary', { name: 'Mal Abdullah' }).waitFor()
})

test('a learner and a coach who are one person are merged, and taken apart again by Undo', async () => {
  const page = await openLearners()
  await page.keyboard.press('Control+Enter')
  await fromMenu(page, 'More actions', 'Merge with…')
  await dialog(page).getByRole('combobox', { name: 'The other person' }).fill('aarav bauer')
  await page.getByRole('option', { name: /Aarav Bauer/ }).click()
  await press(page, 'Compare people')
  await dialog(page)
    .getByText(/1 place as a coach goes over to Malik Abdullah II/)
    .waitFor()
  await dialog(page)
    .getByRole('radiogroup', { name: 'Last name' })
    .getByRole('radio', { name: 'Bauer' })
    .check({ force: true })
  await press(page, 'Merge people')
  await page.getByRole('complementary', { name: 'Malik Bauer II' }).waitFor()
  await undo(page, /^Merged /)
  expect(await isThere(page.getByRole('complementary', { name: 'Malik Abdullah II' }))).toBe(true)
})

test('own fields are columns and fields of a person; what does not fit is refused at its cell', async () => {
  const page = await openLearners()
  await openOwnFields(page)
  await press(page, 'Add field')
  await dialog(page).getByRole('textbox', { name: 'Name' }).fill('Group')
  await dialog(page).getByRole('button', { name: /Kind/ }).click()
  await page.getByRole('option', { name: 'Choice' }).click()
  await press(page, 'Save fields')
  await dialog(page).getByText('Enter the texts to choose from.').waitFor()
  await dialog(page).getByRole('textbox', { name: 'Choices, one per line' }).fill('Red\nBlue')
  await press(page, 'Save fields')
  await page.getByText('Own fields of learners changed').waitFor()

  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+Enter')
  const field = pane(page).getByRole('button', { name: /Group/ })
  await field.click()
  await page.getByRole('option', { name: 'Blue' }).click()
  await pane(page).getByRole('tab', { name: 'History' }).click()
  await pane(page).getByText('Blue').first().waitFor()
  await page.keyboard.press('Escape')

  await page.getByRole('searchbox').fill('blue')
  await footer(page, /^1 of 240/)
  await page.waitForURL(/q=blue/)
  await page.reload()
  await footer(page, /^1 of 240/)

  await openOwnFields(page)
  await press(page, 'Remove Group')
  await dialog(page)
    .getByText(/Group goes with all that was entered there/)
    .waitFor()
  await press(page, 'Save fields')
  await footer(page, /^0 of 240/)
  await undo(page, 'Own fields of learners changed')
  expect(await isThere(page.locator('.cd-grid-footer').getByText(/^1 of 240/))).toBe(true)
})

test('the new year is previewed, decided row by row, started, and undone as one', async () => {
  const page = await openLearners()
  await fromMenu(page, 'More', /^Start \d{4}-\d\d…$/)
  await page.getByText(/^240 learners: \d+ promoted, \d+ graduated, 8 held back\./).waitFor()
  await page.getByRole('button', { name: '8 Hold back' }).click()
  await footer(page, /^8 of 240/)
  await page.getByRole('grid').focus()
  await tickTwo(page)
  await press(page, 'Graduate 2')
  await page.getByText(/6 held back\./).waitFor()
  await page.getByRole('button', { name: '6 Hold back' }).click()
  await page
    .getByRole('button', { name: /Graduate/ })
    .first()
    .click()
  // M4 is the last level: the cell says so and keeps what it had.
  await rowOf(page, /Zainab Ahmed.*M4/)
    .getByRole('gridcell', { name: 'Graduate', exact: true })
    .click()
  await page.keyboard.type('Promote')
  await page.keyboard.press('Enter')
  await footer(page, '1 cell rejected')

  await page.getByRole('button', { name: /^Start \d{4}-\d\d$/ }).click()
  await page.getByRole('heading', { name: /^School of Medicine coaching program is in \d{4}-\d\d$/ }).waitFor()
  await page.getByRole('main').getByRole('button', { name: 'Undo' }).click()
  expect(await isThere(page.getByText(/6 held back\./))).toBe(true)
})

test('the home page leads to the new year once the old one has ended', async () => {
  app = await launchApp({ sample: true })
  const { page } = app
  await page.getByRole('link', { name: 'Program set-up' }).click()
  await page.getByRole('button', { name: /Academic year/ }).click()
  await page.getByRole('option', { name: '2024-25' }).click()
  await page.keyboard.press('Control+s')
  await page.getByRole('link', { name: 'Home' }).click()
  await page.getByText(/^2024-25 ended on Jun 30, 2025\./).waitFor()
  await press(page, 'Prepare 2025-26')
  expect(await isThere(page.getByRole('heading', { level: 1, name: 'Start 2025-26' }))).toBe(true)
})

describe('exports', () => {
  const download = async (page: Page, verb: string): Promise<{ name: string; bytes: Buffer }> => {
    const downloading = page.waitForEvent('download')
    await press(page, verb)
    const file = await downloading
    const path = join(app.folder, file.suggestedFilename())
    await file.saveAs(path)
    return { name: file.suggestedFilename(), bytes: await readFile(path) }
  }

  test('what is on screen, the lists for other programs, and the changes are saved and logged', async () => {
    const page = await openLearners()
    await tickTwo(page)
    await fromMenu(page, 'With 2 learners', 'Pair with…')
    await pickCoach(page, 'bauer')
    await press(page, 'Pair 2 learners')
    await page.getByText('2 learners paired with Aarav Bauer').waitFor()

    await page.getByRole('searchbox').fill('north')
    await footer(page, /of 240 learners/)
    await fromMenu(page, 'Export', 'Workbook of what is on screen…')
    await dialog(page)
      .getByText(/^\d+ of 240 learners, with the columns shown\./)
      .waitFor()
    const screen = await download(page, 'Export workbook')
    expect(screen.bytes.subarray(0, 2).toString()).toBe('PK')

    await fromMenu(page, 'Export', 'Mail merge (.csv)…')
    const merge = await download(page, 'Export mail merge')
    expect(merge.bytes.toString()).toContain('Bauer')
    await page.getByRole('dialog', { name: /left out/ }).waitFor()
    await dialog(page).getByText('Close', { exact: true }).click()

    await fromMenu(page, 'Export', 'Elentra users (.csv)…')
    await press(page, 'Export Elentra users')
    await dialog(page).getByText('Enter the number of the organization in Elentra').waitFor()
    await dialog(page).getByRole('textbox', { name: 'Organization ID' }).fill('7')
    await press(page, 'Export Elentra users')
    // The sample has no user names; the refusal says what is missing.
    await dialog(page).getByRole('alert').getByText(/NetID/).waitFor()
    await page.keyboard.press('Escape')

    await fromMenu(page, 'Export', 'Changes between two dates…')
    const changes = await download(page, 'Export changes')
    expect(changes.name).toMatch(/\.xlsx$/)

    await page.getByRole('link', { name: 'Data' }).click()
    await page.getByRole('tab', { name: 'Exports' }).click()
    for (const { name } of [screen, merge, changes]) await page.getByText(name).first().waitFor()
  })
})

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test('axe finds nothing on the dialogs and pages of the year', async () => {
    const page = await openLearners({ theme })
    const findings: string[] = []
    const check = async (where: string) =>
      findings.push(...(await axeFindings(page)).map((finding) => `${where}: ${finding}`))
    const checkDialog = async (where: string) => {
      await dialog(page).getByRole('button').first().waitFor()
      await check(where)
      await page.keyboard.press('Escape')
      await dialog(page).waitFor({ state: 'detached' })
    }

    await page.keyboard.press('Control+Enter')
    await pane(page).getByRole('tab', { name: 'Coach' }).click()
    await check('no coach')
    await press(page, 'Put on leave…')
    await checkDialog('leave')
    await press(page, 'Pair with a coach…')
    await pickCoach(page, 'bauer')
    await check('pair')
    await press(page, 'Pair learner')
    await dialog(page).waitFor({ state: 'detached' })
    await fromMenu(page, 'More actions', 'End pairing…')
    await checkDialog('end pairing')
    await fromMenu(page, 'More actions', 'Merge with…')
    await dialog(page).getByRole('combobox').fill('cooper')
    await page.getByRole('option').first().click()
    await press(page, 'Compare people')
    await dialog(page).getByRole('radiogroup').first().waitFor()
    await checkDialog('merge')
    await fromMenu(page, 'More', 'Find duplicates…')
    await checkDialog('duplicates')
    await openOwnFields(page)
    await press(page, 'Add field')
    await checkDialog('own fields')
    await fromMenu(page, 'Export', 'Changes between two dates…')
    await checkDialog('export')
    await fromMenu(page, 'More', /^Start /)
    await page.getByRole('grid').waitFor()
    await check('new year')
    await page.getByRole('button', { name: /^Start \d{4}-\d\d$/ }).click()
    await page.getByRole('button', { name: 'Show learners' }).waitFor()
    await check('new year started')
    expect(findings).toEqual([])
  })
})
