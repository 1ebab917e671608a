import type { Locator, Page } from 'playwright'
import { afterEach, expect, test } from 'vitest'
import { axeFindings } from '#test/e2e/support/axe.ts'
import { launchApp, type RunningApp } from '#test/e2e/support/launch.ts'

let app: RunningApp
afterEach(() => app.close())

/** Opens the instruments of the sample program. */
async function openInstruments(theme: 'light' | 'dark'): Promise<Page> {
  app = await launchApp({ sample: true, theme })
  const { page } = app
  await page.getByRole('heading', { level: 1 }).waitFor()
  await press(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Evaluation', exact: true }))
  await showInstruments(page)
  return page
}

async function showInstruments(page: Page): Promise<void> {
  const tab = page.getByRole('tab', { name: 'Instruments' })
  await press(tab, ' ')
  await page.getByRole('table', { name: 'Instruments by name' }).waitFor()
  await hasFocus(tab)
}

/** Moves the focus to something and presses it, without a pointer. */
async function press(found: Locator, key = 'Enter'): Promise<void> {
  await found.focus()
  await found.press(key)
}

async function chooseFromMenu(page: Page, button: string, item: string): Promise<void> {
  await press(page.getByRole('button', { name: button }))
  await page.getByRole('menuitem', { name: item, exact: true }).press('Enter')
}

async function choose(page: Page, label: RegExp, option: string | RegExp): Promise<void> {
  await press(page.getByRole('button', { name: label }), ' ')
  await page.getByRole('option', { name: option }).press('Enter')
}

const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true })
const rowOf = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true })

/** Waits until something has the focus. */
const hasFocus = (found: Locator): Promise<void> => found.and(found.page().locator(':focus')).waitFor()

test('a form is made of a template, asked with, changed as a second version, and the change is undone', async () => {
  const page = await openInstruments('light')
  await chooseFromMenu(page, 'New instrument…', 'Feedback on coaches')

  // What is wrong is said at its field, which has the focus.
  const name = field(page, 'Name').first()
  await hasFocus(name)
  await name.press('Enter')
  await page.getByText('Name the instrument.').waitFor()
  await hasFocus(name)
  await name.fill('Our coach feedback')

  // An item goes, and the focus with it to the next; Enter after the last adds one, and Alt with an arrow moves it.
  await press(page.getByRole('button', { name: 'Remove item 6' }))
  await hasFocus(page.getByRole('button', { name: 'Remove item 6' }))
  await press(field(page, 'Wording of item 5'))
  await hasFocus(field(page, 'Wording of item 6'))
  await page.keyboard.press('Enter')
  await hasFocus(field(page, 'Wording of item 7'))
  await page.keyboard.type('My coach answers in time.')
  await page.keyboard.press('Alt+ArrowUp')
  await hasFocus(field(page, 'Wording of item 6'))
  expect(await field(page, 'Wording of item 6').inputValue()).toBe('My coach answers in time.')
  await choose(page, /Answers of item 6$/, /^1 to 5, Strongly disagree/)

  const cut = field(page, 'At').first()
  await cut.fill('9')
  await press(page.getByRole('button', { name: 'Save instrument' }))
  await page.getByText('Enter 1 to 5, which is what Overall rating can be.').waitFor()
  await hasFocus(cut)
  await cut.fill('4.5')
  expect(await axeFindings(page)).toEqual([])
  await press(page.getByRole('button', { name: 'Save instrument' }))

  const pane = page.getByRole('complementary', { name: 'Our coach feedback' })
  await pane.getByText('Your own', { exact: true }).waitFor()
  await pane.getByText('My coach answers in time.').waitFor()
  await hasFocus(rowOf(page, 'Our coach feedback'))

  await press(page.getByRole('button', { name: 'Add wave…' }))
  await choose(page, /Instrument$/, 'Our coach feedback')
  await field(page, 'Name of the wave').fill('Spring 2027')
  await field(page, 'Opens').fill('5/1/2027')
  await field(page, 'Closes').fill('5/31/2027')
  await press(page.getByRole('dialog').getByRole('button', { name: 'Add wave' }))
  // It is opened among the waves.
  await page.getByRole('complementary', { name: /^Spring 2027/ }).waitFor()
  await showInstruments(page)
  await pane.getByText(/^Spring 2027, /).waitFor()

  // What waves were held with stays; the change is for those to come.
  await press(pane.getByRole('button', { name: 'Edit…' }))
  await page.getByText('1 wave keeps version 1; new waves use version 2.').waitFor()
  await press(page.getByRole('button', { name: 'Add item' }))
  await hasFocus(field(page, 'Wording of item 8'))
  await page.keyboard.type('I would choose my coach again.')
  await press(page.getByRole('button', { name: 'Save as version 2' }))
  await pane.getByText('I would choose my coach again.').waitFor()
  await choose(page, /Version$/, /^1/)
  await pane.getByText('1 wave held with version 1:').waitFor()
  expect(await pane.getByText('I would choose my coach again.').count()).toBe(0)

  await hasFocus(page.getByRole('button', { name: /Version$/ }))
  await page.keyboard.press('Control+z')
  await page.getByRole('row', { name: /^Our coach feedback .* 1 1 / }).waitFor()
  await hasFocus(page.getByRole('button', { name: /^1, the newest.*Version$/ }))
})

test('a licensed instrument shows its structure, its licence is noted, and axe finds nothing wrong: dark', async () => {
  const page = await openInstruments('dark')
  const found: string[] = []
  const look = async (where: string): Promise<void> => {
    for (const finding of await axeFindings(page)) found.push(`${where}: ${finding}`)
  }
  await look('the list')
  const maslach = rowOf(page, 'Maslach Burnout Inventory, HSS (MP), scored columns')
  await press(maslach)
  const pane = page.getByRole('complementary')
  await pane.getByText(/^Only the structure and the scoring rule are here/).waitFor()
  expect(await pane.getByRole('button', { name: 'Edit…' }).count()).toBe(0)
  await look('an instrument')

  await press(pane.getByRole('button', { name: 'Licence…' }))
  await field(page, 'Administrations left').fill('40')
  await field(page, 'Expires').fill('1/31/2026')
  await look('its licence')
  await press(page.getByRole('button', { name: 'Save licence' }))
  await page.getByRole('cell', { name: 'Paid, expired Jan 31, 2026' }).waitFor()
  await look('an expired licence')
  await hasFocus(pane.getByRole('button', { name: 'Licence…' }))
  await page.keyboard.press('Control+z')
  await page.getByRole('cell', { name: 'Paid', exact: true }).waitFor()

  await press(pane.getByRole('button', { name: 'Make own copy…' }))
  await hasFocus(field(page, 'Name').first())
  await press(page.getByRole('button', { name: 'Show details of item 1' }))
  await field(page, 'Other names of its column').waitFor()
  await look('the editor')
  await field(page, 'Name').first().fill('Ours')
  await press(page.getByRole('button', { name: 'Cancel' }))
  await press(page.getByRole('alertdialog').getByRole('button', { name: 'Discard changes' }))
  await hasFocus(maslach)
  await page.keyboard.press('Escape')
  await pane.waitFor({ state: 'detached' })
  expect(found).toEqual([])
})
