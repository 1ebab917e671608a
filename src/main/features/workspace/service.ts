import type { Kysely } from 'kysely'
import type { DataFile, WriteContext } from '#main/database/dataFile.ts'
import { newId } from '#main/database/newId.ts'
import type { HistoryChangeTable, Tables } from '#main/database/tables.ts'
import type { ImportRunTable } from '#main/database/tables/workspace.ts'
import { loadCorrections } from '#main/features/workspace/corrections.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Instant, PlainDate } from '#shared/kernel/plainDate.ts'
import { undoneBy } from '#shared/workspace/reversals.ts'
import type { FieldChange } from '#shared/workspace/schema.ts'

type Db = Kysely<Tables>

export interface ExportFacts {
  what: string
  fileName: string
  audience: string
  rows: number
}

/**
 * Notes that a file left the workstation: who made it, when and for whom. The log only grows; nothing undoes it.
 * @param alsoLog what else the feature keeps of it, in the same write
 */
export async function logExport(
  file: DataFile,
  facts: ExportFacts,
  context: WriteContext,
  alsoLog: (tx: Db) => Promise<void> = async () => {},
): Promise<void> {
  await file.write(context, { label: `Export ${facts.what}` }, async (tx) => {
    const { what, fileName, audience, rows } = facts
    await tx
      .insertInto('export_run')
      .values({ id: newId(), at: context.now, actor: context.actor, what, file_name: fileName, audience, rows })
      .execute()
    await alsoLog(tx)
    return null
  })
}

/** What was corrected of people's undated fields between two days, both included, by person. */
export async function listCorrections(
  file: DataFile,
  period: { from: PlainDate; to: PlainDate },
): Promise<Map<Id, FieldChange[]>> {
  return loadCorrections(file.db, period)
}

/** The newest entry of the history: while it stays, nothing that is in the history has changed. Null where there is none. */
export async function newestEntry(db: Db): Promise<Id | null> {
  // By their order and not their ids, which hold the time: another workstation's clock may have been ahead of this one's.
  const newest = await db.selectFrom('history_entry').select('id').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return newest?.id ?? null
}

/** Whether rows of some tables changed after an entry of the history; after null, they have. */
export async function hasChangedSince(
  db: Db,
  entryId: Id | null,
  tables: readonly HistoryChangeTable['table_name'][],
): Promise<boolean> {
  if (entryId === null) return true
  const later = await db
    .selectFrom('history_entry')
    .select('id')
    .where('seq', '>', (eb) => eb.selectFrom('history_entry').select('seq').where('id', '=', entryId))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('history_change')
          .select('history_change.id')
          .whereRef('entry_id', '=', 'history_entry.id')
          .where('table_name', 'in', tables),
      ),
    )
    .limit(1)
    .executeTakeFirst()
  return later !== undefined
}

/** Notes that a file was imported, in the write that imported it. @returns the id of the run */
export async function logImport(db: Db, run: Omit<ImportRunTable, 'id'>): Promise<Id> {
  const id = newId()
  await db
    .insertInto('import_run')
    .values({ id, ...run })
    .execute()
  return id
}

/** When this very file was last imported for this, unless that was rolled back; null where it never was. */
export async function findEarlierImport(
  db: Db,
  { sha256, programId, importedAs }: { sha256: string; programId: Id; importedAs: string },
): Promise<Instant | null> {
  const runs = await db
    .selectFrom('import_run')
    .select(['at', 'entry_id'])
    .where('sha256', '=', sha256)
    .where('program_id', '=', programId)
    .where('imported_as', '=', importedAs)
    .orderBy('id', 'desc')
    .execute()
  if (runs.length === 0) return null
  const undone = undoneBy(
    await db
      .selectFrom('history_entry')
      .select(['id', 'kind', 'reverses_id'])
      .where('reverses_id', 'is not', null)
      .execute(),
  )
  return runs.find((run) => undone(run.entry_id) === null)?.at ?? null
}
