import { filterTest, fold } from './gridFilters.ts'
import { rankValues, type Ranks, sortByRank } from './gridRanks.ts'
import type { GridColumn, GridState, SortKey } from './gridTypes.ts'
import { formatValue } from './gridValues.ts'

export type GridQuery = Pick<GridState, 'search' | 'filters' | 'sort'>

/** The rows to show, as positions in the rows that were given. */
export interface GridView {
  order: Uint32Array
  /** Edits left a row where the sort or a filter would no longer put it. */
  isStale: boolean
}

interface Held extends GridView {
  query: GridQuery
}

/**
 * Searches, filters and sorts many rows fast: one folded text per row for the search, dense ranks per column for the
 * sort. Rows that are replaced one by one (an edit) keep their place until `sortAgain` or another query; a different set
 * of rows, or a row that newly fits, is put in order at once. `read` with the same arguments gives the same answer.
 */
export class GridIndex<Row> {
  readonly #columns: ReadonlyMap<string, GridColumn<Row>>
  readonly #getRowId: (row: Row) => string
  #rows: readonly Row[] = []
  #texts: (string | undefined)[] = []
  #ranks = new Map<string, Ranks>()
  #sorted: { sort: readonly SortKey[]; order: Uint32Array } | null = null
  #held: Held | null = null

  constructor(columns: readonly GridColumn<Row>[], getRowId: (row: Row) => string) {
    this.#columns = new Map(columns.map((column) => [column.key, column]))
    this.#getRowId = getRowId
  }

  read(rows: readonly Row[], query: GridQuery): GridView {
    if (rows !== this.#rows) this.#take(rows)
    const held = this.#held
    if (held && sameQuery(held.query, query)) return held
    const isNarrower = held !== null && !held.isStale && narrows(held.query, query)
    const next = { query, order: this.#filter(query, isNarrower ? held.order : this.#sort(query.sort)), isStale: false }
    this.#held = next
    return next
  }

  /** Puts edited rows where they belong now. */
  sortAgain(): void {
    this.#sorted = null
    this.#held = null
  }

  /** Prepares the search for some more rows; false once all are ready or they are others. For idle moments after loading. */
  prepare(rows: readonly Row[], howMany: number): boolean {
    if (rows !== this.#rows) return false
    let left = howMany
    for (let position = 0; position < this.#rows.length; position += 1) {
      if (this.#texts[position] !== undefined) continue
      if (left === 0) return true
      this.#text(position)
      left -= 1
    }
    return false
  }

  #take(rows: readonly Row[]): void {
    const before = this.#rows
    this.#rows = rows
    const changed = changedPositions(before, rows, this.#getRowId)
    if (changed) this.#patch(before, changed)
    else this.#rebuild(before)
  }

  #patch(before: readonly Row[], changed: readonly number[]): void {
    for (const position of changed) this.#texts[position] = undefined
    for (const [key, column] of this.#columns) {
      const differs = (position: number) => column.value(before[position]!) !== column.value(this.#rows[position]!)
      if (!changed.some(differs)) continue
      this.#ranks.delete(key)
      // The view that is held keeps its order; the next one is sorted anew.
      if (this.#sorted?.sort.some(({ id }) => id === key)) this.#sorted = null
      if (this.#held?.query.sort.some(({ id }) => id === key)) this.#held = { ...this.#held, isStale: true }
    }
    const held = this.#held
    if (!held) return
    const matches = this.#test(held.query)
    const isShown = new Uint8Array(this.#rows.length)
    for (const position of held.order) isShown[position] = 1
    const moved = changed.filter((position) => matches(position) !== (isShown[position] === 1))
    // A row that fits and was not shown was not edited here, but undone or changed elsewhere: it is looked for at once.
    if (moved.some((position) => isShown[position] === 0)) this.sortAgain()
    else if (moved.length > 0) this.#held = { ...held, isStale: true }
  }

  #rebuild(before: readonly Row[]): void {
    const known = new Map(before.map((row, position) => [row, this.#texts[position]]))
    this.#texts = this.#rows.map((row) => known.get(row))
    this.#ranks.clear()
    this.sortAgain()
  }

  /** Those of the rows in `order` that fit. */
  #filter(query: GridQuery, order: Uint32Array): Uint32Array {
    const isFiltered = query.search.trim() !== '' || Object.keys(query.filters).length > 0
    return isFiltered ? order.filter(this.#test(query)) : order
  }

  /** Says whether the row at a position is shown. Every word of the search must be somewhere in the row. */
  #test({ search, filters }: GridQuery): (position: number) => boolean {
    const words = fold(search).split(/\s+/).filter(Boolean)
    // A text the row has nowhere is not in the column either: most rows need no look at the cell.
    for (const [key, filter] of Object.entries(filters)) {
      if (filter.kind === 'contains' && this.#columns.has(key)) words.push(fold(filter.text.trim()))
    }
    const tests = Object.entries(filters).flatMap(([key, filter]) => {
      const column = this.#columns.get(key)
      return column ? [{ column, passes: filterTest(column, filter) }] : []
    })
    return (position) => {
      if (words.length > 0) {
        const text = this.#text(position)
        for (const word of words) if (!text.includes(word)) return false
      }
      const row = this.#rows[position]!
      for (const { column, passes } of tests) if (!passes(column.value(row))) return false
      return true
    }
  }

  #text(position: number): string {
    const known = this.#texts[position]
    if (known !== undefined) return known
    const row = this.#rows[position]!
    let text = ''
    for (const column of this.#columns.values()) text += `${formatValue(column, column.value(row))}\n`
    const folded = fold(text)
    this.#texts[position] = folded
    return folded
  }

  #sort(sort: readonly SortKey[]): Uint32Array {
    if (this.#sorted && sameSort(this.#sorted.sort, sort)) return this.#sorted.order
    let order = Uint32Array.from(this.#rows.keys())
    // From the last key to the first: each pass is stable, so earlier keys win.
    for (const { id, desc } of sort.toReversed()) {
      const column = this.#columns.get(id)
      if (column) order = sortByRank(order, this.#rank(column), desc)
    }
    this.#sorted = { sort, order }
    return order
  }

  #rank(column: GridColumn<Row>): Ranks {
    const known = this.#ranks.get(column.key)
    if (known) return known
    const ranks = rankValues(this.#rows, column)
    this.#ranks.set(column.key, ranks)
    return ranks
  }
}

/** Where rows were replaced by others of the same id; null where rows came, went or moved. */
function changedPositions<Row>(
  before: readonly Row[],
  after: readonly Row[],
  getRowId: (row: Row) => string,
): number[] | null {
  if (before.length !== after.length) return null
  const changed: number[] = []
  for (let position = 0; position < after.length; position += 1) {
    if (before[position] === after[position]) continue
    if (getRowId(before[position]!) !== getRowId(after[position]!)) return null
    changed.push(position)
  }
  return changed
}

const sameSort = (one: readonly SortKey[], other: readonly SortKey[]): boolean =>
  one === other ||
  (one.length === other.length && one.every(({ id, desc }, at) => id === other[at]?.id && desc === other[at].desc))

const sameQuery = (one: GridQuery, other: GridQuery): boolean =>
  one.search === other.search && one.filters === other.filters && sameSort(one.sort, other.sort)

/** Whether all that fits the second query fits the first, in the same order: a letter was added to the search. */
const narrows = (one: GridQuery, other: GridQuery): boolean =>
  other.search.startsWith(one.search) && one.filters === other.filters && sameSort(one.sort, other.sort)
