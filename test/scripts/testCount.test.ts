import { expect, test } from 'vitest'
import { countTests } from '#scripts/support/testCount.ts'

const report = { numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 }

test('counts what passed, failed and was skipped', () => {
  const testResults = [{ status: 'failed', assertionResults: [{}, {}] }]
  expect(countTests(JSON.stringify({ ...report, testResults }))).toEqual({ passed: 7, failed: 2, skipped: 2 })
})

test('counts a file that could not be loaded as one that failed', () => {
  const testResults = [
    { status: 'passed', assertionResults: [{}] },
    { status: 'failed', assertionResults: [] },
  ]
  expect(countTests(JSON.stringify({ ...report, testResults })).failed).toBe(3)
})
