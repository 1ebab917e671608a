import type Database from 'better-sqlite3'
import type { Change } from '#main/database/history.ts'

type Image = Record<string, string | number | null>

/** Who or what a row is, as an administrator would say it: "Ana Garcia", "site North Campus". */
export function rowInWords(database: Database.Database, change: Change): string {
  const image: Image = JSON.parse(change.after ?? change.before ?? '{}') as Image
  if (change.table_name === 'person') return personName(image)
  const personId = change.person_id ?? personOf(database, image)
  if (personId !== null) return nameOf(database, personId)
  const kind = kindWords[change.table_name] ?? change.table_name
  return image.name ? `${kind} ${image.name}` : `a ${kind}`
}

const kindWords: Partial<Record<Change['table_name'], string>> = {
  grid_view: 'view',
  custom_field: 'field',
  design_version: 'version of the design',
  design_answer: 'answer of the design',
  program_task: 'task',
  module_completion: 'module done',
  budget_scenario: 'scenario',
  budget_item: 'part of the budget',
  budget_difference: 'difference of a scenario',
  budget_note: 'note on a variance',
  ledger_entry: 'ledger entry',
  ledger_account: 'account',
  instrument_version: 'instrument',
  administration: 'wave',
  survey_code: 'survey code',
  response: 'response',
  response_comment: 'comment',
}

function personOf(database: Database.Database, image: Image): string | null {
  if (image.person_id) return String(image.person_id)
  const parent = (['enrolment', 'appointment'] as const).find((table) => image[`${table}_id`])
  if (parent === undefined) return null
  const row = database
    .prepare<[Image[string]], { person_id: string }>(`SELECT person_id FROM ${parent} WHERE id = ?`)
    .get(image[`${parent}_id`] ?? null)
  return row?.person_id ?? null
}

/** A person who is gone is still named by their history. */
function nameOf(database: Database.Database, personId: string): string {
  const row =
    database.prepare<[string], Image>('SELECT first_name, last_name FROM person WHERE id = ?').get(personId) ??
    lastImage(database, personId)
  return row ? personName(row) : 'somebody since removed'
}

function lastImage(database: Database.Database, personId: string): Image | null {
  const json = database
    .prepare<[string], string>(
      `SELECT before FROM history_change
       WHERE table_name = 'person' AND row_id = ? AND before IS NOT NULL ORDER BY id DESC LIMIT 1`,
    )
    .pluck()
    .get(personId)
  return json === undefined ? null : (JSON.parse(json) as Image)
}

const personName = ({ first_name, last_name }: Image): string =>
  [first_name, last_name].filter(Boolean).join(' ') || 'a person'
