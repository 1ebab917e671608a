import { type GridQuery, GridIndex } from '#renderer/ui/grid/gridIndex.ts'
import type { GridColumn } from '#renderer/ui/grid/gridTypes.ts'
import { learnerAt } from '#test/bench/dataFile.ts'
import { interleaved, type Measured } from '#test/bench/measured.ts'
import type { Learner } from '#shared/roster/schema.ts'

const columns: GridColumn<Learner>[] = [
  { key: 'lastName', header: 'Last name', kind: 'text', value: (row) => row.lastName },
  { key: 'firstName', header: 'First name', kind: 'text', value: (row) => row.firstName },
  { key: 'email', header: 'E-mail', kind: 'text', value: (row) => row.email },
  { key: 'studentId', header: 'Student ID', kind: 'text', value: (row) => row.studentId },
  { key: 'level', header: 'Level', kind: 'text', value: (row) => row.level },
  { key: 'classYear', header: 'Class year', kind: 'number', value: (row) => row.classYear },
]
const all: GridQuery = { search: '', filters: {}, sort: [] }
const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The work of the grid on 50,000 rows, beside plain arrays doing the same. */
export const gridBench = async (): Promise<Measured[]> => {
  const rows = Array.from({ length: 50_000 }, (_, index) => ({ ...learnerAt(index), id: String(index) }))
  const index = new GridIndex(columns, (row) => row.id)
  index.read(rows, all)
  index.prepare(rows, rows.length)
  const collator = new Intl.Collator('en')
  let round = 0
  const searches = ['n', 'nu', 'nun', 'nune', 'learner4', 'zoe', '0001', 'oka']
  const filter = await interleaved(searches.length * 2, {
    ours: () => index.read(rows, { ...all, search: searches[round++ % searches.length]! }),
    plain: () =>
      rows.filter((row) =>
        columns.some((column) => folded(String(column.value(row))).includes(searches[round % searches.length]!)),
      ),
  })
  // Each sort is the first one of its columns: once their order is known, turning it round is a tenth of that.
  const fresh = () => {
    const unsorted = new GridIndex(columns, (row: Learner) => row.id)
    unsorted.read(rows, all)
    return unsorted
  }
  const indexes = Array.from({ length: 6 }, fresh)
  const sort = await interleaved(indexes.length, {
    ours: () =>
      indexes.pop()!.read(rows, {
        ...all,
        sort: [
          { id: 'lastName', desc: false },
          { id: 'firstName', desc: false },
        ],
      }),
    plain: () =>
      rows.toSorted((a, b) => collator.compare(a.lastName, b.lastName) || collator.compare(a.firstName, b.firstName)),
  })
  const plain = 'plain array'
  return [
    {
      what: 'grid: search 50,000 rows',
      value: filter.ours,
      unit: 'ms',
      target: 20,
      peer: { what: plain, value: filter.plain },
    },
    {
      what: 'grid: sort 50,000 rows by two columns',
      value: sort.ours,
      unit: 'ms',
      target: 60,
      peer: { what: plain, value: sort.plain },
    },
  ]
}
