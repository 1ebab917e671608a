import { expect, test } from 'vitest'
import { countTests } from '#scripts/support/testCount.ts'

const report = { numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 }
const result = { fullName: 'a part does a thing', status: 'passed', failureMessages: [] as string[] }

test('counts what passed, failed and was skipped', () => {
  const testResults = [{ status: 'failed', assertionResults: [result, { ...result, status: 'failed' }] }]
  const counted = { passed: 7, failed: 2, skipped: 2, unsteady: [] }
  expect(countTests(JSON.stringify({ ...report, testResults }))).toEqual(counted)
})

test('counts a file that could not be loaded as one that failed', () => {
  const testResults = [
    { status: 'passed', assertionResults: [result] },
    { status: 'failed', assertionResults: [] },
  ]
  expect(countTests(JSON.stringify({ ...report, testResults })).failed).toBe(3)
})

test('names what passed at a second try only', () => {
  const failureMessages = ['TimeoutError: 30000ms exceeded.\n    at somewhere']
  const assertionResults = [
    { ...result, failureMessages },
    { ...result, status: 'failed', failureMessages },
  ]
  const counted = countTests(JSON.stringify({ ...report, testResults: [{ status: 'failed', assertionResults }] }))
  expect(counted.unsteady).toEqual(['a part does a thing: TimeoutError: 30000ms exceeded.'])
})
