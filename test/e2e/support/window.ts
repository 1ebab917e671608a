import type { Locator, Page } from 'playwright'
import { axeFindings } from '#test/e2e/support/axe.ts'

export const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()

/** Waits until some text can be read; false where that does not happen. */
export const reads = (page: Page, words: string | RegExp): Promise<boolean> => isThere(page.getByText(words).first())

export const isThere = (found: Locator): Promise<boolean> =>
  found.waitFor().then(
    () => true,
    () => false,
  )

/** Goes to an address of the window as a link would. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    window.history.pushState(null, '', to)
    window.dispatchEvent(new PopStateEvent('popstate'))
  }, path)
}

export const toast = (page: Page, words: string | RegExp) =>
  page.getByRole('region', { name: 'Messages' }).getByText(words, { exact: typeof words === 'string' })

export async function startProgram(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /Start a program/ }).click()
  await page.getByRole('textbox', { name: 'Program name' }).fill(name)
  await page.getByRole('button', { name: 'Start program' }).click()
  await title(page, name)
}

export async function firstProgramPath(page: Page): Promise<string> {
  const href = await page.getByRole('link', { name: 'People' }).getAttribute('href')
  return href!.replace(/\/learners$/, '')
}

/** What axe finds, each with where it was. */
export const findings = async (page: Page, where: string): Promise<string[]> =>
  (await axeFindings(page)).map((finding) => `${where}: ${finding}`)
