import type { Locator, Page } from 'playwright'

/** Tabs on until the focus is there, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let pressed = 0; pressed < 150; pressed += 1) {
    if (await target.evaluate((element) => element.matches(':focus, :focus-within'))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The Tab key does not come to ${String(target)}.`)
}

export async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

/** Goes to a tab with the arrow keys. */
export async function selectTab(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, page.getByRole('tab', { selected: true }))
  const wanted = page.getByRole('tab', { name })
  for (let pressed = 0; pressed < 10; pressed += 1) {
    if ((await wanted.getAttribute('aria-selected')) === 'true') return
    await page.keyboard.press('ArrowRight')
  }
  throw new Error(`The arrow keys do not come to the tab ${String(name)}.`)
}

/** Opens a list of choices and picks one by typing its beginning. */
export async function choose(page: Page, list: Locator, choice: string): Promise<void> {
  await press(page, list)
  await page.getByRole('option', { name: choice }).waitFor()
  await page.keyboard.type(choice)
  await page.keyboard.press('Enter')
  await page.getByRole('listbox').waitFor({ state: 'detached' })
}

/** Walks the active cell to the right until it says so. */
export async function walkTo(page: Page, text: string): Promise<void> {
  const active = page.locator('td.cd-grid-cell[data-active]')
  for (let pressed = 0; pressed < 30; pressed += 1) {
    if ((await active.textContent()) === text) return
    await page.keyboard.press('ArrowRight')
  }
  throw new Error(`The arrow keys do not come to the cell ${text}.`)
}
