import * as z from 'zod'
import { plainDateSchema } from '#shared/kernel/plainDate.ts'

/** What is filled in to adopt a design. */
export const contractOfAdoption = z.object({
  on: plainDateSchema,
  by: z.string().trim().min(1, 'Say who adopts it.').max(200, 'Keep it under 200 characters.'),
})
