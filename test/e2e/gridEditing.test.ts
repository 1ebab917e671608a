import { describe, expect, test } from 'vitest'
import {
  cellOf,
  copied,
  expectActive,
  expectCell,
  expectFooter,
  expectSaid,
  expectSoon,
  footer,
  goTo,
  grid,
  page,
  paste,
  press,
  useBigGrid,
} from '#test/e2e/support/bigGrid.ts'

useBigGrid()

describe('a drag', () => {
  test('beyond the lower edge goes on, row by row, until it is let go', async () => {
    const cell = (await (await cellOf('Aaaa', 'First name')).boundingBox())!
    const edges = (await grid().boundingBox())!
    const inSight = Math.floor(edges.height / cell.height)
    const selected = async () => Number(/([\d,]+) cells selected/.exec((await footer().textContent())!)?.[1] ?? 1)
    await page.mouse.move(cell.x + 10, cell.y + 10)
    await page.mouse.down()
    await page.mouse.move(cell.x + 10, edges.y + edges.height + 4, { steps: 3 })
    await expectSoon(selected).toBeGreaterThan(inSight + 5)
    await page.mouse.up()
    const rows = await selected()
    await press('Shift+ArrowUp')
    await expectSoon(selected).toBe(rows - 1)
  })
})

describe('typing', () => {
  test('replaces a cell; Enter moves down, Tab moves right, Shift turns back, Esc gives up', async () => {
    await goTo('Aaaa', 'Level')
    await page.keyboard.type('MS-4')
    await press('Enter')
    await expectActive({ row: 'Aaab', column: 'Level' })
    await expectCell('Aaaa', 'Level', 'M4')
    await page.keyboard.type('m3')
    await press('Tab')
    await expectActive({ row: 'Aaab', column: 'Status' })
    await expectCell('Aaab', 'Level', 'M3')
    await press('ArrowLeft', 'ArrowDown')
    await page.keyboard.type('M1')
    await press('Shift+Enter')
    await expectActive({ row: 'Aaab', column: 'Level' })
    await page.keyboard.type('M4')
    await press('Escape')
    await expectActive({ row: 'Aaab', column: 'Level', text: 'M3' })
    await press('F2')
    expect(await grid().getByRole('textbox', { name: 'Level' }).inputValue()).toBe('M3')
    await press('Shift+Tab')
    await expectActive({ row: 'Aaab', column: 'First name' })
    await page.reload()
    await expectCell('Aaaa', 'Level', 'M4')
    await expectCell('Aaac', 'Level', 'M1')
  })

  test('into a choice offers what fits, and takes the first', async () => {
    await goTo('Aaaa', 'Status')
    await page.keyboard.type('leave')
    const offered = page.getByRole('listbox', { name: 'Status' }).getByRole('option')
    await expectSoon(() => offered.allTextContents()).toEqual(['On leave', 'On military leave'])
    await press('Enter')
    await expectCell('Aaaa', 'Status', 'On leave')
    await expectActive({ row: 'Aaab', column: 'Status' })
    await press('F2', 'ArrowDown')
    expect(await offered.count()).toBeGreaterThan(3)
    await press('Escape')
    await expectCell('Aaab', 'Status', 'Active')
  })

  test('what cannot stand in a cell is refused there, and the text is kept', async () => {
    await goTo('Aaaa', 'Level')
    await page.keyboard.type('M9')
    await press('Enter')
    await page.getByRole('alert').getByText('"M9" is not a level such as M1 to M4').waitFor()
    const editor = grid().getByRole('textbox', { name: 'Level' })
    expect(await editor.inputValue()).toBe('M9')
    expect(await editor.getAttribute('aria-invalid')).toBe('true')
    await press('Backspace', '2', 'Enter')
    await expectCell('Aaaa', 'Level', 'M2')
    await expectActive({ row: 'Aaab', column: 'Level' })
  })

  test('is undone and redone from the keyboard', async () => {
    await goTo('Aaaa', 'Level')
    await page.keyboard.type('M4')
    await press('Enter')
    await page.getByRole('button', { name: /^Undo: Edit/ }).waitFor()
    await press('Control+z')
    await expectCell('Aaaa', 'Level', 'M1')
    await press('Control+y')
    await expectCell('Aaaa', 'Level', 'M4')
    await press('Control+z')
    await expectCell('Aaaa', 'Level', 'M1')
    await press('Control+Shift+z')
    await expectCell('Aaaa', 'Level', 'M4')
  })
})

describe('blocks', () => {
  test('are copied as Excel reads them', async () => {
    await goTo('Aaaa', 'Last name')
    await press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown')
    await expectFooter('6 cells selected')
    expect(await copied()).toBe('Aaaa\tZoe\tM1\r\nAaab\tYan\tM2')
  })

  test('are pasted; a cell that does not fit is counted and marked, the others are stored', async () => {
    await goTo('Aaaa', 'Level')
    await paste('M4\tOn leave\nM9\tOn leave\nM2\tActive')
    await expectFooter('1 cell rejected')
    await expectSaid('5 cells pasted, 1 cell rejected')
    await footer().getByRole('button', { name: '1 cell rejected' }).click()
    await expectActive({ row: 'Aaab', column: 'Level', text: expect.stringMatching(/^M9/) as string })
    await page.getByRole('alert').getByText('"M9" is not a level such as M1 to M4').waitFor()
    await page.reload()
    await expectCell('Aaaa', 'Level', 'M4')
    await expectCell('Aaab', 'Level', 'M2')
    await expectCell('Aaab', 'Status', 'On leave')
    await expectCell('Aaac', 'Level', 'M2')
  })

  test('one cell fills a range, and one Ctrl+Z takes all of it back', async () => {
    await goTo('Aaaa', 'Track')
    await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown')
    await paste('Research')
    await expectSaid('4 cells pasted')
    for (const name of ['Aaaa', 'Aaad']) await expectCell(name, 'Track', 'Research')
    await expectCell('Aaae', 'Track', '')
    await page.getByRole('button', { name: /^Undo: Edit 4 learners/ }).waitFor()
    await press('Control+z')
    for (const name of ['Aaaa', 'Aaad']) await expectCell(name, 'Track', '')
  })

  test('Delete clears them', async () => {
    await goTo('Aaaa', 'Level')
    await press('Shift+ArrowDown', 'Delete')
    for (const name of ['Aaaa', 'Aaab']) await expectCell(name, 'Level', '')
  })
})
