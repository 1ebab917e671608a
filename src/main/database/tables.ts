import type { Generated } from 'kysely'
import type { BudgetTables } from '#main/database/tables/budget.ts'
import type { CoachingTables } from '#main/database/tables/coaching.ts'
import type { EvaluationTables } from '#main/database/tables/evaluation.ts'
import type { ProgramTables } from '#main/database/tables/program.ts'
import type { RosterTables } from '#main/database/tables/roster.ts'
import type { WorkspaceTables } from '#main/database/tables/workspace.ts'

/**
 * The data file, table by table. Dates are `YYYY-MM-DD`, instants UTC ISO, ids UUIDv7 text, shares integer basis points.
 * A tracked table has `id` and `revision`; every write to it lands in `history_change` by trigger.
 * The logs of imports and exports are not tracked: they say what happened, and undoing it does not unsay that.
 * A dated row (`from_on`, `to_on`) is closed and followed by another, never overwritten; `to_on` is the last day, null while open.
 */
export interface Tables
  extends ProgramTables, RosterTables, CoachingTables, BudgetTables, EvaluationTables, WorkspaceTables {
  history_change: HistoryChangeTable
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
