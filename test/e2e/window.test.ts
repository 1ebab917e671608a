import { afterEach, expect, test } from 'vitest'
import { axeFindings } from '#test/e2e/support/axe.ts'
import { launchApp, type RunningApp } from '#test/e2e/support/launch.ts'

let app: RunningApp
afterEach(() => app.close())

test.each(['light', 'dark'] as const)('the first screen opens without errors, in the %s theme', async (theme) => {
  app = await launchApp({ theme })
  await app.page.getByRole('main').waitFor()
  expect(await app.page.title()).toContain('Coachdesk')
  expect(await axeFindings(app.page)).toEqual([])
})

test('a deep link survives loading the page again', async () => {
  app = await launchApp()
  await app.page.getByRole('main').waitFor()
  await app.page.evaluate(() => window.history.replaceState(null, '', '/learners/0190?tab=history'))
  await app.page.reload()
  await app.page.getByRole('main').waitFor()
  expect(new URL(app.page.url()).pathname).toBe('/learners/0190')
})

test('a page of the app cannot reach another server, or run code that is not its own', async () => {
  app = await launchApp()
  await app.page.getByRole('main').waitFor()
  const reached = await app.page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.intruder = true'
    document.head.append(script)
    const fetched = await fetch('http://127.0.0.1:1/').then(
      () => true,
      () => false,
    )
    return { fetched, ran: 'intruder' in window }
  })
  expect(reached).toEqual({ fetched: false, ran: false })
  const stopped = app.takeComplaints().join('\n')
  expect(stopped).toContain("script-src 'self'")
  expect(stopped).toContain("connect-src 'self'")
})
