import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright'
import { afterEach, describe, expect, test } from 'vitest'
import { axeFindings } from '#test/e2e/support/axe.ts'
import { type LaunchOptions, launchApp, type RunningApp } from '#test/e2e/support/launch.ts'

let app: RunningApp
afterEach(() => app.close())

async function open(options: LaunchOptions = {}): Promise<Page> {
  app = await launchApp(options)
  await app.page.getByRole('heading', { level: 1 }).waitFor()
  return app.page
}

const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()

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

const toast = (page: Page, words: string | RegExp) => page.getByRole('region', { name: 'Messages' }).getByText(words)

/** Goes to an address of the window as a link would. */
async function visit(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    window.history.pushState(null, '', to)
    window.dispatchEvent(new PopStateEvent('popstate'))
  }, path)
}

async function designPath(page: Page): Promise<string> {
  const rail = page.getByRole('navigation', { name: 'Main' })
  return (await rail.getByRole('link', { name: 'Design', exact: true }).getAttribute('href'))!
}

/** Moves the focus to something and presses it, without a pointer. */
async function press(found: Locator, key = 'Enter'): Promise<void> {
  await found.focus()
  await found.press(key)
}

async function startProgram(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Start a program/ }).click()
  await page.getByRole('textbox', { name: 'Program name' }).fill('MD class coaching')
  await page.getByRole('button', { name: 'Start program' }).click()
  await title(page, 'MD class coaching')
}

describe('answering', () => {
  test('an answer is given by keyboard, stored as fields are left, and undone', async () => {
    const page = await open()
    await startProgram(page)
    await press(page.getByRole('link', { name: 'Design', exact: true }))
    await title(page, 'Program design')
    expect(await reads(page, '0 of 8 questions answered')).toBe(true)
    await press(page.getByRole('link', { name: /Structure/ }))
    await title(page, '3. Structure')

    const ratio = page.getByRole('textbox', { name: 'Learners per coach, overall' })
    await ratio.focus()
    await page.keyboard.type('8')
    await page.keyboard.press('Tab')
    expect(await reads(page, /^Saved, last by/)).toBe(true)
    expect(await reads(page, /Your 1:8/)).toBe(true)
    await press(page.getByRole('button', { name: /Mandatory or elective/ }), ' ')
    await page.getByRole('option', { name: 'Mandatory', exact: true }).press('Enter')

    await press(page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Design' }))
    expect(await isThere(page.getByRole('link', { name: /Structure.*Mandatory · 1:8/ }))).toBe(true)
    await page.keyboard.press('Control+z')
    expect(await isThere(page.getByRole('link', { name: /Structure.*1:8/ }))).toBe(true)
    await page.keyboard.press('Control+z')
    expect(await reads(page, 'Draft of version 1. 0 of 8 questions answered')).toBe(true)
  })

  test('what is wrong is said at its field, kept as typed, and not stored', async () => {
    const page = await open()
    await startProgram(page)
    await visit(page, `${await designPath(page)}/structure`)
    const ratio = page.getByRole('textbox', { name: 'Learners per coach, overall' })
    await ratio.fill('0')
    await page.keyboard.press('Tab')
    expect(await reads(page, /a ratio of zero gives nobody a coach/)).toBe(true)
    expect(await reads(page, 'Not saved: 1 entry to correct')).toBe(true)
    expect(await ratio.inputValue()).toBe('0')
    await ratio.fill('10')
    await page.keyboard.press('Tab')
    expect(await reads(page, /^Saved, last by/)).toBe(true)
  })

  test('a goal is added; one that is left blank is not stored', async () => {
    const page = await open()
    await startProgram(page)
    await visit(page, `${await designPath(page)}/goals`)
    await press(page.getByRole('button', { name: 'Add goal' }))
    await page.keyboard.type('Every learner has met a coach')
    await page.keyboard.press('Tab')
    expect(await reads(page, /^Saved, last by/)).toBe(true)
    await press(page.getByRole('button', { name: 'Add goal' }))
    await page.getByRole('textbox', { name: 'Problem to solve' }).fill('Nobody sees the whole learner.')
    await page.keyboard.press('Tab')
    await visit(page, await designPath(page))
    await page.getByRole('link', { name: /Goals and outcomes/ }).click()
    expect(await isThere(page.getByRole('group', { name: 'Every learner has met a coach' }))).toBe(true)
    expect(await page.getByRole('textbox', { name: 'Goal', exact: true }).count()).toBe(1)
  })

  test('where the answer changed meanwhile, one sees it and decides', async () => {
    const page = await open()
    await startProgram(page)
    await visit(page, `${await designPath(page)}/buyIn`)
    const pitch = page.getByRole('textbox', { name: 'What learners are told coaching is for' })
    await pitch.fill('A coach asks.')
    await page.keyboard.press('Tab')
    expect(await reads(page, /^Saved, last by/)).toBe(true)
    await page.getByRole('button', { name: /^Undo: / }).waitFor()
    await pitch.focus()
    await page.keyboard.press('End')
    await page.keyboard.type(' Mine.')
    // The answer is undone while it is being written in; the field keeps the focus.
    await page.getByRole('button', { name: /^Undo: / }).evaluate((button: HTMLElement) => button.click())
    await toast(page, /^Undone: /).waitFor()
    await pitch.focus()
    await page.keyboard.press('Tab')
    expect(await isThere(page.getByRole('button', { name: 'Store mine over it' }))).toBe(true)
    expect(await pitch.inputValue()).toBe('A coach asks. Mine.')
    await press(page.getByRole('button', { name: 'Show what is stored' }))
    await expect.poll(() => pitch.inputValue()).toBe('')
  })
})

describe('by keyboard alone', () => {
  test('a long form is gone through without the frame leaving the window', async () => {
    const page = await open({ sample: true })
    const design = await designPath(page)
    await visit(page, design)
    await press(page.getByRole('button', { name: 'New version' }))
    await page.getByText(/^Draft of version 2. /).waitFor()
    await visit(page, `${design}/assessment`)
    await title(page, /Assessment/)
    const yearly = page.getByRole('radio', { name: 'Yes' })
    await yearly.focus()
    await page.getByRole('button', { name: 'Add document' }).focus()
    await yearly.focus()
    expect(await page.evaluate(() => document.scrollingElement!.scrollHeight - window.innerHeight)).toBe(0)
  })

  test('fields filled in quickly are all stored, and nobody is told of another writer', async () => {
    const page = await open()
    await startProgram(page)
    await visit(page, `${await designPath(page)}/structure`)
    const words = page.getByRole('textbox', { name: 'In the committee’s own words' })
    await press(page.getByRole('button', { name: 'Add class year' }))
    for (let round = 1; round <= 12; round++) {
      await words.focus()
      await page.keyboard.type(`${round};`)
      await page.getByRole('textbox', { name: 'Learners per coach, overall' }).focus()
      await page.keyboard.type('1')
      await page.keyboard.press('Backspace')
    }
    await page.keyboard.press('Tab')
    expect(await reads(page, /^Saved, last by/)).toBe(true)
    expect(await page.getByRole('button', { name: 'Store mine over it' }).count()).toBe(0)
    expect(await words.inputValue()).toBe('1;2;3;4;5;6;7;8;9;10;11;12;')
  })

  test('an entry that cannot be read is not called saved', async () => {
    const page = await open()
    await startProgram(page)
    await visit(page, `${await designPath(page)}/structure`)
    const ratio = page.getByRole('textbox', { name: 'Learners per coach, overall' })
    await ratio.fill('eight')
    await page.keyboard.press('Tab')
    expect(await reads(page, 'Saved, but for 1 entry to correct')).toBe(true)
    await ratio.fill('8')
    await page.keyboard.press('Tab')
    expect(await reads(page, /^Saved, last by/)).toBe(true)
  })

  test('the focus stays where a site is removed, and unsaved set-up is not left without a word', async () => {
    const page = await open({ sample: true })
    await press(page.getByRole('link', { name: 'Program set-up' }))
    await title(page, 'Program set-up')
    await press(page.getByRole('button', { name: 'Remove Main campus' }))
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    await expect.poll(focused).toBe('Remove North campus')
    await press(page.getByRole('link', { name: 'Home', exact: true }))
    await page.getByRole('alertdialog', { name: 'Leave without saving?' }).waitFor()
    await page.keyboard.press('Escape')
    await title(page, 'Program set-up')
    // A site in use stays, with the reason.
    await press(page.getByRole('button', { name: 'Save changes' }))
    expect(await reads(page, /Main campus still has 180 learners/)).toBe(true)
    await press(page.getByRole('link', { name: 'Home', exact: true }))
    await press(page.getByRole('button', { name: 'Discard changes' }))
    await title(page, /School of Medicine/)
  })
})

describe('versions', () => {
  test('a design is revised, contradicts the roster, sets another ratio, is compared and adopted', async () => {
    const page = await open({ sample: true })
    await press(page.getByRole('link', { name: 'Design', exact: true }))
    await title(page, 'Program design')
    expect(await reads(page, /^Version 1, adopted/)).toBe(true)
    await press(page.getByRole('button', { name: 'New version' }))
    expect(await reads(page, /^Draft of version 2/)).toBe(true)

    await press(page.getByRole('link', { name: /^3 ?Structure/ }))
    const ratio = page.getByRole('textbox', { name: 'Learners per coach, overall' })
    await ratio.fill('4')
    await page.keyboard.press('Tab')
    expect(await reads(page, /The ratio needs 60 coaches/)).toBe(true)
    await press(page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Design' }))
    const setting = page.getByRole('row', { name: /^Learners per coach 1:4/ })
    expect(await isThere(setting)).toBe(true)

    // A finding leads to its field.
    await press(page.getByRole('link', { name: /raise the learners per coach/ }))
    await title(page, '3. Structure')
    await expect.poll(() => ratio.evaluate((input) => input === document.activeElement)).toBe(true)

    await visit(page, `${await designPath(page)}/compare`)
    expect(await isThere(page.getByRole('row', { name: /Learners per coach Changed 1:8 1:4/ }))).toBe(true)

    await visit(page, await designPath(page))
    await press(page.getByRole('button', { name: 'Adopt…' }))
    await page.getByRole('dialog', { name: 'Adopt this design' }).waitFor()
    await page.keyboard.press('Enter')
    expect(await reads(page, 'Say who adopts it.')).toBe(true)
    await page.keyboard.type('Committee on medical education')
    await page.keyboard.press('Enter')
    expect(await reads(page, /^Version 2, adopted .* by Committee on medical education/)).toBe(true)
    expect(await reads(page, /Version 1, .*since replaced/)).toBe(true)

    // A setting leads to what obeys it, and that back to the question that decides it.
    await press(page.getByRole('link', { name: 'Small groups in every report' }))
    await title(page, 'Evaluation')
    await press(page.getByRole('link', { name: 'Sharing rules' }))
    await title(page, /^8\. /)
  })

  test('the charter is exported as a Word document, and the calendar as a calendar file', async () => {
    const page = await open({ sample: true })
    await visit(page, await designPath(page))
    await press(page.getByRole('button', { name: 'Charter and versions' }))
    await page.getByRole('menuitem', { name: /Export charter/ }).press('Enter')
    const [charter] = await Promise.all([
      page.waitForEvent('download'),
      press(page.getByRole('button', { name: 'Export charter' })),
    ])
    expect(charter.suggestedFilename()).toMatch(/\.docx$/)
    expect((await readFile(await charter.path())).subarray(0, 2).toString()).toBe('PK')

    await visit(page, '/')
    await press(page.getByRole('button', { name: 'Export calendar (.ics)…' }))
    const [calendar] = await Promise.all([
      page.waitForEvent('download'),
      press(page.getByRole('button', { name: 'Export calendar', exact: true })),
    ])
    expect(calendar.suggestedFilename()).toMatch(/\.ics$/)
    expect((await readFile(await calendar.path(), 'utf8')).startsWith('BEGIN:VCALENDAR\r\n')).toBe(true)
  })
})

describe('who may see what', () => {
  test('is a table that the arrow keys move through and letters fill in', async () => {
    const page = await open()
    await startProgram(page)
    await visit(page, `${await designPath(page)}/assessment`)
    const cell = (name: string) => page.getByRole('button', { name })
    await cell('Program director, roster: With names').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('n')
    expect(await isThere(cell('Dean, participation: Nothing'))).toBe(true)
    // Well-being is never shown with a name, so the letter does nothing there.
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('w')
    expect(await isThere(cell('Dean, well-being: Aggregated only'))).toBe(true)
    await page.keyboard.press('Enter')
    expect(await page.getByRole('menuitem').allTextContents()).toEqual(['Nothing', 'Aggregated only'])
  })
})

describe('the year', () => {
  test('a task is marked as done from the home page, and opened again by undo', async () => {
    const page = await open()
    await startProgram(page)
    const task = page.getByRole('checkbox').first()
    const name = (await task.locator('xpath=ancestor::label').textContent())!
    await press(task, ' ')
    expect(await reads(page, `Done: ${name}`)).toBe(true)
    await page.keyboard.press('Control+z')
    expect(await isThere(page.getByRole('checkbox', { name, checked: false }))).toBe(true)
  })
})

describe('the home page', () => {
  test('leads from an alert to the people it is about', async () => {
    const page = await open({ sample: true })
    await press(page.getByRole('link', { name: /learners without a coach/ }))
    expect(await reads(page, /^\d of 240 learners$/)).toBe(true)
  })
})

describe('programs side by side', () => {
  test('a design is copied to another program, and a program put away and brought back', async () => {
    const page = await open({ sample: true })
    await visit(page, '/programs')
    await title(page, 'Programs')
    await press(page.getByRole('button', { name: 'Actions for Internal medicine residency' }))
    await page.getByRole('menuitem', { name: 'Copy design to…' }).press('Enter')
    await page.getByRole('dialog').waitFor()
    await press(page.getByRole('button', { name: 'Copy design', exact: true }))
    await toast(page, /^Copied the design to School of Medicine/).waitFor()
    expect(await isThere(page.getByRole('link', { name: 'Draft of version 2' }))).toBe(true)
    await press(page.getByRole('button', { name: 'Actions for Internal medicine residency' }))
    await page.getByRole('menuitem', { name: 'Archive' }).press('Enter')
    expect(await reads(page, '1 program, 1 archived')).toBe(true)
    await press(page.getByRole('button', { name: 'Actions for Internal medicine residency' }))
    await page.getByRole('menuitem', { name: 'Bring back' }).press('Enter')
    expect(await reads(page, /^2 programs$/)).toBe(true)
  })
})

describe('every screen of the design', () => {
  const pages = [
    '',
    '/goals',
    '/stakeholders',
    '/structure',
    '/recruitment',
    '/staffing',
    '/buyIn',
    '/development',
    '/assessment',
    '/compare',
    '/charter',
  ]
  test.each(['light', 'dark'] as const)('has nothing that axe finds wrong: %s', async (theme) => {
    const page = await open({ sample: true, theme })
    const design = await designPath(page)
    const found: string[] = []
    const look = async (path: string): Promise<void> => {
      await visit(page, path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.getByRole('status', { name: /^Loading/ }).waitFor({ state: 'detached' })
      for (const finding of await axeFindings(page)) found.push(`${path} ${finding}`)
    }
    await look('/')
    await look('/programs')
    for (const path of pages) await look(design + path)
    // The adopted version is read, a draft is written in.
    await visit(page, design)
    await press(page.getByRole('button', { name: 'New version' }))
    await page.getByText(/^Draft of version 2. /).waitFor()
    for (const path of pages) await look(design + path)
    expect(found).toEqual([])
  })
})
