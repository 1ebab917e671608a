import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnHeights, ticksUpTo, totalsOf } from '#renderer/ui/chart/axis.ts'
import type { ChartSeries } from '#renderer/ui/chart/chartTypes.ts'

const series = (key: string, ...values: (number | null)[]): ChartSeries => ({ key, label: key, color: 1, values })

describe('the axis of a chart', () => {
  test('starts at zero, has few round values, and ends where the highest column does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e12 }), (highest) => {
        const ticks = ticksUpTo(highest)
        const [step = 0, last = 0] = [ticks[1], ticks.at(-1)]
        expect(ticks[0]).toBe(0)
        expect(ticks.length).toBeLessThanOrEqual(6)
        expect(last).toBeGreaterThanOrEqual(highest)
        expect(last - step).toBeLessThan(highest)
      }),
    )
  })

  test('of nothing is zero', () => {
    expect(ticksUpTo(0)).toEqual([0])
  })

  test('counts coaches in whole coaches', () => {
    expect(ticksUpTo(3)).toEqual([0, 1, 2, 3])
  })
})

describe('stacked columns', () => {
  const stack = [series('pay', 800, 900), series('vacancy', -50, null)]

  test('reach as far up and down as their parts', () => {
    expect(columnHeights(stack, 2, 1)).toEqual([800, 900])
    expect(columnHeights(stack, 2, -1)).toEqual([-50, 0])
  })

  test('have no total where a part is not known', () => {
    expect(totalsOf(stack, 2)).toEqual([750, null])
  })
})
