import type { Administration, Identity, Release } from '#shared/evaluation/schema.ts'
import type { ResponseState } from '#shared/evaluation/responsesSchema.ts'
import type { Audience } from '#shared/program/design/audiences.ts'
import type { Tracked } from '#main/database/tables/tracked.ts'

/** Instruments, waves, what came back, and what was released of it. */
export interface EvaluationTables {
  instrument_version: InstrumentVersionTable
  administration: AdministrationTable
  survey_code: SurveyCodeTable
  response: ResponseTable
  response_comment: ResponseCommentTable
  evaluation_release: EvaluationReleaseTable
}

/** An instrument that the office made, in one version; those that come with the app are no rows. */
export interface InstrumentVersionTable extends Tracked {
  key: string
  version: number
  name: string
  /** JSON */
  content: string
}

/** One wave of an instrument. */
export interface AdministrationTable extends Tracked {
  program_id: string
  instrument_key: string
  instrument_version: number
  name: string
  population: Administration['population']
  opens_on: string
  closes_on: string
  identity: Identity
  /** JSON: who was asked, by group. */
  expected: string
  key_destroyed_at: string | null
}

/** The key of a confidential wave: the only place that leads from a code to a person. */
export interface SurveyCodeTable extends Tracked {
  administration_id: string
  code: string
  person_id: string
}

export interface ResponseTable extends Tracked {
  administration_id: string
  /** The id that the survey tool gave it, or a hash of what it says; empty where the key of its wave was destroyed. */
  source_id: string
  /** Whose it is in a named wave; null in all others, where at most a code leads to somebody. */
  person_id: string | null
  code: string
  /** The coach it is about. */
  appointment_id: string | null
  recorded_on: string | null
  level: string
  site: string
  /** JSON, by item */
  answers: string
  /** JSON: answers that were left out, and why. */
  left_out: string
  state: ResponseState
  why: string
}

/** What somebody wrote, apart from their answers: no column leads to who it was. */
export interface ResponseCommentTable extends Tracked {
  administration_id: string
  /** Tells writers apart, and leads to nobody. */
  respondent: string
  item: string
  level: string
  site: string
  appointment_id: string | null
  text: string
  /** JSON */
  themes: string
}

/** A file of figures that left the program office: enough to make it again, and to check the next one against. */
export interface EvaluationReleaseTable {
  id: string
  program_id: string
  at: string
  actor: string
  audience: Audience
  what: Release['what']
  file_name: string
  year: number
  /** JSON: ids of the waves in it. */
  administrations: string
  /** JSON: what was held back, in words. */
  suppressed: string
  /** JSON: every cell that was shown. */
  published: string
  /** JSON: the model of the file; null where it named somebody since erased. */
  content: string | null
}
