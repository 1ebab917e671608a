import { type KeyboardEvent, useState } from 'react'
import type { GridColumn } from '#renderer/ui/grid/gridTypes.ts'
import { formatValue, parseValue } from '#renderer/ui/grid/gridValues.ts'
import { ColumnInput } from './ColumnInput.tsx'
import type { EditRoster } from './useRoster.ts'

interface ColumnFieldProps<R> {
  column: GridColumn<R>
  row: R & { id: string }
  edit: EditRoster
  isReadOnly: boolean
  /** What should be known of the value, though it is kept: a check digit that does not fit. */
  advice?: string | undefined
}

/**
 * One field of a stored row, saved when it is left or Enter is pressed, as a cell of the grid is. A value that does not fit
 * or is refused stays as typed, with the reason; Esc puts back what is stored.
 */
export function ColumnField<R>({ column, row, edit, isReadOnly, advice }: ColumnFieldProps<R>) {
  const stored = column.value(row)
  const [draft, setDraft] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [unreadable, setUnreadable] = useState<string | null>(null)
  const text = draft ?? formatValue(column, stored)

  const commit = async (typed: string): Promise<void> => {
    if (unreadable !== null) return
    const read = parseValue(column, typed)
    if (!read.ok) return setError(read.message)
    setError(null)
    if (read.value === stored) return setDraft(null)
    const { rejected } = await edit([{ rowId: row.id, key: column.key, value: read.value }])
    const [refused] = rejected
    if (refused) setError(refused.message)
    else setDraft(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || (draft === null && error === null)) return
    // The pane around would close.
    event.preventDefault()
    setDraft(null)
    setError(null)
  }

  return (
    <div
      role="presentation"
      className="cd-roster-field"
      data-wide={isWide(column.key) || undefined}
      onKeyDown={onKeyDown}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void commit(text)
        }}
      >
        <ColumnInput
          column={column}
          text={text}
          onText={setDraft}
          onChoose={(chosen) => {
            setDraft(chosen)
            void commit(chosen)
          }}
          onLeave={() => {
            if (draft !== null && column.kind !== 'choice') void commit(draft)
          }}
          onUnreadable={setUnreadable}
          error={error ?? undefined}
          isDisabled={isReadOnly || !column.editable}
          {...(advice && { description: advice })}
        />
      </form>
    </div>
  )
}

const wide: ReadonlySet<string> = new Set([
  'email',
  'otherEmails',
  'note',
  'roleNote',
  'title',
  'commitment',
  'nextStep',
])

const isWide = (key: string): boolean => wide.has(key)
