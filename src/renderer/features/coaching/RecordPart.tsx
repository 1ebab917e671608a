import { Plus, X } from 'lucide-react'
import { type ReactNode, useId, useRef, useState } from 'react'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import type { Id } from '#shared/kernel/ids.ts'
import { count } from '#shared/kernel/text.ts'

interface RecordRow {
  id: Id
  /** What is removed with it, in words: "the meeting with Ana Ruiz of Sep 4, 2026". */
  name: string
  cells: readonly ReactNode[]
}

interface RecordPartProps {
  title: string
  addLabel: string
  /** What stands in place of rows. */
  none: string
  columns: readonly string[]
  rows: readonly RecordRow[]
  onAdd: () => void
  onRemove: (id: Id, name: string) => void
}

/** As many as fit beside the rest of a person; all are a press away. */
const shownFirst = 8

/** One list of a coach’s record, newest first. */
export function RecordPart({ title, addLabel, none, columns, rows, onAdd, onRemove }: RecordPartProps) {
  const headingId = useId()
  const addButton = useRef<HTMLButtonElement>(null)
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? rows : rows.slice(0, shownFirst)
  return (
    <section className="cd-coaching-part" aria-labelledby={headingId}>
      <header>
        <h3>
          <span id={headingId}>{title}</span> {rows.length > 0 && <span className="cd-tab-count">{rows.length}</span>}
        </h3>
        <Button icon={Plus} ref={addButton} onPress={onAdd}>
          {addLabel}
        </Button>
      </header>
      {rows.length === 0 ? (
        <p className="cd-quiet">{none}</p>
      ) : (
        <table className="cd-table" aria-labelledby={headingId}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
              <th scope="col">
                <span className="cd-visually-hidden">Remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ id, name, cells }) => (
              <tr key={id}>
                {columns.map((column, at) => (
                  <td key={column}>{cells[at]}</td>
                ))}
                <td>
                  <IconButton
                    icon={X}
                    label={`Remove ${name}`}
                    onPress={() => {
                      // The row goes with the button that has the focus.
                      addButton.current?.focus()
                      onRemove(id, name)
                    }}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length > shown.length && (
        <Button
          kind="quiet"
          onPress={() => {
            addButton.current?.focus()
            setWhole(true)
          }}
        >
          Show all {count(rows.length, 'entry', 'entries')}
        </Button>
      )}
    </section>
  )
}
