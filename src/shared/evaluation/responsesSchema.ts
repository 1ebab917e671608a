import * as z from 'zod'
import { fileReadSchema, importOptionsSchema, importProblemSchema } from '#shared/imports/schema.ts'
import { identities } from '#shared/evaluation/schema.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { plainDateSchema } from '#shared/kernel/plainDate.ts'

/** Whether a response is in the figures, or why it is not. Only `counted` ones are. */
export const responseStates = [
  'counted',
  'partial', // not finished, with too little to score
  'duplicate', // a later response of somebody who answered in the wave
  'preview', // a test of the survey's maker
  'unknownCode', // a code or address that nobody of the population has
  'outOfRange', // answered on another scale than the instrument's
  'excluded', // by the administrator
] as const
export type ResponseState = (typeof responseStates)[number]
export const responseStateLabels: Record<ResponseState, string> = {
  counted: 'Counted',
  partial: 'Not finished',
  duplicate: 'Second response of one person',
  preview: 'Test response',
  unknownCode: 'Nobody has this code',
  outOfRange: 'Another scale',
  excluded: 'Excluded',
}

const answersSchema = z.record(z.string(), z.union([z.number(), z.string(), z.null()])).describe('by item')

/** An answer that was left out of a response: beyond the scale, or a text that stands for no figure. */
export const leftOutSchema = z.object({
  item: z.string(),
  value: z.string(),
  why: z.enum(['outOfRange', 'unmapped']),
})

export const responseSchema = z.object({
  id: idSchema,
  administrationId: idSchema,
  personId: idSchema.nullable().describe('null: anonymous, nobody found, or the key is destroyed'),
  code: z.string(),
  appointmentId: idSchema.nullable().describe('the coach it is about'),
  recordedOn: plainDateSchema.nullable(),
  level: z.string(),
  site: z.string(),
  answers: answersSchema,
  leftOut: z.array(leftOutSchema),
  state: z.enum(responseStates),
  why: z.string(),
})

/** What somebody wrote, apart from the figures they gave. */
export const commentSchema = z.object({
  id: idSchema,
  administrationId: idSchema,
  respondent: z.string().describe('tells writers apart, and leads to nobody; empty: may be one of the others'),
  item: z.string(),
  level: z.string(),
  site: z.string(),
  appointmentId: idSchema.nullable(),
  text: z.string().max(20_000),
  themes: z.array(z.string().trim().min(1).max(80)).max(20),
})

/** How a survey export is read; what is left out is recognised. */
export const responseImportOptionsSchema = importOptionsSchema
  .pick({ handle: true, programId: true, sheet: true, headerRow: true, mapping: true, values: true, cells: true })
  .extend({
    instrumentKey: z.string().max(40).optional().describe('recognised by its items if absent'),
    administrationId: idSchema.optional().describe('the wave; that of the dates in the file if absent'),
    wave: z
      .object({
        name: z.string().trim().min(1).max(120),
        identity: z.enum(identities).optional().describe('confidential where the file has codes or addresses'),
      })
      .optional()
      .describe('a wave by its name, which is made where the instrument has none of this name'),
    rows: z
      .record(z.string(), z.enum(['skip', 'count']))
      .optional()
      .describe('"Sheet1!14" -> leave it out, or count it although it was set aside'),
  })

const responseRowSchema = z.object({
  sheet: z.string(),
  row: z.int(),
  action: z.enum(['create', 'update', 'unchanged', 'skip', 'needsYou']),
  response: z.object({
    responseId: z.string().describe('of the survey tool'),
    email: z.string(),
    code: z.string(),
    recordedAt: z.string().describe('as in the file, ISO where it is a date'),
    answers: answersSchema,
    comments: z.record(z.string(), z.string()),
  }),
  state: z.enum(responseStates),
  why: z.string(),
})

/** The import document of a survey: that of a roster, with responses for people. */
export const responsePreviewSchema = fileReadSchema.extend({
  tool: z.enum(['qualtrics', 'redcap', 'googleForms', 'microsoftForms', 'plain']),
  instrument: z
    .object({ key: z.string(), version: z.int(), name: z.string(), reason: z.string() })
    .nullable()
    .describe('null: none was recognised; choose one'),
  administrationId: idSchema.nullable().describe('null: no wave fits; choose or make one'),
  labels: z
    .array(z.object({ item: z.string(), text: z.string(), value: z.number().nullable(), reason: z.string() }))
    .describe('which text of the file was read as which figure'),
  missingItems: z.array(z.string()).describe('items of the instrument that no column holds'),
  counts: z.object({
    rows: z.int(),
    create: z.int(),
    update: z.int(),
    unchanged: z.int(),
    skipped: z.int(),
    needsYou: z.int(),
    toCheck: z.int(),
    states: z.partialRecord(z.enum(responseStates), z.int()),
  }),
  rows: z
    .array(responseRowSchema)
    .describe('where no instrument is recognised, all need you and have no answers: a problem says what to do'),
  problems: z.array(importProblemSchema.extend({ code: z.string() })),
  notes: z.array(z.object({ code: z.string(), message: z.string() })),
})

export const responseImportResultSchema = z.object({
  runId: idSchema.nullable().describe('null where nothing changed'),
  entryId: idSchema.nullable(),
  administrationId: idSchema,
  counts: responsePreviewSchema.shape.counts,
})

export type Answers = z.infer<typeof answersSchema>
export type LeftOut = z.infer<typeof leftOutSchema>
export type Response = z.infer<typeof responseSchema>
export type Comment = z.infer<typeof commentSchema>
export type ResponseImportOptions = z.infer<typeof responseImportOptionsSchema>
export type ResponsePreview = z.infer<typeof responsePreviewSchema>
export type ResponseImportResult = z.infer<typeof responseImportResultSchema>
