import * as z from 'zod'
import { action, query } from '#shared/contract/procedure.ts'
import { jobStateSchema } from '#shared/contract/wire.ts'

const jobId = z.object({ jobId: z.string() })

export const jobsContract = {
  'jobs.list': query('Jobs that run, and those that ended lately', z.object({}), z.array(jobStateSchema)),
  'jobs.get': query('One job: its progress, or its result', jobId, jobStateSchema),
  'jobs.cancel': action('Ask a job to stop; it leaves nothing half done', jobId, jobStateSchema),
} as const
