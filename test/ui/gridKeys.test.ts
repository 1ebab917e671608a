import { describe, expect, test } from 'vitest'
import { editIntent, gridIntent, type KeyPress } from '#renderer/ui/grid/gridKeys.ts'

/** "Ctrl+Shift+ArrowDown" as the browser reports it. */
function press(keys: string): KeyPress {
  const parts = keys.split('+')
  const has = (name: string) => parts.includes(name)
  return { key: parts.at(-1)!, ctrlKey: has('Ctrl'), metaKey: has('Meta'), shiftKey: has('Shift'), altKey: has('Alt') }
}

const move = { do: 'move', rows: 0, columns: 0, by: 'cell', extend: false }

describe('keys in the grid', () => {
  test.each([
    ['ArrowDown', { ...move, rows: 1 }],
    ['ArrowLeft', { ...move, columns: -1 }],
    ['Shift+ArrowRight', { ...move, columns: 1, extend: true }],
    ['Ctrl+ArrowUp', { ...move, rows: -1, by: 'edge' }],
    ['Ctrl+Shift+ArrowDown', { ...move, rows: 1, by: 'edge', extend: true }],
    ['PageDown', { ...move, rows: 1, by: 'page' }],
    ['Shift+PageUp', { ...move, rows: -1, by: 'page', extend: true }],
    ['Home', { ...move, columns: -1, by: 'edge' }],
    ['End', { ...move, columns: 1, by: 'edge' }],
    ['Ctrl+Home', { do: 'moveTo', corner: 'start', extend: false }],
    ['Ctrl+Shift+End', { do: 'moveTo', corner: 'end', extend: true }],
    ['Ctrl+a', { do: 'selectAll' }],
    ['Meta+A', { do: 'selectAll' }],
    [' ', { do: 'toggleRow' }],
    ['F2', { do: 'edit', typed: null }],
    ['Enter', { do: 'edit', typed: null }],
    ['Ctrl+Enter', { do: 'open' }],
    ['x', { do: 'edit', typed: 'x' }],
    ['a', { do: 'edit', typed: 'a' }],
    ['Shift+É', { do: 'edit', typed: 'É' }],
    ['Delete', { do: 'clear' }],
    ['Backspace', { do: 'clear' }],
    ['Escape', { do: 'cancel' }],
    ['Alt+ArrowDown', { do: 'columnMenu' }],
  ])('%s', (keys, intent) => {
    expect(gridIntent(press(keys))).toEqual(intent)
  })

  test.each(['Tab', 'Ctrl+c', 'Ctrl+z', 'Ctrl+k', 'Alt+x', 'F5', 'Alt+ArrowLeft', 'Shift'])(
    '%s is left alone',
    (keys) => {
      expect(gridIntent(press(keys))).toBeNull()
    },
  )
})

describe('keys while a cell is edited', () => {
  test.each([
    ['Enter', { do: 'commit', rows: 1, columns: 0 }],
    ['Shift+Enter', { do: 'commit', rows: -1, columns: 0 }],
    ['Tab', { do: 'commit', rows: 0, columns: 1 }],
    ['Shift+Tab', { do: 'commit', rows: 0, columns: -1 }],
    ['Escape', { do: 'cancel' }],
    ['ArrowLeft', null],
    ['x', null],
  ])('%s', (keys, intent) => {
    expect(editIntent(press(keys), false)).toEqual(intent)
  })

  test('arrows leave a cell that is typed over', () => {
    expect(editIntent(press('ArrowUp'), true)).toEqual({ do: 'commit', rows: -1, columns: 0 })
  })
})
