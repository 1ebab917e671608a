import type { Locator, Page } from 'playwright'
import { type LaunchOptions, launchApp, type RunningApp } from '#test/e2e/support/launch.ts'

/** The learners of the sample's medical school before the week of pairing, with the focus in the grid. */
export async function launchLearners(options: LaunchOptions = {}): Promise<RunningApp> {
  const app = await launchApp({ sample: true, unpaired: true, ...options })
  await app.page.getByRole('link', { name: 'People' }).click()
  await app.page.getByRole('grid', { name: 'Learners' }).focus()
  return app
}

export const rowOf = (page: Page, name: RegExp) => page.getByRole('row', { name })
export const footer = (page: Page, words: string | RegExp) => page.locator('.cd-grid-footer').getByText(words).waitFor()
export const pane = (page: Page) => page.getByRole('complementary')
export const dialog = (page: Page) => page.getByRole('dialog')
export const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) }).click()
const choose = (page: Page, name: string | RegExp) => page.getByRole('menuitem', { name }).click()
/** Whether something appears. */
export const isThere = (found: Locator): Promise<boolean> =>
  found.waitFor().then(
    () => true,
    () => false,
  )
/** Takes back what was just done, in the toast that says so: an earlier one may still be there. */
export const undo = (page: Page, said: string | RegExp) =>
  page.getByRole('alertdialog', { name: said }).getByRole('button', { name: 'Undo' }).click()

export async function fromMenu(page: Page, button: string | RegExp, item: string | RegExp): Promise<void> {
  await press(page, button)
  await choose(page, item)
}

export async function openOwnFields(page: Page): Promise<void> {
  await press(page, 'Columns')
  await press(page, 'Own fields…')
}

/** Finds a coach by a part of the name, and takes the first who fits. */
export async function pickCoach(page: Page, typed: string): Promise<void> {
  const field = dialog(page).getByRole('combobox', { name: 'Coach' })
  await field.fill(typed)
  await page.getByRole('option').first().waitFor()
  await field.press('ArrowDown')
  await field.press('Enter')
}

export const tickTwo = async (page: Page): Promise<void> => {
  for (const key of ['Space', 'ArrowDown', 'Space']) await page.keyboard.press(key)
}
