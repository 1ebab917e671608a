import * as z from 'zod'
import { idSchema } from '#shared/kernel/ids.ts'
import { plainDateSchema } from '#shared/kernel/plainDate.ts'
import { peopleKinds } from '#shared/roster/schema.ts'

/** How much a problem matters: an error keeps its row out; a warning leaves a value empty; an info is for the record. */
export const problemLevels = ['error', 'warning', 'info'] as const

/** Stable names of what can be wrong with a value; scripts and tests rely on them. */
export const importProblemCodes = [
  'missing', // a required value is empty
  'duplicate', // certainly the same person twice in the file
  'possibleDuplicate', // perhaps the same person twice in the file
  'possibleMatch', // perhaps somebody who is in the program already, under another name or address
  'idTaken', // the id or e-mail belongs to another person
  'sameName', // somebody of this name is in the program already, but another id or address says they are two
  'invalidDate',
  'ambiguousDate',
  'implausibleDate',
  'dayFirstDate', // only day first is a date, so it was read that way
  'dateWithoutDay', // a month: its first day was taken
  'dateFromNumber', // a day number or yyyymmdd
  'invalidEmail',
  'multipleEmails',
  'linkTextMismatch',
  'npiCheckDigit',
  'npiLength',
  'npiScientific',
  'aamcLength',
  'idLostZeros',
  'idScientific',
  'unknownLevel',
  'levelClassYearMismatch',
  'unknownStatus',
  'unknownCohort',
  'unknownSite',
  'unknownChoice',
  'otherRole', // they hold another role, which the file does not name
  'unknownCoach', // no coach of the program, or several, go by this name or address
  'coachConflict', // name and address in one row are of two coaches
  'invalidCustomValue', // not what a field that the program added takes
  'invalidNumber',
  'invalidEffort',
  'nameIncomplete',
  'nameOrderGuessed',
  'tooLong',
  'placeholder', // the cell says that there is nothing to say: TBD, N/A, none
  'invalidAmount',
  'amountRounded', // more than two decimals: to the cent
  'unknownLearner', // no learner of the program, or several, go by this name, address or id
  'unknownModule', // question 7 has no module of this name
  'notDone', // the list says itself that they did not attend or finish
  'notPaired', // the learner and the coach were not paired on that day
  'unknownAccount', // of the ledger, and nobody said where it belongs
  'repeatedEntry', // stored already, or twice in the file
  'formulaNoValue',
  'cellError',
] as const

/** Stable names of what there is to know about a file as a whole. */
export const importNoteCodes = [
  'sheetsReadTogether',
  'sheetsNotRead',
  'hiddenSheets',
  'hiddenRows',
  'hiddenColumns',
  'filtered',
  'noHeader',
  'levelFromSheetName',
  'valuesFromHeadings',
  'columnsNotStored',
  'fieldNotStored',
  'coachColumnNotUsed',
  'newCohorts',
  'newSites',
  'macrosIgnored',
  'externalLinkCached',
  'truncatedRows',
  'truncatedColumns',
  'encodingGuessed',
  'unclosedQuote',
  'strayQuotes',
] as const

export const importProblemSchema = z.object({
  sheet: z.string(),
  row: z.int().describe('as in the file, from 1'),
  column: z.string().describe('its letter'),
  field: z.string().nullable(),
  level: z.enum(problemLevels),
  code: z.enum(importProblemCodes),
  value: z.string(),
  message: z.string(),
  personId: idSchema.optional().describe('whom the row may be'),
  otherPersonId: idSchema.optional().describe('who it may be instead: its name and e-mail are theirs'),
})

export const importColumnSchema = z.object({
  sheet: z.string(),
  index: z.int().describe('from 0'),
  header: z.string(),
  hidden: z.boolean(),
  field: z.string().nullable(),
  ownField: z.string().optional().describe('the field of the program that it goes into, by its name'),
  reason: z.string().describe('why it was taken for that field, or why not'),
  samples: z.array(z.string()),
})

export const importOptionsSchema = z.object({
  handle: z.string().describe('a staged file'),
  programId: idSchema,
  as: z.enum(peopleKinds),
  sheet: z.string().optional(),
  headerRow: z.int().min(1).optional(),
  mapping: z
    .record(z.string(), z.string().nullable())
    .optional()
    .describe(
      'column by letter, header or position from 0, where it matters with its sheet ("Roster!C") -> field, or null to leave the column out; columns not named are recognised',
    ),
  year: z
    .int()
    .min(1990)
    .max(2100)
    .optional()
    .describe('the academic year that levels are read for, by the year it starts in; that of the program if absent'),
  policies: z
    .partialRecord(z.string(), z.enum(['overwrite', 'fillBlanks', 'leave']))
    .optional()
    .describe('field -> what it may do to people who are known: overwrite if absent'),
  values: z
    .record(z.string(), z.record(z.string(), z.string()))
    .optional()
    .describe('field -> what its cells say -> what is meant'),
  cells: z
    .record(z.string(), z.string().max(32_767))
    .optional()
    .describe('"Roster!B14" -> what is to stand in that cell instead'),
  rows: z
    .record(z.string(), z.union([z.enum(['skip', 'create']), idSchema]))
    .optional()
    .describe(
      'row, where it matters with its sheet ("Roster!14") -> leave it out, take it for somebody new, or for that person',
    ),
})

export const missingChoicesSchema = z.object({
  statuses: z.record(idSchema, z.string()).describe('person -> what they are from that day on'),
  fromOn: plainDateSchema,
})

export const applyOptionsSchema = importOptionsSchema.extend({
  badRows: z
    .enum(['skip', 'refuse'])
    .default('skip')
    .describe('whether rows that cannot be stored hold back the others'),
  missing: missingChoicesSchema
    .optional()
    .describe('what becomes of people whom the file does not name; they stay as they are if absent'),
})

export const importRowSchema = z.object({
  sheet: z.string(),
  row: z.int(),
  action: z
    .enum(['create', 'update', 'unchanged', 'skip', 'needsYou'])
    .describe('needsYou: what it says contradicts another row of the same person, and is not stored until you decide'),
  person: z
    .record(z.string(), z.union([z.string(), z.number(), z.null(), z.array(z.string())]))
    .describe('as it will be stored'),
  matchedBy: z.string().nullable().describe('"student ID 00123456": how the person was found'),
  changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
})

export const importDuplicateSchema = z.object({
  sheets: z.array(z.string()).describe('of the rows, in their order'),
  rows: z.array(z.int()),
  certain: z.boolean(),
  reason: z.string(),
  score: z.number().describe('how sure it is, from 0 to 1; 1 where it is certain'),
})

/** What is told of a file that was read, whatever it holds. */
export const fileReadSchema = z.object({
  file: z.string(),
  format: z.string(),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  sha256: z.string(),
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean() })),
  sheet: z.string().describe('the first that was read'),
  headerRow: z.int().describe('the lowest row of the column names; 0 where there is none'),
  headerRows: z.int().describe('how many rows name the columns'),
  dataRows: z.int(),
  columns: z.array(importColumnSchema),
  ignoredRows: z.array(z.object({ sheet: z.string(), row: z.int(), reason: z.string() })),
  importedBefore: z.string().nullable().describe('when the same file was imported before'),
})

export const importPreviewSchema = fileReadSchema.extend({
  counts: z.object({
    rows: z.int(),
    create: z.int(),
    update: z.int(),
    unchanged: z.int(),
    skipped: z.int(),
    missing: z.int().describe('in the program, not in the file; they are left as they are'),
    needsYou: z.int().describe('rows that wait for a decision'),
    toCheck: z.int().describe('rows with an error or a warning'),
  }),
  missing: z
    .array(z.object({ personId: idSchema, name: z.string() }))
    .describe('who is in the program, not in the file'),
  rows: z.array(importRowSchema),
  problems: z.array(importProblemSchema),
  duplicates: z.array(importDuplicateSchema),
  notes: z.array(z.object({ code: z.enum(importNoteCodes), message: z.string() })),
  values: importOptionsSchema.shape.values.unwrap().describe('those in force, chosen now or the last time'),
  policies: importOptionsSchema.shape.policies.unwrap(),
})

export const importResultSchema = z.object({
  runId: idSchema.nullable().describe('null where nothing changed'),
  entryId: idSchema.nullable().describe('null where nothing changed'),
  counts: importPreviewSchema.shape.counts,
  marked: z.int().describe('how many people whom the file does not name got another status'),
})

export type ImportOptions = z.infer<typeof importOptionsSchema>
export type ApplyOptions = z.infer<typeof applyOptionsSchema>
export type MissingChoices = z.infer<typeof missingChoicesSchema>
export type ImportPreview = z.infer<typeof importPreviewSchema>
export type ImportProblem = z.infer<typeof importProblemSchema>
export type ImportProblemCode = ImportProblem['code']
export type ImportColumn = z.infer<typeof importColumnSchema>
export type ImportDuplicate = z.infer<typeof importDuplicateSchema>
export type ImportPolicy = NonNullable<ImportOptions['policies']>[string]
export type ImportRow = z.infer<typeof importRowSchema>
export type ImportResult = z.infer<typeof importResultSchema>
