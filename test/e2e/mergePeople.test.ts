import type { Page } from 'playwright'
import { afterEach, expect, test } from 'vitest'
import type { RunningApp } from '#test/e2e/support/launch.ts'
import { dialog, footer, fromMenu, isThere, launchLearners, press, undo } from '#test/e2e/support/learners.ts'

let app: RunningApp
afterEach(() => app.close())

async function openLearners(): Promise<Page> {
  app = await launchLearners()
  return app.page
}

test('somebody entered twice is found, merged field by field, and taken apart again', async () => {
  const page = await openLearners()
  await press(page, 'Add learner')
  await dialog(page).getByRole('textbox', { name: 'Last name' }).fill('Abdullah')
  await dialog(page).getByRole('textbox', { name: 'First name' }).fill('Malik')
  await dialog(page).getByRole('textbox', { name: 'Preferred name' }).fill('Mal')
  await dialog(page).getByRole('textbox', { name: 'Class year' }).fill('2029')
  await dialog(page).getByRole('textbox', { name: 'E-mail' }).fill('malik.a@example.edu')
  await page.keyboard.press('Enter')
  await footer(page, '241 learners')
  await page.getByRole('complementary', { name: 'Mal Abdullah' }).waitFor()
  const active = await page.getByRole('grid').getAttribute('aria-activedescendant')
  expect(await page.locator(`tr:has([id="${active}"])`).textContent()).toContain('malik.a@example.edu')

  await fromMenu(page, 'More', 'Find duplicates…')
  const item = dialog(page).getByRole('listitem').filter({ hasText: 'malik.a@example.edu' })
  await item.getByRole('button', { name: 'Not the same' }).click()
  await item.waitFor({ state: 'detached' })
  // The button that had the focus is gone with its pair, and Esc still closes the dialog.
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'detached' })

  await fromMenu(page, 'More actions', 'Merge with…')
  const other = dialog(page).getByRole('combobox', { name: 'The other person' })
  await other.fill('malik')
  await page.getByRole('option', { name: 'Malik Abdullah II' }).click()
  await press(page, 'Compare people')
  // Nobody can have two places in one program at a time: the one entered by mistake goes first.
  await dialog(page).getByRole('alert').waitFor()
  expect(await dialog(page).getByRole('button', { name: 'Merge people' }).isDisabled()).toBe(true)
  await press(page, 'Remove the one on the right from the program')
  await dialog(page).getByRole('alert').waitFor({ state: 'detached' })
  await press(page, 'Merge people')
  await footer(page, '240 learners')
  await page.getByRole('complementary', { name: 'Mal Abdullah' }).waitFor()
})

test('a learner and a coach who are one person are merged, and taken apart again by Undo', async () => {
  const page = await openLearners()
  await page.keyboard.press('Control+Enter')
  await fromMenu(page, 'More actions', 'Merge with…')
  await dialog(page).getByRole('combobox', { name: 'The other person' }).fill('aarav bauer')
  await page.getByRole('option', { name: /Aarav Bauer/ }).click()
  await press(page, 'Compare people')
  await dialog(page)
    .getByText(/1 place as a coach goes over to Malik Abdullah II/)
    .waitFor()
  await dialog(page)
    .getByRole('radiogroup', { name: 'Last name' })
    .getByRole('radio', { name: 'Bauer' })
    .check({ force: true })
  await press(page, 'Merge people')
  await page.getByRole('complementary', { name: 'Malik Bauer II' }).waitFor()
  await undo(page, /^Merged /)
  expect(await isThere(page.getByRole('complementary', { name: 'Malik Abdullah II' }))).toBe(true)
})
