import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import { loadNames } from '#main/features/workspace/repository.ts'
import { rowChange } from '#main/features/workspace/rowChange.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { addDays, type PlainDate } from '#shared/kernel/plainDate.ts'
import { changesInWords } from '#shared/workspace/changeWords.ts'
import type { FieldChange } from '#shared/workspace/schema.ts'

type Db = Kysely<Tables>

/** What holds from a day on, or happened on one, is no correction: its rows say when. */
const datedTables = [
  'enrolment_standing',
  'appointment_standing',
  'pairing',
  'meeting',
  'module_completion',
  'observation',
] as const

const rowsOfNews: ReadonlySet<string> = new Set(['person', 'enrolment', 'appointment'])

/**
 * What became of people's undated fields between two days, both included, by person: the first value before and the last
 * after. People and places added in the time are not among them: they are news, and no correction.
 */
export async function loadCorrections(
  db: Db,
  { from, to }: { from: PlainDate; to: PlainDate },
): Promise<Map<Id, FieldChange[]>> {
  const rows = await db
    .selectFrom('history_change')
    .innerJoin('history_entry as entry', 'entry.id', 'entry_id')
    .select(['table_name', 'row_id', 'person_id', 'before', 'after'])
    .where('at', '>=', from)
    .where('at', '<', addDays(to, 1))
    .where('person_id', 'is not', null)
    .where('table_name', 'not in', datedTables)
    .orderBy('history_change.id')
    .execute()
  const news = rows.filter(({ table_name, before }) => before === null && rowsOfNews.has(table_name))
  // The row of a person who was added has the person's own id.
  const added = new Set(news.map(({ row_id }) => row_id))
  const changes = rows
    .filter(({ row_id, person_id }) => !added.has(row_id) && !added.has(person_id!))
    .map((row) => ({ personId: row.person_id!, ...rowChange(row) }))
  const nameOf = await loadNames(db, changes)
  const byPerson = Map.groupBy(changes, ({ personId }) => personId)
  return new Map([...byPerson].map(([personId, images]) => [personId, changesInWords(images, nameOf)]))
}
