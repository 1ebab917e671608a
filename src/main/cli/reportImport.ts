import { textTable } from '#main/cli/table.ts'
import type { FieldKey } from '#shared/imports/field.ts'
import { fieldLabel } from '#shared/imports/fields.ts'
import type { ImportPreview, ImportProblem, ImportResult } from '#shared/imports/schema.ts'
import { count } from '#shared/kernel/text.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'

const shownProblems = 50

/** What importing a sheet would change, or changed where it was applied. */
export function reportImport(
  preview: ImportPreview,
  kind: PeopleKind,
  program: string,
  applied: ImportResult | null,
): string {
  const { counts } = applied ?? preview
  const heading = applied
    ? `Imported ${preview.file} into ${program}`
    : `Importing ${preview.file} into ${program} would change:`
  const totals = [
    `${counts.create} new`,
    `${counts.update} changed`,
    `${counts.unchanged} unchanged`,
    `${counts.skipped} left out`,
    ...(counts.needsYou > 0 ? [`${counts.needsYou} waiting for a decision`] : []),
    `${counts.missing} not in the file, left as they are`,
  ]
  return [
    heading,
    `${whereRead(preview)}, ${count(counts.rows, 'row')}: ${totals.join(', ')}.`,
    ...(preview.importedBefore === null ? [] : [`The same file was imported before: ${preview.importedBefore}.`]),
    '',
    textTable(
      ['Column', 'Taken for', 'Why'],
      preview.columns.map(({ header, field, reason }) => [
        header || '(no name)',
        field === null ? 'left out' : fieldLabel(kind, field as FieldKey),
        reason,
      ]),
    ),
    ...section(
      'Notes',
      preview.notes.map((note) => note.message),
    ),
    ...section(count(preview.problems.length, 'problem'), problemLines(preview.problems)),
  ].join('\n')
}

function whereRead({ rows, columns, sheet, headerRow }: ImportPreview): string {
  const names = new Set([...columns, ...rows].map((part) => part.sheet))
  if (names.size > 1) return `Sheets ${[...names].join(', ')}`
  return `Sheet ${sheet}, ${headerRow === 0 ? 'no row with column names' : `column names in row ${headerRow}`}`
}

function problemLines(problems: readonly ImportProblem[]): string[] {
  const lines = problems
    .slice(0, shownProblems)
    .map(({ sheet, column, row, message }) => `${sheet}!${column}${row}  ${message}`)
  const hidden = problems.length - lines.length
  return hidden > 0 ? [...lines, `and ${hidden} more; --json lists all`] : lines
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)]
}
