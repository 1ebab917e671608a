import { readFileSync } from 'node:fs'
import { basisOf, previewFile } from '#main/features/roster/importPlan.ts'
import type { ImportOptions, ImportPreview } from '#shared/imports/schema.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'
import { type Office, today } from '#test/imports/support/office.ts'

const folder = new URL('../../fixtures/spreadsheets/rosters/', import.meta.url)

export const rosterBytes = (name: string): Uint8Array => readFileSync(new URL(name, folder))

/** The preview of a roster made by another writer, as the command line would print it. */
export function documentOf(
  office: Office,
  name: string,
  as: PeopleKind = 'learners',
  choices: Partial<ImportOptions> = {},
): Promise<ImportPreview> {
  const input = { programId: office.program.id, as, ...choices }
  const file = { name, bytes: rosterBytes(name) }
  return previewFile(office.workspace.current().db, { today, input }, basisOf(file))
}

/** "MS3 2 create": what becomes of each row. */
export const actionsOf = ({ rows }: ImportPreview): string[] =>
  rows.map(({ sheet, row, action }) => `${sheet} ${row} ${action}`)

/** "B4 warning multipleEmails": what was found in each cell. */
export const findingsOf = ({ problems }: ImportPreview): string[] =>
  problems.map(({ column, row, level, code }) => `${column}${row} ${level} ${code}`)

export const ignoredOf = ({ ignoredRows }: ImportPreview): string[] =>
  ignoredRows.map(({ row, reason }) => `${row} ${reason}`)

export const noteCodesOf = ({ notes }: ImportPreview): string[] => notes.map(({ code }) => code)

/** "Last name -> lastName": what each column was taken for. */
export const columnsOf = ({ columns }: ImportPreview): string[] =>
  columns.map(({ header, field }) => `${header} -> ${field ?? 'nothing'}`)
