import { basename } from 'node:path'
import { findProgram } from '#main/cli/findProgram.ts'
import type { Outcome } from '#main/cli/output.ts'
import { readBytes, readJson } from '#main/cli/readInput.ts'
import { withFile } from '#main/cli/session.ts'
import type { ImportedRecords, RecordPreview } from '#shared/coaching/importSchema.ts'
import type { Input } from '#shared/contract.ts'
import { count } from '#shared/kernel/text.ts'

export interface RecordsOptions {
  data: string
  program?: string
  dryRun?: true
  sheet?: string
  headerRow?: number
  mapping?: string
}

/** `import --as meetings` and `--as completions`: what coaches did. */
export async function importRecords(file: string, as: ImportedRecords, options: RecordsOptions): Promise<Outcome> {
  const bytes = await readBytes(file)
  const mapping = options.mapping === undefined ? undefined : await readJson(options.mapping, '--mapping')
  return withFile(options.data, async ({ client }) => {
    const program = await findProgram(client, options.program)
    const staged = await client.call('workspace.stageFile', { name: basename(file), base64: bytes.toString('base64') })
    const input = {
      handle: staged.handle,
      programId: program.id,
      as,
      ...(options.sheet !== undefined && { sheet: options.sheet }),
      ...(options.headerRow !== undefined && { headerRow: options.headerRow }),
      ...(mapping !== undefined && { mapping }),
    } as Input<'coaching.previewImport'>
    const preview = await client.run('coaching.previewImport', input).result
    if (options.dryRun) return { value: preview, report: report(preview, as, program.name, false) }
    const applied = await client.run('coaching.applyImport', input).result
    return { value: { ...preview, applied }, report: report(preview, as, program.name, true) }
  })
}

const words: Record<ImportedRecords, readonly [one: string, many: string]> = {
  meetings: ['meeting', 'meetings'],
  completions: ['module done', 'modules done'],
}

function report(preview: RecordPreview, as: ImportedRecords, program: string, isApplied: boolean): string {
  const { counts, file, sheet, headerRow, notes, problems } = preview
  return [
    isApplied ? `Imported ${file} into ${program}` : `Importing ${file} into ${program} would add:`,
    `Sheet ${sheet}, column names in row ${headerRow}: ${count(counts.create, ...words[as])}; ${counts.unchanged} there already, ${counts.skipped} left out.`,
    ...notes.map(({ message }) => message),
    ...problems
      .filter(({ level }) => level !== 'info')
      .map((found) => `${found.sheet}!${found.column}${found.row}  ${found.message}`),
  ].join('\n')
}
