import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright'
import { afterEach, describe, expect, test } from 'vitest'
import { axeFindings } from '#test/e2e/support/axe.ts'
import { type LaunchOptions, launchApp, type RunningApp } from '#test/e2e/support/launch.ts'

let app: RunningApp
afterEach(() => app.close())

async function open(options: LaunchOptions = { sample: true }): Promise<Page> {
  app = await launchApp(options)
  await app.page.getByRole('heading', { level: 1 }).waitFor()
  return app.page
}

/** Whether something appears. */
const isThere = (found: Locator): Promise<boolean> =>
  found
    .first()
    .waitFor()
    .then(
      () => true,
      () => false,
    )

const reads = (page: Page, words: string | RegExp): Promise<boolean> => isThere(page.getByText(words))

/** Moves the focus to something and presses it, without a pointer. */
async function press(found: Locator, key = 'Enter'): Promise<void> {
  await found.focus()
  await found.press(key)
}

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true })

async function show(page: Page, name: string): Promise<void> {
  await press(tab(page, name), ' ')
  await page.getByRole('tab', { name, exact: true, selected: true }).waitFor()
}

/** Opens the budget of the program that is open; the sample has one. */
async function openBudget(page: Page): Promise<void> {
  await press(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Budget', exact: true }))
  await page.getByRole('heading', { level: 1, name: 'Budget' }).waitFor()
}

const grid = (page: Page, name: string) => page.getByRole('grid', { name, exact: true })

/** The text of a headline figure: "$412,300". */
async function figure(page: Page, name: string): Promise<string> {
  const label = await page
    .getByRole('button', { name: new RegExp(`^${name}, FY`) })
    .first()
    .getAttribute('aria-label')
  return label!.replace(/^.*: /, '')
}

describe('planning', () => {
  test('a budget starts from the design, and says what it still needs', async () => {
    const page = await open({})
    await press(page.getByRole('button', { name: /Start a program/ }))
    await page.getByRole('textbox', { name: 'Program name' }).fill('MD class coaching')
    await press(page.getByRole('button', { name: 'Start program' }))
    await page.getByRole('heading', { level: 1, name: 'MD class coaching' }).waitFor()
    await openBudget(page)
    expect(await reads(page, 'No budget yet')).toBe(true)
    await press(page.getByRole('button', { name: 'Start a budget' }))
    const dialog = page.getByRole('dialog', { name: 'Start a budget' })
    await dialog.getByRole('textbox', { name: 'First fiscal year' }).fill('2028')
    await dialog.getByRole('textbox', { name: 'Name' }).press('Enter')
    await tab(page, 'Plan').waitFor()
    expect(await isThere(page.getByRole('columnheader', { name: 'FY28' }))).toBe(true)
    await show(page, 'Positions')
    expect(await reads(page, 'No positions yet')).toBe(true)
    await press(page.getByRole('button', { name: 'Add position' }))
    expect(await reads(page, '1 position')).toBe(true)
    await page.keyboard.press('Control+z')
    expect(await reads(page, 'No positions yet')).toBe(true)
  })

  test('a ratio that is typed shows in the figures before it is stored, is stored as the field is left, and undone', async () => {
    const page = await open()
    await openBudget(page)
    const ratio = page.getByRole('textbox', { name: 'Learners for each coach' })
    await ratio.waitFor()
    const [before, coaches] = [await figure(page, 'Total cost'), await figure(page, 'Coaches')]
    await ratio.focus()
    await page.keyboard.type('4')
    await expect.poll(() => figure(page, 'Coaches')).not.toBe(coaches)
    expect(await figure(page, 'Total cost')).not.toBe(before)
    expect(await reads(page, 'Saved when the field is left')).toBe(true)
    await page.keyboard.press('Tab')
    expect(await reads(page, /^Saved$/)).toBe(true)
    await page.getByRole('button', { name: /^Undo: / }).waitFor()
    await page.keyboard.press('Control+z')
    await expect.poll(() => figure(page, 'Total cost')).toBe(before)
  })

  test('a figure opens to what it is made from, down to where that is entered', async () => {
    const page = await open()
    await openBudget(page)
    await press(page.getByRole('button', { name: /^Cost per learner, FY27/ }))
    const pane = page.getByRole('complementary', { name: 'Cost per learner' })
    expect(await isThere(pane.getByText(/Total ÷ Learners/))).toBe(true)
    await press(pane.getByRole('button', { name: /^Learners/ }))
    expect(await isThere(page.getByRole('complementary', { name: 'Learners' }))).toBe(true)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('complementary').count()).toBe(0)
    await press(page.getByRole('button', { name: /^FTE, FY27/ }))
    await press(
      page
        .getByRole('complementary')
        .getByRole('button', { name: /FTE.*Director/ })
        .first(),
    )
    await press(page.getByRole('complementary').getByRole('button', { name: /^Effort/ }))
    await press(page.getByRole('complementary').getByRole('link', { name: /^Change it under Positions/ }))
    await page.getByRole('tab', { name: 'Positions', selected: true }).waitFor()
  })

  test('what needs attention leads to where it is put right', async () => {
    const page = await open()
    await openBudget(page)
    await press(page.getByRole('link', { name: /^Teaching innovation grant ends on/ }))
    await page.getByRole('tab', { name: 'Funds and rates', selected: true }).waitFor()
    const funds = grid(page, 'Funds')
    await expect.poll(() => funds.evaluate((element) => element === document.activeElement)).toBe(true)
    await show(page, 'Plan')
    await press(page.getByRole('link', { name: /has 7 learners, and room for 6/ }))
    await page.getByRole('heading', { level: 1, name: 'Coaches' }).waitFor()
  })

  test('rows are pasted from Excel under their headings, and their cost is added up', async () => {
    const page = await open()
    await openBudget(page)
    await show(page, 'Positions')
    const total = () => page.locator('.cd-grid-totals b').textContent()
    const before = await total()
    await press(page.getByRole('button', { name: 'Paste rows…' }))
    await page
      .getByRole('textbox', { name: 'Cells' })
      .fill(
        [
          'Role\tHolder\tBase salary\tFTE\tFringe class\tFunds',
          'Trainer\tRae Kim\t$90,000\t0.2\tProfessional staff\tdean',
          'Evaluator\t\t80000\t150%\t\t',
        ].join('\n'),
      )
    expect(await reads(page, /^2 positions to add/)).toBe(true)
    expect(await reads(page, /^Row 3, FTE: .*over 1.0 FTE/)).toBe(true)
    await press(page.getByRole('button', { name: 'Add 2 positions' }))
    expect(await isThere(grid(page, 'Positions').getByText('Rae Kim'))).toBe(true)
    await expect.poll(total).not.toBe(before)
  })

  test('a cell is typed in; shares that do not make 100 % are refused with the reason', async () => {
    const page = await open()
    await openBudget(page)
    await show(page, 'Lines')
    const lines = grid(page, 'Other lines')
    await lines.focus()
    await page.keyboard.press('Home')
    for (let column = 0; column < 6; column += 1) await page.keyboard.press('ArrowRight')
    await page.keyboard.type('dean 60')
    await page.keyboard.press('Enter')
    expect(await reads(page, /The shares make 60 %; they are to make 100 %/)).toBe(true)
  })
})

describe('scenarios', () => {
  test('one is added, changed under Plan, says what differs, and stands beside the base', async () => {
    const page = await open()
    await openBudget(page)
    await press(page.getByRole('button', { name: 'Add scenario…' }))
    await page.getByRole('textbox', { name: 'Name' }).fill('Ratio 1:12')
    await page.keyboard.press('Enter')
    await page.getByRole('radio', { name: 'Ratio 1:12', checked: true }).waitFor()
    const ratio = page.getByRole('textbox', { name: 'Learners for each coach' })
    await ratio.fill('12')
    await page.keyboard.press('Tab')
    expect(await reads(page, /^Base: as in the design/)).toBe(true)
    expect(await reads(page, /^Saved$/)).toBe(true)
    await show(page, 'Scenarios')
    expect(await isThere(page.getByRole('button', { name: 'Ratio 1:12', exact: true }))).toBe(true)
    expect(
      await isThere(page.getByRole('row', { name: /Ratio 1:12 Learners for each coach as in the design 12/ })),
    ).toBe(true)
    expect(await reads(page, /^Total cost by ratio and effort: Ratio 1:12/)).toBe(true)
    await show(page, 'Plan')
    await press(page.getByRole('button', { name: 'As in the base' }))
    await expect.poll(() => ratio.inputValue()).toBe('')
  })

  test('a line is changed and left out in a scenario only, and put back', async () => {
    const page = await open()
    await openBudget(page)
    await press(page.getByRole('radio', { name: 'Stipends' }), ' ')
    await page.getByRole('radio', { name: 'Stipends', checked: true }).waitFor()
    await show(page, 'Lines')
    const lines = grid(page, 'Other lines')
    await lines.focus()
    await page.keyboard.press('Home')
    for (let column = 0; column < 4; column += 1) await page.keyboard.press('ArrowRight')
    await page.keyboard.type('3')
    await page.keyboard.press('Enter')
    expect(await isThere(lines.getByText('Differs'))).toBe(true)
    await press(page.getByRole('radio', { name: 'Base' }), ' ')
    expect(
      await isThere(lines.getByRole('row', { name: /Outside trainer, two days Coach training Fixed 2 day/ })),
    ).toBe(true)
    await press(page.getByRole('radio', { name: 'Stipends' }), ' ')
    expect(await isThere(lines.getByText('Differs'))).toBe(true)
    await lines.focus()
    await page.keyboard.press(' ')
    await press(page.getByRole('button', { name: 'Remove 1 line' }))
    expect(await reads(page, /^Left out here: /)).toBe(true)
    await press(page.getByRole('button', { name: /^Put back/ }))
    await expect.poll(() => page.getByText(/^Left out here: /).count()).toBe(0)
  })
})

describe('plan and actual', () => {
  test('last month’s file adds nothing; a new one is previewed, its account placed, imported and undone', async () => {
    const page = await open()
    await openBudget(page)
    await show(page, 'Plan vs actual')
    await press(page.getByRole('button', { name: 'Import ledger…' }))
    const same = await readFile('resources/sample/ume-ledger.csv', 'utf8')
    await press(page.getByRole('button', { name: 'Paste from Excel' }))
    await page.getByRole('textbox', { name: 'Cells' }).fill(asCells(same))
    await press(page.getByRole('button', { name: 'Preview these cells' }))
    expect(await isThere(page.getByRole('button', { name: 'Nothing to import' }))).toBe(true)
    await press(page.getByRole('button', { name: 'Choose another file' }))
    await press(page.getByRole('button', { name: 'Paste from Excel' }))
    await page
      .getByRole('textbox', { name: 'Cells' })
      .fill('Date\tAccount\tDescription\tAmount\n1/31/2027\t7999\tGifts\t125.50')
    await press(page.getByRole('button', { name: 'Preview these cells' }))
    expect(await reads(page, /^1 entry of \$125.50 to add, 1 of accounts that belong nowhere yet/)).toBe(true)
    await press(page.getByRole('button', { name: /Account 7999.* belongs in/ }), ' ')
    await page.getByRole('option', { name: 'Recognition' }).press('Enter')
    expect(await reads(page, '1 entry of $125.50 to add.')).toBe(true)
    await press(page.getByRole('button', { name: 'Import 1 entry' }))
    expect(await isThere(page.getByRole('row', { name: /^Recognition \$1,000 \$126/ }))).toBe(true)
    await page.keyboard.press('Control+z')
    expect(await isThere(page.getByRole('row', { name: /^Recognition \$1,000 \$0/ }))).toBe(true)
  })

  test('a note says why a category is over, and is stored as it is left', async () => {
    const page = await open()
    await openBudget(page)
    await show(page, 'Plan vs actual')
    const note = page.getByRole('textbox', { name: 'Why coach training differs' })
    await note.fill('The spring workshop was brought forward.')
    await page.keyboard.press('Tab')
    expect(await isThere(page.getByRole('region', { name: 'Messages' }).getByText(/^Noted why coach training/))).toBe(
      true,
    )
    await show(page, 'Scenarios')
    await show(page, 'Plan vs actual')
    await expect.poll(() => note.inputValue()).toBe('The spring workshop was brought forward.')
  })
})

describe('versions and files', () => {
  test('an approved budget is locked; a new version can be changed', async () => {
    const page = await open()
    await openBudget(page)
    await press(page.getByRole('button', { name: 'Approve…' }))
    await page.getByRole('dialog', { name: 'Approve this budget' }).waitFor()
    await page.keyboard.press('Enter')
    expect(await reads(page, 'Say who approved it.')).toBe(true)
    await page.keyboard.type('Office of the dean')
    await page.keyboard.press('Enter')
    expect(await reads(page, /^Approved .* by Office of the dean: locked/)).toBe(true)
    expect(await page.getByRole('textbox', { name: 'Learners for each coach' }).isDisabled()).toBe(true)
    await show(page, 'Positions')
    expect(await page.getByRole('button', { name: 'Add position' }).count()).toBe(0)
    await press(page.getByRole('button', { name: 'New version…' }))
    await press(page.getByRole('button', { name: 'Start version' }))
    expect(await isThere(page.getByRole('button', { name: 'Add position' }))).toBe(true)
    expect(await reads(page, 'Version 2, draft')).toBe(true)
  })

  test('the workbook and the lines are exported', async () => {
    const page = await open()
    await openBudget(page)
    await press(page.getByRole('button', { name: 'Export workbook…' }))
    const [workbook] = await Promise.all([
      page.waitForEvent('download'),
      press(page.getByRole('button', { name: 'Export workbook', exact: true })),
    ])
    expect(workbook.suggestedFilename()).toMatch(/\.xlsx$/)
    expect((await readFile(await workbook.path())).subarray(0, 2).toString()).toBe('PK')
    await press(page.getByRole('button', { name: 'Actions', exact: true }))
    await page.getByRole('menuitem', { name: /Export lines/ }).press('Enter')
    const [lines] = await Promise.all([
      page.waitForEvent('download'),
      press(page.getByRole('button', { name: 'Export lines', exact: true })),
    ])
    expect(await readFile(await lines.path(), 'utf8')).toContain('Outside trainer')
  })
})

describe('every screen of the budget', () => {
  test.each(['light', 'dark'] as const)('has nothing that axe finds wrong: %s', async (theme) => {
    const page = await open({ sample: true, theme })
    await openBudget(page)
    const found: string[] = []
    const look = async (where: string): Promise<void> => {
      await page.getByRole('status', { name: /^Loading/ }).waitFor({ state: 'detached' })
      for (const finding of await axeFindings(page)) found.push(`${where}: ${finding}`)
    }
    await page.locator('.recharts-surface').first().waitFor()
    await look('Plan')
    await press(page.getByRole('button', { name: /^Total cost, FY27/ }))
    await look('a figure')
    await press(page.getByRole('button', { name: /^Show as table.*Cost by fund/ }))
    await look('a table')
    await press(page.getByText(/^Effort and load of coaches/))
    await look('Effort and load')
    for (const name of ['Positions', 'Lines', 'Funds and rates', 'Scenarios', 'Plan vs actual']) {
      await show(page, name)
      await look(name)
    }
    await press(page.getByRole('button', { name: 'Accounts…', exact: true }))
    await look('Accounts')
    await page.keyboard.press('Escape')
    await press(page.getByRole('button', { name: 'Import ledger…' }))
    await look('Import ledger')
    await press(page.getByRole('button', { name: 'Actions', exact: true }))
    await page.getByRole('menuitem', { name: 'Print summary' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Budget summary' }).waitFor()
    await look('Summary')
    expect(found).toEqual([])
  })
})

/** A file of text as its cells come from Excel; none of it has a comma within a cell but in quotes. */
const asCells = (csv: string): string =>
  csv
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.replace(/"([^"]*)"|,/g, (part, quoted?: string) => quoted ?? (part === ',' ? '\t' : part)))
    .join('\n')
