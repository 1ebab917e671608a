import { describe, expect, test } from 'vitest'
import { axeFindings } from '#test/e2e/support/axe.ts'
import {
  action,
  activeCell,
  cellOf,
  drag,
  expectActive,
  expectCell,
  expectFooter,
  expectSaid,
  expectSoon,
  footer,
  goTo,
  grid,
  header,
  headers,
  lastAlphabetically,
  lastName,
  moved,
  namesWith,
  page,
  paste,
  people,
  press,
  row,
  sortButton,
  useBigGrid,
} from '#test/e2e/support/bigGrid.ts'

useBigGrid()

describe('moving', () => {
  test('goes to the edges and by pages, and every cell it comes to is there', async () => {
    const all = await headers()
    await goTo('Aaaa', 'Level')
    await press('End')
    await expectActive({ row: 'Aaaa', column: all.at(-1)! })
    await press('Home')
    await expectActive({ row: 'Aaaa', column: 'Last name' })
    await press('Control+End')
    await expectActive({ row: lastName(people - 1), column: all.at(-1)! })
    await press('Control+Home')
    await expectActive({ row: 'Aaaa', column: 'Last name' })
    await press('PageDown')
    const page1 = await activeCell()
    await press('PageDown', 'PageUp')
    await expectActive(page1!)
    expect(page1!.row > 'Aaak').toBe(true)
    await press('Control+ArrowDown')
    await expectActive({ row: lastName(people - 1), column: 'Last name' })
    // The active cell stays where it is, and is still there, when the view is scrolled away from it.
    await grid().evaluate((table) => table.scrollTo({ top: 0 }))
    await row('Aaaa').waitFor()
    await expectActive({ row: lastName(people - 1) })
  })

  test('with Shift selects; Ctrl+A selects all; Esc lets go', async () => {
    await goTo('Aaab', 'First name')
    await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight')
    await expectFooter('6 cells selected')
    await press('Shift+ArrowUp')
    await expectFooter('4 cells selected')
    await press('Control+a')
    await expectFooter(`${(people * (await headers()).length).toLocaleString('en-US')} cells selected`)
    await press('Escape')
    await footer().getByText('cells selected').waitFor({ state: 'detached' })
    await goTo('Aaaa', 'Level')
    await (await cellOf('Aaad', 'Status')).click({ modifiers: ['Shift'] })
    await expectFooter('8 cells selected')
  })
})

describe('sorting and filtering', () => {
  test('two columns sort together, and that is said', async () => {
    await sortButton('Level').click()
    await expectSaid('Sorted by Level')
    await sortButton('First name').click({ modifiers: ['Shift'] })
    await expectSaid('Sorted by Level, then by First name')
    await sortButton('First name').click({ modifiers: ['Shift'] })
    await expectSaid('Sorted by Level, then by First name, descending')
    expect(await header('Level').getAttribute('aria-sort')).toBe('ascending')
    expect(await header('First name').getAttribute('aria-sort')).toBe('descending')
    const first = grid().getByRole('row').nth(1)
    await expectSoon(() => first.locator('td').nth(3).textContent()).toBe('M1')
    await expectSoon(() => first.locator('td').nth(2).textContent()).toBe('Zoe')
    await press('Control+Home', 'Control+End')
    await expectActive({ row: lastAlphabetically('M4', 'Xi') })
  })

  test('a choice and a text filter together, are counted, and are cleared at once', async () => {
    await goTo('Aaaa', 'Status')
    await paste('On leave')
    await expectCell('Aaaa', 'Status', 'On leave')
    await press('Alt+ArrowDown')
    await page.getByRole('dialog', { name: 'Status' }).getByText('On leave').click()
    await press('Escape')
    await expectFooter('1 of 3,000 learners')
    await page.getByRole('button', { name: /^Remove filter: Status/ }).click()
    await expectFooter('3,000 learners')
    await goTo('Aaaa', 'Last name')
    await press('Alt+ArrowDown')
    await page.getByRole('textbox', { name: 'Contains' }).fill('aab')
    await press('Escape')
    await expectFooter(`${namesWith('aab')} of 3,000 learners`)
    await press('Control+f')
    await page.keyboard.type('nobody at all')
    await page.getByText('No learner fits the search and filters').waitFor()
    expect(await grid().getAttribute('aria-activedescendant')).toBeNull()
    await footer().getByRole('button', { name: 'Clear filters' }).click()
    await expectFooter('3,000 learners')
    await expectActive({ row: 'Aaaa' })
  })

  test('ticked rows that the filter hides are said', async () => {
    await goTo('Aaaa', 'Level')
    await press('Space', 'ArrowDown', 'Space', 'ArrowDown', 'Space')
    await expectFooter('3 ticked')
    await press('Control+f')
    await page.keyboard.type('Aaab')
    await expectFooter('3 ticked, 2 hidden by the filter')
  })
})

describe('columns', () => {
  test('are hidden, shown, moved and made wider from the keyboard', async () => {
    await goTo('Aaaa', 'Level')
    await press('Alt+ArrowDown')
    await action('Level', 'Move right').press('Enter')
    await expectSoon(headers).toEqual(moved(['Status', 'Level']))
    await expectSaid('Level moved beside Status')
    const width = () => header('Level').evaluate((head) => head.clientWidth)
    const before = await width()
    await action('Level', 'Wider').press('Enter')
    await expectSoon(width).toBe(before + 24)
    await action('Level', 'Hide column').press('Enter')
    await expectSoon(headers).not.toContain('Level')
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('grid', { name: 'Columns' }).getByRole('row', { name: 'Level' }).press(' ')
    await press('Escape')
    await expectSoon(headers).toContain('Level')
  })

  test('are dragged by their headers, but pinned ones stay among themselves', async () => {
    await drag('Track', 'Level')
    await expectSaid('Track moved beside Level')
    await expectSoon(async () => (await headers()).slice(2, 4)).toEqual(['Track', 'Level'])
    // It was a drag and no press: nothing is sorted.
    expect(await header('Track').getAttribute('aria-sort')).toBe('none')
    await drag('Track', 'Last name')
    await expectSoon(async () => (await headers()).slice(0, 4)).toEqual(['Last name', 'First name', 'Track', 'Level'])
    await drag('Status', 'Track', async () => press('Escape'))
    await expectSoon(async () => (await headers()).slice(2, 5)).toEqual(['Track', 'Level', 'Status'])
  })

  test('are made wider by their edge', async () => {
    const width = () => header('Level').evaluate((head) => Math.round(head.getBoundingClientRect().width))
    const before = await width()
    const { x, y, width: wide, height } = (await header('Level').boundingBox())!
    await page.mouse.move(x + wide - 1, y + height / 2)
    await page.mouse.down()
    await page.mouse.move(x + wide + 20, y + height / 2)
    await page.mouse.move(x + wide + 39, y + height / 2)
    await page.mouse.up()
    await expectSoon(width).toBe(before + 40)
  })

  test('hidden under the active cell leave another one active', async () => {
    await goTo('Aaaa', 'Level')
    await press('End', 'Alt+ArrowDown')
    const last = (await headers()).at(-1)!
    await action(last, 'Hide column').press('Enter')
    await expectSoon(headers).not.toContain(last)
    await expectActive({ row: 'Aaaa', column: (await headers()).at(-1)! })
  })
})

test('a saved view brings back columns, sort and filter', async () => {
  await goTo('Aaaa', 'Track')
  await press('Alt+ArrowDown')
  await action('Track', 'Hide column').press('Enter')
  await sortButton('Level').click()
  await press('Control+f')
  await page.keyboard.type('Zoe')
  await expectFooter('1,000 of 3,000 learners')
  await page.getByRole('button', { name: /^View/ }).click()
  await page.getByRole('menuitem', { name: 'Save as a new view…' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Zoe by level')
  await press('Enter')
  await page.getByRole('button', { name: /^View.*Zoe by level/ }).click()
  await page.getByRole('menuitem', { name: 'All', exact: true }).click()
  await expectFooter('3,000 learners')
  await page.reload()
  await row('Aaaa').waitFor()
  await page.getByRole('button', { name: /^View/ }).click()
  await page.getByRole('menuitem', { name: 'Zoe by level' }).click()
  await expectFooter('1,000 of 3,000 learners')
  expect(await headers()).not.toContain('Track')
  expect(await header('Level').getAttribute('aria-sort')).toBe('ascending')
})

test('at 200 % there are rows to be scrolled to', async () => {
  await page.setViewportSize({ width: 640, height: 400 })
  const height = () => grid().evaluate((table) => table.clientHeight)
  await expectSoon(height).toBeGreaterThan(150)
  await row('Aaab').scrollIntoViewIfNeeded()
  await row('Aaab').click()
  await expectActive({ row: 'Aaab' })
})

test('axe finds nothing, whatever state the grid is in', async () => {
  const findings: string[] = []
  const check = async (state: string): Promise<void> => {
    findings.push(...(await axeFindings(page)).map((finding) => `${state}: ${finding}`))
  }
  await goTo('Aaaa', 'Level')
  await paste('M9\tOn leave')
  await expectFooter('1 cell rejected')
  await check('a rejected cell and a range')
  await page.keyboard.type('M8')
  await press('Enter')
  await page.getByRole('alert').waitFor()
  await check('a refused edit')
  await press('Escape', 'ArrowRight', 'F2')
  await page.getByRole('listbox').waitFor()
  await check('choices')
  await press('Escape', 'Space', 'Alt+ArrowDown')
  await page.getByRole('dialog', { name: 'Status' }).waitFor()
  await check('the menu of a column')
  await press('Escape', 'Control+f')
  await page.keyboard.type('nobody at all')
  await page.getByText('No learner fits').waitFor()
  await check('nothing found')
  expect(findings).toEqual([])
})
