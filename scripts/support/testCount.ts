export interface Count {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** Tests that passed at a second try only, each with the first line of what failed before. */
  readonly unsteady: readonly string[]
}

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly { status: string; assertionResults: readonly Result[] }[]
}

interface Result {
  readonly fullName: string
  readonly status: string
  /** Also of earlier tries of a test that passed in the end. */
  readonly failureMessages: readonly string[]
}

/** Reads Vitest's JSON report. A file that could not be loaded has no tests in it, and counts as one that failed. */
export function countTests(json: string): Count {
  const report = JSON.parse(json) as Report
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
    unsteady: report.testResults
      .flatMap((file) => file.assertionResults)
      .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
      .map(({ fullName, failureMessages }) => `${fullName}: ${failureMessages[0]?.split('\n')[0]}`),
  }
}
