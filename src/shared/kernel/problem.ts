import * as z from 'zod'

/**
 * Every way a procedure may answer "no". A code is part of the product: scripts branch on it, so it is
 * never renamed. `fault` is the one that is our own mistake; it carries a log reference, never a stack trace.
 */
export const problemCodes = [
  'invalid_input', // the input does not fit the procedure's schema
  'unknown_procedure',
  'not_found',
  'stale', // somebody changed the row since it was read
  'conflict', // the change would contradict something already stored
  'duplicate', // an id or e-mail already belongs to somebody else
  'invalid_rows', // some rows cannot be stored; `details` names each
  'unreadable_sheet', // the spreadsheet cannot be read; the message says what to do
  'no_file', // no data file is open
  'file_in_use', // another Coachdesk has the data file open
  'file_newer', // written by a newer Coachdesk
  'file_foreign', // not a Coachdesk data file
  'file_damaged',
  'file_not_migrated', // made by an older Coachdesk, and bringing it up to date failed
  'file_missing',
  'read_only', // the folder or file cannot be written
  'disk_full',
  'not_available', // this way in cannot do that (a native dialog in the browser)
  'too_large',
  'busy', // too many calls at once
  'cancelled',
  'disconnected', // the other end of the transport went away
  'fault',
] as const

export type ProblemCode = (typeof problemCodes)[number]

/** One place where something is wrong: a row and field of a form, a grid or a sheet. */
export const problemDetailSchema = z.object({
  path: z.string().describe('where: a field path, a row id, or "Sheet1!B14"'),
  message: z.string(),
})

export const problemSchema = z.object({
  code: z.enum(problemCodes),
  message: z.string().describe('what happened, to what, and what to do, in words an administrator understands'),
  details: z.array(problemDetailSchema).optional(),
  reference: z.string().optional().describe('where to find a fault in the log'),
})

export type Problem = z.infer<typeof problemSchema>
export type ProblemDetail = z.infer<typeof problemDetailSchema>

/** An expected failure on its way to the caller. Anything else that is thrown is a fault. */
export class Refusal extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.message)
    this.name = 'Refusal'
    this.problem = problem
  }
}

/** Makes the error that tells the caller "no", with a code, a sentence and, where it helps, the places. */
export function refuse(code: ProblemCode, message: string, details?: ProblemDetail[]): Refusal {
  return new Refusal(details && details.length > 0 ? { code, message, details } : { code, message })
}
