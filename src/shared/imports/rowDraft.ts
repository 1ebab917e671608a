import type { Id } from '#shared/kernel/ids.ts'
import type { FieldKey } from '#shared/imports/field.ts'
import type { RowValues, ValueKey } from '#shared/imports/values.ts'

/** A row as it was read: its values, and where in the file each came from. */
export interface RowDraft {
  sheet: string
  /** As in the file, from 1. */
  row: number
  values: RowValues
  /** Values that follow from others, such as a level from a class year: they yield to what is stored. */
  derived: Set<ValueKey>
  /** Last and first name were told apart by a guess. */
  nameGuessed: boolean
  /** The column each field was read from, by its letter. */
  letters: ReadonlyMap<FieldKey, string>
  /** What the columns say that are no field, by header. */
  custom: ReadonlyMap<string, string>
  /** What it says of the fields that the program added, by field id. */
  customFields: ReadonlyMap<Id, string>
}

/** Tells a row from those of the same number on other sheets. */
export const placeOfRow = ({ sheet, row }: { sheet: string; row: number }): string => `${sheet}!${row}`
