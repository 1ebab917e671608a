import type { ColumnFilter } from '#renderer/ui/grid/gridTypes.ts'

/** Which people of a roster are meant, by column: what the roster's grid filters by, and what its address carries. */
export type Conditions = Readonly<Record<string, ColumnFilter>>

export const among = (values: readonly string[]): ColumnFilter => ({ kind: 'choices', values: [...values] })

export const blank: ColumnFilter = { kind: 'blank', isBlank: true }

/** The search of a roster page that shows just these people. */
export function rosterSearchFor(conditions: Conditions): { filters?: string } {
  return Object.keys(conditions).length === 0 ? {} : { filters: JSON.stringify(conditions) }
}
