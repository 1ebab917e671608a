import * as z from 'zod'
import { job, mutation, query } from '#shared/contract/procedure.ts'
import { instrumentSchema, licenceSchema, listedInstrumentSchema } from '#shared/evaluation/instrumentSchema.ts'
import {
  responseImportOptionsSchema,
  responseImportResultSchema,
  responsePreviewSchema,
  responseSchema,
  responseStates,
} from '#shared/evaluation/responsesSchema.ts'
import {
  coachesSchema,
  commentsSchema,
  goalsSchema,
  groupings,
  overviewSchema,
  resultsSchema,
} from '#shared/evaluation/resultSchema.ts'
import { administrationDraftSchema, administrationSchema, releaseSchema } from '#shared/evaluation/schema.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { audiences } from '#shared/program/design/audiences.ts'
import { stagedFileSchema } from '#shared/workspace/schema.ts'

const ofProgram = z.object({ programId: idSchema })
const ofAdministration = ofProgram.extend({ administrationId: idSchema })
const year = z.int().min(1990).max(2100).optional().describe('academic year; that of the program if absent')
const forAudience = ofProgram.extend({
  audience: z.enum(audiences).describe('who is to see it: decides what is shown'),
})
const release = forAudience.extend({ year })

export const evaluationContract = {
  'evaluation.listInstruments': query(
    'The instruments, each in its newest version',
    z.object({ versions: z.boolean().default(false).describe('with the older versions') }),
    z.array(listedInstrumentSchema),
  ),
  'evaluation.saveInstrument': mutation(
    'Add an instrument, or change one: waves that were held keep the version they were made with, and a new one is made',
    z.object({
      instrument: instrumentSchema,
      replaces: z.int().nullable().describe('the newest version as it was read; null: new'),
      revision: z.int().optional().describe('of that version as it was read; not compared where absent'),
    }),
    instrumentSchema,
  ),
  'evaluation.saveLicence': mutation(
    'Note who holds the rights to an instrument and what may still be used; no version is made',
    z.object({
      instrumentKey: z.string().min(1).max(40),
      licence: licenceSchema,
      revision: z.int().describe('of the newest version as it was read'),
    }),
    instrumentSchema,
  ),

  'evaluation.listAdministrations': query(
    'The waves of a program, oldest first',
    ofProgram,
    z.array(administrationSchema),
  ),
  'evaluation.saveAdministration': mutation(
    'Add or change a wave',
    ofProgram.extend({ administration: administrationDraftSchema }),
    administrationSchema,
  ),
  'evaluation.removeAdministration': mutation(
    'Take out a wave entered by mistake, with its responses',
    ofAdministration,
    z.object({ removed: z.literal(true) }),
  ),
  'evaluation.makeCodes': mutation(
    'Make a code for everybody of the population who has none yet',
    ofAdministration,
    z.object({ made: z.int(), codes: z.int() }),
  ),
  'evaluation.exportCodes': job('Write the codes for the survey tool as a CSV', ofAdministration, stagedFileSchema),
  'evaluation.destroyKey': mutation(
    'Destroy what leads from codes to people, for good; this cannot be undone',
    ofAdministration,
    administrationSchema,
  ),

  'evaluation.previewResponses': job(
    'Read a survey export and say what importing it would add',
    responseImportOptionsSchema,
    responsePreviewSchema,
  ),
  'evaluation.applyResponses': job(
    'Import a survey export after a backup, in one step that can be undone',
    responseImportOptionsSchema,
    responseImportResultSchema,
  ),
  'evaluation.listProblems': query(
    'Responses of a wave that are in no figure, or of which an answer was left out',
    ofAdministration,
    z.array(
      responseSchema
        .omit({ answers: true, personId: true, appointmentId: true })
        .describe('without the answers: nobody reads them with a name'),
    ),
  ),
  'evaluation.fixResponse': mutation(
    'Say whose a response is, or take it into the figures or out of them',
    ofProgram.extend({
      responseId: idSchema,
      code: z.string().trim().min(1).max(80).optional().describe('of the wave, or a number of the person'),
      email: z.string().trim().min(1).max(254).optional().describe('an address of the person'),
      state: z.enum(responseStates).extract(['counted', 'excluded']).optional(),
      why: z.string().trim().max(500).default(''),
    }),
    z.object({ responseId: idSchema, state: z.enum(responseStates) }),
  ),

  'evaluation.overview': query('The waves with their response rates', forAudience.extend({ year }), overviewSchema),
  'evaluation.results': query(
    'Scores of an instrument by wave and group, with changes, comparisons and trends',
    forAudience.extend({
      instrumentKey: z.string().min(1).max(40),
      groupBy: z.enum(groupings).default('none'),
      year: year.describe('by the waves until the end of this academic year; by all if absent'),
    }),
    resultsSchema,
  ),
  'evaluation.goals': query(
    'Each goal of question 1: met, not met, or not enough data',
    forAudience.extend({ year }),
    goalsSchema,
  ),
  'evaluation.coaches': query(
    'What each coach is accountable for, without betraying who said what',
    forAudience.extend({
      year,
      appointmentId: idSchema.optional().describe('one coach; needed where the audience is that coach'),
    }),
    coachesSchema,
  ),
  'evaluation.comments': query(
    'Comments of groups that are large enough, with their themes',
    forAudience.extend({ instrumentKey: z.string().min(1).max(40), groupBy: z.enum(groupings).default('none') }),
    commentsSchema,
  ),
  'evaluation.setThemes': mutation(
    'Give comments their themes; all or none',
    ofProgram.extend({
      comments: z
        .array(z.object({ id: idSchema, themes: z.array(z.string().trim().min(1).max(80)).max(20) }))
        .min(1)
        .max(5000),
    }),
    z.object({ changed: z.int() }),
  ),

  'evaluation.exportOutcomes': job('Write the outcomes workbook for an audience (.xlsx)', release, stagedFileSchema),
  'evaluation.exportBrief': job('Write the two-page brief for an audience (.docx)', release, stagedFileSchema),
  'evaluation.listReleases': query('What was released, for whom, newest first', ofProgram, z.array(releaseSchema)),
  'evaluation.remake': job(
    'Make a release again as it was then',
    ofProgram.extend({ releaseId: idSchema }),
    stagedFileSchema,
  ),
} as const
