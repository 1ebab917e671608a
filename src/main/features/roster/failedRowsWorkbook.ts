import type { PlannedFile } from '#main/features/roster/importPlan.ts'
import type { RowModel, TableSheetModel, WorkbookModel } from '#main/spreadsheets/workbookModel.ts'
import { columnLetter } from '#shared/imports/columnLetter.ts'
import { whatToCorrect } from '#shared/imports/columns.ts'
import type { RecognisedSheet } from '#shared/imports/recognise.ts'
import { placeOfRow } from '#shared/imports/rowDraft.ts'
import type { ImportProblem } from '#shared/imports/schema.ts'
import { refuse } from '#shared/kernel/problem.ts'

/** Who makes the workbook of rows to correct, and when. */
export type FailedRowsAbout = Pick<WorkbookModel, 'creator' | 'created'>

/** The workbook, by sheets of the file; sheets without problems are left out. */
export function failedRowsWorkbook({ file, recognised, plan }: PlannedFile, about: FailedRowsAbout): WorkbookModel {
  const found = Map.groupBy(
    plan.problems.filter(({ level }) => level !== 'info'),
    placeOfRow,
  )
  const sheets = recognised.sheets.map((sheet) => failedSheet(sheet, found)).filter(({ rows }) => rows.length > 0)
  if (sheets.length === 0) throw refuse('not_found', `No row of ${file.name} has anything to correct.`)
  return { title: `Rows of ${file.name} to correct`, ...about, sheets }
}

function failedSheet(
  { sheet, columns, rows }: RecognisedSheet,
  found: ReadonlyMap<string, readonly ImportProblem[]>,
): TableSheetModel {
  const failed = rows.flatMap((row): RowModel[] => {
    const problems = found.get(placeOfRow({ sheet: sheet.name, row: row.number }))
    if (!problems) return []
    const cells = columns.map(({ index }) => [String(index), row.cells[index]?.text ?? null] as const)
    return [{ ...Object.fromEntries(cells), what: problems.map(({ message }) => message).join(' ') }]
  })
  return {
    kind: 'table',
    name: sheet.name,
    title: sheet.name,
    columns: [
      ...columns.map(({ index, header }) => ({
        header: header || `Column ${columnLetter(index)}`,
        key: String(index),
        type: 'text' as const,
      })),
      { header: whatToCorrect, key: 'what', type: 'text', width: 80 },
    ],
    rows: failed,
  }
}
