import type { Outcome } from '#main/cli/output.ts'
import { withFile } from '#main/cli/session.ts'
import { readSheet, type SheetOptions, stageSheet } from '#main/cli/stageSheet.ts'
import type { ImportedRecords, RecordPreview } from '#shared/coaching/importSchema.ts'
import { count } from '#shared/kernel/text.ts'

/** `import --as meetings` and `--as completions`: what coaches did. */
export async function importRecords(file: string, as: ImportedRecords, options: SheetOptions): Promise<Outcome> {
  const given = await readSheet(file, options)
  return withFile(options.data, async ({ client }) => {
    const { program, input: read } = await stageSheet(client, given, options)
    const input = { ...read, as }
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
