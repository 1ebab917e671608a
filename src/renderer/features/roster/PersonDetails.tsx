import type { GridColumn } from '#renderer/ui/grid/gridTypes.ts'
import { ColumnField } from './ColumnField.tsx'
import { adviceOn, type DetailGroup } from './details.ts'
import type { EditRoster } from './useRoster.ts'

interface PersonDetailsProps<R> {
  groups: readonly DetailGroup[]
  columns: readonly GridColumn<R>[]
  row: R & { id: string }
  edit: EditRoster
  isReadOnly: boolean
}

/** All fields of somebody in a program, in groups, each saved as it is left. */
export function PersonDetails<R>({ groups, columns, row, edit, isReadOnly }: PersonDetailsProps<R>) {
  const byKey = new Map(columns.map((column) => [column.key, column]))
  return (
    <div className="cd-roster-details">
      {groups.map(({ title, keys }) => (
        <section key={title} aria-label={title}>
          <h3>{title}</h3>
          <div className="cd-roster-fields">
            {keys.map((key) => {
              const column = byKey.get(key)
              if (!column) return null
              return (
                <ColumnField
                  key={`${row.id}.${key}`}
                  column={column}
                  row={row}
                  edit={edit}
                  isReadOnly={isReadOnly}
                  advice={adviceOn(key, column.value(row))}
                />
              )
            })}
          </div>
        </section>
      ))}
    </div>
  )
}
