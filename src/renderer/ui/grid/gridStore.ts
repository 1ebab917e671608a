import type { GridValue } from './gridTypes.ts'

/** A cell by its place in the view: the row as shown, the column as shown. */
export interface Cell {
  row: number
  column: number
}

export interface Range {
  top: number
  bottom: number
  left: number
  right: number
}

/**
 * A cell being edited: by its row's id, because rows may come and go under it. `typed` is the text that replaces its value,
 * or null to edit what is there.
 */
export interface Editing {
  rowId: string
  column: number
  typed: string | null
}

/** A cell whose typed or pasted text was refused: it keeps the text and says why. */
export interface Rejection {
  text: string
  message: string
}

/**
 * What changes with every key: active cell, range, edit, selected rows, edits on their way, rejected cells. It lives
 * outside React's state, so that an arrow key renders the two rows it concerns and nothing else.
 */
export class GridStore {
  #active: Cell = { row: 0, column: 0 }
  #anchor: Cell = { row: 0, column: 0 }
  #editing: Editing | null = null
  #selected: ReadonlySet<string> = new Set()
  readonly #pending = new Map<string, GridValue>()
  readonly #rejected = new Map<string, Rejection>()
  readonly #versions = new Map<string, number>()
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  get active(): Cell {
    return this.#active
  }

  get anchor(): Cell {
    return this.#anchor
  }

  get editing(): Editing | null {
    return this.#editing
  }

  get selected(): ReadonlySet<string> {
    return this.#selected
  }

  get rejectedCount(): number {
    return this.#rejected.size
  }

  get range(): Range {
    return {
      top: Math.min(this.#active.row, this.#anchor.row),
      bottom: Math.max(this.#active.row, this.#anchor.row),
      left: Math.min(this.#active.column, this.#anchor.column),
      right: Math.max(this.#active.column, this.#anchor.column),
    }
  }

  /** Moves the active cell; with `extend` the range grows from where it began. */
  moveTo(cell: Cell, extend = false): void {
    this.#active = cell
    if (!extend) this.#anchor = cell
    this.#notify()
  }

  /** Selects a block of cells, with the active cell at its end. */
  selectRange(anchor: Cell, active: Cell): void {
    this.#anchor = anchor
    this.#active = active
    this.#notify()
  }

  /** Edits the active cell, which is in this row. */
  edit(rowId: string, typed: string | null): void {
    this.#editing = { rowId, column: this.#active.column, typed }
    this.#anchor = this.#active
    this.#notify()
  }

  endEdit(): void {
    if (!this.#editing) return
    this.#editing = null
    this.#notify()
  }

  setSelected(rowIds: ReadonlySet<string>): void {
    this.#selected = rowIds
    this.#notify()
  }

  /** Shows edits at once, while they are being saved. */
  hold(edits: readonly { rowId: string; key: string; value: GridValue }[]): void {
    for (const { rowId, key, value } of edits) {
      this.#pending.set(cellId(rowId, key), value)
      this.#rejected.delete(cellId(rowId, key))
      this.#touch(rowId)
    }
    this.#notify()
  }

  /** Stops showing edits: they are in the rows now, or were refused. A later edit of the same cell goes on showing. */
  release(edits: Iterable<{ rowId: string; key: string; value: GridValue }>): void {
    for (const { rowId, key, value } of edits) {
      const id = cellId(rowId, key)
      if (this.#pending.get(id) === value && this.#pending.delete(id)) this.#touch(rowId)
    }
    this.#notify()
  }

  pending(rowId: string, key: string): GridValue | undefined {
    return this.#pending.size === 0 ? undefined : this.#pending.get(cellId(rowId, key))
  }

  reject(cells: readonly ({ rowId: string; key: string } & Rejection)[]): void {
    for (const { rowId, key, text, message } of cells) {
      this.#rejected.set(cellId(rowId, key), { text, message })
      this.#touch(rowId)
    }
    this.#notify()
  }

  rejection(rowId: string, key: string): Rejection | undefined {
    return this.#rejected.size === 0 ? undefined : this.#rejected.get(cellId(rowId, key))
  }

  /** The cell's own value is right after all. */
  acceptValue(rowId: string, key: string): void {
    if (!this.#rejected.delete(cellId(rowId, key))) return
    this.#touch(rowId)
    this.#notify()
  }

  forgetRejected(): void {
    for (const id of this.#rejected.keys()) this.#touch(id.slice(0, id.indexOf('\n')))
    this.#rejected.clear()
    this.#notify()
  }

  /** All that a row shows beside its data, as one text: the row renders when it changes. */
  rowSnapshot(row: number, rowId: string): string {
    const { top, bottom, left, right } = this.range
    const isInRange = row >= top && row <= bottom
    const active = this.#active.row === row ? this.#active.column : ''
    const range = isInRange && (top !== bottom || left !== right) ? `${left}-${right}` : ''
    const editing = this.#editing?.rowId === rowId ? `${this.#editing.column}` : ''
    const selected = this.#selected.has(rowId) ? 'x' : ''
    return `${active}|${range}|${editing}|${selected}|${this.#versions.get(rowId) ?? 0}`
  }

  #touch(rowId: string): void {
    this.#versions.set(rowId, (this.#versions.get(rowId) ?? 0) + 1)
  }

  #notify(): void {
    for (const listener of this.#listeners) listener()
  }
}

const cellId = (rowId: string, key: string): string => `${rowId}\n${key}`
