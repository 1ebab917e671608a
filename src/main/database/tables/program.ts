import type { Question } from '#shared/program/design/design.ts'
import type { VersionState } from '#shared/program/design/version.ts'
import type { ProgramKind } from '#shared/program/schema.ts'
import type { Tracked } from '#main/database/tables/tracked.ts'

/** Programs with their cohorts and sites, the design and what is done of the year. */
export interface ProgramTables {
  program: ProgramTable
  design_version: DesignVersionTable
  design_answer: DesignAnswerTable
  program_task: ProgramTaskTable
  cohort: PartTable
  site: PartTable
}

export interface ProgramTable extends Tracked {
  name: string
  kind: ProgramKind
  institution: string
  /** The academic year by the year it starts in. */
  year: number
  /** The day it was put away; null while it is in use. */
  archived_on: string | null
}

/** One version of a program's design: at most one is a draft, at most one is adopted. */
export interface DesignVersionTable extends Tracked {
  program_id: string
  number: number
  status: VersionState
  adopted_on: string | null
  adopted_by: string
}

/** The answer of a version to one of the eight questions; no row where nothing was answered. */
export interface DesignAnswerTable extends Tracked {
  version_id: string
  question: Question
  /** JSON */
  answer: string
  saved_at: string
  saved_by: string
}

/** A task of an academic year that somebody marked as done. */
export interface ProgramTaskTable extends Tracked {
  program_id: string
  year: number
  task: string
  done_at: string
  done_by: string
}

export interface PartTable extends Tracked {
  program_id: string
  name: string
  position: number
}
