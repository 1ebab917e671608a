import { expect, it } from 'vitest'
import { yearEndWords } from '#renderer/features/home/yearEnd.ts'

it('the home says that the year ends from 60 days before on, and that it has ended', () => {
  expect(yearEndWords(2026, '2027-04-30')).toBeNull()
  expect(yearEndWords(2026, '2027-05-01')).toMatch(/^2026-27 ends on Jun 30, 2027\./)
  expect(yearEndWords(2026, '2027-06-30')).toMatch(/ends on/)
  expect(yearEndWords(2026, '2027-07-01')).toMatch(/^2026-27 ended on Jun 30, 2027\./)
})
