import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchApp } from '#test/e2e/support/launch.ts'

test('a page that stops working is written into the log, without what it may say of anybody', async () => {
  const app = await launchApp({ sample: true })
  try {
    const { page, folder } = app
    await page.getByRole('link', { name: 'People' }).waitFor()
    await page.route('**/assets/DataPage-*.js', (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: 'export function DataPage() { throw new Error("cannot show ana.ruiz@example.edu") }',
      }),
    )
    await page.getByRole('link', { name: 'Data', exact: true }).click()
    await page.getByText('This page stopped working.').waitFor()
    const said = await page.getByText(/log reference [A-Z0-9]{6}/).textContent()
    const reference = /[A-Z0-9]{6}$/.exec(said!)![0]
    const log = await readFile(join(folder, 'settings', 'logs', 'coachdesk.log'), 'utf8')
    expect(log).toContain(`${reference} The page data stopped working`)
    expect(log).toContain('cannot show')
    expect(log).not.toContain('ana.ruiz')
    // The frame goes on.
    await page.getByRole('link', { name: 'People' }).click()
    await page.getByRole('grid', { name: 'Learners' }).waitFor()
    expect(app.takeComplaints().length).toBeGreaterThan(0)
  } finally {
    await app.close()
  }
})
