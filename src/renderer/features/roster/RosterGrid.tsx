import { useState } from 'react'
import { DataGrid, type DataGridProps } from '#renderer/ui/grid/DataGrid.tsx'

/**
 * The shared grid for rows that are there when it mounts. It looks for its scrolling element before that is in place, and
 * finds it when it renders once more: that is what holding the frame as state brings about.
 */
export function RosterGrid<R>(props: DataGridProps<R>) {
  const [, setFrame] = useState<HTMLDivElement | null>(null)
  return (
    <div className="cd-roster-grid" ref={setFrame}>
      <DataGrid {...props} />
    </div>
  )
}
