import { X } from 'lucide-react'
import { type ReactNode, type RefObject, useSyncExternalStore } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { SearchField } from '../form/SearchField.tsx'
import { type ColumnsAction, GridColumnsMenu } from './GridColumnsMenu.tsx'
import { describeFilter } from './gridFilters.ts'
import type { GridStore } from './gridStore.ts'
import type { ColumnFilter, Density, GridColumn, GridState, Noun } from './gridTypes.ts'

interface GridToolbarProps<Row> {
  noun: Noun
  /** All columns, in their present order. */
  columns: readonly GridColumn<Row>[]
  shown: ReadonlySet<string>
  state: GridState
  density: Density
  store: GridStore
  searchRef: RefObject<HTMLInputElement | null>
  onStateChange: (change: Partial<GridState>) => void
  onDensityChange: (density: Density) => void
  onFilter: (key: string, filter: ColumnFilter | undefined) => void
  extra: ReactNode
  columnsAction: ColumnsAction | undefined
  renderSelectedRowActions: ((rowIds: string[]) => ReactNode) | undefined
}

/** Search, the filters in words, what can be done with the selected rows, and the columns. */
export function GridToolbar<Row>(props: GridToolbarProps<Row>) {
  const { noun, columns, shown, state, store, searchRef, onStateChange, onFilter, extra, renderSelectedRowActions } =
    props
  const selected = useSyncExternalStore(store.subscribe, () => store.selected)
  return (
    <div className="cd-grid-toolbar">
      <div className="cd-grid-search">
        <SearchField
          label={`Search ${noun.many}`}
          value={state.search}
          onChange={(search) => onStateChange({ search })}
          inputRef={searchRef}
        />
      </div>
      {Object.entries(state.filters).map(([key, filter]) => {
        const column = columns.find((candidate) => candidate.key === key)
        if (!column) return null
        const words = describeFilter(column, filter)
        return (
          <span key={key} className="cd-grid-chip">
            {words}
            <AriaButton aria-label={`Remove filter: ${words}`} onPress={() => onFilter(key, undefined)}>
              <X size={12} aria-hidden />
            </AriaButton>
          </span>
        )
      })}
      <div className="cd-grid-toolbar-end">
        {selected.size > 0 && renderSelectedRowActions?.([...selected])}
        {extra}
        <GridColumnsMenu
          columns={columns}
          shown={shown}
          density={props.density}
          action={props.columnsAction}
          onStateChange={onStateChange}
          onDensityChange={props.onDensityChange}
        />
      </div>
    </div>
  )
}
