import type { Page } from 'playwright'
import { afterEach, describe, expect, test } from 'vitest'
import { axeFindings } from '#test/e2e/support/axe.ts'
import type { LaunchOptions, RunningApp } from '#test/e2e/support/launch.ts'
import { dialog, fromMenu, launchLearners, openOwnFields, pane, pickCoach, press } from '#test/e2e/support/learners.ts'

let app: RunningApp
afterEach(() => app.close())

async function openLearners(options: LaunchOptions = {}): Promise<Page> {
  app = await launchLearners(options)
  return app.page
}

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test('axe finds nothing on the dialogs and pages of the year', async () => {
    const page = await openLearners({ theme })
    const findings: string[] = []
    const check = async (where: string) =>
      findings.push(...(await axeFindings(page)).map((finding) => `${where}: ${finding}`))
    const checkDialog = async (where: string) => {
      await dialog(page).getByRole('button').first().waitFor()
      await check(where)
      await page.keyboard.press('Escape')
      await dialog(page).waitFor({ state: 'detached' })
    }

    await page.keyboard.press('Control+Enter')
    await pane(page).getByRole('tab', { name: 'Coach' }).click()
    await check('no coach')
    await press(page, 'Put on leave…')
    await checkDialog('leave')
    await press(page, 'Pair with a coach…')
    await pickCoach(page, 'bauer')
    await check('pair')
    await press(page, 'Pair learner')
    await dialog(page).waitFor({ state: 'detached' })
    await fromMenu(page, 'More actions', 'End pairing…')
    await checkDialog('end pairing')
    await fromMenu(page, 'More actions', 'Merge with…')
    await dialog(page).getByRole('combobox').fill('cooper')
    await page.getByRole('option').first().click()
    await press(page, 'Compare people')
    await dialog(page).getByRole('radiogroup').first().waitFor()
    await checkDialog('merge')
    await fromMenu(page, 'More', 'Find duplicates…')
    await checkDialog('duplicates')
    await openOwnFields(page)
    await press(page, 'Add field')
    await checkDialog('own fields')
    await fromMenu(page, 'Export', 'Changes between two dates…')
    await checkDialog('export')
    await fromMenu(page, 'More', /^Start /)
    await page.getByRole('grid').waitFor()
    await check('new year')
    await page.getByRole('button', { name: /^Start \d{4}-\d\d$/ }).click()
    await page.getByRole('button', { name: 'Show learners' }).waitFor()
    await check('new year started')
    expect(findings).toEqual([])
  })
})
