import type { Id } from '#shared/kernel/ids.ts'
import { foldText, tidyText } from '#shared/kernel/text.ts'
import { type CustomField, customValueHint, readCustomValue } from '#shared/roster/customFields.ts'
import { type CellProblem, readDay } from '#shared/imports/cellReaders.ts'
import type { RosterColumn } from '#shared/imports/columns.ts'
import { isPlaceholder, saysNothing } from '#shared/imports/placeholders.ts'
import type { SheetRow } from '#shared/imports/sheet.ts'

/** The field that the program added under the name of a column; undefined where it has none. */
export function customFieldOf(column: RosterColumn, fields: readonly CustomField[]): CustomField | undefined {
  if (column.custom === '') return undefined
  const name = foldText(tidyText(column.header))
  return fields.find((field) => foldText(tidyText(field.name)) === name)
}

/** What the columns say that are no field of every roster. */
export interface CustomValues {
  /** As a person shows them, by header. */
  shown: Map<string, string>
  /** Of the fields that the program added, by field id. */
  stored: Map<Id, string>
}

export type ReportCustom = (column: RosterColumn, value: string, problem: CellProblem) => void

/** Reads the columns of one row that are no field; a value that a program's own field does not take is left out. */
export function readCustom(
  row: SheetRow,
  columns: readonly RosterColumn[],
  fields: readonly CustomField[],
  meantBy: (field: string, text: string) => string | undefined,
  report: ReportCustom,
): CustomValues {
  const values: CustomValues = { shown: new Map(), stored: new Map() }
  for (const column of columns) {
    const cell = row.cells[column.index]
    const said = cell && cell.kind !== 'formulaNoValue' && cell.kind !== 'error' ? tidyText(cell.text) : ''
    const field = customFieldOf(column, fields)
    const text = (field && meantBy(field.name, said)) ?? said
    if (text === '') continue
    const { value, problem } = readValue(field, text)
    if (value === null && isPlaceholder(text, column.header)) {
      report(column, text, saysNothing)
      continue
    }
    if (value === null) {
      const message = `it is not ${customValueHint(field!)}. It was left empty.`
      report(column, text, { level: 'warning', code: 'invalidCustomValue', message })
      continue
    }
    if (problem) report(column, text, problem)
    values.shown.set(column.custom, value)
    if (field) values.stored.set(field.id, value)
  }
  return values
}

/** A date of the program's own is read in every form that other dates are. */
function readValue(field: CustomField | undefined, text: string): { value: string | null; problem?: CellProblem } {
  if (!field) return { value: text }
  if (field.kind !== 'date') return { value: readCustomValue(field, text) }
  const { date, ...found } = readDay(text)
  return { value: date, ...found }
}
