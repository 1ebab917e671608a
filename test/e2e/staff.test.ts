import type { Page } from 'playwright'
import { afterEach, describe, expect, test } from 'vitest'
import { axeFindings } from '#test/e2e/support/axe.ts'
import { type LaunchOptions, launchApp, type RunningApp } from '#test/e2e/support/launch.ts'

let app: RunningApp
afterEach(() => app.close())

/** A tab of People in the sample's medical school, reached by the keyboard. */
async function openTab(name: 'Staff' | 'Stakeholders', options: LaunchOptions = {}): Promise<Page> {
  app = await launchApp({ sample: true, ...options })
  const { page } = app
  await page.getByRole('link', { name: 'People' }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill(name)
  await page.getByRole('option', { name: new RegExp(`^${name}`) }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name, level: 1 }).waitFor()
  return page
}

const dialog = (page: Page) => page.getByRole('dialog')
const rowOf = (page: Page, name: RegExp) => page.getByRole('row', { name })
const field = (page: Page, name: string) => dialog(page).getByRole('textbox', { name, exact: true })

/** Presses a button as the keyboard does. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  await page
    .getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) })
    .first()
    .press('Enter')
}

/** The e-mail of a coach of the sample, as the list of coaches has it. */
async function emailOfBauer(page: Page): Promise<string> {
  await page.getByRole('link', { name: /^Coaches/ }).press('Enter')
  const email = await rowOf(page, /Bauer.*Aarav/)
    .locator('td', { hasText: '@' })
    .textContent()
  await page.getByRole('link', { name: /^Staff/ }).press('Enter')
  await page.getByRole('heading', { name: 'Staff', level: 1 }).waitFor()
  return email!
}

async function addDirector(page: Page): Promise<void> {
  await press(page, 'Add staff')
  await field(page, 'Last name').waitFor()
  await page.keyboard.type('Okafor')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Ada')
  await field(page, 'Title').fill('Assistant Dean for Coaching')
  await field(page, 'FTE').fill('20%')
  await field(page, 'From').fill('7/1/2025')
  await page.keyboard.press('Enter')
  await rowOf(page, /Okafor.*Coordinator/).waitFor()
}

/** Types into the cell of the active row that has the column; the grid has the focus. */
async function typeInto(page: Page, column: number, text: string): Promise<void> {
  await page.getByRole('grid').focus()
  await page.keyboard.press('Home')
  for (let step = 0; step < column; step += 1) await page.keyboard.press('ArrowRight')
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

describe('staff', () => {
  test('a role is added, typed over, changed from a day and ended, and what held stays on its day', async () => {
    const page = await openTab('Staff')
    await page.getByText('3 people run the program: 1 administrator, 1 director, 1 dean').waitFor()
    await addDirector(page)
    await page.getByText(/^4 people run the program: .*1 coordinator/).waitFor()

    // Another role holds from today; until yesterday it was the first one.
    await typeInto(page, 2, 'Director')
    await rowOf(page, /Okafor.*Director.*Assistant Dean/).waitFor()
    await page.keyboard.press('ArrowUp') // back to the row that was typed in
    const pane = page.getByRole('complementary', { name: 'Ada Okafor' })
    await pane.getByRole('tab', { name: 'Roles' }).press('Enter')
    await pane.getByText(/^Jul 1, 2025 to /).waitFor()
    await page.keyboard.press('Control+z')
    await rowOf(page, /Okafor.*Coordinator/).waitFor()

    await press(page, 'Change role…')
    await dialog(page).getByRole('textbox', { name: 'From' }).fill('1/15/2090')
    await dialog(page).getByRole('textbox', { name: 'Title' }).fill('Dean')
    await page.keyboard.press('Enter')
    await rowOf(page, /Okafor.*Dean.*To come/).waitFor()
    await rowOf(page, /Okafor.*Assistant Dean for Coaching.*In the role/).waitFor()

    await press(page, 'As of today')
    await page.getByRole('textbox', { name: 'As they stood on' }).fill('2/1/2090')
    await page.keyboard.press('Enter')
    await page.getByText('4 staff roles', { exact: true }).waitFor()
    await rowOf(page, /Okafor.*Dean/).waitFor()
    await press(page, 'Back to today')

    await rowOf(page, /Okafor.*In the role/).waitFor()
    await page.getByRole('grid').focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Control+Enter')
    await press(page, 'End role…')
    await dialog(page).getByRole('textbox', { name: 'Last day' }).fill('12/31/2025')
    await page.keyboard.press('Enter')
    await rowOf(page, /Okafor.*Assistant Dean for Coaching.*Ended/).waitFor()
    expect(await rowOf(page, /Okafor.*Dean.*To come/).count()).toBe(1)
  })

  test('a coach known by e-mail is offered, and stays one person', async () => {
    const page = await openTab('Staff')
    const name = 'Aarav Bauer'
    const email = await emailOfBauer(page)
    await press(page, 'Add staff')
    await field(page, 'Last name').fill('Nobody')
    await field(page, 'E-mail').fill(email)
    await page.keyboard.press('Enter')
    // Nobody is made a second time without being asked.
    await dialog(page).getByText('is in the data file already', { exact: false }).waitFor()
    await press(page, `Use ${name}`)
    expect(await field(page, 'Last name').count()).toBe(0)
    await field(page, 'Title').fill('Lead coach')
    await page.keyboard.press('Enter')
    await rowOf(page, /Lead coach/).waitFor()
    const pane = page.getByRole('complementary')
    await pane.getByRole('link', { name: /Coach in School of Medicine/ }).press('Enter')
    await page.getByRole('heading', { name, level: 1 }).waitFor()
    await page.getByRole('heading', { name: /^Coordinator · Lead coach/ }).waitFor()
    await page.getByRole('heading', { name: /^Coach · / }).waitFor()
  })

  test('a pasted list is imported, what a role means is said once, and a view is saved', async () => {
    const page = await openTab('Staff')
    await press(page, 'Import')
    await page.getByRole('heading', { name: 'Import staff', level: 1 }).waitFor()
    await press(page, 'Paste from Excel')
    await field(page, 'Cells').fill(
      'Name\tRole\tJob title\tE-mail\tSince\n' +
        'Okafor, Ada\tLiaison\tAssistant Dean for Coaching\tada@example.edu\tJul 2025\n' +
        'Okafor, Ada\tEvaluator\t\tada@example.edu\t7/15/2025\n',
    )
    await press(page, 'Preview these cells')
    await page.getByRole('button', { name: 'Import 2 staff roles' }).waitFor()
    await page.getByRole('tab', { name: /^Values/ }).press('Enter')
    await press(page, /^Role Liaison means|Choose what it means/)
    await page.getByRole('option', { name: 'Lead coach' }).press('Enter')
    await page.getByRole('tab', { name: /^Rows/ }).press('Enter')
    await rowOf(page, /Okafor.*Lead coach.*Jul 1, 2025/).waitFor()
    await press(page, 'Import 2 staff roles')
    await press(page, 'Show staff')
    await rowOf(page, /Okafor.*Evaluator/).waitFor()
    await page.getByRole('searchbox').fill('assistant dean')
    await page.waitForURL(/q=assistant/)
    await press(page, /^View: All/)
    await page.getByRole('menuitem', { name: 'Save as a new view…' }).press('Enter')
    await field(page, 'Name').fill('Deans')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'View: Deans' }).waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'View: Deans' }).waitFor()
    await rowOf(page, /Okafor/).waitFor()
    expect(await page.getByRole('searchbox').inputValue()).toBe('assistant dean')
  })
})

describe('stakeholders', () => {
  test('an adopted register is read; a new version is started, edited in place, and is question 2', async () => {
    const page = await openTab('Stakeholders')
    await page.getByText(/^Version 1 of the design.* stays as it was adopted/).waitFor()
    await page.getByRole('grid').focus()
    await page.keyboard.type('x')
    expect(await page.locator('.cd-grid-editor').count()).toBe(0)
    await press(page, 'Start a new version')
    await page.getByRole('button', { name: 'Add stakeholder' }).waitFor()

    await page.getByRole('grid').focus()
    await page.keyboard.press('Control+Home')
    await typeInto(page, 3, 'Opposed')
    await rowOf(page, /Dean of the school.*Opposed/).waitFor()
    await page.getByText(/1 opposed/).waitFor()
    await page.keyboard.press('Control+z')
    await rowOf(page, /Dean of the school.*Supportive/).waitFor()

    await press(page, 'Add stakeholder')
    await field(page, 'Person or body').waitFor()
    await page.keyboard.type('Finance office')
    await page.keyboard.press('Enter')
    await rowOf(page, /Finance office/).waitFor()
    const pane = page.getByRole('complementary', { name: 'Finance office' })
    await pane.getByRole('checkbox', { name: 'Approves the budget' }).press('Space')
    await rowOf(page, /Finance office.*Approves the budget/).waitFor()
    await press(page, 'Log contact…')
    await dialog(page).getByRole('textbox', { name: 'Note' }).fill('Sent the request')
    await press(page, 'Log contact')
    await pane.getByText('Sent the request').waitFor()

    await page.getByRole('link', { name: 'draft of version 2' }).press('Enter')
    await page.getByRole('heading', { name: '2. Key stakeholders' }).waitFor()
    await page.getByText('Finance office').first().waitFor()
  })
})

test.each(['light', 'dark'] as const)('both tabs have no accessibility findings, %s', async (theme) => {
  const page = await openTab('Staff', { theme })
  const findings = [await axeFindings(page)]
  await press(page, 'Add staff')
  await field(page, 'Last name').waitFor()
  findings.push(await axeFindings(page))
  await page.keyboard.press('Escape')
  await addDirector(page)
  findings.push(await axeFindings(page))
  await page.getByRole('link', { name: /^Stakeholders/ }).press('Enter')
  await page.getByText('Dean of the school').waitFor()
  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('complementary').waitFor()
  findings.push(await axeFindings(page))
  await press(page, 'Start a new version')
  await page.getByRole('button', { name: 'Log contact…' }).waitFor()
  findings.push(await axeFindings(page))
  expect(findings.flat()).toEqual([])
})
