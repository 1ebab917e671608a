import type { Log } from '#main/log.ts'
import { type Problem, Refusal } from '#shared/kernel/problem.ts'

/** What the caller hears of a failure: a refusal as it is, a bug as a reference into the log. */
export function toProblem(error: unknown, during: string, log: Log): Problem {
  if (error instanceof Refusal) {
    if (error.cause === undefined) return error.problem
    // It has a sentence of its own, but what led to it is a mistake of ours all the same.
    return { ...error.problem, reference: log.error(`${during} failed`, error.cause) }
  }
  const reference = log.error(`${during} failed`, error)
  return {
    code: 'fault',
    message: `Something went wrong inside Coachdesk. The log says more under ${reference}.`,
    reference,
  }
}
