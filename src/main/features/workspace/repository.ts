import type { ExpressionBuilder, Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import { findEntriesOf } from '#main/features/workspace/programHistory.ts'
import { rowChange } from '#main/features/workspace/rowChange.ts'
import { nameOfItem } from '#shared/budget/budgetHistory.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { changesInWords, type NameOf, type RowChange } from '#shared/workspace/changeWords.ts'
import { undoneBy } from '#shared/workspace/reversals.ts'
import type { ExportRun, FieldChange, GridView, HistoryEntry, ImportRun } from '#shared/workspace/schema.ts'

type Db = Kysely<Tables>

export interface HistoryQuery {
  readonly personId?: Id | undefined
  readonly programId?: Id | undefined
  readonly before?: Id | undefined
  readonly limit: number
}

/** The history, newest first; of one person with what became of their fields. */
export async function listHistory(
  db: Db,
  { personId, programId, before, limit }: HistoryQuery,
): Promise<HistoryEntry[]> {
  let query = db.selectFrom('history_entry').selectAll().orderBy('seq', 'desc').limit(limit)
  if (before !== undefined)
    query = query.where('seq', '<', (eb) => eb.selectFrom('history_entry').select('seq').where('id', '=', before))
  if (personId !== undefined)
    query = query.where('id', 'in', (eb) => eb.selectFrom('history_change').select('entry_id').where(isAbout(personId)))
  if (programId !== undefined) query = query.where('id', 'in', await findEntriesOf(db, programId, before, limit))
  const entries = await query.execute()
  const ids = entries.map(({ id }) => id)
  const [undone, rows, changes] = await Promise.all([
    findUndone(db),
    countRows(db, ids),
    personId === undefined ? new Map<Id, FieldChange[]>() : personChanges(db, personId, ids),
  ])
  return entries.map(({ id, at, actor, kind, label, reason }) => {
    const touched = rows.get(id) ?? { rows: 0, scrubbed: 0 }
    const holds = (kind === 'do' || kind === 'redo') && undone(id) === null && touched.scrubbed === 0
    return {
      id,
      at,
      actor,
      kind,
      label,
      reason,
      undoneBy: undone(id),
      canUndo: holds,
      rows: touched.rows,
      changes: changes.get(id) ?? [],
    }
  })
}

/** A change of a row that is about the person, alone or with another. */
const isAbout = (personId: Id) => (eb: ExpressionBuilder<Tables, 'history_change'>) =>
  eb.or([eb('person_id', '=', personId), eb('other_person_id', '=', personId)])

async function findUndone(db: Db): Promise<(entryId: Id) => Id | null> {
  return undoneBy(
    await db
      .selectFrom('history_entry')
      .select(['id', 'kind', 'reverses_id'])
      .where('reverses_id', 'is not', null)
      .execute(),
  )
}

/** How many rows each entry touched, and of how many of its changes the content was erased. */
async function countRows(db: Db, entryIds: readonly Id[]): Promise<Map<Id, { rows: number; scrubbed: number }>> {
  if (entryIds.length === 0) return new Map()
  const counts = await db
    .selectFrom('history_change')
    .select((eb) => [
      'entry_id',
      eb.fn.count<number | string>('row_id').distinct().as('rows'),
      eb.fn
        .count<number | string>(
          eb
            .case()
            .when(eb.and([eb('before', 'is', null), eb('after', 'is', null)]))
            .then('row_id')
            .end(),
        )
        .as('scrubbed'),
    ])
    .where('entry_id', 'in', entryIds)
    .groupBy('entry_id')
    .execute()
  return new Map(
    counts.map(({ entry_id, rows, scrubbed }) => [entry_id, { rows: Number(rows), scrubbed: Number(scrubbed) }]),
  )
}

async function personChanges(db: Db, personId: Id, entryIds: readonly Id[]): Promise<Map<Id, FieldChange[]>> {
  if (entryIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('history_change')
    .selectAll()
    .where(isAbout(personId))
    .where('entry_id', 'in', entryIds)
    .orderBy('id')
    .execute()
  const changes = rows.map((row) => ({ entryId: row.entry_id, ...rowChange(row) }))
  const nameOf = await loadNames(db, changes)
  const byEntry = Map.groupBy(changes, ({ entryId }) => entryId)
  return new Map([...byEntry].map(([entryId, images]) => [entryId, changesInWords(images, nameOf)]))
}

/** What the ids in changes stand for. */
export async function loadNames(db: Db, changes: readonly RowChange[]): Promise<NameOf> {
  const lists = await Promise.all([
    ...(['program', 'cohort', 'site', 'custom_field'] as const).map((table) =>
      db.selectFrom(table).select(['id', 'name']).execute(),
    ),
    loadPaired(db, changes),
    loadBudgetParts(db, changes),
  ])
  const names = new Map(lists.flat().map(({ id, name }) => [id, name]))
  return (id) => names.get(id)
}

/** Who the learners and the coaches of changed pairings, meetings and observations are. */
async function loadPaired(db: Db, changes: readonly RowChange[]): Promise<{ id: Id; name: string }[]> {
  const images = changes.flatMap(({ table, before, after }) => (pairTables.has(table) ? [before, after] : []))
  const ids = new Set([
    ...images.flatMap((image) =>
      [image?.enrolment_id, image?.appointment_id, image?.observer_id].flatMap((id) => (id ? [String(id)] : [])),
    ),
    ...coachesPaid(changes),
  ])
  if (ids.size === 0) return []
  const rows = await db
    .selectFrom((eb) =>
      eb
        .selectFrom('enrolment')
        .select(['id', 'person_id'])
        .unionAll(eb.selectFrom('appointment').select(['id', 'person_id']))
        .as('place'),
    )
    .innerJoin('person', 'person.id', 'place.person_id')
    .select(['place.id', 'first_name', 'last_name'])
    .where('place.id', 'in', [...ids])
    .execute()
  return rows.map(({ id, first_name, last_name }) => ({ id, name: `${first_name} ${last_name}`.trim() }))
}

/** Tables that name a place by its id. */
const pairTables: ReadonlySet<string> = new Set(['pairing', 'meeting', 'module_completion', 'observation'])

/** Coaches whose pay in a budget was changed. */
function coachesPaid(changes: readonly RowChange[]): string[] {
  return changes.flatMap(({ table, before, after }) => {
    const image = table === 'budget_item' ? (after ?? before) : null
    if (image?.kind !== 'coachPay') return []
    return [(JSON.parse(String(image.content)) as { appointmentId: Id }).appointmentId]
  })
}

/** What the parts of a budget are called, by their keys. */
async function loadBudgetParts(db: Db, changes: readonly RowChange[]): Promise<{ id: Id; name: string }[]> {
  if (!changes.some(({ table }) => table.startsWith('budget'))) return []
  const items = await db.selectFrom('budget_item').select(['key', 'kind', 'content']).execute()
  return items.map(({ key, kind, content }) => ({
    id: key,
    name: nameOfItem(kind, JSON.parse(content) as Record<string, unknown>),
  }))
}

/** Imports, newest first. */
export async function listImports(db: Db): Promise<ImportRun[]> {
  const [runs, undone] = await Promise.all([
    db
      .selectFrom('import_run as run')
      .leftJoin('program', 'program.id', 'run.program_id')
      .leftJoin('history_entry as entry', 'entry.id', 'run.entry_id')
      .selectAll('run')
      .select(['program.name as programName', 'entry.id as entryId'])
      .orderBy('run.id', 'desc')
      .execute(),
    findUndone(db),
  ])
  return runs.map(({ id, at, actor, sha256, created, updated, unchanged, skipped, entryId, ...run }) => ({
    id,
    at,
    actor,
    sha256,
    created,
    updated,
    unchanged,
    skipped,
    entryId,
    fileName: run.file_name,
    importedAs: run.imported_as,
    programId: run.program_id,
    programName: run.programName ?? 'A program since removed',
    rolledBack: entryId !== null && undone(entryId) !== null,
  }))
}

/** Exports, newest first. */
export async function listExports(db: Db): Promise<ExportRun[]> {
  const runs = await db.selectFrom('export_run').selectAll().orderBy('id', 'desc').execute()
  return runs.map(({ file_name, ...run }) => ({ ...run, fileName: file_name }))
}

export async function listViews(db: Db, grid: string): Promise<GridView[]> {
  const views = await db.selectFrom('grid_view').selectAll().where('grid', '=', grid).orderBy('name').execute()
  return views.map((view) => ({ ...view, state: JSON.parse(view.state) as GridView['state'] }))
}
