import * as z from 'zod'
import { job, mutation, query } from '#shared/contract/procedure.ts'
import {
  applyOptionsSchema,
  importOptionsSchema,
  importPreviewSchema,
  importResultSchema,
} from '#shared/imports/schema.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { plainDateSchema } from '#shared/kernel/plainDate.ts'
import { customFieldDraftSchema, customFieldSchema } from '#shared/roster/customFields.ts'
import { exportedListSchema } from '#shared/roster/exportSchema.ts'
import {
  duplicatePeopleSchema,
  mergeChoicesSchema,
  mergeInputSchema,
  mergePreviewSchema,
} from '#shared/roster/mergeSchema.ts'
import {
  rolloverCountsSchema,
  rolloverDecisionsSchema,
  rolloverOptionsSchema,
  rolloverPreviewSchema,
} from '#shared/roster/rolloverSchema.ts'
import {
  coachPatchSchema,
  coachSchema,
  learnerPatchSchema,
  learnerSchema,
  pairingResultSchema,
  pairingSchema,
  personSchema,
} from '#shared/roster/schema.ts'
import { knownPersonSchema, staffMemberSchema, staffPatchSchema } from '#shared/roster/staff.ts'
import { awayStatuses, presentStatuses } from '#shared/roster/statuses.ts'
import { stagedFileSchema } from '#shared/workspace/schema.ts'

const inProgram = z.object({ programId: idSchema })
const asOf = inProgram.extend({
  asOf: plainDateSchema.optional().describe('as they stood on that day; today if absent'),
})

const audience = z
  .string()
  .trim()
  .max(80)
  .default('Program office')
  .describe('who it is for, as the export log will say')

const exportOptions = inProgram.extend({ asOf: plainDateSchema.optional(), audience })

const edits = <P extends z.ZodType>(patch: P) =>
  z.object({
    programId: idSchema,
    edits: z
      .array(z.object({ id: idSchema, revision: z.int(), set: patch }))
      .min(1)
      .max(100_000),
    effectiveOn: plainDateSchema
      .optional()
      .describe('from when a new status, level, capacity, effort or role holds; today if absent'),
    reason: z.string().trim().max(200).optional(),
  })

const why = z.string().trim().max(200).default('').describe('kept with the dates')

const removal = z.object({ programId: idSchema, ids: z.array(idSchema).min(1).max(100_000) })
const away = inProgram.extend({ learnerIds: z.array(idSchema).min(1).max(10_000), reason: why })
const pairingIds = z.array(idSchema).min(1).max(10_000)
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
  'roster.listStaff': query(
    'Who runs a program: a row per role of a person',
    asOf.extend({
      asOf: plainDateSchema
        .optional()
        .describe('the roles that hold on that day; if absent, those of today, to come, and ended without a next one'),
    }),
    z.array(staffMemberSchema),
  ),
  'roster.findPersonByEmail': query(
    'Who of the data file has an e-mail address, and what they are',
    z.object({ email: z.email() }),
    knownPersonSchema.nullable(),
  ),
  'roster.addStaff': mutation(
    'Give a person a role in running a program, from a day on',
    inProgram.extend({
      personId: idSchema.optional().describe('somebody the data file knows; a new person if absent'),
      staff: staffPatchSchema.required({ role: true }),
    }),
    staffMemberSchema,
  ),
  'roster.editStaff': mutation(
    'Change one or many roles; all or none. Another role, title or effort begins a period of its own',
    edits(staffPatchSchema),
    z.array(staffMemberSchema),
  ),
  'roster.endStaff': mutation(
    'End roles on a day, the last included; all or none',
    removal.extend({ toOn: plainDateSchema }),
    z.array(staffMemberSchema),
  ),
  'roster.removeStaff': mutation('Take out roles entered by mistake; the people stay', removal, removed),
  'roster.erasePerson': mutation(
    'Erase a person and all that the history says of them, for good',
    z.object({ personId: idSchema, revision: z.int() }),
    z.object({ erased: z.literal(true) }),
  ),

  'roster.putOnLeave': mutation(
    'Put learners on leave from a day on, with the day they are expected back; all or none',
    away.extend({
      fromOn: plainDateSchema,
      expectedReturnOn: plainDateSchema.optional(),
      status: z.enum(awayStatuses).default('leave'),
    }),
    z.array(learnerSchema),
  ),
  'roster.bringBack': mutation(
    'Bring learners back from leave on a day; all or none',
    away.extend({
      onDay: plainDateSchema,
      status: z.enum(presentStatuses).default('active'),
      level: z.string().trim().max(20).optional().describe('as it was if absent'),
    }),
    z.array(learnerSchema),
  ),

  'roster.previewRollover': query(
    'What moving a program to its next academic year would do to each learner',
    rolloverOptionsSchema,
    rolloverPreviewSchema,
  ),
  'roster.applyRollover': mutation(
    'Move a program to its next academic year: promote, graduate, hold back; what the preview said, but for the decisions',
    rolloverOptionsSchema.required({ toYear: true }).extend({ decisions: rolloverDecisionsSchema.default([]) }),
    rolloverCountsSchema,
  ),

  'roster.listPairings': query(
    'Who coached whom, from when to when',
    inProgram.extend({ asOf: plainDateSchema.optional().describe('those that held on that day; all if absent') }),
    z.array(pairingSchema),
  ),
  'roster.pairLearners': mutation(
    'Pair learners with coaches from a day on; all or none',
    inProgram.extend({
      pairs: z
        .array(z.object({ learnerId: idSchema, coachId: idSchema }))
        .min(1)
        .max(10_000),
      fromOn: plainDateSchema,
      why,
      keepCurrent: z.boolean().default(false).describe('whether the coach they have stays too'),
    }),
    pairingResultSchema,
  ),
  'roster.endPairings': mutation(
    'End pairings on a day, the last included; all or none',
    z.object({ ids: pairingIds, toOn: plainDateSchema, why }),
    z.object({ ended: z.int() }),
  ),
  'roster.removePairings': mutation('Take out pairings entered by mistake', z.object({ ids: pairingIds }), removed),

  'roster.findDuplicatePeople': query(
    'People of a program who may be entered twice, with why; nothing is merged by itself',
    inProgram,
    duplicatePeopleSchema,
  ),
  'roster.previewMerge': query('What merging one person into another would do', mergeInputSchema, mergePreviewSchema),
  'roster.mergePeople': mutation(
    'Make one person of two; undoing it takes them apart',
    mergeInputSchema.extend({ take: mergeChoicesSchema.default({}) }),
    personSchema,
  ),

  'roster.listCustomFields': query('The fields a program added of its own', inProgram, z.array(customFieldSchema)),
  'roster.saveCustomFields': mutation(
    'Make these the own fields of a program’s learners or coaches; one left out goes with what it held',
    inProgram.extend({
      appliesTo: z.enum(['learners', 'coaches']),
      fields: z.array(customFieldDraftSchema).max(40),
    }),
    z.array(customFieldSchema),
  ),

  'roster.previewImport': job(
    'Read a spreadsheet and say what importing it would change',
    importOptionsSchema,
    importPreviewSchema,
  ),
  'roster.applyImport': job(
    'Import a spreadsheet after a backup; what the preview said, in one step that can be undone',
    applyOptionsSchema,
    importResultSchema,
  ),
  'roster.exportFailedRows': job(
    'Write the rows of a spreadsheet that have problems as a workbook, to correct and import again',
    importOptionsSchema.extend({
      audience: z.string().trim().max(80).default('Program office').describe('as the export log will say'),
    }),
    stagedFileSchema,
  ),
  'roster.exportMailMerge': job(
    'Write a CSV with a row per pairing that holds: learner and coach, names and e-mails',
    exportOptions,
    exportedListSchema,
  ),
  'roster.exportElentra': job(
    'Write the learners as a CSV that Elentra imports users from',
    exportOptions.extend({
      organisationId: z.int().min(1).describe('the number of the organisation in Elentra'),
      username: z.enum(['netId', 'email', 'emailName']).default('netId').describe('what people sign in with'),
      group: z.string().trim().min(1).max(40).default('student'),
      role: z.string().trim().max(40).optional().describe('the class year of each learner if absent'),
    }),
    exportedListSchema,
  ),
  'roster.exportChanges': job(
    'Write what became of the people of a program between two days as an Excel workbook',
    inProgram.extend({ from: plainDateSchema, to: plainDateSchema.describe('included'), audience }),
    stagedFileSchema,
  ),
  'roster.exportWorkbook': job(
    'Write the roster of a program as an Excel workbook',
    exportOptions.extend({
      onScreen: z
        .object({
          kind: z.enum(['learners', 'coaches', 'staff']),
          columns: z
            .array(z.string())
            .min(1)
            .describe('keys of fields, `custom.` and the id for own ones; in this order'),
          ids: z.array(idSchema).describe('the rows, in this order'),
        })
        .optional()
        .describe('only what a grid shows; everything if absent'),
    }),
    stagedFileSchema,
  ),
} as const
