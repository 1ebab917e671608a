import * as z from 'zod'
import { stagedFileSchema } from '#shared/workspace/schema.ts'

/** A list for another program, with who is not in it. */
export const exportedListSchema = stagedFileSchema.extend({
  rows: z.int(),
  leftOut: z.array(z.object({ name: z.string(), reason: z.string() })),
})

export type ExportedList = z.infer<typeof exportedListSchema>
