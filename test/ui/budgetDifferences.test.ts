import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differenceChange } from '#renderer/features/budget/differences.ts'
import type { Difference } from '#shared/budget/schema.ts'

type Content = Record<'effort' | 'headcount' | 'note', number | string>

const content: fc.Arbitrary<Content> = fc.record({
  effort: fc.integer({ min: 0, max: 3 }),
  headcount: fc.integer({ min: 0, max: 3 }),
  note: fc.constantFrom('', 'a', 'b'),
})

/** What holds in a scenario that says this of an item of the base. */
const applied = (base: Content, differences: readonly Difference[]): Content => ({
  ...base,
  ...Object.fromEntries(differences.map(({ field, value }) => [field, value])),
})

describe('a change made in a scenario', () => {
  test('says just what differs from the base: applied to it, it holds what was entered', () => {
    fc.assert(
      fc.property(content, content, content, (base, before, after) => {
        const said = differenceChange('key', base, base, before).set
        const { set, clear } = differenceChange('key', base, before, after)
        const gone = new Set([...set, ...clear].map(({ field }) => field))
        const now = [...said.filter(({ field }) => !gone.has(field)), ...set]
        expect(applied(base, now)).toEqual(after)
        expect(now.every(({ field, value }) => value !== base[field as keyof Content])).toBe(true)
      }),
    )
  })

  test('that changes nothing says nothing', () => {
    fc.assert(
      fc.property(content, content, (base, same) => {
        expect(differenceChange('key', base, same, same)).toEqual({ set: [], clear: [] })
      }),
    )
  })
})
