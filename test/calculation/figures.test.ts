import { expect, test } from 'vitest'

import { Calculation } from '#shared/calculation/calculation.ts'
import { data, shapes } from '#test/calculation/support/personnel.ts'

const results = new Calculation(shapes).evaluate(data)

test('calculates the worked lines of the field to the cent', () => {
  const line = (name: string) => ['salary', 'fringe', 'total'].map((column) => results.value('personnel', name, column))
  expect(line('ann')).toEqual([2_257_000, 539_423, 2_796_423])
  expect(line('bo')).toEqual([2_400_000, 573_600, 2_973_600])
  // 11,285.00 × 23.9 % is exactly 2,697.115, which doubles cannot hold.
  expect(line('cy')).toEqual([1_128_500, 269_712, 1_398_212])
  expect(line('di')).toEqual([0, 0, 0])
})

test('sums by fund and in all, from rounded cells', () => {
  expect(results.value('funds', 'dean', 'asked')).toBe(2_796_423 + 1_398_212)
  expect(results.value('funds', 'grant', 'asked')).toBe(2_973_600)
  expect(results.value('funds', 'gift', 'asked')).toBe(0)
  expect(results.total('personnel', 'total')).toBe(7_168_235)
  expect(results.value('funds', 'gift', 'perLearner')).toBe(Math.round(7_168_235 / 240))
  expect(results.value('funds', 0, 'effortOfAnn')).toBe(1000)
})

test('says how a figure was made and from which cells', () => {
  const explained = results.explain('personnel', 'cy', 'salary')
  expect(explained.words).toBe('(the smallest of Base salary and Limit) × Effort × Months ÷ 12, rounded to cents')
  expect(explained.inputs.map(({ header, value }) => [header, value])).toEqual([
    ['Base salary', 24_000_000],
    ['Limit', 22_570_000],
    ['Effort', 500],
    ['Months', 1200],
  ])
})
