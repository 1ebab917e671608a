import type { Choice } from '../form/Choice.tsx'
import type { Tone } from '../StatusDot.tsx'

/** What a cell holds: text, a number, an ISO date, a choice's id, an effort in basis points; null where it is blank. */
export type GridValue = string | number | null

export type GridKind = 'text' | 'number' | 'date' | 'choice' | 'effort'

export type Parsed = { ok: true; value: GridValue } | { ok: false; message: string }

export interface GridColumn<Row> {
  key: string
  header: string
  kind: GridKind
  /** The raw value, as it is stored. */
  value: (row: Row) => GridValue
  /** In px; 140 unless told. */
  width?: number
  /** How a value that is not blank stands on screen; by kind unless told. */
  format?: (value: string | number) => string
  /** Reads what was typed or pasted; by kind unless told. The message says what would be right. */
  parse?: (text: string) => Parsed
  /** For kind `choice`: the values, in their order. */
  choices?: readonly Choice[]
  editable?: boolean
  /** Stays at the left while the others scroll: id and name. */
  pinned?: boolean
  hiddenByDefault?: boolean
  /** Puts a dot before the words, for a status. */
  tone?: (row: Row) => Tone
}

export type ColumnFilter =
  | { kind: 'contains'; text: string }
  /** Any of these values; null stands for blank. */
  | { kind: 'choices'; values: GridValue[] }
  /** From and to, both included; null is open. Blank cells are left out. */
  | { kind: 'range'; from: string | number | null; to: string | number | null }
  | { kind: 'blank'; isBlank: boolean }

export interface SortKey {
  id: string
  desc: boolean
}

export type Density = 'compact' | 'normal' | 'relaxed'

export const rowHeights: Record<Density, number> = { compact: 28, normal: 32, relaxed: 40 }

/** How a grid is looked at. Plain JSON: a saved view, or the URL. Column keys that no longer exist are ignored. */
export interface GridState {
  search: string
  filters: Readonly<Record<string, ColumnFilter>>
  sort: readonly SortKey[]
  /** Column keys from left to right; empty means as given. */
  order: readonly string[]
  /** In px by column key; a column that is not named has its own width. */
  widths: Readonly<Record<string, number>>
  /** Shown or not by column key; a column that is not named is as its definition says. */
  shown: Readonly<Record<string, boolean>>
}

export const initialGridState: GridState = {
  search: '',
  filters: {},
  sort: [],
  order: [],
  widths: {},
  shown: {},
}

export interface GridEdit {
  rowId: string
  key: string
  value: GridValue
}

export interface RejectedEdit {
  rowId: string
  key: string
  message: string
}

/** What one row of a grid is called: "learner", "learners". */
export interface Noun {
  one: string
  many: string
}
