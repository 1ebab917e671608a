import type { Page } from 'playwright'
import { afterEach, expect, test } from 'vitest'
import { launchApp, type RunningApp } from '#test/e2e/support/launch.ts'
import { footer, fromMenu, isThere, launchLearners, press, rowOf, tickTwo } from '#test/e2e/support/learners.ts'

let app: RunningApp
afterEach(() => app.close())

async function openLearners(): Promise<Page> {
  app = await launchLearners()
  return app.page
}

test('the new year is previewed, decided row by row, started, and undone as one', async () => {
  const page = await openLearners()
  await fromMenu(page, 'More', /^Start \d{4}-\d\d…$/)
  await page.getByText(/^240 learners: \d+ promoted, \d+ graduated, 8 held back\./).waitFor()
  await page.getByRole('button', { name: '8 Hold back' }).click()
  await footer(page, /^8 of 240/)
  await page.getByRole('grid').focus()
  await tickTwo(page)
  await press(page, 'Graduate 2')
  await page.getByText(/6 held back\./).waitFor()
  await page.getByRole('button', { name: '6 Hold back' }).click()
  await page
    .getByRole('button', { name: /Graduate/ })
    .first()
    .click()
  // M4 is the last level: the cell says so and keeps what it had.
  await rowOf(page, /Zainab Ahmed.*M4/)
    .getByRole('gridcell', { name: 'Graduate', exact: true })
    .click()
  await page.keyboard.type('Promote')
  await page.keyboard.press('Enter')
  await footer(page, '1 cell rejected')

  await page.getByRole('button', { name: /^Start \d{4}-\d\d$/ }).click()
  await page.getByRole('heading', { name: /^School of Medicine coaching program is in \d{4}-\d\d$/ }).waitFor()
  await page.getByRole('main').getByRole('button', { name: 'Undo' }).click()
  expect(await isThere(page.getByText(/6 held back\./))).toBe(true)
})

test('the home page leads to the new year once the old one has ended', async () => {
  app = await launchApp({ sample: true })
  const { page } = app
  await page.getByRole('link', { name: 'Program set-up' }).click()
  await page.getByRole('button', { name: /Academic year/ }).click()
  await page.getByRole('option', { name: '2024-25' }).click()
  await page.keyboard.press('Control+s')
  await page.getByRole('link', { name: 'Home' }).click()
  await page.getByText(/^2024-25 ended on Jun 30, 2025\./).waitFor()
  await press(page, 'Prepare 2025-26')
  expect(await isThere(page.getByRole('heading', { level: 1, name: 'Start 2025-26' }))).toBe(true)
})
