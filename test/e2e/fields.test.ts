import type { Page } from 'playwright'
import { afterEach, describe, expect, test } from 'vitest'
import { type LaunchOptions, launchApp, type RunningApp } from '#test/e2e/support/launch.ts'

let app: RunningApp
afterEach(() => app.close())

async function open(options: LaunchOptions = {}): Promise<Page> {
  app = await launchApp(options)
  return app.page
}

const expectSoon = <T>(read: () => T) => expect.poll(read, { timeout: 15_000 })

const describedBy = (page: Page, field: string): Promise<string> =>
  page.getByRole('textbox', { name: field, exact: true }).evaluate((input) =>
    (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  )

describe('a form', () => {
  test('says what is wrong when a field is left, and takes it back as it is corrected', async () => {
    const page = await open()
    await page.getByRole('button', { name: /Start a program/ }).click()
    const name = page.getByRole('textbox', { name: 'Program name' })
    await name.focus()
    expect(await name.getAttribute('aria-invalid')).toBeNull()
    await page.keyboard.press('Tab')
    await expectSoon(() => name.getAttribute('aria-invalid')).toBe('true')
    expect(await describedBy(page, 'Program name')).toContain('Enter a name.')
    await name.pressSequentially('M')
    await expectSoon(() => name.getAttribute('aria-invalid')).toBeNull()
  })

  test('is not sent while something is wrong; the focus goes to the first field that is', async () => {
    const page = await open()
    await page.getByRole('button', { name: /Start a program/ }).click()
    await page.getByRole('textbox', { name: 'Institution, if wanted' }).fill('Sample University')
    await page.getByRole('button', { name: 'Start program' }).click()
    const name = page.getByRole('textbox', { name: 'Program name' })
    await expectSoon(() => name.evaluate((input) => input === document.activeElement)).toBe(true)
    await page.keyboard.type('MD class')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'MD class' }).waitFor()
    await page.getByRole('link', { name: 'Program set-up' }).click()
    await expectSoon(() => page.getByRole('textbox', { name: 'Institution, if wanted' }).inputValue()).toBe(
      'Sample University',
    )
  })
})

describe('a date', () => {
  async function openDate(): Promise<Page> {
    const page = await open({ sample: true })
    await page.getByRole('link', { name: 'People' }).click()
    await page.getByRole('button', { name: 'As of today' }).click()
    await page.getByRole('textbox', { name: 'As they stood on' }).waitFor()
    return page
  }

  test('is read as people type it, and written as the house does', async () => {
    const page = await openDate()
    const field = page.getByRole('textbox', { name: 'As they stood on' })
    for (const typed of ['7/1/24', 'jul 1 2024', '2024-07-01']) {
      await field.fill(typed)
      expect(await field.inputValue()).toBe(typed)
      await field.blur()
      await expectSoon(() => field.inputValue()).toBe('Jul 1, 2024')
    }
  })

  test('that cannot be read stays as it was typed, with what would be right', async () => {
    const page = await openDate()
    const field = page.getByRole('textbox', { name: 'As they stood on' })
    await field.fill('2/30/2024')
    expect(await field.getAttribute('aria-invalid')).toBeNull()
    await field.blur()
    await expectSoon(() => describedBy(page, 'As they stood on')).toContain(
      '"2/30/2024" is not a date; enter one such as Jul 1, 2026',
    )
    expect(await field.inputValue()).toBe('2/30/2024')
    await field.fill('2/29/2024')
    await field.blur()
    await expectSoon(() => field.inputValue()).toBe('Feb 29, 2024')
    expect(await field.getAttribute('aria-invalid')).toBeNull()
  })

  test('is picked from the calendar, which opens at the day that is there', async () => {
    const page = await openDate()
    const field = page.getByRole('textbox', { name: 'As they stood on' })
    await field.fill('7/1/24')
    await page.getByRole('button', { name: 'Calendar for As they stood on' }).click()
    await page.getByRole('button', { name: /July 15, 2024/ }).click()
    await expectSoon(() => field.inputValue()).toBe('Jul 15, 2024')
  })
})

test('the pane of a person is made wider and narrower within bounds, and keeps its width', async () => {
  const page = await open({ sample: true })
  await page.getByRole('link', { name: 'People' }).click()
  await page.getByRole('row', { name: /Abdullah/ }).waitFor()
  await page.getByRole('grid', { name: 'Learners' }).focus()
  await page.keyboard.press('Control+Enter')
  const sash = page.getByRole('slider', { name: 'Width of this pane' })
  const width = () => page.getByRole('complementary').evaluate((pane) => pane.getBoundingClientRect().width)
  await sash.focus()
  await page.keyboard.press('ArrowLeft')
  await expectSoon(width).toBe(376)
  await page.keyboard.press('ArrowRight')
  await expectSoon(width).toBe(360)
  const { x, y, width: thick, height } = (await sash.boundingBox())!
  const drag = async (from: number, to: number): Promise<void> => {
    await page.mouse.move(from, y + height / 2)
    await page.mouse.down()
    await page.mouse.move(to, y + height / 2, { steps: 3 })
    await page.mouse.up()
  }
  await drag(x + thick / 2, 0)
  await expectSoon(width).toBe(640)
  await page.reload()
  await expectSoon(width).toBe(640)
  const wide = (await sash.boundingBox())!
  await drag(wide.x + wide.width / 2, 1279)
  await expectSoon(width).toBe(280)
  expect(await sash.getAttribute('aria-valuenow')).toBe('280')
})
