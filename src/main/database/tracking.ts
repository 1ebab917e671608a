import type Database from 'better-sqlite3'
import type { Tables } from '#main/database/tables.ts'

/** Leads from a row to a person it is about: its own column, or that of its parent row. */
interface PersonLink {
  readonly column: string
  readonly parent?: 'enrolment' | 'appointment'
}

/** A table whose every change is in the history, and can be undone. */
interface TrackedTable {
  readonly name: keyof Tables
  /** Whom a row is about; of a row about two, the learner first. */
  readonly people?: readonly PersonLink[]
}

const ofEnrolment = { column: 'enrolment_id', parent: 'enrolment' } as const
const ofAppointment = { column: 'appointment_id', parent: 'appointment' } as const

export const trackedTables = [
  { name: 'program' },
  { name: 'cohort' },
  { name: 'site' },
  { name: 'design_version' },
  { name: 'design_answer' },
  { name: 'program_task' },
  { name: 'person', people: [{ column: 'id' }] },
  { name: 'person_identity', people: [{ column: 'person_id' }] },
  { name: 'enrolment', people: [{ column: 'person_id' }] },
  { name: 'enrolment_standing', people: [ofEnrolment] },
  { name: 'appointment', people: [{ column: 'person_id' }] },
  { name: 'appointment_standing', people: [ofAppointment] },
  { name: 'pairing', people: [ofEnrolment, ofAppointment] },
  { name: 'meeting', people: [ofEnrolment, ofAppointment] },
  { name: 'module_completion', people: [ofAppointment] },
  { name: 'observation', people: [ofAppointment, { column: 'observer_id', parent: 'appointment' }] },
  { name: 'staff_role', people: [{ column: 'person_id' }] },
  { name: 'custom_field' },
  { name: 'custom_value', people: [ofEnrolment, ofAppointment] },
  { name: 'budget' },
  { name: 'budget_scenario' },
  { name: 'budget_item', people: [{ column: 'person_id' }] },
  { name: 'budget_difference' },
  { name: 'budget_note' },
  { name: 'ledger_entry' },
  { name: 'ledger_account' },
  { name: 'instrument_version' },
  { name: 'administration' },
  { name: 'survey_code', people: [{ column: 'person_id' }] },
  { name: 'response', people: [{ column: 'person_id' }, ofAppointment] },
  { name: 'response_comment', people: [ofAppointment] },
  { name: 'grid_view' },
] as const satisfies readonly TrackedTable[]

export type TrackedName = (typeof trackedTables)[number]['name']

/** They grow and are never changed; undoing an import does not unsay that it was made. */
export const logTables = ['import_run', 'export_run', 'evaluation_release'] as const

const events = ['insert', 'update', 'delete'] as const

/**
 * Makes the triggers that write the history of the tracked tables, from the columns these have now. They are part of the
 * file, so that nothing that changes a row, not even a stray SQL statement, gets past them.
 */
export function createTracking(database: Database.Database): void {
  for (const table of trackedTables) database.exec(triggersOf(table, columnsOf(database, table.name)))
}

/** Takes them away, so that a migration can rewrite rows. */
export function dropTracking(database: Database.Database): void {
  for (const { name } of trackedTables)
    for (const event of events) database.exec(`DROP TRIGGER IF EXISTS ${name}_${event}`)
}

export function columnsOf(database: Database.Database, table: string): string[] {
  return database.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table)
}

function triggersOf(table: TrackedTable, columns: readonly string[]): string {
  const json = (row: 'OLD' | 'NEW') =>
    `json_object(${columns.map((column) => `'${column}', ${row}.${column}`).join(', ')})`
  const images = { insert: ['NULL', json('NEW')], update: [json('OLD'), json('NEW')], delete: [json('OLD'), 'NULL'] }
  return events
    .map((event) => {
      const row = event === 'delete' ? 'OLD' : 'NEW'
      return `
CREATE TRIGGER ${table.name}_${event} AFTER ${event.toUpperCase()} ON ${table.name} BEGIN
  SELECT RAISE(ABORT, 'a tracked table is written only inside a write of the data file')
  WHERE NOT EXISTS (SELECT 1 FROM history_current);
  INSERT INTO history_change (entry_id, table_name, row_id, person_id, other_person_id, before, after)
  SELECT entry_id, '${table.name}', ${row}.id, ${personOf(table, 0, row)}, ${personOf(table, 1, row)}, ${images[event].join(', ')} FROM history_current;
END;`
    })
    .join('')
}

function personOf({ people = [] }: TrackedTable, place: 0 | 1, row: 'OLD' | 'NEW'): string {
  const person = people[place]
  if (!person) return 'NULL'
  const link = `${row}.${person.column}`
  if (!person.parent) return link
  // The parent row may have gone first, in a deletion: then its own history knows.
  return `coalesce(
    (SELECT person_id FROM ${person.parent} WHERE id = ${link}),
    (SELECT person_id FROM history_change WHERE table_name = '${person.parent}' AND row_id = ${link} ORDER BY id DESC LIMIT 1))`
}
