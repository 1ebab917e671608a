import * as z from 'zod'
import { type Problem, problemSchema } from '#shared/kernel/problem.ts'

/** A call as it crosses any transport. Plain JSON only. */
export const callSchema = z.object({
  name: z.string().max(100),
  input: z.unknown(),
  requestId: z.guid().describe('the same id sent again is the same request, and is applied once'),
})

export type Call = z.infer<typeof callSchema>

/** The largest call, as JSON text: a staged spreadsheet of 64 MB in base64, with room to spare. */
export const maxCallBytes = 90 * 1024 * 1024

export type Reply = { ok: true; value: unknown } | { ok: false; problem: Problem }

/** What may have changed, so that the window reads it again. */
export const topics = [
  'workspace',
  'program',
  'roster',
  'coaching',
  'budget',
  'evaluation',
  'history',
  'views',
  'imports',
  'exports',
] as const
export type Topic = (typeof topics)[number]

export const jobStateSchema = z.object({
  id: z.string().describe('the id of the request that started it, so that a retry finds the same job'),
  name: z.string().describe('the procedure it runs'),
  status: z.enum(['running', 'done', 'failed', 'cancelled']),
  progress: z.object({
    step: z.string().describe('what is being done, in words'),
    done: z.int(),
    total: z.int().nullable(),
  }),
  startedAt: z.string(),
  result: z.unknown().optional().describe('what the procedure answers; only from jobs.get, it may be large'),
  problem: problemSchema.optional(),
})

export type JobState = z.infer<typeof jobStateSchema>

/** What a job procedure answers at once. */
export interface JobStarted {
  jobId: string
}

/** What the main process says unasked. */
export type AppEvent =
  | { type: 'hello' }
  | { type: 'changed'; topics: Topic[]; requestId: string | null }
  | { type: 'job'; job: JobState }
