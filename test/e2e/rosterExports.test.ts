import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterEach, describe, expect, test } from 'vitest'
import type { RunningApp } from '#test/e2e/support/launch.ts'
import { dialog, footer, fromMenu, launchLearners, pickCoach, press, tickTwo } from '#test/e2e/support/learners.ts'

let app: RunningApp
afterEach(() => app.close())

async function openLearners(): Promise<Page> {
  app = await launchLearners()
  return app.page
}

describe('exports', () => {
  const download = async (page: Page, verb: string): Promise<{ name: string; bytes: Buffer }> => {
    const downloading = page.waitForEvent('download')
    await press(page, verb)
    const file = await downloading
    const path = join(app.folder, file.suggestedFilename())
    await file.saveAs(path)
    return { name: file.suggestedFilename(), bytes: await readFile(path) }
  }

  test('what is on screen, the lists for other programs, and the changes are saved and logged', async () => {
    const page = await openLearners()
    await tickTwo(page)
    await fromMenu(page, 'With 2 learners', 'Pair with…')
    await pickCoach(page, 'bauer')
    await press(page, 'Pair 2 learners')
    await page.getByText('2 learners paired with Aarav Bauer').waitFor()

    await page.getByRole('searchbox').fill('north')
    await footer(page, /of 240 learners/)
    await fromMenu(page, 'Export', 'Workbook of what is on screen…')
    await dialog(page)
      .getByText(/^\d+ of 240 learners, with the columns shown\./)
      .waitFor()
    const screen = await download(page, 'Export workbook')
    expect(screen.bytes.subarray(0, 2).toString()).toBe('PK')

    await fromMenu(page, 'Export', 'Mail merge (.csv)…')
    const merge = await download(page, 'Export mail merge')
    expect(merge.bytes.toString()).toContain('Bauer')
    await page.getByRole('dialog', { name: /left out/ }).waitFor()
    await dialog(page).getByText('Close', { exact: true }).click()

    await fromMenu(page, 'Export', 'Elentra users (.csv)…')
    await press(page, 'Export Elentra users')
    await dialog(page).getByText('Enter the number of the organization in Elentra').waitFor()
    await dialog(page).getByRole('textbox', { name: 'Organization ID' }).fill('7')
    await press(page, 'Export Elentra users')
    // The sample has no user names; the refusal says what is missing.
    await dialog(page).getByRole('alert').getByText(/NetID/).waitFor()
    await page.keyboard.press('Escape')

    await fromMenu(page, 'Export', 'Changes between two dates…')
    const changes = await download(page, 'Export changes')
    expect(changes.name).toMatch(/\.xlsx$/)

    await page.getByRole('link', { name: 'Data', exact: true }).click()
    await page.getByRole('tab', { name: 'Exports' }).click()
    for (const { name } of [screen, merge, changes]) await page.getByText(name).first().waitFor()
  })
})
