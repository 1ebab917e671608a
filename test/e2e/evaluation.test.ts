import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import { afterEach, describe, expect, test } from 'vitest'
import { axeFindings } from '#test/e2e/support/axe.ts'
import { launchApp, type RunningApp } from '#test/e2e/support/launch.ts'
import { feedback, qualtrics } from '#test/evaluation/support.ts'

let app: RunningApp
afterEach(() => app.close())

/** Opens the evaluation of the sample program. */
async function openEvaluation(theme: 'light' | 'dark' = 'light'): Promise<Page> {
  app = await launchApp({ sample: true, theme })
  const { page } = app
  await page.getByRole('heading', { level: 1 }).waitFor()
  await press(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Evaluation', exact: true }))
  await page.getByRole('table', { name: 'Waves, newest first' }).waitFor()
  return page
}

/** Moves the focus to something and presses it, without a pointer. */
async function press(found: Locator, key = 'Enter'): Promise<void> {
  await found.focus()
  await found.press(key)
}

async function show(page: Page, name: string): Promise<void> {
  await press(page.getByRole('tab', { name, exact: true }), ' ')
  await page.getByRole('tab', { name, exact: true, selected: true }).waitFor()
  await page.getByRole('status', { name: /^Loading/ }).waitFor({ state: 'detached' })
}

async function choose(page: Page, label: string, option: string, within: Page | Locator = page): Promise<void> {
  await press(within.getByRole('button', { name: new RegExp(`${label}$`) }), ' ')
  await page.getByRole('option', { name: option, exact: true }).press('Enter')
}

/** A busy machine reads again in seconds. */
const expectSoon = <T>(read: () => T) => expect.poll(read, { timeout: 15_000 })

const hasFocus = (element: Element): boolean => document.activeElement === element

const reads = (page: Page, words: string | RegExp): Promise<boolean> =>
  page
    .getByText(words)
    .first()
    .waitFor()
    .then(
      () => true,
      () => false,
    )

describe('what came back', () => {
  test('a wave opens with its rates by group, small groups hidden, and what is in no figure', async () => {
    const page = await openEvaluation()
    expect(await reads(page, 'Waves of other years: 2025-26 (6).')).toBe(true)
    await choose(page, 'Academic year', '2025-26')
    await press(page.getByRole('button', { name: 'Fall 2025, Learner feedback on the coach' }))
    const pane = page.getByRole('complementary')
    await pane.getByRole('row', { name: /^M1 .*Too few$/ }).waitFor()
    expect(await pane.getByText(/^Nobody has this code: /).count()).toBe(1)
    const counting = pane.getByRole('button', { name: /^Count it/ })
    await counting.first().waitFor()
    const before = await counting.count()
    // A second response of somebody would be refused.
    const unfinished = pane.getByRole('listitem').filter({ hasText: /^Not finished, / })
    await press(unfinished.getByRole('button', { name: /^Count it/ }).first())
    await expectSoon(() => counting.count()).toBe(before - 1)
    await page.keyboard.press('Control+z')
    await expectSoon(() => counting.count()).toBe(before)
    await page.keyboard.press('Escape')
    await expectSoon(() => page.getByRole('complementary').count()).toBe(0)
  })

  test('a wave is added, gets codes, and both are undone; destroying its key asks first and cannot be undone', async () => {
    const page = await openEvaluation()
    await press(page.getByRole('button', { name: 'Add wave…' }))
    await choose(page, 'Instrument', 'Learner feedback on the coach')
    await page.getByRole('textbox', { name: 'Name of the wave' }).fill('Fall 2027')
    await page.getByRole('textbox', { name: 'Opens' }).fill('10/1/2027')
    await page.getByRole('textbox', { name: 'Closes' }).fill('10/31/2027')
    await press(page.getByRole('dialog').getByRole('button', { name: 'Add wave' }))
    // It opens among the waves of its year.
    const added = page.getByRole('button', { name: 'Fall 2027, Learner feedback on the coach', expanded: true })
    await added.waitFor()
    expect(await page.getByRole('button', { name: /^2027-28 Academic year/ }).count()).toBe(1)
    await press(page.getByRole('button', { name: 'Make codes' }))
    expect(await reads(page, /^\d+ codes made\.$/)).toBe(true)
    await page.keyboard.press('Control+z')
    expect(await reads(page, 'No codes yet.')).toBe(true)
    await page.keyboard.press('Control+z')
    await expectSoon(() => added.count()).toBe(0)

    await press(page.getByRole('button', { name: 'Fall 2026, Learner feedback on the coach' }))
    await press(page.getByRole('button', { name: 'Destroy key…' }))
    const question = page.getByRole('alertdialog', { name: 'Destroy the key of Fall 2026?' })
    await question.getByText(/Responses stay and are counted;.* This cannot be undone\./s).waitFor()
    await expectSoon(() => question.getByRole('button', { name: 'Cancel' }).evaluate(hasFocus)).toBe(true)
    await page.keyboard.press('Enter')
    await question.waitFor({ state: 'detached' })
    await press(page.getByRole('button', { name: 'Destroy key…' }))
    await press(question.getByRole('button', { name: 'Destroy key' }))
    expect(await reads(page, /^The key was destroyed on .*: no code leads to a person\.$/)).toBe(true)
    // What had the focus is gone with the key: the pane has it, and Esc closes it.
    await expectSoon(() => page.getByRole('complementary').evaluate(hasFocus)).toBe(true)
    await page.keyboard.press('Escape')
    await expectSoon(() => page.getByRole('complementary').count()).toBe(0)
  })

  test('a survey with all that can be wrong is put right, imported and undone, without a pointer', async () => {
    const page = await openEvaluation()
    const file = join(app.folder, 'pulse.csv')
    await writeFile(
      file,
      qualtrics([
        { id: 'R_1', email: 'fiona.lee@example.edu', answers: feedback('Agree', 'More time') },
        { id: 'R_2', email: 'michael.baker@example.edu', answers: [7, 4, 4, 4, 4, 'Yes', ''] },
        { id: 'R_3', email: 'fiona.lee@example.edu', answers: feedback(2) },
        { id: 'R_4', code: 'NOBODY', answers: feedback('Stimme zu') },
      ]).replaceAll('I can speak openly with my coach.', 'We talk about what matters to me.'),
    )
    await press(page.getByRole('button', { name: 'Import responses…' }))
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      press(page.getByRole('button', { name: 'Choose a file' })),
    ])
    await chooser.setFiles(file)
    expect(await reads(page, /^No wave of the instrument fits the days of the file\./)).toBe(true)
    await choose(page, 'Wave', 'A new wave')
    await page.getByRole('textbox', { name: 'Name of the new wave' }).fill('Pulse')
    await page.getByRole('textbox', { name: 'Name of the new wave' }).press('Tab')

    const renamed = page.getByText(/^No column holds safety .* If it was renamed, say which column it is\.$/)
    await renamed.waitFor()
    await choose(page, 'Read column V as', 'I can speak openly with my coach.')
    await renamed.waitFor({ state: 'detached' })
    await press(page.getByRole('tab', { name: /^Answers as figures/ }), ' ')
    await page
      .getByRole('row', { name: /^7 .*Left out Not on the scale My coach and I work well together\.$/ })
      .waitFor()
    const unread = page.getByText(/^5 answers are in words that the scale does not have: “Stimme zu”\./)
    await unread.waitFor()
    await choose(page, 'Read “Stimme zu” as', '4 Agree')
    await unread.waitFor({ state: 'detached' })
    await page.getByRole('row', { name: /^Stimme zu .*4 Agree Chosen by you 5 items$/ }).waitFor()
    for (const note of [
      '1 answer is beyond the scale, and in no figure.',
      '1 second response of one person is in no figure.',
      '1 response that leads to nobody asked is in no figure.',
    ])
      expect(await reads(page, note)).toBe(true)
    await press(page.getByRole('button', { name: 'Import 4 responses' }))

    const pane = page.getByRole('complementary', { name: 'Pulse: Learner feedback on the coach' })
    await pane.getByText('Second response of one person: 1 response').waitFor()
    await pane.getByText('Beyond the scale or not understood: 1 answer').waitFor()
    await press(pane.getByRole('button', { name: 'Make codes' }))
    await pane.getByText(/^\d{3} codes made\.$/).waitFor()
    const [codes] = await Promise.all([
      page.waitForEvent('download'),
      press(pane.getByRole('button', { name: 'Export codes' })),
    ])
    const lines = (await readFile(await codes.path(), 'utf8')).split('\r\n')
    const free = lines.find((line) => /@/.test(line) && !/fiona\.lee|michael\.baker/.test(line))!
    const nobody = pane.getByText('Nobody has this code: 1 response')
    await pane.getByRole('textbox', { name: 'Code or address it was meant to have' }).fill(free.split(',').at(-1)!)
    await press(pane.getByRole('textbox', { name: 'Code or address it was meant to have' }))
    await nobody.waitFor({ state: 'detached' })
    await expectSoon(() => pane.evaluate(hasFocus)).toBe(true)

    await page.keyboard.press('Control+z')
    await nobody.waitFor()
    await page.keyboard.press('Control+z')
    await pane.getByText('2 codes made.').waitFor()
    await page.keyboard.press('Control+z')
    await pane.waitFor({ state: 'detached' })
    await expectSoon(() => page.getByRole('button', { name: /^Pulse, / }).count()).toBe(0)
  })

  test('the file of the last wave is recognised: its instrument, its wave, its columns, and nothing to import', async () => {
    const page = await openEvaluation()
    await press(page.getByRole('button', { name: 'Import responses…' }))
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      press(page.getByRole('button', { name: 'Choose a file' })),
    ])
    await chooser.setFiles('resources/sample/ume-feedback-fall-2026.csv')
    expect(await reads(page, /known already.*This very file was imported before\.$/)).toBe(true)
    expect(await page.getByRole('button', { name: 'Nothing to import' }).isDisabled()).toBe(true)
    expect(await page.getByRole('row', { name: /IPAddress.*never stored/ }).count()).toBe(1)
  })
})

describe('what may be shown', () => {
  test('results by level say what is hidden, and what the figures do not show', async () => {
    const page = await openEvaluation()
    await show(page, 'Results')
    await choose(page, 'Instrument', 'Professional Fulfillment Index')
    await choose(page, 'Groups', 'By level')
    await page.getByRole('list', { name: 'Hidden figures' }).waitFor()
    expect(await reads(page, 'What this does not show.')).toBe(true)
    await press(page.getByRole('button', { name: /^Show as table.*mean by wave/ }))
    const table = page.getByRole('table', { name: 'Scores by wave and group' })
    await table
      .getByRole('row', { name: /Everybody \d+ \d\.\d\d \d\.\d\d to \d\.\d\d/ })
      .first()
      .waitFor()
    await table
      .getByRole('row', { name: /Too few$/ })
      .first()
      .waitFor()
  })

  test('goals stand with their evidence, comments get themes; an audience without a right to ratings sees none', async () => {
    const page = await openEvaluation()
    await show(page, 'Goals')
    expect(
      await page.getByRole('table', { name: 'Goals with their figures' }).getByRole('row').count(),
    ).toBeGreaterThan(1)
    await show(page, 'Comments')
    const coded = page.getByRole('button', { name: /^Rapport ?: change themes$/ }).first()
    await press(coded)
    const themes = page.getByRole('textbox', { name: 'Themes, with commas between' })
    await themes.fill('Rapport, Questions')
    await themes.press('Enter')
    const both = page.getByRole('button', { name: /^Rapport, Questions ?: change themes$/ })
    await both.waitFor()
    await expectSoon(() => both.evaluate(hasFocus)).toBe(true)
    await choose(page, 'Shown as for the', 'Learner')
    await show(page, 'Results')
    expect(await reads(page, /^The sharing rules do not let this audience see/)).toBe(true)
  })

  test('outcomes are exported as a workbook and a brief, stand among what was released, and are made again', async () => {
    const page = await openEvaluation()
    const saveAs = async (pressed: Locator, ending: RegExp): Promise<string> => {
      const [file] = await Promise.all([page.waitForEvent('download'), press(pressed)])
      expect(file.suggestedFilename()).toMatch(ending)
      expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe('PK')
      return file.suggestedFilename()
    }
    const dialog = page.getByRole('dialog', { name: 'Export outcomes' })
    const exportAs = async (format: 'Workbook' | 'Brief', ending: RegExp): Promise<string> => {
      await press(page.getByRole('button', { name: 'Export outcomes…' }))
      await choose(page, 'Who it is for', 'Dean')
      await choose(page, 'Academic year', '2025-26', dialog)
      await press(dialog.getByRole('radio', { name: format }), ' ')
      const name = await saveAs(dialog.getByRole('button', { name: 'Export outcomes', exact: true }), ending)
      await dialog.waitFor({ state: 'detached' })
      return name
    }
    await exportAs('Workbook', / 2025-26 .*\.xlsx$/)
    const brief = await exportAs('Brief', / 2025-26 .*\.docx$/)
    await show(page, 'Released')
    await page.getByRole('button', { name: 'Workbook for the dean, 2025-26' }).waitFor()
    await press(page.getByRole('button', { name: 'Brief for the dean, 2025-26' }))
    const pane = page.getByRole('complementary', { name: 'Brief for the dean' })
    await pane.getByText('Spring 2026, Learner feedback on the coach').waitFor()
    expect(await saveAs(pane.getByRole('button', { name: 'Make again' }), /\.docx$/)).toBe(brief)
    expect(await axeFindings(page)).toEqual([])
  })
})

describe('every screen of the evaluation', () => {
  test.each(['light', 'dark'] as const)('has nothing that axe finds wrong: %s', async (theme) => {
    const page = await openEvaluation(theme)
    const found: string[] = []
    const look = async (where: string): Promise<void> => {
      for (const finding of await axeFindings(page)) found.push(`${where}: ${finding}`)
    }
    await look('Waves')
    await press(page.getByRole('button', { name: 'Fall 2026, Learner feedback on the coach' }))
    await look('a wave')
    for (const name of ['Results', 'Goals', 'Coaches', 'Comments']) {
      await show(page, name)
      await look(name)
    }
    await press(page.getByRole('button', { name: 'Add wave…' }))
    await look('Add wave')
    await page.keyboard.press('Escape')
    await press(page.getByRole('button', { name: 'Import responses…' }))
    await look('Import responses')
    expect(found).toEqual([])
  })
})
