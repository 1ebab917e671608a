import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { runCli } from '#test/e2e/support/cli.ts'
import { launchApp, type RunningApp } from '#test/e2e/support/launch.ts'

// The grid as its users meet it: 3,000 learners, in the order of the alphabet from Aaaa to Aell.
export const people = 3_000
const levels = ['M1', 'M2', 'M3', 'M4']
const firstNames = ['Zoe', 'Yan', 'Xi']

let folder: string
let app: RunningApp
/** The page of the test that runs. */
export let page: Page

/** Opens the roster anew for each test of the file that calls it, with the focus in the grid. */
export function useBigGrid(): void {
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
}

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
export function lastName(at: number): string {
  const letter = (place: number) => String.fromCodePoint(97 + (Math.floor(at / 26 ** place) % 26))
  return `A${letter(2)}${letter(1)}${letter(0)}`
}

// Long enough for a busy machine; where all is well it takes no longer than the app does.
export const expectSoon = <T>(read: () => T) => expect.poll(read, { timeout: 15_000 })

export const grid = () => page.getByRole('grid', { name: 'Learners' })
export const row = (name: string) => grid().getByRole('row', { name: new RegExp(`\\b${name}\\b`) })
export const header = (name: string) => grid().getByRole('columnheader', { name: new RegExp(`^${name}\\b`) })
export const sortButton = (name: string) => header(name).getByRole('button', { name, exact: true })
export const footer = () => page.locator('.cd-grid-footer')
const said = () => page.locator('.cd-grid-frame > output').last()

interface ActiveCell {
  row: string
  column: string
  text: string
}

/** The cell that aria-activedescendant points at: whose row, which column, what it shows. */
export const activeCell = (): Promise<ActiveCell | null> =>
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

export const expectActive = (cell: Partial<ActiveCell>) => expectSoon(activeCell).toMatchObject(cell)
export const expectFooter = (words: string | RegExp) => footer().getByText(words).waitFor()
export const expectSaid = (words: string | RegExp) => said().getByText(words).waitFor()
export const headers = () => grid().locator('.cd-grid-head-words').allTextContents()

export async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

export async function goTo(name: string, column: string): Promise<void> {
  await row(name)
    .locator('td')
    .nth(1 + (await headers()).indexOf(column))
    .click()
  await expectActive({ row: name, column })
}

/** What Ctrl+C would put on the clipboard. */
export const copied = (): Promise<string> =>
  page.evaluate(() => {
    const clipboardData = new DataTransfer()
    document.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }))
    return clipboardData.getData('text/plain')
  })

/** What Ctrl+V does with a block that was copied in Excel. */
export const paste = (text: string): Promise<void> =>
  page.evaluate((cells) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', cells)
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)

export const cellOf = async (name: string, column: string): Promise<Locator> =>
  row(name)
    .locator('td')
    .nth(1 + (await headers()).indexOf(column))
export const expectCell = async (name: string, column: string, text: string) => {
  await row(name).waitFor()
  const cell = await cellOf(name, column)
  await expectSoon(() => cell.textContent()).toBe(text)
}

export const action = (column: string, name: string) =>
  page.getByRole('dialog', { name: column }).getByRole('button', { name })

/** The headers that begin in another order after the pinned names. */
export const moved = (names: string[]): unknown =>
  expect.arrayContaining(['Last name', 'First name', ...names]) as unknown

/** How many last names hold some letters. */
export const namesWith = (letters: string): string =>
  Array.from({ length: people }, (_, at) => lastName(at).toLowerCase())
    .filter((name) => name.includes(letters))
    .length.toLocaleString('en-US')

/** Who stands last among those of a level and first name, in the order of the roster. */
export function lastAlphabetically(level: string, first: string): string {
  const at = Array.from({ length: people }, (_, index) => people - 1 - index).find(
    (index) => levels[index % 4] === level && firstNames[index % 3] === first,
  )
  return lastName(at!)
}

/** Drags a header to the left half of another. */
export async function drag(from: string, to: string, beforeDrop: () => Promise<void> = async () => {}): Promise<void> {
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
