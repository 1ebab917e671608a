import type { DataFile, WriteContext } from '#main/database/dataFile.ts'
import { newId } from '#main/database/newId.ts'
import { loadCorrections } from '#main/features/workspace/corrections.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { FieldChange } from '#shared/workspace/schema.ts'

export interface ExportFacts {
  what: string
  fileName: string
  audience: string
  rows: number
}

/** Notes that a file left the workstation: who made it, when and for whom. The log only grows; nothing undoes it. */
export async function logExport(file: DataFile, facts: ExportFacts, context: WriteContext): Promise<void> {
  await file.write(context, { label: `Export ${facts.what}` }, async (tx) => {
    const { what, fileName, audience, rows } = facts
    await tx
      .insertInto('export_run')
      .values({ id: newId(), at: context.now, actor: context.actor, what, file_name: fileName, audience, rows })
      .execute()
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
