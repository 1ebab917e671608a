import type * as z from 'zod/v4/core'
import { type ProblemDetail, type Refusal, refuse } from '#shared/kernel/problem.ts'

const maxDetails = 20

/** Says which fields of an input do not fit, the first one in the sentence. */
export function inputProblem(what: string, { issues }: z.$ZodError): Refusal {
  const details = issues.slice(0, maxDetails).map(detail)
  const [first] = details
  const where = first?.path ? ` at ${first.path}` : ''
  return refuse('invalid_input', `${what} does not fit${where}: ${first?.message ?? 'not what is expected'}`, details)
}

function detail({ path, message }: z.$ZodIssue): ProblemDetail {
  return { path: path.map(String).join('.'), message }
}
