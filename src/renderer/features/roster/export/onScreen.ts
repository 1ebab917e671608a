import { GridIndex } from '#renderer/ui/grid/gridIndex.ts'
import type { GridColumn, GridState } from '#renderer/ui/grid/gridTypes.ts'
import type { RosterKind } from '#shared/roster/schema.ts'

/** What a grid shows, as an export takes it. */
export interface OnScreen {
  kind: RosterKind | 'staff'
  /** The keys of the columns, from left to right. */
  columns: string[]
  /** The rows from top to bottom. */
  ids: string[]
}

const rowId = (row: { id: string }): string => row.id

/** The columns and rows that a grid in this state shows, each in order. */
export function onScreen<R extends { id: string }>(
  kind: OnScreen['kind'],
  columns: readonly GridColumn<R>[],
  rows: readonly R[],
  state: GridState,
): OnScreen {
  const { order } = new GridIndex(columns, rowId).read(rows, state)
  return { kind, columns: shownColumns(columns, state), ids: Array.from(order, (position) => rows[position]!.id) }
}

/** Pinned columns come first; the others as the user put them, those never moved behind. */
function shownColumns<R>(columns: readonly GridColumn<R>[], { order, shown }: GridState): string[] {
  const place = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length)
  const visible = columns.filter(({ key, hiddenByDefault = false }) => shown[key] ?? !hiddenByDefault)
  const pinned = visible.filter((column) => column.pinned)
  const others = visible.filter((column) => !column.pinned).sort((one, other) => place(one.key) - place(other.key))
  return [...pinned, ...others].map(({ key }) => key)
}
