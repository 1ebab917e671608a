import type { Page } from 'playwright'
import { afterEach, expect, test } from 'vitest'
import type { RunningApp } from '#test/e2e/support/launch.ts'
import {
  dialog,
  footer,
  isThere,
  launchLearners,
  openOwnFields,
  pane,
  press,
  undo,
} from '#test/e2e/support/learners.ts'

let app: RunningApp
afterEach(() => app.close())

async function openLearners(): Promise<Page> {
  app = await launchLearners()
  return app.page
}

test('own fields are columns and fields of a person; what does not fit is refused at its cell', async () => {
  const page = await openLearners()
  await openOwnFields(page)
  await press(page, 'Add field')
  await dialog(page).getByRole('textbox', { name: 'Name' }).fill('Group')
  await dialog(page).getByRole('button', { name: /Kind/ }).click()
  await page.getByRole('option', { name: 'Choice' }).click()
  await press(page, 'Save fields')
  await dialog(page).getByText('Enter the texts to choose from.').waitFor()
  await dialog(page).getByRole('textbox', { name: 'Choices, one per line' }).fill('Red\nBlue')
  await press(page, 'Save fields')
  await page.getByText('Own fields of learners changed').waitFor()

  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+Enter')
  const field = pane(page).getByRole('button', { name: /Group/ })
  await field.click()
  await page.getByRole('option', { name: 'Blue' }).click()
  await pane(page).getByRole('tab', { name: 'History' }).click()
  await pane(page).getByText('Blue').first().waitFor()
  await page.keyboard.press('Escape')

  await page.getByRole('searchbox').fill('blue')
  await footer(page, /^1 of 240/)
  await page.waitForURL(/q=blue/)
  await page.reload()
  await footer(page, /^1 of 240/)

  await openOwnFields(page)
  await press(page, 'Remove Group')
  await dialog(page)
    .getByText(/Group goes with all that was entered there/)
    .waitFor()
  await press(page, 'Save fields')
  await footer(page, /^0 of 240/)
  await undo(page, 'Own fields of learners changed')
  expect(await isThere(page.locator('.cd-grid-footer').getByText(/^1 of 240/))).toBe(true)
})
