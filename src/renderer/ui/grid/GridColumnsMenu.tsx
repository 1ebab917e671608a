import { Check, Columns3, GripVertical, type LucideIcon } from 'lucide-react'
import {
  Button as AriaButton,
  Checkbox,
  Dialog,
  DialogTrigger,
  GridList,
  GridListItem,
  Popover,
  useDragAndDrop,
} from 'react-aria-components'
import { Button } from '../Button.tsx'
import { RadioGroup } from '../form/RadioGroup.tsx'
import type { Density, GridColumn, GridState } from './gridTypes.ts'

export interface GridColumnsMenuProps<Row> {
  /** All columns, in their present order. */
  columns: readonly GridColumn<Row>[]
  shown: ReadonlySet<string>
  density: Density
  onStateChange: (change: Partial<GridState>) => void
  onDensityChange: (density: Density) => void
  action: ColumnsAction | undefined
}

/** Something more to do with the columns, that opens in place of their menu. */
export interface ColumnsAction {
  label: string
  icon: LucideIcon
  onAction: () => void
}

const densities = [
  { id: 'compact', label: 'Compact' },
  { id: 'normal', label: 'Normal' },
  { id: 'relaxed', label: 'Relaxed' },
] as const

/** Which columns are shown, in which order, and how high the rows are. */
export function GridColumnsMenu<Row>({ columns, shown, density, action, ...props }: GridColumnsMenuProps<Row>) {
  return (
    <DialogTrigger>
      <Button icon={Columns3}>Columns</Button>
      {/* The dialog inside has the name; on the popover around it, which has no role, a name is lost. */}
      <Popover className="cd-popover" placement="bottom end" offset={4} aria-labelledby="">
        <Dialog className="cd-grid-columns" aria-label="Columns">
          {({ close }) => (
            <>
              <ColumnList columns={columns} shown={shown} onStateChange={props.onStateChange} />
              {action && (
                <Button
                  kind="quiet"
                  icon={action.icon}
                  onPress={() => {
                    close()
                    action.onAction()
                  }}
                >
                  {action.label}
                </Button>
              )}
              <RadioGroup label="Row height" choices={densities} value={density} onChange={props.onDensityChange} />
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function ColumnList<Row>({
  columns,
  shown,
  onStateChange,
}: Omit<GridColumnsMenuProps<Row>, 'density' | 'onDensityChange' | 'action'>) {
  const keys = columns.map(({ key }) => key)
  // React Aria's drag handle works with the keyboard too: Enter, arrows, Enter.
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (dragged) => [...dragged].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys: dragged, target }) => {
      const moved = keys.filter((key) => dragged.has(key))
      const rest = keys.filter((key) => !dragged.has(key))
      const at = rest.indexOf(String(target.key)) + (target.dropPosition === 'after' ? 1 : 0)
      onStateChange({ order: rest.toSpliced(at, 0, ...moved) })
    },
  })
  return (
    <GridList
      className="cd-grid-column-list"
      aria-label="Columns"
      items={columns.map((column) => ({ ...column, id: column.key }))}
      selectionMode="multiple"
      selectedKeys={shown}
      disabledKeys={columns.filter((column) => column.pinned).map(({ key }) => key)}
      disabledBehavior="selection"
      // Esc closes the popover; it must not untick, and so hide, every column on the way.
      escapeKeyBehavior="none"
      onSelectionChange={(selection) => {
        const isShown = (key: string) => selection === 'all' || selection.has(key)
        onStateChange({ shown: Object.fromEntries(columns.map(({ key, pinned }) => [key, pinned || isShown(key)])) })
      }}
      dragAndDropHooks={dragAndDropHooks}
    >
      {(column) => (
        <GridListItem id={column.key} textValue={column.header} className="cd-option">
          <AriaButton slot="drag" className="cd-grip">
            <GripVertical size={14} aria-hidden />
          </AriaButton>
          <Checkbox slot="selection" className="cd-check">
            {({ isSelected }) => (
              <span className="cd-check-box">{isSelected && <Check size={12} strokeWidth={3} aria-hidden />}</span>
            )}
          </Checkbox>
          {column.header}
        </GridListItem>
      )}
    </GridList>
  )
}
