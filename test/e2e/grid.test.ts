import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { axeFindings } from '#test/e2e/support/axe.ts'
import { runCli } from '#test/e2e/support/cli.ts'
import { launchApp, type RunningApp } from '#test/e2e/support/launch.ts'

// The grid as its users meet it: 3,000 learners, in the order of the alphabet from Aaaa to Aell.
const people = 3_000
const levels = ['M1', 'M2', 'M3', 'M4']
const firstNames = ['Zoe', 'Yan', 'Xi']

let folder: string
let app: RunningApp
let page: Page

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coachdesk-grid-'))
  await writeFile(join(folder, 'roster.csv'), rosterCsv())
  const file = join(folder, 'roster.coachdesk')
  await run('new', file, '--program', 'MD class coaching', '--kind', 'ume', '--year', '2026')
  await run('import', join(folder, 'roster.csv'), '--data', file, '--as', 'learners', '--bad-rows', 'refuse')
})
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))

beforeEach(async () => {
  const dataFile = join(folder, 'copy.coachdesk')
  await copyFile(join(folder, 'roster.coachdesk'), dataFile)
  app = await launchApp({ dataFile })
  page = app.page
  await page.getByRole('link', { name: 'People' }).click()
  await row('Aaaa').waitFor()
  await grid().focus()
})
afterEach(async () => {
  // Whatever a test did, the cell that screen readers are told of is there.
  const pointsAtNothing = await grid().evaluateAll((found) => {
    const id = found[0]?.getAttribute('aria-activedescendant')
    return id !== null && id !== undefined && document.getElementById(id) === null
  })
  await app.close()
  await rm(join(folder, 'copy.coachdesk'), { force: true })
  if (pointsAtNothing) throw new Error('aria-activedescendant points at nothing.')
})

async function run(...args: string[]): Promise<void> {
  const env = { COACHDESK_DATA_FOLDER: folder, COACHDESK_SETTINGS_FOLDER: join(folder, 'settings') }
  const { code, stdout, stderr } = await runCli(args, env)
  if (code !== 0) throw new Error(`${stdout}\n${stderr}`)
}

function rosterCsv(): string {
  const rows = Array.from({ length: people }, (_, at) =>
    [lastName(at), firstNames[at % 3], levels[at % 4], `${500_000 + at}`, `p${at}@example.edu`].join(','),
  )
  return ['Last name,First name,Level,Student ID,E-mail', ...rows].join('\n')
}

/** Aaaa, Aaab, ... */
function lastName(at: number): string {
  const letter = (place: number) => String.fromCodePoint(97 + (Math.floor(at / 26 ** place) % 26))
  return `A${letter(2)}${letter(1)}${letter(0)}`
}

// Long enough for a busy machine; where all is well it takes no longer than the app does.
const expectSoon = <T>(read: () => T) => expect.poll(read, { timeout: 15_000 })

const grid = () => page.getByRole('grid', { name: 'Learners' })
const row = (name: string) => grid().getByRole('row', { name: new RegExp(`\\b${name}\\b`) })
const header = (name: string) => grid().getByRole('columnheader', { name: new RegExp(`^${name}\\b`) })
const sortButton = (name: string) => header(name).getByRole('button', { name, exact: true })
const footer = () => page.locator('.cd-grid-footer')
const said = () => page.locator('.cd-grid-frame > output').last()

interface ActiveCell {
  row: string
  column: string
  text: string
}

/** The cell that aria-activedescendant points at: whose row, which column, what it shows. */
const activeCell = (): Promise<ActiveCell | null> =>
  grid().evaluate((table) => {
    const cell = document.getElementById(table.getAttribute('aria-activedescendant') ?? '')
    const line = cell?.closest('tr')
    if (!cell || !line) return null
    const head = table.querySelector(`thead th[aria-colindex="${cell.getAttribute('aria-colindex')}"]`)
    return {
      row: line.querySelector('[data-column="0"]')?.textContent ?? '',
      column: head?.querySelector('.cd-grid-head-words')?.textContent ?? '',
      text: cell.textContent ?? '',
    }
  })

const expectActive = (cell: Partial<ActiveCell>) => expectSoon(activeCell).toMatchObject(cell)
const expectFooter = (words: string | RegExp) => footer().getByText(words).waitFor()
const expectSaid = (words: string | RegExp) => said().getByText(words).waitFor()
const headers = () => grid().locator('.cd-grid-head-words').allTextContents()

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

async function goTo(name: string, column: string): Promise<void> {
  await row(name)
    .locator('td')
    .nth(1 + (await headers()).indexOf(column))
    .click()
  await expectActive({ row: name, column })
}

/** What Ctrl+C would put on the clipboard. */
const copied = (): Promise<string> =>
  page.evaluate(() => {
    const clipboardData = new DataTransfer()
    document.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }))
    return clipboardData.getData('text/plain')
  })

/** What Ctrl+V does with a block that was copied in Excel. */
const paste = (text: string): Promise<void> =>
  page.evaluate((cells) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', cells)
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)

const cellOf = async (name: string, column: string): Promise<Locator> =>
  row(name)
    .locator('td')
    .nth(1 + (await headers()).indexOf(column))
const expectCell = async (name: string, column: string, text: string) => {
  await row(name).waitFor()
  const cell = await cellOf(name, column)
  await expectSoon(() => cell.textContent()).toBe(text)
}

describe('a drag', () => {
  test('beyond the lower edge goes on, row by row, until it is let go', async () => {
    const cell = (await (await cellOf('Aaaa', 'First name')).boundingBox())!
    const edges = (await grid().boundingBox())!
    const inSight = Math.floor(edges.height / cell.height)
    const selected = async () => Number(/([\d,]+) cells selected/.exec((await footer().textContent())!)?.[1] ?? 1)
    await page.mouse.move(cell.x + 10, cell.y + 10)
    await page.mouse.down()
    await page.mouse.move(cell.x + 10, edges.y + edges.height + 4, { steps: 3 })
    await expectSoon(selected).toBeGreaterThan(inSight + 5)
    await page.mouse.up()
    const rows = await selected()
    await press('Shift+ArrowUp')
    await expectSoon(selected).toBe(rows - 1)
  })
})

describe('typing', () => {
  test('replaces a cell; Enter moves down, Tab moves right, Shift turns back, Esc gives up', async () => {
    await goTo('Aaaa', 'Level')
    await page.keyboard.type('MS-4')
    await press('Enter')
    await expectActive({ row: 'Aaab', column: 'Level' })
    await expectCell('Aaaa', 'Level', 'M4')
    await page.keyboard.type('m3')
    await press('Tab')
    await expectActive({ row: 'Aaab', column: 'Status' })
    await expectCell('Aaab', 'Level', 'M3')
    await press('ArrowLeft', 'ArrowDown')
    await page.keyboard.type('M1')
    await press('Shift+Enter')
    await expectActive({ row: 'Aaab', column: 'Level' })
    await page.keyboard.type('M4')
    await press('Escape')
    await expectActive({ row: 'Aaab', column: 'Level', text: 'M3' })
    await press('F2')
    expect(await grid().getByRole('textbox', { name: 'Level' }).inputValue()).toBe('M3')
    await press('Shift+Tab')
    await expectActive({ row: 'Aaab', column: 'First name' })
    await page.reload()
    await expectCell('Aaaa', 'Level', 'M4')
    await expectCell('Aaac', 'Level', 'M1')
  })

  test('into a choice offers what fits, and takes the first', async () => {
    await goTo('Aaaa', 'Status')
    await page.keyboard.type('leave')
    const offered = page.getByRole('listbox', { name: 'Status' }).getByRole('option')
    await expectSoon(() => offered.allTextContents()).toEqual(['On leave', 'On military leave'])
    await press('Enter')
    await expectCell('Aaaa', 'Status', 'On leave')
    await expectActive({ row: 'Aaab', column: 'Status' })
    await press('F2', 'ArrowDown')
    expect(await offered.count()).toBeGreaterThan(3)
    await press('Escape')
    await expectCell('Aaab', 'Status', 'Active')
  })

  test('what cannot stand in a cell is refused there, and the text is kept', async () => {
    await goTo('Aaaa', 'Level')
    await page.keyboard.type('M9')
    await press('Enter')
    await page.getByRole('alert').getByText('"M9" is not a level such as M1 to M4').waitFor()
    const editor = grid().getByRole('textbox', { name: 'Level' })
    expect(await editor.inputValue()).toBe('M9')
    expect(await editor.getAttribute('aria-invalid')).toBe('true')
    await press('Backspace', '2', 'Enter')
    await expectCell('Aaaa', 'Level', 'M2')
    await expectActive({ row: 'Aaab', column: 'Level' })
  })

  test('is undone and redone from the keyboard', async () => {
    await goTo('Aaaa', 'Level')
    await page.keyboard.type('M4')
    await press('Enter')
    await page.getByRole('button', { name: /^Undo: Edit/ }).waitFor()
    await press('Control+z')
    await expectCell('Aaaa', 'Level', 'M1')
    await press('Control+y')
    await expectCell('Aaaa', 'Level', 'M4')
    await press('Control+z')
    await expectCell('Aaaa', 'Level', 'M1')
    await press('Control+Shift+z')
    await expectCell('Aaaa', 'Level', 'M4')
  })
})

describe('blocks', () => {
  test('are copied as Excel reads them', async () => {
    await goTo('Aaaa', 'Last name')
    await press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown')
    await expectFooter('6 cells selected')
    expect(await copied()).toBe('Aaaa\tZoe\tM1\r\nAaab\tYan\tM2')
  })

  test('are pasted; a cell that does not fit is counted and marked, the others are stored', async () => {
    await goTo('Aaaa', 'Level')
    await paste('M4\tOn leave\nM9\tOn leave\nM2\tActive')
    await expectFooter('1 cell rejected')
    await expectSaid('5 cells pasted, 1 cell rejected')
    await footer().getByRole('button', { name: '1 cell rejected' }).click()
    await expectActive({ row: 'Aaab', column: 'Level', text: expect.stringMatching(/^M9/) as string })
    await page.getByRole('alert').getByText('"M9" is not a level such as M1 to M4').waitFor()
    await page.reload()
    await expectCell('Aaaa', 'Level', 'M4')
    await expectCell('Aaab', 'Level', 'M2')
    await expectCell('Aaab', 'Status', 'On leave')
    await expectCell('Aaac', 'Level', 'M2')
  })

  test('one cell fills a range, and one Ctrl+Z takes all of it back', async () => {
    await goTo('Aaaa', 'Track')
    await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown')
    await paste('Research')
    await expectSaid('4 cells pasted')
    for (const name of ['Aaaa', 'Aaad']) await expectCell(name, 'Track', 'Research')
    await expectCell('Aaae', 'Track', '')
    await page.getByRole('button', { name: /^Undo: Edit 4 learners/ }).waitFor()
    await press('Control+z')
    for (const name of ['Aaaa', 'Aaad']) await expectCell(name, 'Track', '')
  })

  test('Delete clears them', async () => {
    await goTo('Aaaa', 'Level')
    await press('Shift+ArrowDown', 'Delete')
    for (const name of ['Aaaa', 'Aaab']) await expectCell(name, 'Level', '')
  })
})

describe('moving', () => {
  test('goes to the edges and by pages, and every cell it comes to is there', async () => {
    const all = await headers()
    await goTo('Aaaa', 'Level')
    await press('End')
    await expectActive({ row: 'Aaaa', column: all.at(-1)! })
    await press('Home')
    await expectActive({ row: 'Aaaa', column: 'Last name' })
    await press('Control+End')
    await expectActive({ row: lastName(people - 1), column: all.at(-1)! })
    await press('Control+Home')
    await expectActive({ row: 'Aaaa', column: 'Last name' })
    await press('PageDown')
    const page1 = await activeCell()
    await press('PageDown', 'PageUp')
    await expectActive(page1!)
    expect(page1!.row > 'Aaak').toBe(true)
    await press('Control+ArrowDown')
    await expectActive({ row: lastName(people - 1), column: 'Last name' })
    // The active cell stays where it is, and is still there, when the view is scrolled away from it.
    await grid().evaluate((table) => table.scrollTo({ top: 0 }))
    await row('Aaaa').waitFor()
    await expectActive({ row: lastName(people - 1) })
  })

  test('with Shift selects; Ctrl+A selects all; Esc lets go', async () => {
    await goTo('Aaab', 'First name')
    await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight')
    await expectFooter('6 cells selected')
    await press('Shift+ArrowUp')
    await expectFooter('4 cells selected')
    await press('Control+a')
    await expectFooter(`${(people * (await headers()).length).toLocaleString('en-US')} cells selected`)
    await press('Escape')
    await footer().getByText('cells selected').waitFor({ state: 'detached' })
    await goTo('Aaaa', 'Level')
    await (await cellOf('Aaad', 'Status')).click({ modifiers: ['Shift'] })
    await expectFooter('8 cells selected')
  })
})

describe('sorting and filtering', () => {
  test('two columns sort together, and that is said', async () => {
    await sortButton('Level').click()
    await expectSaid('Sorted by Level')
    await sortButton('First name').click({ modifiers: ['Shift'] })
    await expectSaid('Sorted by Level, then by First name')
    await sortButton('First name').click({ modifiers: ['Shift'] })
    await expectSaid('Sorted by Level, then by First name, descending')
    expect(await header('Level').getAttribute('aria-sort')).toBe('ascending')
    expect(await header('First name').getAttribute('aria-sort')).toBe('descending')
    const first = grid().getByRole('row').nth(1)
    await expectSoon(() => first.locator('td').nth(3).textContent()).toBe('M1')
    await expectSoon(() => first.locator('td').nth(2).textContent()).toBe('Zoe')
    await press('Control+Home', 'Control+End')
    await expectActive({ row: lastAlphabetically('M4', 'Xi') })
  })

  test('a choice and a text filter together, are counted, and are cleared at once', async () => {
    await goTo('Aaaa', 'Status')
    await paste('On leave')
    await expectCell('Aaaa', 'Status', 'On leave')
    await press('Alt+ArrowDown')
    await page.getByRole('dialog', { name: 'Status' }).getByText('On leave').click()
    await press('Escape')
    await expectFooter('1 of 3,000 learners')
    await page.getByRole('button', { name: /^Remove filter: Status/ }).click()
    await expectFooter('3,000 learners')
    await goTo('Aaaa', 'Last name')
    await press('Alt+ArrowDown')
    await page.getByRole('textbox', { name: 'Contains' }).fill('aab')
    await press('Escape')
    await expectFooter(`${namesWith('aab')} of 3,000 learners`)
    await press('Control+f')
    await page.keyboard.type('nobody at all')
    await page.getByText('No learner fits the search and filters').waitFor()
    expect(await grid().getAttribute('aria-activedescendant')).toBeNull()
    await footer().getByRole('button', { name: 'Clear filters' }).click()
    await expectFooter('3,000 learners')
    await expectActive({ row: 'Aaaa' })
  })

  test('ticked rows that the filter hides are said', async () => {
    await goTo('Aaaa', 'Level')
    await press('Space', 'ArrowDown', 'Space', 'ArrowDown', 'Space')
    await expectFooter('3 ticked')
    await press('Control+f')
    await page.keyboard.type('Aaab')
    await expectFooter('3 ticked, 2 hidden by the filter')
  })
})

describe('columns', () => {
  test('are hidden, shown, moved and made wider from the keyboard', async () => {
    await goTo('Aaaa', 'Level')
    await press('Alt+ArrowDown')
    await action('Level', 'Move right').press('Enter')
    await expectSoon(headers).toEqual(moved(['Status', 'Level']))
    await expectSaid('Level moved beside Status')
    const width = () => header('Level').evaluate((head) => head.clientWidth)
    const before = await width()
    await action('Level', 'Wider').press('Enter')
    await expectSoon(width).toBe(before + 24)
    await action('Level', 'Hide column').press('Enter')
    await expectSoon(headers).not.toContain('Level')
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('grid', { name: 'Columns' }).getByRole('row', { name: 'Level' }).press(' ')
    await press('Escape')
    await expectSoon(headers).toContain('Level')
  })

  test('are dragged by their headers, but pinned ones stay among themselves', async () => {
    await drag('Track', 'Level')
    await expectSaid('Track moved beside Level')
    await expectSoon(async () => (await headers()).slice(2, 4)).toEqual(['Track', 'Level'])
    // It was a drag and no press: nothing is sorted.
    expect(await header('Track').getAttribute('aria-sort')).toBe('none')
    await drag('Track', 'Last name')
    await expectSoon(async () => (await headers()).slice(0, 4)).toEqual(['Last name', 'First name', 'Track', 'Level'])
    await drag('Status', 'Track', async () => press('Escape'))
    await expectSoon(async () => (await headers()).slice(2, 5)).toEqual(['Track', 'Level', 'Status'])
  })

  test('are made wider by their edge', async () => {
    const width = () => header('Level').evaluate((head) => Math.round(head.getBoundingClientRect().width))
    const before = await width()
    const { x, y, width: wide, height } = (await header('Level').boundingBox())!
    await page.mouse.move(x + wide - 1, y + height / 2)
    await page.mouse.down()
    await page.mouse.move(x + wide + 20, y + height / 2)
    await page.mouse.move(x + wide + 39, y + height / 2)
    await page.mouse.up()
    await expectSoon(width).toBe(before + 40)
  })

  test('hidden under the active cell leave another one active', async () => {
    await goTo('Aaaa', 'Level')
    await press('End', 'Alt+ArrowDown')
    const last = (await headers()).at(-1)!
    await action(last, 'Hide column').press('Enter')
    await expectSoon(headers).not.toContain(last)
    await expectActive({ row: 'Aaaa', column: (await headers()).at(-1)! })
  })
})

test('a saved view brings back columns, sort and filter', async () => {
  await goTo('Aaaa', 'Track')
  await press('Alt+ArrowDown')
  await action('Track', 'Hide column').press('Enter')
  await sortButton('Level').click()
  await press('Control+f')
  await page.keyboard.type('Zoe')
  await expectFooter('1,000 of 3,000 learners')
  await page.getByRole('button', { name: /^View/ }).click()
  await page.getByRole('menuitem', { name: 'Save as a new view…' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Zoe by level')
  await press('Enter')
  await page.getByRole('button', { name: /^View.*Zoe by level/ }).click()
  await page.getByRole('menuitem', { name: 'All', exact: true }).click()
  await expectFooter('3,000 learners')
  await page.reload()
  await row('Aaaa').waitFor()
  await page.getByRole('button', { name: /^View/ }).click()
  await page.getByRole('menuitem', { name: 'Zoe by level' }).click()
  await expectFooter('1,000 of 3,000 learners')
  expect(await headers()).not.toContain('Track')
  expect(await header('Level').getAttribute('aria-sort')).toBe('ascending')
})

test('at 200 % there are rows to be scrolled to', async () => {
  await page.setViewportSize({ width: 640, height: 400 })
  const height = () => grid().evaluate((table) => table.clientHeight)
  await expectSoon(height).toBeGreaterThan(150)
  await row('Aaab').scrollIntoViewIfNeeded()
  await row('Aaab').click()
  await expectActive({ row: 'Aaab' })
})

test('axe finds nothing, whatever state the grid is in', async () => {
  const findings: string[] = []
  const check = async (state: string): Promise<void> => {
    findings.push(...(await axeFindings(page)).map((finding) => `${state}: ${finding}`))
  }
  await goTo('Aaaa', 'Level')
  await paste('M9\tOn leave')
  await expectFooter('1 cell rejected')
  await check('a rejected cell and a range')
  await page.keyboard.type('M8')
  await press('Enter')
  await page.getByRole('alert').waitFor()
  await check('a refused edit')
  await press('Escape', 'ArrowRight', 'F2')
  await page.getByRole('listbox').waitFor()
  await check('choices')
  await press('Escape', 'Space', 'Alt+ArrowDown')
  await page.getByRole('dialog', { name: 'Status' }).waitFor()
  await check('the menu of a column')
  await press('Escape', 'Control+f')
  await page.keyboard.type('nobody at all')
  await page.getByText('No learner fits').waitFor()
  await check('nothing found')
  expect(findings).toEqual([])
})

const action = (column: string, name: string) =>
  page.getByRole('dialog', { name: column }).getByRole('button', { name })

/** The headers that begin in another order after the pinned names. */
const moved = (names: string[]): unknown => expect.arrayContaining(['Last name', 'First name', ...names]) as unknown

/** How many last names hold some letters. */
const namesWith = (letters: string): string =>
  Array.from({ length: people }, (_, at) => lastName(at).toLowerCase())
    .filter((name) => name.includes(letters))
    .length.toLocaleString('en-US')

/** Who stands last among those of a level and first name, in the order of the roster. */
function lastAlphabetically(level: string, first: string): string {
  const at = Array.from({ length: people }, (_, index) => people - 1 - index).find(
    (index) => levels[index % 4] === level && firstNames[index % 3] === first,
  )
  return lastName(at!)
}

/** Drags a header to the left half of another. */
async function drag(from: string, to: string, beforeDrop: () => Promise<void> = async () => {}): Promise<void> {
  const start = (await header(from).boundingBox())!
  const end = (await header(to).boundingBox())!
  const y = start.y + start.height / 2
  await page.mouse.move(start.x + 20, y)
  await page.mouse.down()
  await page.mouse.move(start.x + 8, y)
  await page.mouse.move(end.x + 6, y, { steps: 4 })
  await beforeDrop()
  await page.mouse.up()
}
