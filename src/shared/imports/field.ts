import type { CellReader } from '#shared/imports/cellReaders.ts'
import type { ValueKey } from '#shared/imports/values.ts'

/** A column may hold any value of a row, or a whole name to take apart. */
export type FieldKey = ValueKey | 'fullName'

/** Something a column of a roster can be. */
export interface Field {
  readonly key: FieldKey
  readonly label: string
  /** Headers it goes by, in lower case with spaces only. The label is one of them. */
  readonly synonyms: readonly string[]
  readonly read: CellReader
  /** Shown and checked, but no field of a person of this kind: nothing of it is stored with them. */
  readonly carried?: true
  /** What its values look like and nothing else's do, with how to call them; for headers that say nothing. */
  readonly evidence?: { readonly fits: (text: string) => boolean; readonly noun: string }
}

/** Headers in lower case with spaces only, as the recogniser compares them. */
export const called = (headers: string): string[] => headers.split(', ')
