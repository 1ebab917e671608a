import * as z from 'zod'
import { mutation, query } from '#shared/contract/procedure.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { designContract } from '#shared/program/designContract.ts'
import { programDraftSchema, programSchema } from '#shared/program/schema.ts'

export const programContract = {
  'program.list': query('The programs of the open data file', z.object({}), z.array(programSchema)),
  'program.create': mutation('Start a program', programDraftSchema, programSchema),
  'program.update': mutation(
    'Change a program, its cohorts and its sites',
    programDraftSchema.extend({ id: idSchema, revision: z.int() }),
    programSchema,
  ),
  ...designContract,
} as const
