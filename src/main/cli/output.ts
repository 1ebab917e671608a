import { type Problem, type ProblemDetail, Refusal } from '#shared/kernel/problem.ts'

/** What a command found or did: as data for scripts, as a report for people. */
export interface Outcome<T = unknown> {
  readonly value: T
  readonly report: string
}

/** Prints what a command found or did. */
export type Print = (outcome: Outcome) => void

export const exitCodes = { done: 0, refused: 1, fault: 2 } as const

const shownDetails = 20

/** Exactly one JSON document with `--json`, otherwise the report. */
export function printOutcome({ value, report }: Outcome, json: boolean): void {
  print(json ? JSON.stringify(value, null, 2) : report)
}

/** The sentence on stderr and, with `--json`, the problem as the document. Returns the exit code. */
export function printFailure(error: unknown, json: boolean): number {
  const problem = problemOf(error)
  const refused = problem.code !== 'fault'
  if (json) print(JSON.stringify(refused ? { refused: problem } : { fault: problem }, null, 2))
  process.stderr.write(
    `${[problem.message, ...(problem.details ?? []).slice(0, shownDetails).map(detail)].join('\n')}\n`,
  )
  return refused ? exitCodes.refused : exitCodes.fault
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) return error.problem
  return {
    code: 'fault',
    message: `Something went wrong inside Coachdesk: ${error instanceof Error ? error.message : String(error)}`,
  }
}

function detail({ path, message }: ProblemDetail): string {
  return path === '' ? `  ${message}` : `  ${path}: ${message}`
}
