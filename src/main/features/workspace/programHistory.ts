import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import type { TrackedName } from '#main/database/tracking.ts'
import { rowChange } from '#main/features/workspace/rowChange.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { RowChange, RowImage } from '#shared/workspace/changeWords.ts'

type Db = Kysely<Tables>

/** How many entries are read at a time, and how many are looked at in all: what is older is no news. */
const page = 50
const mostLookedAt = 500

/** What an entry is about shows in its first rows: an import of thousands writes one program. */
const rowsLookedAt = 8

/** Columns that lead from a row to one that knows its program. */
const parents: readonly (readonly [column: string, table: TrackedName])[] = [
  ['version_id', 'design_version'],
  ['budget_id', 'budget'],
  ['scenario_id', 'budget_scenario'],
  ['administration_id', 'administration'],
  ['field_id', 'custom_field'],
  ['enrolment_id', 'enrolment'],
  ['appointment_id', 'appointment'],
]

/** The newest entries of the history that changed something of a program, or of somebody who is in it. */
export async function findEntriesOf(db: Db, programId: Id, before: Id | undefined, limit: number): Promise<Id[]> {
  const program = new ProgramRows(db, programId)
  const found: Id[] = []
  let oldest = before
  for (let looked = 0; looked < mostLookedAt && found.length < limit; looked += page) {
    const entries = await newestBefore(db, oldest)
    for (const id of entries) if (found.length < limit && (await program.isChangedBy(id))) found.push(id)
    if (entries.length < page) break
    oldest = entries.at(-1)
  }
  return found
}

async function newestBefore(db: Db, before: Id | undefined): Promise<Id[]> {
  let query = db.selectFrom('history_entry').select('id').orderBy('seq', 'desc').limit(page)
  if (before !== undefined)
    query = query.where('seq', '<', (eb) => eb.selectFrom('history_entry').select('seq').where('id', '=', before))
  return (await query.execute()).map(({ id }) => id)
}

/** Tells the rows of one program. The history itself says where a row belongs that is there no more. */
class ProgramRows {
  readonly #db: Db
  readonly #programId: Id
  readonly #known = new Map<string, boolean>()

  constructor(db: Db, programId: Id) {
    this.#db = db
    this.#programId = programId
  }

  async isChangedBy(entryId: Id): Promise<boolean> {
    const rows = await this.#db
      .selectFrom('history_change')
      .select(['table_name', 'row_id', 'before', 'after'])
      .where('entry_id', '=', entryId)
      .orderBy('id')
      .limit(rowsLookedAt)
      .execute()
    for (const row of rows) if (await this.#isOurs(rowChange(row))) return true
    return false
  }

  async #isOurs({ table, rowId, before, after }: RowChange): Promise<boolean> {
    if (table === 'program') return rowId === this.#programId
    const image = after ?? before
    if (!image) return false
    if (image['program_id'] !== undefined) return image['program_id'] === this.#programId
    const parent = parents.find(([column]) => typeof image[column] === 'string')
    if (parent) return this.#isRowOurs(parent[1], String(image[parent[0]]))
    return this.#isPersonHere(table, rowId, image)
  }

  async #isRowOurs(table: TrackedName, rowId: Id): Promise<boolean> {
    return this.#once(`${table} ${rowId}`, async () => {
      const newest = await this.#db
        .selectFrom('history_change')
        .select(['table_name', 'row_id', 'before', 'after'])
        .where('table_name', '=', table)
        .where('row_id', '=', rowId)
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst()
      return newest !== undefined && this.#isOurs(rowChange(newest))
    })
  }

  async #isPersonHere(table: string, rowId: Id, image: RowImage): Promise<boolean> {
    const personId = table === 'person' ? rowId : image['person_id']
    if (typeof personId !== 'string') return false
    return this.#once(`person ${personId}`, async () => {
      for (const place of ['enrolment', 'appointment', 'staff_role'] as const) {
        const here = await this.#db
          .selectFrom(place)
          .select('id')
          .where('person_id', '=', personId)
          .where('program_id', '=', this.#programId)
          .executeTakeFirst()
        if (here) return true
      }
      return false
    })
  }

  async #once(key: string, find: () => Promise<boolean>): Promise<boolean> {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const found = await find()
    this.#known.set(key, found)
    return found
  }
}
