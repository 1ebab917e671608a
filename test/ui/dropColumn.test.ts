import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dropColumn } from '#renderer/ui/grid/dropColumn.ts'

const keys = ['name', 'level', 'status', 'site']

describe('a column that is dropped', () => {
  test.each([
    ['site', 'level', 'before', ['name', 'site', 'level', 'status']],
    ['site', 'level', 'after', ['name', 'level', 'site', 'status']],
    ['level', 'site', 'before', ['name', 'status', 'level', 'site']],
    ['level', 'site', 'after', ['name', 'status', 'site', 'level']],
  ] as const)('%s at %s, %s', (key, target, side, expected) => {
    expect(dropColumn(keys, key, { key: target, side })).toEqual(expected)
  })

  test.each([
    ['level', 'level', 'before'],
    ['level', 'name', 'after'],
    ['level', 'status', 'before'],
  ] as const)('where it stands already changes nothing: %s at %s, %s', (key, target, side) => {
    expect(dropColumn(keys, key, { key: target, side })).toBeNull()
  })

  test('stands beside its target, and the others keep their order', () => {
    const column = fc.constantFrom(...keys)
    fc.assert(
      fc.property(column, column, fc.constantFrom('before', 'after'), (key, target, side) => {
        const order = dropColumn(keys, key, { key: target, side }) ?? keys
        expect(order.filter((other) => other !== key)).toEqual(keys.filter((other) => other !== key))
        const beside = side === 'before' ? -1 : 1
        expect(order.indexOf(key) - order.indexOf(target)).toBe(key === target ? 0 : beside)
      }),
    )
  })
})
