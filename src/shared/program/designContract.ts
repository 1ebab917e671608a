import * as z from 'zod'
import { job, mutation, query } from '#shared/contract/procedure.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { plainDateSchema } from '#shared/kernel/plainDate.ts'
import { calendarSchema, taskSchema } from '#shared/program/calendarSchema.ts'
import { benchmarkSchema } from '#shared/program/design/benchmarkSchema.ts'
import { answerToSchema, questionSchema } from '#shared/program/design/design.ts'
import { readinessSchema } from '#shared/program/design/readinessSchema.ts'
import { settingsSchema } from '#shared/program/design/settings.ts'
import { designChangeSchema, designVersionSchema, storedDesignSchema } from '#shared/program/design/version.ts'
import { programSchema } from '#shared/program/schema.ts'
import { stagedFileSchema } from '#shared/workspace/schema.ts'

const ofProgram = z.object({ programId: idSchema })
const ofVersion = ofProgram.extend({
  versionId: idSchema.optional().describe('the draft, or else the adopted version, if absent'),
})
const exportInput = ofVersion.extend({
  audience: z.string().trim().min(1, 'Say for whom the file is.').max(120).describe('goes to the log of exports'),
})

const designViewSchema = z.object({
  version: designVersionSchema,
  answers: storedDesignSchema,
  settings: settingsSchema.describe('what this version sets'),
})

export const designContract = {
  'program.getDesign': query('The eight answers of one version, and what they set', ofVersion, designViewSchema),
  'program.getSettings': query(
    'What the rest of the app obeys now: the adopted version, or the draft while none is adopted',
    ofProgram,
    z.object({ version: designVersionSchema, settings: settingsSchema }),
  ),
  'program.listDesignVersions': query(
    'The versions of the design, newest first',
    ofProgram,
    z.array(designVersionSchema),
  ),
  'program.saveAnswer': mutation(
    'Save the answer to one question in the draft',
    ofProgram.extend({ revision: z.int().min(0).describe('of the answer as it was read') }).and(answerToSchema),
    designViewSchema,
  ),
  'program.startDesignVersion': mutation('Start a draft from the adopted version', ofProgram, designVersionSchema),
  'program.adoptDesign': mutation(
    'Adopt the draft; the version adopted before is superseded',
    ofProgram.extend({
      on: plainDateSchema,
      by: z.string().trim().min(1, 'Say who adopts it.').max(200).describe('a person or a body'),
    }),
    designVersionSchema,
  ),
  'program.discardDraft': mutation('Give the draft up; the adopted version stays', ofProgram, designVersionSchema),
  'program.compareDesigns': query(
    'What changed from one version to another, in words',
    z.object({ from: idSchema, to: idSchema }),
    z.object({ from: designVersionSchema, to: designVersionSchema, changes: z.array(designChangeSchema) }),
  ),
  'program.copyDesign': mutation(
    'Copy the answers of one program into the draft of another',
    z.object({
      fromProgramId: idSchema,
      toProgramId: idSchema,
      questions: z.array(questionSchema).min(1).optional().describe('all eight if absent'),
    }),
    designViewSchema,
  ),
  'program.readiness': query('Which questions are answered, and what contradicts what', ofVersion, readinessSchema),
  'program.listBenchmarks': query(
    'Published figures, each with its population, year and source',
    z.object({ question: questionSchema.optional() }),
    z.array(benchmarkSchema),
  ),
  'program.calendar': query(
    'The academic year: phases, tasks, alerts, and the three numbers a director asks for',
    ofProgram.extend({ year: z.int().min(1990).max(2100).optional().describe('the program’s own year if absent') }),
    calendarSchema,
  ),
  'program.setTask': mutation(
    'Mark a task of the year as done, or as open again',
    ofProgram.extend({ year: z.int().min(1990).max(2100), key: z.string().min(1).max(120), done: z.boolean() }),
    taskSchema,
  ),
  'program.archive': mutation('Put a program away; its data stays', ofProgram, programSchema),
  'program.unarchive': mutation('Bring an archived program back', ofProgram, programSchema),
  'program.exportCharter': job('Write the design as a charter to sign (.docx)', exportInput, stagedFileSchema),
  'program.exportDecisions': job('Write the decisions as a workbook, one to a row', exportInput, stagedFileSchema),
  'program.exportCalendar': job(
    'Write the year’s tasks as a calendar (.ics)',
    ofProgram.extend({
      year: z.int().min(1990).max(2100).optional(),
      audience: z.string().trim().min(1, 'Say for whom the file is.').max(120),
    }),
    stagedFileSchema,
  ),
} as const
