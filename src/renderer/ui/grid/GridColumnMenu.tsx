import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, EyeOff, type LucideIcon, MoveHorizontal } from 'lucide-react'
import { Button, Dialog, Popover } from 'react-aria-components'
import { GridFilterMenu } from './GridFilterMenu.tsx'
import type { ColumnFilter, GridColumn, GridState } from './gridTypes.ts'
import type { GridTable } from './useGridColumns.ts'

export interface GridColumnMenuProps<Row> {
  /** The column it is about; null while it is closed. */
  column: GridColumn<Row> | null
  anchorId: string
  table: GridTable
  state: GridState
  onStateChange: (change: Partial<GridState>) => void
  onFilter: (key: string, filter: ColumnFilter | undefined) => void
  onMove: (key: string, by: -1 | 1) => void
  onClose: () => void
}

const widthStep = 24

/** Everything about one column, by mouse from its header and by keyboard with Alt+Down. */
export function GridColumnMenu<Row>({ column, anchorId, onClose, ...props }: GridColumnMenuProps<Row>) {
  // The header cell may be rendered anew while the menu is open, so it is looked up and not held.
  const anchor = {
    get current() {
      return document.getElementById(anchorId)
    },
  }
  return (
    <Popover
      className="cd-popover"
      triggerRef={anchor}
      isOpen={column !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      placement="bottom start"
      offset={2}
    >
      {column && (
        <Dialog className="cd-grid-column-menu" aria-label={column.header}>
          <ColumnActions {...props} column={column} onClose={onClose} />
          <section>
            <h3>Filter</h3>
            <GridFilterMenu
              column={column}
              filter={props.state.filters[column.key]}
              onChange={(filter) => props.onFilter(column.key, filter)}
            />
          </section>
        </Dialog>
      )}
    </Popover>
  )
}

type ActionsProps<Row> = Omit<GridColumnMenuProps<Row>, 'column' | 'anchorId'> & { column: GridColumn<Row> }

function ColumnActions<Row>({ column, table, state, onStateChange, onMove, onClose }: ActionsProps<Row>) {
  const leaf = table.getColumn(column.key)
  const width = leaf?.getSize() ?? 0
  const isAdding = state.sort.some(({ id }) => id !== column.key)
  const [low, high] = column.kind === 'text' || column.kind === 'choice' ? ['A to Z', 'Z to A'] : ['up', 'down']
  const widen = (by: number) => onStateChange({ widths: { ...state.widths, [column.key]: Math.max(48, width + by) } })
  const sort = (desc: boolean, isMulti: boolean) => {
    const others = isMulti ? state.sort.filter(({ id }) => id !== column.key) : []
    onStateChange({ sort: [...others, { id: column.key, desc }] })
    onClose()
  }
  return (
    <div className="cd-grid-actions">
      <Action icon={ArrowUp} label={`Sort ${low}`} onPress={() => sort(false, false)} />
      <Action icon={ArrowDown} label={`Sort ${high}`} onPress={() => sort(true, false)} />
      {isAdding && <Action icon={ArrowUp} label={`Then sort ${low}`} onPress={() => sort(false, true)} />}
      {isAdding && <Action icon={ArrowDown} label={`Then sort ${high}`} onPress={() => sort(true, true)} />}
      <Action icon={ArrowLeft} label="Move left" onPress={() => onMove(column.key, -1)} />
      <Action icon={ArrowRight} label="Move right" onPress={() => onMove(column.key, 1)} />
      <Action icon={MoveHorizontal} label="Wider" onPress={() => widen(widthStep)} />
      <Action icon={MoveHorizontal} label="Narrower" onPress={() => widen(-widthStep)} />
      {!column.pinned && (
        <Action
          icon={EyeOff}
          label="Hide column"
          onPress={() => {
            leaf?.toggleVisibility(false)
            onClose()
          }}
        />
      )}
    </div>
  )
}

function Action({ icon: Icon, label, onPress }: { icon: LucideIcon; label: string; onPress: () => void }) {
  return (
    <Button className="cd-grid-action" onPress={onPress}>
      <Icon size={14} aria-hidden />
      {label}
    </Button>
  )
}
