import * as z from 'zod'
import { job, mutation, query } from '#shared/contract/procedure.ts'
import { importOptionsSchema, importPreviewSchema, importResultSchema } from '#shared/imports/schema.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { plainDateSchema } from '#shared/kernel/plainDate.ts'
import {
  coachPatchSchema,
  coachSchema,
  learnerPatchSchema,
  learnerSchema,
  personSchema,
} from '#shared/roster/schema.ts'
import { stagedFileSchema } from '#shared/workspace/schema.ts'

const inProgram = z.object({ programId: idSchema })
const asOf = inProgram.extend({
  asOf: plainDateSchema.optional().describe('as they stood on that day; today if absent'),
})

const edits = <P extends z.ZodType>(patch: P) =>
  z.object({
    programId: idSchema,
    edits: z
      .array(z.object({ id: idSchema, revision: z.int(), set: patch }))
      .min(1)
      .max(100_000),
    effectiveOn: plainDateSchema
      .optional()
      .describe('from when a new status, level, capacity or effort holds; today if absent'),
    reason: z.string().trim().max(200).optional(),
  })

const removal = z.object({ programId: idSchema, ids: z.array(idSchema).min(1).max(100_000) })
const removed = z.object({ removed: z.int() })

export const rosterContract = {
  'roster.listLearners': query('The learners of a program', asOf, z.array(learnerSchema)),
  'roster.listCoaches': query('The coaches of a program', asOf, z.array(coachSchema)),
  'roster.getPerson': query('One person, in every program, with dates', z.object({ personId: idSchema }), personSchema),

  'roster.addLearner': mutation(
    'Enrol a new person as a learner',
    inProgram.extend({ learner: learnerPatchSchema.required({ lastName: true }) }),
    learnerSchema,
  ),
  'roster.addCoach': mutation(
    'Appoint a new person as a coach',
    inProgram.extend({ coach: coachPatchSchema.required({ lastName: true }) }),
    coachSchema,
  ),
  'roster.editLearners': mutation(
    'Change one or many learners; all or none',
    edits(learnerPatchSchema),
    z.array(learnerSchema),
  ),
  'roster.editCoaches': mutation(
    'Change one or many coaches; all or none',
    edits(coachPatchSchema),
    z.array(coachSchema),
  ),
  'roster.removeLearners': mutation('Take learners entered by mistake out of a program', removal, removed),
  'roster.removeCoaches': mutation('Take coaches entered by mistake out of a program', removal, removed),
  'roster.erasePerson': mutation(
    'Erase a person and all that the history says of them, for good',
    z.object({ personId: idSchema, revision: z.int() }),
    z.object({ erased: z.literal(true) }),
  ),

  'roster.previewImport': job(
    'Read a spreadsheet and say what importing it would change',
    importOptionsSchema,
    importPreviewSchema,
  ),
  'roster.applyImport': job(
    'Import a spreadsheet after a backup; what the preview said, in one step that can be undone',
    importOptionsSchema.extend({
      badRows: z
        .enum(['skip', 'refuse'])
        .default('skip')
        .describe('whether rows that cannot be stored hold back the others'),
    }),
    importResultSchema,
  ),
  'roster.exportWorkbook': job(
    'Write the roster of a program as an Excel workbook',
    inProgram.extend({
      asOf: plainDateSchema.optional(),
      audience: z
        .string()
        .trim()
        .max(80)
        .default('Program office')
        .describe('who it is for, as the export log will say'),
    }),
    stagedFileSchema,
  ),
} as const
