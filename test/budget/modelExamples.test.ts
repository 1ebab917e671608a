import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { expect, test } from 'vitest'
import { fringeClassSchema, salaryCapSchema } from '#shared/budget/itemSchemas.ts'

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../resources/budget/${name}`, import.meta.url), 'utf8'))

test('public salary caps are dated, in order, and each has its source', () => {
  const caps = z.array(salaryCapSchema).parse(read('salaryCaps.json'))
  expect(caps.map(({ fromOn, amount }) => [fromOn, amount])).toEqual([
    ['2023-01-01', 212_100_00],
    ['2024-01-01', 221_900_00],
    ['2025-01-01', 225_700_00],
  ])
  expect(caps.every(({ source }) => source !== '')).toBe(true)
})

test('public fringe rates are examples of one year each, with its source', () => {
  const classes = z.array(fringeClassSchema).parse(read('fringeExamples.json'))
  expect(classes).toContainEqual(expect.objectContaining({ name: 'Iowa: clinical faculty', rates: { 2026: 2390 } }))
  expect(classes.every(({ rates, source }) => Object.keys(rates).length === 1 && source !== '')).toBe(true)
})
