import type { Log } from '#main/log.ts'
import { type Problem, Refusal } from '#shared/kernel/problem.ts'

/** What the caller hears of a failure: a refusal as it is, a bug as a reference into the log. */
export function toProblem(error: unknown, during: string, log: Log): Problem {
  if (error instanceof Refusal) return error.problem
  const reference = log.error(`${during} failed`, error)
  return {
    code: 'fault',
    message: `Something went wrong inside Coachdesk. The log says more under ${reference}.`,
    reference,
  }
}
