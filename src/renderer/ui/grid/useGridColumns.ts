import {
  columnOrderingFeature,
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import type { GridColumn, GridState } from './gridTypes.ts'

const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
})

const noRows: never[] = []
const defaultWidth = 140
const narrowest = 48

type Change<T> = T | ((before: T) => T)
const apply = <T>(change: Change<T>, before: T): T =>
  typeof change === 'function' ? (change as (before: T) => T)(before) : change

/**
 * The columns as they stand: order, pinning, widths, visibility and sort are TanStack Table's; the rows are not, they
 * are the grid's own index. `state` holds all of it, so that a saved view is one object.
 */
export function useGridColumns<Row>(
  columns: readonly GridColumn<Row>[],
  state: GridState,
  onStateChange: (change: Partial<GridState>) => void,
) {
  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        id: column.key,
        accessorFn: () => null,
        size: column.width ?? defaultWidth,
        minSize: narrowest,
      })),
    [columns],
  )
  const pinned = useMemo(
    () => ({ start: columns.filter((column) => column.pinned).map(({ key }) => key), end: [] }),
    [columns],
  )
  const hidden = useMemo(
    () => Object.fromEntries(columns.filter((column) => column.hiddenByDefault).map(({ key }) => [key, false])),
    [columns],
  )
  const visibility = { ...hidden, ...state.shown }
  const sorting = [...state.sort]
  return useTable({
    features,
    columns: definitions,
    data: noRows,
    state: {
      columnOrder: [...state.order],
      columnPinning: pinned,
      columnSizing: state.widths,
      columnVisibility: visibility,
      sorting,
    },
    columnResizeMode: 'onChange',
    manualSorting: true,
    sortDescFirst: false,
    onColumnSizingChange: (change) => onStateChange({ widths: apply(change, state.widths) }),
    onColumnVisibilityChange: (change) => onStateChange({ shown: apply(change, visibility) }),
    onSortingChange: (change) => onStateChange({ sort: apply(change, sorting) }),
  })
}

export type GridTable = ReturnType<typeof useGridColumns>

/** The definitions in their present order: all of them, and those that are shown, pinned ones first. */
export function usePlacedColumns<Row>(columns: readonly GridColumn<Row>[], table: GridTable) {
  const all = [...table.getStartLeafColumns(), ...table.getCenterLeafColumns()].map(({ id }) => id)
  const shown = [...table.getStartVisibleLeafColumns(), ...table.getCenterVisibleLeafColumns()].map(({ id }) => id)
  const pinnedCount = table.getStartVisibleLeafColumns().length
  // As text, so that a resize, which changes neither, keeps the same arrays and renders no row.
  const [allKeys, shownKeys] = [all.join('\n'), shown.join('\n')]
  return useMemo(() => {
    const byKey = new Map(columns.map((column) => [column.key, column]))
    const pick = (keys: string) => keys.split('\n').flatMap((key) => byKey.get(key) ?? [])
    return { all: pick(allKeys), columns: pick(shownKeys), shown: new Set(shownKeys.split('\n')), pinnedCount }
  }, [columns, allKeys, shownKeys, pinnedCount])
}

/** Widths and places of the columns as CSS variables on the grid: a resize moves cells without rendering them. */
export function columnStyle(table: GridTable, offset: number): Record<string, string> {
  const leaves = [...table.getStartVisibleLeafColumns(), ...table.getCenterVisibleLeafColumns()]
  const widths = leaves.map((leaf) => `${leaf.getSize()}px`)
  const pinned = table
    .getStartVisibleLeafColumns()
    .map((leaf, index) => [`--cd-left-${index}`, `${offset + leaf.getStart('start')}px`])
  return {
    '--cd-columns': `${offset > 0 ? `${offset}px ` : ''}${widths.join(' ')}`,
    '--cd-width': `${offset + table.getTotalSize()}px`,
    ...Object.fromEntries(pinned),
  }
}
