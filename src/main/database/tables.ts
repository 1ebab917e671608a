import type { Generated } from 'kysely'
import type { LedgerEntry } from '#shared/budget/actualsSchema.ts'
import type { MeetingMode, MeetingOutcome } from '#shared/coaching/schema.ts'
import type { Budget, BudgetCategory, ItemKind } from '#shared/budget/schema.ts'
import type { Administration, Identity, Release } from '#shared/evaluation/schema.ts'
import type { ResponseState } from '#shared/evaluation/responsesSchema.ts'
import type { CustomFieldKind } from '#shared/roster/customFields.ts'
import type { CoachStatus, CoachType, IdentityKind, LearnerStatus, RosterKind } from '#shared/roster/schema.ts'
import type { StaffRole } from '#shared/roster/staffRoles.ts'
import type { Audience } from '#shared/program/design/audiences.ts'
import type { Question } from '#shared/program/design/design.ts'
import type { VersionState } from '#shared/program/design/version.ts'
import type { ProgramKind } from '#shared/program/schema.ts'
import type { HistoryEntry } from '#shared/workspace/schema.ts'

/**
 * The data file, table by table. Dates are `YYYY-MM-DD`, instants UTC ISO, ids UUIDv7 text, shares integer basis points.
 * A tracked table has `id` and `revision`; every write to it lands in `history_change` by trigger.
 * The logs of imports and exports are not tracked: they say what happened, and undoing it does not unsay that.
 * A dated row (`from_on`, `to_on`) is closed and followed by another, never overwritten; `to_on` is the last day, null while open.
 */
export interface Tables {
  program: ProgramTable
  cohort: PartTable
  site: PartTable
  design_version: DesignVersionTable
  design_answer: DesignAnswerTable
  program_task: ProgramTaskTable
  person: PersonTable
  person_identity: PersonIdentityTable
  enrolment: EnrolmentTable
  enrolment_standing: EnrolmentStandingTable
  appointment: AppointmentTable
  appointment_standing: AppointmentStandingTable
  pairing: PairingTable
  meeting: MeetingTable
  module_completion: ModuleCompletionTable
  observation: ObservationTable
  staff_role: StaffRoleTable
  custom_field: CustomFieldTable
  custom_value: CustomValueTable
  budget: BudgetTable
  budget_scenario: BudgetScenarioTable
  budget_item: BudgetItemTable
  budget_difference: BudgetDifferenceTable
  budget_note: BudgetNoteTable
  ledger_entry: LedgerEntryTable
  ledger_account: LedgerAccountTable
  instrument_version: InstrumentVersionTable
  administration: AdministrationTable
  survey_code: SurveyCodeTable
  response: ResponseTable
  response_comment: ResponseCommentTable
  evaluation_release: EvaluationReleaseTable
  grid_view: GridViewTable
  import_run: ImportRunTable
  export_run: ExportRunTable
  import_memory: ImportMemoryTable

  history_entry: HistoryEntryTable
  history_change: HistoryChangeTable
  request: RequestTable
}

interface Tracked {
  id: string
  revision: number
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

/** One row per human, whatever they are in the program; learner this year, coach some years later. */
export interface PersonTable extends Tracked {
  last_name: string
  first_name: string
  middle_name: string
  suffix: string
  preferred_name: string
  degrees: string
  department: string
  specialty: string
  note: string
}

/** What a person is known by elsewhere. `match_key` is the folded value, unique within its kind. */
export interface PersonIdentityTable extends Tracked {
  person_id: string
  kind: IdentityKind
  value: string
  match_key: string
  /** 0 is the main one of its kind. */
  position: number
}

export interface EnrolmentTable extends Tracked {
  person_id: string
  program_id: string
  cohort_id: string | null
  site_id: string | null
  class_year: number | null
  track: string
  starts_on: string | null
  ends_on: string | null
}

/** Level and status of a learner, from a day on. */
export interface EnrolmentStandingTable extends Tracked {
  enrolment_id: string
  from_on: string
  to_on: string | null
  status: LearnerStatus
  level: string
  reason: string
}

export interface AppointmentTable extends Tracked {
  person_id: string
  program_id: string
  site_id: string | null
  coach_type: CoachType
  starts_on: string | null
  ends_on: string | null
}

/** Status, capacity and effort of a coach, from a day on. */
export interface AppointmentStandingTable extends Tracked {
  appointment_id: string
  from_on: string
  to_on: string | null
  status: CoachStatus
  /** Learners at most; null where it is not decided. */
  capacity: number | null
  /** Basis points of a full-time job; null where it is not decided. */
  effort: number | null
  reason: string
}

/** One learner with one coach of the same program, from a day on. */
export interface PairingTable extends Tracked {
  enrolment_id: string
  appointment_id: string
  from_on: string
  to_on: string | null
  started_why: string
  /** Empty while it holds. */
  ended_why: string
}

/** A meeting of a learner with a coach, or one that was to be and was missed. */
export interface MeetingTable extends Tracked {
  enrolment_id: string
  appointment_id: string
  met_on: string
  outcome: MeetingOutcome
  mode: MeetingMode | null
  minutes: number | null
}

/** A module of question 7 that a coach did. */
export interface ModuleCompletionTable extends Tracked {
  appointment_id: string
  module_id: string
  /** As it was called then: modules come and go with the design. */
  module_name: string
  completed_on: string
}

/** Somebody was observed coaching, by another coach where it is known by whom. */
export interface ObservationTable extends Tracked {
  appointment_id: string
  observer_id: string | null
  observed_on: string
  round: string
}

/** What somebody does for a program beside coaching, from a day on. */
export interface StaffRoleTable extends Tracked {
  person_id: string
  program_id: string
  site_id: string | null
  role: StaffRole
  title: string
  /** Basis points of a full-time job; null where it is not decided. */
  effort: number | null
  from_on: string
  to_on: string | null
  note: string
}

/** A field that a program adds to its learners or coaches. */
export interface CustomFieldTable extends Tracked {
  program_id: string
  applies_to: RosterKind
  name: string
  kind: CustomFieldKind
  /** JSON: the texts to choose from; empty but for a choice. */
  choices: string
  position: number
}

/** What one learner or one coach has in such a field; no row where it is empty. */
export interface CustomValueTable extends Tracked {
  field_id: string
  enrolment_id: string | null
  appointment_id: string | null
  value: string
}

/** One version of a program's budget; at most one is approved. */
export interface BudgetTable extends Tracked {
  program_id: string
  number: number
  status: Budget['status']
  /** JSON */
  settings: string
  /** JSON */
  assumptions: string
  approved_on: string | null
  approved_by: string
  /** JSON: what the roster and the design said when it was approved; null while it is a draft, which reads them live. */
  facts: string | null
  changed_at: string
}

export interface BudgetScenarioTable extends Tracked {
  budget_id: string
  name: string
  note: string
  position: number
}

/** A position, line, fund, rate or pay plan. */
export interface BudgetItemTable extends Tracked {
  budget_id: string
  /** The one scenario it is in; null: all. */
  scenario_id: string | null
  /** The same in every version of the budget. */
  key: string
  kind: ItemKind
  position: number
  /** JSON, by kind */
  content: string
  /** Whom it is about, so that their history can be scrubbed: the holder of a position, or a coach with pay of their own. */
  person_id: string | null
}

/** One field that a scenario has otherwise than the base. */
export interface BudgetDifferenceTable extends Tracked {
  scenario_id: string
  /** Empty: the assumptions. */
  item_key: string
  field: string
  /** JSON */
  value: string
}

/** Why a category was over or under in a fiscal year. */
export interface BudgetNoteTable extends Tracked {
  budget_id: string
  fiscal_year: number
  category: BudgetCategory
  note: string
}

/** One line of the ledger, in cents; negative for a credit. */
export interface LedgerEntryTable extends Tracked {
  program_id: string
  posted_on: string
  kind: LedgerEntry['kind']
  account: string
  fund_code: string
  description: string
  reference: string
  amount: number
}

/** Where the entries of an account belong in the budget. */
export interface LedgerAccountTable extends Tracked {
  program_id: string
  account: string
  /** Empty: whatever the fund. */
  fund_code: string
  /** Null: not of this program. */
  category: BudgetCategory | null
  item_key: string | null
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

export interface GridViewTable extends Tracked {
  grid: string
  name: string
  /** JSON */
  state: string
}

export interface ImportRunTable {
  id: string
  at: string
  actor: string
  file_name: string
  sha256: string
  imported_as: string
  program_id: string
  created: number
  updated: number
  unchanged: number
  skipped: number
  /** The history entry of the import; undoing it rolls the import back. No such entry exists where nothing changed. */
  entry_id: string
}

/** What was chosen for files of the same columns, as JSON; not tracked, because it says nothing of the program. */
export interface ImportMemoryTable {
  id: string
  program_id: string
  imported_as: RosterKind
  headers: string
  fields: string
  value_meanings: string
  policies: string
  at: string
}

export interface ExportRunTable {
  id: string
  at: string
  actor: string
  what: string
  file_name: string
  audience: string
  rows: number
}

/** One thing somebody did. Append-only. */
export interface HistoryEntryTable {
  /** The order in which things happened, whatever the clock said. */
  seq: Generated<number>
  id: string
  at: string
  actor: string
  kind: HistoryEntry['kind']
  label: string
  reason: string | null
  request_id: string
  /** For an undo or redo: the entry it reverses. */
  reverses_id: string | null
}

/** One row it touched, before and after as JSON. Append-only, written by trigger. */
export interface HistoryChangeTable {
  id: Generated<number>
  entry_id: string
  table_name: keyof Tables
  row_id: string
  /** The person it is about, so that their history can be shown, and scrubbed when they are erased. */
  person_id: string | null
  /** The second person of a row that is about two: the coach of a pairing. */
  other_person_id: string | null
  /** Null where the row was added; both are null where the person was erased. */
  before: string | null
  after: string | null
}

/** Answers already given, so that a retry does not apply twice. */
export interface RequestTable {
  id: string
  at: string
  result: string
}
