import { tidyText } from '#shared/kernel/text.ts'
import type { Draft } from '#shared/imports/columnDrafts.ts'
import type { Field } from '#shared/imports/field.ts'

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

/** Four of five values have to look like it before a header that says nothing is overruled. */
export const isEnough = ({ fitting, of }: Weight): boolean => of >= 2 && fitting * 5 >= of * 4

/** As `weighOwn`, but gives up on a column as soon as too few of its values can be left that fit. */
export function weighWhileEnough({ values }: Draft, { evidence }: Field): Weight | null {
  if (!evidence) return null
  const mostMisses = Math.floor(values.length / 5)
  let misses = 0
  for (const value of values) if (!evidence.fits(tidyText(value)) && ++misses > mostMisses) return null
  return { fitting: values.length - misses, of: values.length }
}
