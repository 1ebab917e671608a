import * as z from 'zod'
import {
  recordImportOptionsSchema,
  recordImportResultSchema,
  recordPreviewSchema,
} from '#shared/coaching/importSchema.ts'
import {
  coachRecordSchema,
  completionDraftSchema,
  completionSchema,
  meetingDraftSchema,
  meetingSchema,
  observationDraftSchema,
  observationSchema,
  recordKinds,
} from '#shared/coaching/schema.ts'
import { job, mutation, query } from '#shared/contract/procedure.ts'
import { idSchema } from '#shared/kernel/ids.ts'

const ofProgram = z.object({ programId: idSchema })

export const coachingContract = {
  'coaching.listMeetings': query(
    'The meetings of coaches with learners that were recorded, newest first',
    ofProgram,
    z.array(meetingSchema),
  ),
  'coaching.getRecord': query(
    'What is recorded of one coach: meetings, modules done, observations',
    ofProgram.extend({ coachId: idSchema.describe('the appointment') }),
    coachRecordSchema,
  ),
  'coaching.saveMeetings': mutation(
    'Record meetings, or change them; all or none. What was talked about is never stored',
    ofProgram.extend({ meetings: z.array(meetingDraftSchema).min(1).max(1000) }),
    z.array(meetingSchema),
  ),
  'coaching.saveCompletion': mutation(
    'Record that a coach did a module of question 7, or change it',
    ofProgram.extend({ completion: completionDraftSchema }),
    completionSchema,
  ),
  'coaching.saveObservation': mutation(
    'Record that a coach was observed coaching, or change it',
    ofProgram.extend({ observation: observationDraftSchema }),
    observationSchema,
  ),
  'coaching.removeRecords': mutation(
    'Take out meetings, completions or observations recorded by mistake; all or none',
    ofProgram.extend({ kind: z.enum(recordKinds), ids: z.array(idSchema).min(1).max(5000) }),
    z.object({ removed: z.int() }),
  ),
  'coaching.previewImport': job(
    'Read a list of meetings or of modules done, and say what importing it would add',
    recordImportOptionsSchema,
    recordPreviewSchema,
  ),
  'coaching.applyImport': job(
    'Import a list of meetings or of modules done after a backup, in one step that can be undone',
    recordImportOptionsSchema,
    recordImportResultSchema,
  ),
} as const
