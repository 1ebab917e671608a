import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { CellMessage } from './CellMessage.tsx'
import { CellPopup } from './CellPopup.tsx'
import { fold } from './gridFilters.ts'
import { editIntent } from './gridKeys.ts'
import type { Editing, GridStore } from './gridStore.ts'
import type { GridColumn } from './gridTypes.ts'
import { isNumeric } from './gridValues.ts'
import type { CellEditing } from './useGridEdits.ts'

export interface GridCellEditorProps<Row> {
  column: GridColumn<Row>
  editing: Editing
  store: GridStore
  edits: () => CellEditing
}

/** Types into a cell. A text that cannot stand there stays, with the reason, until it is corrected or given up. */
export function GridCellEditor<Row>({ column, editing, store, edits }: GridCellEditorProps<Row>) {
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const [text, setText] = useState(() => editing.typed ?? edits().textOf(editing))
  const [message, setMessage] = useState<string | null>(null)
  const [picked, setPicked] = useState<number | null>(null)
  const isDone = useRef(false)

  // All choices when the cell is opened as it is; those that fit once something is typed.
  const isTyped = editing.typed !== null || text !== edits().textOf(editing)
  const choices = (column.choices ?? []).filter(({ label }) => !isTyped || fold(label).includes(fold(text.trim())))

  const isListOpen = message === null && choices.length > 0

  useLayoutEffect(() => {
    const element = input.current
    element?.focus({ preventScroll: true })
    if (editing.typed === null) element?.select()
    else element?.setSelectionRange(element.value.length, element.value.length)
  }, [editing])

  const finish = (typed: string): boolean => {
    const problem = edits().commit(editing, typed)
    setMessage(problem)
    if (problem !== null) return false
    isDone.current = true
    store.endEdit()
    return true
  }

  const pick = (by: 1 | -1) => setPicked((before) => (choices.length === 0 ? null : step(before, by, choices.length)))

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (choices.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      pick(event.key === 'ArrowDown' ? 1 : -1)
      return
    }
    const intent = editIntent(event, editing.typed !== null && column.kind !== 'choice')
    if (!intent) return
    event.preventDefault()
    if (intent.do === 'cancel') {
      isDone.current = true
      store.endEdit()
      edits().step(0, 0)
    } else if (finish(picked === null ? text : (choices[picked]?.label ?? text))) {
      edits().step(intent.rows, intent.columns)
    }
  }

  // Leaving by mouse must not lose what was typed, nor hold anybody in the cell.
  const onBlur = () => {
    if (isDone.current) return
    const problem = edits().commit(editing, text)
    if (problem !== null) edits().keepRejected(editing, text, problem)
    isDone.current = true
    if (store.editing === editing) store.endEdit()
  }

  return (
    <>
      <input
        ref={input}
        className="cd-grid-editor"
        aria-label={column.header}
        aria-invalid={message !== null}
        autoComplete="off"
        spellCheck={column.kind === 'text'}
        data-numeric={isNumeric(column) || undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setMessage(null)
          setPicked(column.kind === 'choice' && event.target.value.trim() !== '' ? 0 : null)
        }}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
        {...(column.kind === 'choice' && {
          role: 'combobox',
          'aria-expanded': isListOpen,
          'aria-controls': isListOpen ? listId : undefined,
          'aria-autocomplete': 'list' as const,
          'aria-activedescendant': isListOpen && picked !== null ? `${listId}-${picked}` : undefined,
        })}
      />
      {message !== null && <CellMessage message={message} />}
      {isListOpen && (
        <CellPopup className="cd-popover">
          <div id={listId} className="cd-list" role="listbox" aria-label={column.header}>
            {choices.map((choice, index) => (
              <div
                key={choice.id}
                id={`${listId}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === picked}
                className="cd-option"
                data-focused={index === picked || undefined}
                onMouseDown={(event) => {
                  event.preventDefault()
                  if (finish(choice.label)) edits().step(0, 0)
                }}
              >
                {choice.label}
              </div>
            ))}
          </div>
        </CellPopup>
      )}
    </>
  )
}

/** The next choice up or down, from the list's end when none is picked yet. */
function step(before: number | null, by: 1 | -1, count: number): number {
  if (before === null) return by === 1 ? 0 : count - 1
  return Math.max(0, Math.min(count - 1, before + by))
}
