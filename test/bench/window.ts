import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright'
import { withDataFile } from '#test/bench/dataFile.ts'
import { type Measured, median } from '#test/bench/measured.ts'
import { flags, serve } from '#test/e2e/support/openInChromium.ts'
import { findDriver } from '#scripts/support/browsers.ts'

/** The window as a user meets it: how soon it can be used, and how it answers on 50,000 rows. */
export const windowBench = async (): Promise<Measured[]> => {
  const driver = await findDriver()
  if (driver?.kind !== 'chromium') throw new Error('This bench needs Chromium.')
  const browser = await chromium.launch({ executablePath: driver.program, args: flags })
  try {
    return [await firstWindow(browser), ...(await largeGrid(browser))]
  } finally {
    await browser.close()
  }
}

// Asked for with every frame: a locator looks again after half a second, and that is what would be measured.
const hasRow = () => document.querySelector('[role=grid] tbody td:not([data-tick])') !== null
const firstCell = (page: Page) => page.locator('[role=grid] tbody td:not([data-tick])').first()

async function opened(browser: Browser, dataFile: string, programId: string) {
  const folder = dirname(dataFile)
  const env = { COACHDESK_DATA_FOLDER: join(folder, 'data'), COACHDESK_SETTINGS_FOLDER: join(folder, 'settings') }
  const server = await serve({ dataFile, env })
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
  const address = new URL(server.address)
  address.pathname = `/programs/${programId}/learners`
  await page.goto(address.href)
  await page.waitForFunction(hasRow, undefined, { polling: 'raf' })
  return {
    page,
    close: async () => {
      await page.context().close()
      await server.close()
    },
  }
}

/** From starting `serve` to the roster on screen, in a browser that runs; beside an empty page from an empty server. */
async function firstWindow(browser: Browser): Promise<Measured> {
  return withDataFile(5000, async (dataFile, programId) => {
    const ours: number[] = []
    const empty: number[] = []
    for (let round = 0; round < 5; round += 1) {
      const start = performance.now()
      const app = await opened(browser, dataFile, programId)
      ours.push(performance.now() - start)
      await app.close()
      empty.push(await emptyPage(browser))
    }
    return {
      what: 'window: from serve to 5,000 learners on screen',
      value: median(ours),
      unit: 'ms',
      target: 1500,
      peer: { what: 'empty page, same browser', value: median(empty) },
    }
  })
}

async function emptyPage(browser: Browser): Promise<number> {
  const start = performance.now()
  const server = createServer((_, response) => response.end('<!doctype html><title>Empty</title><p>Empty</p>'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const page = await (await browser.newContext()).newPage()
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  await page.getByText('Empty').first().waitFor()
  const time = performance.now() - start
  await page.context().close()
  server.close()
  return time
}

/** Keys and clicks in the grid, from the event to the end of the work it causes, painting included. */
async function largeGrid(browser: Browser): Promise<Measured[]> {
  return withDataFile(50_000, async (dataFile, programId) => {
    const app = await opened(browser, dataFile, programId)
    const { page } = app
    await page.evaluate(watch)
    await page.waitForTimeout(3000) // the grid prepares its search in idle moments
    const search = page.getByRole('searchbox').first()
    await search.click()
    const filter = await typed(page, 'nunez')
    await search.fill('')
    const header = page.getByRole('columnheader', { name: 'Last name' }).getByRole('button').first()
    const sort = await answered(page, () => header.click(), 4)
    await firstCell(page).click()
    const arrow = await answered(page, () => page.keyboard.press('ArrowDown'), 12)
    await page.mouse.move(600, 500)
    await page.evaluate(() => void (window.bench.longTasks = []))
    for (let turn = 0; turn < 60; turn += 1) {
      await page.mouse.wheel(0, turn < 40 ? 900 : 40_000)
      await page.waitForTimeout(30)
    }
    const long = await page.evaluate(() => window.bench.longTasks)
    await app.close()
    return [
      { what: 'window: a key in the search of 50,000 rows', value: median(filter), unit: 'ms', target: 20 },
      { what: 'window: a sort of 50,000 rows', value: median(sort), unit: 'ms', target: 60 },
      { what: 'window: an arrow key in the grid', value: median(arrow), unit: 'ms', target: 16 },
      { what: 'window: tasks over 50 ms while scrolling', value: long.length, unit: 'tasks', target: 1 },
    ]
  })
}

declare global {
  interface Window {
    /** What the page notes of itself: how long events kept the main thread, and tasks over 50 ms. */
    bench: { events: number[]; longTasks: number[] }
  }
}

/** Notes how long the work of each event takes: from its first listener to the next moment the thread is free. */
function watch(): void {
  const bench: Window['bench'] = { events: [], longTasks: [] }
  window.bench = bench
  const note = (event: Event) => {
    const start = performance.now()
    const channel = new MessageChannel()
    // After React's work for the event, and after the frame that shows it.
    channel.port1.addEventListener('message', () => bench.events.push(performance.now() - start))
    channel.port1.start()
    if (event.isTrusted) channel.port2.postMessage(null)
  }
  for (const type of ['input', 'click', 'keydown']) window.addEventListener(type, note, { capture: true })
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => bench.longTasks.push(entry.duration))).observe(
    {
      type: 'longtask',
    },
  )
}

const answered = async (page: Page, act: () => Promise<void>, times: number): Promise<number[]> => {
  const found: number[] = []
  for (let turn = 0; turn < times; turn += 1) {
    await page.evaluate(() => void (window.bench.events = []))
    await act()
    await page.waitForTimeout(150)
    found.push(...(await page.evaluate(() => [Math.max(...window.bench.events)])))
  }
  return found
}

async function typed(page: Page, text: string): Promise<number[]> {
  const found: number[] = []
  for (const letter of text) found.push(...(await answered(page, () => page.keyboard.press(letter), 1)))
  return found
}
