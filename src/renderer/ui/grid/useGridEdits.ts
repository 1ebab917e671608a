import { useEffect, useRef } from 'react'
import { Refusal } from '#shared/kernel/problem.ts'
import { count } from '#shared/kernel/text.ts'
import { decodeTsv, encodeTsv } from './clipboard.ts'
import { cellText, cellValue, type GridModel, rangeTexts, rowAt, rowById } from './gridModel.ts'
import { planPaste, readCell } from './gridPaste.ts'
import type { Editing } from './gridStore.ts'
import type { GridEdit, RejectedEdit } from './gridTypes.ts'
import { formatValue } from './gridValues.ts'

export type OnEdit = (edits: GridEdit[]) => Promise<{ rejected: RejectedEdit[] }>

/** Changes cells: by typing, by clearing, from and to the clipboard. Shows each edit at once and saves it behind. */
export function useGridEdits<Row>(
  model: GridModel<Row>,
  onEdit: OnEdit | undefined,
  announce: (message: string) => void,
) {
  const { store, rows } = model
  const latest = useRef(model)
  const saved = useRef<{ edits: GridEdit[]; rows: readonly Row[] }[]>([])
  useEffect(() => {
    latest.current = model
  })
  // What was saved is in the rows that come next: from then on they speak for themselves.
  useEffect(() => {
    const isOver = (save: { rows: readonly Row[] }) => save.rows !== rows
    store.release(saved.current.filter(isOver).flatMap(({ edits }) => edits))
    saved.current = saved.current.filter((save) => !isOver(save))
  }, [store, rows])

  const refuse = (edits: readonly GridEdit[], message: (edit: GridEdit) => string) => {
    const columns = new Map(model.columns.map((column) => [column.key, column]))
    store.release(edits)
    store.reject(
      edits.map((edit) => {
        const column = columns.get(edit.key)
        const text = column ? formatValue(column, edit.value) : ''
        return { rowId: edit.rowId, key: edit.key, text, message: message(edit) }
      }),
    )
  }

  const save = async (edits: GridEdit[]) => {
    if (edits.length === 0 || !onEdit) return
    store.hold(edits)
    try {
      const { rejected } = await onEdit(edits)
      const messages = new Map(rejected.map(({ rowId, key, message }) => [`${rowId}\n${key}`, message]))
      const wasRefused = ({ rowId, key }: GridEdit) => messages.has(`${rowId}\n${key}`)
      const refused = edits.filter(wasRefused)
      const kept = edits.filter((edit) => !wasRefused(edit))
      if (latest.current.rows === rows) saved.current.push({ edits: kept, rows })
      else store.release(kept)
      refuse(refused, ({ rowId, key }) => messages.get(`${rowId}\n${key}`)!)
      if (refused.length > 0) announce(`${count(refused.length, 'cell')} rejected`)
    } catch (error) {
      const reason = error instanceof Refusal ? error.message : 'This change was not saved'
      refuse(edits, () => reason)
      announce(reason)
      if (!(error instanceof Refusal)) throw error
    }
  }

  const changed = (edits: readonly GridEdit[], top: number): GridEdit[] => {
    const columns = new Map(model.columns.map((column) => [column.key, column]))
    const rows = new Map<string, Row>()
    for (let at = top; at < model.order.length && rows.size < edits.length; at += 1) {
      const row = rowAt(model, at)!
      rows.set(model.getRowId(row), row)
    }
    return edits.filter(({ rowId, key, value }) => {
      const row = rows.get(rowId)
      const column = columns.get(key)
      return row !== undefined && column !== undefined && cellValue(model, row, column) !== value
    })
  }

  const plan = (cells: readonly string[][]) =>
    planPaste(cells, store.range, {
      columns: model.columns,
      rowCount: model.order.length,
      rowIdAt: (at) => model.getRowId(rowAt(model, at)!),
    })

  const clear = () => {
    const { edits, rejected, range } = plan([['']])
    const editable = new Set(model.columns.filter((column) => column.editable).map(({ key }) => key))
    store.reject(rejected.filter(({ key }) => editable.has(key)))
    announce(`${count(edits.length, 'cell')} cleared`)
    return save(changed(edits, range.top))
  }

  const paste = (cells: readonly string[][]) => {
    if (cells.length === 0) return Promise.resolve()
    const { edits, rejected, outside, range } = plan(cells)
    const { top, left, bottom, right } = range
    store.selectRange({ row: bottom, column: right }, { row: top, column: left })
    store.reject(rejected)
    const parts = [
      `${count(edits.length, 'cell')} pasted`,
      rejected.length > 0 && `${count(rejected.length, 'cell')} rejected`,
      outside > 0 && `${count(outside, 'cell')} did not fit in the grid`,
    ]
    announce(parts.filter(Boolean).join(', '))
    return save(changed(edits, top))
  }

  return {
    /** Reads what was typed into a cell; answers with what is wrong, or null once it is on its way. */
    commit: (cell: Editing, text: string): string | null => {
      const row = rowById(model, cell.rowId)
      const column = model.columns[cell.column]
      if (row === undefined || !column) return null
      const read = readCell(column, text)
      if (!read.ok) return read.message
      const edit = { rowId: cell.rowId, key: column.key, value: read.value }
      if (cellValue(model, row, column) === read.value) store.acceptValue(edit.rowId, edit.key)
      else void save([edit])
      return null
    },
    /** Keeps a text that cannot stand in its cell, marked, when the edit is left by other means than the keyboard. */
    keepRejected: ({ rowId, column: index }: Editing, text: string, message: string): void => {
      const column = model.columns[index]
      if (column) store.reject([{ rowId, key: column.key, text, message }])
    },
    clear,
    copy: (): string => encodeTsv(rangeTexts(model, store.range)),
    paste: (text: string) => paste(decodeTsv(text)),
    /** What the editor starts with. */
    textOf: (cell: Editing): string => {
      const row = rowById(model, cell.rowId)
      const column = model.columns[cell.column]
      return row === undefined || !column ? '' : cellText(model, row, column)
    },
  }
}

export type GridEdits = ReturnType<typeof useGridEdits>

/** What a cell's editor can do: change its cell, and move on. */
export interface CellEditing extends Pick<GridEdits, 'commit' | 'keepRejected' | 'textOf'> {
  step: (rows: -1 | 0 | 1, columns: -1 | 0 | 1) => void
}
