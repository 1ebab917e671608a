import { tidyText } from '#shared/kernel/text.ts'
import type { Draft } from '#shared/imports/columnDrafts.ts'
import type { Field } from '#shared/imports/fields.ts'

/** How many of a column's values look like a field. */
export interface Weight {
  fitting: number
  of: number
}

/** Weighs what stands in a column; null where it may not be taken for the field. */
export type Weigh = (draft: Draft, field: Field) => Weight | null

export function weighOwn({ values }: Pick<Draft, 'values'>, { evidence }: Field): Weight {
  if (!evidence) return { fitting: 0, of: 0 }
  return { fitting: values.filter((value) => evidence.fits(tidyText(value))).length, of: values.length }
}
