import type { Kysely } from 'kysely'
import type { HistoryChangeTable, Tables } from '#main/database/tables.ts'
import { loadNames } from '#main/features/workspace/repository.ts'
import { rowChange } from '#main/features/workspace/rowChange.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { refuse } from '#shared/kernel/problem.ts'
import { changesInWords, type RowImage } from '#shared/workspace/changeWords.ts'
import type { EntryDetail } from '#shared/workspace/schema.ts'

type Db = Kysely<Tables>
type Change = Pick<HistoryChangeTable, 'table_name' | 'row_id' | 'person_id' | 'before' | 'after'>

// As many as somebody reads; an import of a whole school would be a document of its own.
const shownRows = 200

/** What an entry changed: whom or what it was about, the field, before and after. @throws Refusal `not_found` */
export async function entryDetail(db: Db, entryId: Id): Promise<EntryDetail> {
  const entry = await db.selectFrom('history_entry').select('id').where('id', '=', entryId).executeTakeFirst()
  if (!entry) throw refuse('not_found', 'This entry is not in the history of the open data file.')
  const changes = await db
    .selectFrom('history_change')
    .select(['table_name', 'row_id', 'person_id', 'before', 'after'])
    .where('entry_id', '=', entryId)
    .orderBy('id')
    .execute()
  const [people, nameOf] = await Promise.all([namePeople(db, entryId), loadNames(db, changes.map(rowChange))])
  // All that is about one person stands together, whichever table it is from.
  const subjects = Map.groupBy(changes, ({ person_id, row_id }) => person_id ?? row_id)
  const rows = [...subjects.values()].flatMap((about) => {
    const subject = subjectOf(about.at(-1)!, people)
    return changesInWords(about.map(rowChange), nameOf).map((change) => ({ subject, ...change }))
  })
  return { rows: rows.slice(0, shownRows), leftOut: Math.max(0, rows.length - shownRows) }
}

/** The people an entry is about, by name. Somebody who is gone is still named by the history. */
async function namePeople(db: Db, entryId: Id): Promise<ReadonlyMap<Id, string>> {
  const concerned = db.selectFrom('history_change').select('person_id').where('entry_id', '=', entryId)
  const [present, images] = await Promise.all([
    db
      .selectFrom('person')
      .select(['id', 'first_name', 'last_name'])
      .where('id', 'in', concerned.$castTo<{ person_id: Id }>())
      .execute(),
    db
      .selectFrom('history_change')
      .select(['row_id', 'before'])
      .where('table_name', '=', 'person')
      .where('after', 'is', null)
      .where('before', 'is not', null)
      .where('row_id', 'in', concerned.$castTo<{ person_id: Id }>())
      .orderBy('id')
      .execute(),
  ])
  const gone = images.map(({ row_id, before }) => [row_id, fullName(JSON.parse(before!) as RowImage)] as const)
  return new Map([...gone, ...present.map((person) => [person.id, fullName(person)] as const)])
}

const fullName = ({ first_name, last_name }: RowImage): string =>
  [first_name, last_name].filter(Boolean).join(' ') || 'Somebody without a name'

const kindWords: Readonly<Record<string, string>> = {
  program: 'Program',
  cohort: 'Cohort',
  site: 'Site',
  grid_view: 'View',
  custom_field: 'Field',
  budget: 'Budget',
  budget_scenario: 'Scenario',
  budget_item: 'Budget',
  budget_difference: 'Scenario',
  budget_note: 'Note on a variance',
  ledger_entry: 'Ledger',
  ledger_account: 'Account',
  instrument_version: 'Instrument',
  administration: 'Wave',
  response: 'Response',
}

function subjectOf({ table_name, person_id, before, after }: Change, people: ReadonlyMap<Id, string>): string {
  if (person_id !== null) return people.get(person_id) ?? 'Somebody since removed'
  const image = JSON.parse(after ?? before ?? '{}') as RowImage
  return [kindWords[table_name] ?? table_name, image.name].filter(Boolean).join(' ')
}
