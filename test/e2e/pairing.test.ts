import type { Page } from 'playwright'
import { afterEach, describe, expect, test } from 'vitest'
import type { RunningApp } from '#test/e2e/support/launch.ts'
import {
  dialog,
  footer,
  fromMenu,
  isThere,
  launchLearners,
  pane,
  pickCoach,
  press,
  rowOf,
  tickTwo,
  undo,
} from '#test/e2e/support/learners.ts'

let app: RunningApp
afterEach(() => app.close())

async function openLearners(): Promise<Page> {
  app = await launchLearners()
  return app.page
}

describe('pairings', () => {
  test('a learner gets a coach, changes to another from a day, and both stay in the record', async () => {
    const page = await openLearners()
    await page.keyboard.press('Control+Enter')
    await pane(page).getByText('Without a coach').waitFor()
    await press(page, 'Pair with a coach…')
    await pickCoach(page, 'bauer')
    await press(page, 'Pair learner')
    await rowOf(page, /Abdullah.*Aarav Bauer/).waitFor()
    await pane(page)
      .getByText(/^Coach: Aarav Bauer since /)
      .waitFor()

    await press(page, 'Change coach…')
    await pickCoach(page, 'cooper')
    await dialog(page).getByRole('textbox', { name: 'From' }).fill('1/15/2090')
    await dialog(page).getByRole('textbox', { name: 'Why' }).fill('Moved')
    await press(page, 'Change coach')
    await pane(page)
      .getByText(/Aarav Bauer since .*, until Jan 14, 2090/)
      .waitFor()
    await pane(page).getByRole('tab', { name: 'Coach' }).click()
    await pane(page).getByRole('region', { name: 'Coach to come' }).getByText('from Jan 15, 2090: Moved').waitFor()

    // The roster of that later day has the later coach.
    await press(page, 'As of today')
    await page.getByRole('textbox', { name: 'As they stood on' }).fill('2/1/2090')
    await page.keyboard.press('Enter')
    await rowOf(page, /Abdullah.*José Cooper/).waitFor()
    await pane(page).getByRole('tab', { name: 'Coach' }).click()
    await pane(page)
      .getByRole('region', { name: 'Earlier coaches' })
      .getByText(/Aarav Bauer/)
      .waitFor()
    expect(await pane(page).getByRole('button', { name: 'Change coach…' }).count()).toBe(0)
  })

  test('coach and learner lead to one another, and the grid follows', async () => {
    const page = await openLearners()
    await page.keyboard.press('Control+Enter')
    await press(page, 'Pair with a coach…')
    await pickCoach(page, 'kaur')
    await press(page, 'Pair learner')
    await pane(page).getByRole('link', { name: /Kaur/ }).click()
    await page.getByRole('grid', { name: 'Coaches' }).waitFor()
    await pane(page)
      .getByText(/^1 of \d+ learners$/)
      .waitFor()
    await pane(page).getByRole('tab', { name: 'Learners' }).click()
    const active = await page.getByRole('grid').getAttribute('aria-activedescendant')
    const selected = page.locator(`[id="${active}"]`)
    expect(await selected.textContent()).toBe('Kaur')
    await pane(page).getByRole('link', { name: 'Malik Abdullah II' }).click()
    await page.getByRole('complementary', { name: 'Malik Abdullah II' }).waitFor()
  })

  test('a pairing is ended with its reason, or taken out where it was a mistake', async () => {
    const page = await openLearners()
    await page.keyboard.press('Control+Enter')
    await press(page, 'Pair with a coach…')
    await pickCoach(page, 'bauer')
    await press(page, 'Pair learner')
    await pane(page)
      .getByText(/^Coach: /)
      .waitFor()
    await fromMenu(page, 'More actions', 'End pairing…')
    await dialog(page).getByRole('textbox', { name: 'Last day' }).fill('6/30/2090')
    await dialog(page).getByRole('textbox', { name: 'Why' }).fill('Coach retires')
    await press(page, 'End pairing')
    await pane(page)
      .getByText(/until Jun 30, 2090/)
      .waitFor()
    await pane(page).getByRole('tab', { name: 'Coach' }).click()
    await fromMenu(page, 'More about the pairing with Aarav Bauer', 'Take out, entered by mistake')
    await pane(page).getByText('No coach.').waitFor()
    await undo(page, /^Took out /)
    expect(await isThere(pane(page).getByText(/: Coach retires/))).toBe(true)
  })

  test('ticked learners are paired together and leave the view of those without a coach', async () => {
    const page = await openLearners()
    await fromMenu(page, /^View:/, 'Without a coach')
    await footer(page, /^234 of 240/)
    await page.getByRole('grid').focus()
    await tickTwo(page)
    await fromMenu(page, 'With 2 learners', 'Pair with…')
    await pickCoach(page, 'bauer')
    await press(page, 'Pair 2 learners')
    await page.getByText(/; 232 without a coach/).waitFor()
    await fromMenu(page, 'With 2 learners', 'End pairings…')
    await press(page, 'End 2 pairings')
    await page.getByText(/^2 pairings end on /).waitFor()
    await undo(page, /^2 pairings end on /)
    expect(await isThere(page.getByText(/^Undone: End 2 pairings/))).toBe(true)
  })
})

test('a leave has its expected return, and somebody comes back earlier', async () => {
  const page = await openLearners()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+Enter')
  await press(page, 'Put on leave…')
  await dialog(page).getByRole('textbox', { name: 'Expected back' }).fill('1/1/2020')
  await press(page, 'Put on leave')
  await dialog(page).getByText('Enter a day after the leave begins.').waitFor()
  await dialog(page).getByRole('textbox', { name: 'Expected back' }).fill('7/1/2090')
  await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('Parental')
  await press(page, 'Put on leave')
  await rowOf(page, /Adams.*On leave/).waitFor()
  await pane(page).getByText('Expected back Jul 1, 2090').waitFor()
  await pane(page).getByRole('tab', { name: 'Standing' }).click()
  await pane(page).getByText('From Jul 1, 2090: Expected return').waitFor()
  await press(page, 'Bring back…')
  await dialog(page).getByRole('textbox', { name: 'First day back' }).fill('2/1/2090')
  await press(page, 'Bring back')
  expect(await isThere(pane(page).getByText('Expected back Feb 1, 2090'))).toBe(true)
})
