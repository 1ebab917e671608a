import { useEffect, useState } from 'react'
import { DataGrid, type DataGridProps } from '#renderer/ui/grid/DataGrid.tsx'

/**
 * The shared grid for rows that are there when it mounts: it looks for its scrolling element before that is in place, and
 * finds it when it renders once more.
 */
export function RosterGrid<R>(props: DataGridProps<R>) {
  const [, render] = useState(false)
  useEffect(() => render(true), [])
  return <DataGrid {...props} />
}
