import * as z from 'zod'
import { idSchema } from '#shared/kernel/ids.ts'
import { instantSchema, plainDateSchema } from '#shared/kernel/plainDate.ts'
import { questionSchema } from '#shared/program/design/design.ts'

/** Where in the app something is done. */
export const places = [
  'design',
  'people',
  'pairing',
  'year',
  'coaches',
  'budget',
  'evaluation',
  'reports',
  'data',
] as const
export type Place = (typeof places)[number]

export const taskStatuses = ['late', 'due', 'later', 'done'] as const

export const taskSchema = z.object({
  key: z.string().describe('stable through the year: "budget.request", "openPoint.<id>"'),
  title: z.string(),
  detail: z.string(),
  from: plainDateSchema.describe('when it can begin'),
  due: plainDateSchema,
  place: z.enum(places),
  question: questionSchema.nullable().describe('the question whose answer sets it'),
  status: z.enum(taskStatuses).describe('due: its time has come; later: it has not'),
  done: z.object({ at: instantSchema, by: z.string() }).nullable(),
})
export type Task = z.infer<typeof taskSchema>

export const phaseSchema = z.object({ key: z.string(), title: z.string(), from: plainDateSchema, to: plainDateSchema })
export type Phase = z.infer<typeof phaseSchema>

export const alertSchema = z.object({
  key: z.enum([
    'unpaired',
    'overCapacity',
    'coachGone',
    'surveyLow',
    'surveyEmpty',
    'licence',
    'backupOld',
    'noBackup',
    'findings',
  ]),
  subject: z.string().nullable().describe('the wave by its id, or the instrument by its key; null for other alerts'),
  severity: z.enum(['wrong', 'warning']),
  message: z.string(),
  count: z.int(),
  place: z.enum(places),
  personIds: z.array(idSchema).describe('whom it is about; empty where it is about nobody'),
})
export type Alert = z.infer<typeof alertSchema>

export const headlineSchema = z.object({
  key: z.enum(['paired', 'ratio', 'staffed']),
  label: z.string(),
  value: z.string().describe('"97 %"; "no data" where there is none'),
  detail: z.string().describe('what it counts: "234 of 240 learners have a coach"'),
  tone: z.enum(['good', 'short', 'unknown']),
})
export type Headline = z.infer<typeof headlineSchema>

export const calendarSchema = z.object({
  year: z.int(),
  from: plainDateSchema,
  to: plainDateSchema,
  today: plainDateSchema,
  phases: z.array(phaseSchema),
  tasks: z.array(taskSchema).describe('by due date'),
  alerts: z.array(alertSchema),
  headlines: z.array(headlineSchema).length(3),
})
export type Calendar = z.infer<typeof calendarSchema>
