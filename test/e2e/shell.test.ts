import type { Page } from 'playwright'
import { afterEach, describe, expect, test } from 'vitest'
import { type LaunchOptions, launchApp, type RunningApp } from '#test/e2e/support/launch.ts'
import {
  findings,
  firstProgramPath,
  isThere,
  reads,
  startProgram,
  title,
  toast,
  visit,
} from '#test/e2e/support/window.ts'

let app: RunningApp
afterEach(() => app.close())

async function open(options: LaunchOptions = {}): Promise<Page> {
  app = await launchApp(options)
  return app.page
}

describe('the first day', () => {
  test('somebody starts a program and has the frame around it', async () => {
    const page = await open()
    await startProgram(page, 'MD class coaching')
    expect(await reads(page, 'No people yet')).toBe(true)
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'People' }).waitFor()
    expect(await reads(page, 'Backed up')).toBe(true)
    expect(await page.getByRole('contentinfo').textContent()).toContain('Coachdesk')
    expect(await page.getByRole('banner').textContent()).toContain('MD class coaching')
  })

  test('a roster comes first: a short form, then the import', async () => {
    const page = await open()
    await page.getByRole('button', { name: /Import a roster/ }).click()
    await page.getByRole('textbox', { name: 'Program name' }).fill('Internal medicine residency')
    await page.getByText('Residency or fellowship').click()
    await page.keyboard.press('Control+s')
    await title(page, 'Import learners')
    expect(new URL(page.url()).pathname).toMatch(/^\/programs\/[^/]+\/import$/)
  })

  test('the sample is a file of its own, beside the one that is open', async () => {
    const page = await open()
    await startProgram(page, 'MD class coaching')
    await page.getByRole('button', { name: 'Settings and help' }).click()
    await page.getByRole('menuitem', { name: 'New data file' }).click()
    await page.getByRole('textbox', { name: 'File name' }).fill('Other')
    await page.getByRole('button', { name: 'Make data file' }).click()
    await title(page, 'Nothing is in Other yet')
    await page.getByRole('button', { name: /Look around/ }).click()
    await title(page, 'School of Medicine coaching program')
    expect(await reads(page, 'Sample program')).toBe(true)
    await visit(page, '/data?tab=files')
    for (const file of ['Coachdesk', 'Other', 'Sample program'])
      expect(await isThere(page.getByRole('button', { name: new RegExp(`^${file}`) }))).toBe(true)
  })
})

describe('the frame', () => {
  test('undoes and redoes from the keyboard, but not while a name is typed', async () => {
    const page = await open()
    await startProgram(page, 'MD class coaching')
    await page.getByRole('link', { name: 'Program set-up' }).click()
    const name = page.getByRole('textbox', { name: 'Program name' })
    await name.fill('Renamed')
    await page.keyboard.press('Control+s')
    await title(page, 'Program set-up')
    expect(await reads(page, 'Changed Renamed')).toBe(true)
    await page.getByRole('link', { name: 'Home', exact: true }).click()
    await title(page, 'Renamed')
    await page.keyboard.press('Control+z')
    await title(page, 'MD class coaching')
    await page.keyboard.press('Control+y')
    await title(page, 'Renamed')
    await page.getByRole('link', { name: 'Program set-up' }).click()
    await name.press('End')
    await name.pressSequentially('x')
    await page.keyboard.press('Control+z')
    expect(await isThere(page.getByRole('button', { name: 'Undo: Change Renamed' }))).toBe(true)
  })

  test('finds people and commands with Ctrl+K', async () => {
    const page = await open({ sample: true })
    await title(page, 'School of Medicine coaching program')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('data: hist')
    await page.getByRole('option', { name: /Data: history/ }).waitFor()
    await page.keyboard.press('Enter')
    await title(page, 'Data')
    expect(new URL(page.url()).search).toBe('?tab=history')

    await page.keyboard.press('Control+k')
    await page.keyboard.type('kamara')
    await page
      .getByRole('option', { name: /Kamara/ })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/people\//)
    await title(page, /Kamara/)
  })

  test('shows its keys on a question mark, and says that there is nothing to save', async () => {
    const page = await open({ sample: true })
    await title(page, /coaching/)
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    // In a table a question mark is typed into the cell.
    await page.getByRole('link', { name: 'People' }).click()
    await page.getByRole('row', { name: /Abdullah/ }).waitFor()
    await page.getByRole('grid', { name: 'Learners' }).focus()
    await page.keyboard.press('F1')
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+s')
    expect(await reads(page, 'Everything is saved as you type')).toBe(true)
  })

  test('remembers the theme that was chosen', async () => {
    const page = await open({ theme: 'light' })
    await title(page, 'Three ways to begin')
    await page.getByRole('button', { name: 'Settings and help' }).click()
    await page.getByRole('menuitem', { name: 'Theme: dark' }).click()
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    await page.getByRole('button', { name: 'Settings and help' }).click()
    await page.getByRole('menuitem', { name: 'Theme: dark (current)' }).waitFor()
    await page.keyboard.press('Escape')
    await page.reload()
    await title(page, 'Three ways to begin')
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')

    // It is the user's, not the page's: what the browser remembers is only there so that nothing flashes.
    await page.evaluate(() => localStorage.clear())
    await page.reload()
    await page.locator('html[data-theme=dark]').waitFor()
    const { stdout } = await app.cli('call', 'workspace.info')
    expect(JSON.parse(stdout)).toMatchObject({ preferences: { theme: 'dark' } })
  })

  test('remembers how high the rows are, in every grid', async () => {
    const page = await open({ sample: true })
    await page.getByRole('link', { name: 'People' }).click()
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByText('Compact').click()
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: /^Coaches/ }).click()
    await title(page, 'Coaches')
    await page.evaluate(() => localStorage.clear())
    await page.reload()
    await page.getByRole('row', { name: /Ansari/ }).waitFor()
    const heightOfRow = () =>
      page.getByRole('row', { name: /Ansari/ }).evaluate((row) => row.getBoundingClientRect().height)
    await expect.poll(heightOfRow, { timeout: 15_000 }).toBe(28)
  })

  test('takes an offer to undo away once that is undone, and says five undos once', async () => {
    const page = await open()
    await startProgram(page, 'One')
    await page.getByRole('link', { name: 'Program set-up' }).click()
    for (const name of ['Two', 'Three']) {
      await page.getByRole('textbox', { name: 'Program name' }).fill(name)
      await page.keyboard.press('Enter')
      await toast(page, `Changed ${name}`).waitFor()
      await toast(page, 'Changed Two').hover()
    }
    // The focus leaves the text field, whose own Ctrl+Z it would be. The pointer stays, and the toasts with it.
    await page.getByRole('link', { name: 'Home', exact: true }).press('Enter')
    await title(page, 'Three')
    await page.keyboard.press('Control+z')
    await toast(page, 'Changed Three').waitFor({ state: 'detached' })
    expect(await toast(page, 'Changed Two').count()).toBe(1)
    await page.keyboard.press('Control+z')
    await toast(page, 'Changed Two').waitFor({ state: 'detached' })
    await toast(page, 'Undone: Change Two').waitFor()
    expect(await toast(page, /^Undone/).count()).toBe(1)
  })

  test('keeps a toast while the pointer is on it', async () => {
    const page = await open()
    await title(page, 'Three ways to begin')
    await page.clock.install()
    await page.keyboard.press('Control+s')
    await toast(page, /saved as you type/).hover()
    await page.clock.fastForward(60_000)
    expect(await toast(page, /saved as you type/).count()).toBe(1)
    await page.getByRole('heading', { level: 1 }).hover()
    await page.clock.fastForward(60_000)
    await toast(page, /saved as you type/).waitFor({ state: 'detached' })
  })

  test('knows who is working, and the history says so', async () => {
    const page = await open()
    await page.getByRole('contentinfo').getByRole('button').click()
    await page.getByRole('textbox', { name: 'Your name' }).fill('Ana Ruiz')
    await page.keyboard.press('Enter')
    await page.getByRole('contentinfo').getByText('Ana Ruiz').waitFor()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await startProgram(page, 'MD class coaching')
    await visit(page, '/data?tab=history')
    const entry = page.getByRole('listitem').filter({ hasText: 'Start MD class coaching' })
    expect(await isThere(entry.getByText('Ana Ruiz'))).toBe(true)
  })
})

describe('addresses', () => {
  test('lead straight to a page, and Back returns', async () => {
    const page = await open({ sample: true })
    await title(page, /coaching/)
    const program = await firstProgramPath(page)
    await visit(page, `${program}/settings`)
    await title(page, 'Program set-up')
    await page.reload()
    await title(page, 'Program set-up')
    await expect.poll(() => page.title(), { timeout: 15_000 }).toBe('Program set-up, Coachdesk')
    await page.getByRole('link', { name: 'Data', exact: true }).click()
    await expect.poll(() => page.title(), { timeout: 15_000 }).toBe('Data, Coachdesk')
    await page.getByRole('tab', { name: 'Backups' }).click()
    await page.goBack()
    expect(await isThere(page.getByRole('tab', { name: 'Files', selected: true }))).toBe(true)
    await page.goBack()
    await title(page, 'Program set-up')
  })

  test('that lead nowhere say so, within the frame', async () => {
    const page = await open({ sample: true })
    await title(page, /coaching/)
    await visit(page, '/nowhere')
    await page.getByRole('button', { name: 'Go to Home' }).click()
    await title(page, /coaching/)
    expect(new URL(page.url()).pathname).toBe('/')
  })

  test('carry the people behind a number to the roster', async () => {
    const page = await open({ sample: true })
    await title(page, /coaching/)
    await page
      .getByRole('row', { name: /^Class of 2028/ })
      .getByRole('link')
      .last()
      .click()
    await title(page, 'Learners')
    expect(await reads(page, /60 of 240 learners/)).toBe(true)
  })
})

describe('a program', () => {
  test('keeps a cohort that has people, and says why', async () => {
    const page = await open({ sample: true })
    await title(page, /coaching/)
    await page.getByRole('link', { name: 'Program set-up' }).click()
    await page.getByRole('button', { name: 'Remove Class of 2027' }).click()
    await page.getByRole('button', { name: 'Save changes' }).click()
    expect(await isThere(page.getByRole('alert').getByText(/Class of 2027 still has/))).toBe(true)
  })

  test('proposes its cohorts, and takes other ones in another order', async () => {
    const page = await open()
    await page.getByRole('button', { name: /Start a program/ }).click()
    await page.getByText('Residency or fellowship').click()
    const cohorts = page.getByRole('group', { name: 'Cohorts' }).getByRole('textbox')
    expect(await cohorts.evaluateAll(valuesOf)).toEqual(['PGY-1', 'PGY-2', 'PGY-3'])
    await page.getByRole('button', { name: 'Add cohort' }).click()
    await page.keyboard.type('Chiefs')
    await page.getByRole('button', { name: 'Move Chiefs up' }).click()
    await page.getByRole('button', { name: 'Remove PGY-1' }).click()
    await page.getByRole('button', { name: 'Start program' }).click()
    expect(await reads(page, 'Enter a name.')).toBe(true)
    await page.getByRole('textbox', { name: 'Program name' }).fill('Residency')
    await page.keyboard.press('Enter')
    await title(page, 'Residency')
    await page.getByRole('link', { name: 'Program set-up' }).click()
    await title(page, 'Program set-up')
    expect(await cohorts.evaluateAll(valuesOf)).toEqual(['PGY-2', 'Chiefs', 'PGY-3'])
  })
})

const valuesOf = (inputs: Element[]): string[] => inputs.map((input) => (input as HTMLInputElement).value)

describe.each(['light', 'dark'] as const)('in the %s theme, axe finds nothing', (theme) => {
  test('on the first screens', async () => {
    const page = await open({ theme })
    for (const [path, name] of [
      ['/', 'Three ways to begin'],
      ['/programs/new', 'Start a program'],
      ['/programs/new?next=import', 'Which program is the roster for?'],
      ['/nowhere', 'No page'],
    ] as const) {
      await visit(page, path)
      await title(page, name)
      expect(await findings(page, path)).toEqual([])
    }
  })

  test('on the screens of a program and its data', async () => {
    const page = await open({ theme, sample: true })
    await page.getByRole('table').first().waitFor()
    expect(await findings(page, 'home')).toEqual([])
    const program = await firstProgramPath(page)
    await visit(page, `${program}/settings`)
    await title(page, 'Program set-up')
    expect(await findings(page, 'settings')).toEqual([])
    for (const tab of ['Files', 'Backups', 'History', 'Imports', 'Exports']) {
      await visit(page, `/data?tab=${tab.toLowerCase()}`)
      await page.getByRole('tab', { name: tab, selected: true }).waitFor()
      expect(await findings(page, tab)).toEqual([])
    }
  })

  test('in the dialogs, in a small window', async () => {
    // 1280x800 at 150 %: the dialogs are higher than the window, and what scrolls can be reached with the keyboard.
    const page = await open({ theme, sample: true, viewport: { width: 853, height: 533 } })
    await title(page, /coaching/)
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
    expect(await findings(page, 'keys')).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+k')
    await page.getByRole('option').first().waitFor()
    expect(await findings(page, 'commands')).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Settings and help' }).click()
    await page.getByRole('menuitem').first().waitFor()
    expect(await findings(page, 'menu')).toEqual([])
  })
})
