import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { filterTest } from '#renderer/ui/grid/gridFilters.ts'
import { GridIndex, type GridQuery } from '#renderer/ui/grid/gridIndex.ts'
import type { ColumnFilter, GridValue } from '#renderer/ui/grid/gridTypes.ts'
import { foldText } from '#shared/kernel/text.ts'
import { formatValue } from '#renderer/ui/grid/gridValues.ts'
import { type Person, person, personColumns, personId } from './gridRows.ts'

const everything: GridQuery = { search: '', filters: {}, sort: [] }
const read = (rows: Person[], query: Partial<GridQuery>) =>
  new GridIndex(personColumns, personId).read(rows, { ...everything, ...query })
const names = (rows: Person[], query: Partial<GridQuery>) => [...read(rows, query).order].map((at) => rows[at]!.name)

const somePeople = fc
  .array(
    fc.record({
      name: fc.oneof(fc.constantFrom('Zoë', 'zoe', 'Ana Ruiz', 'Øyvind', 'ANA', 'Łukasz', ''), fc.string()),
      level: fc.constantFrom('m1', 'm2', 'leave', 'unknown', null),
      hours: fc.option(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ noNaN: true }))),
      start: fc.option(fc.constantFrom('2026-07-01', '2025-12-31', '2026-01-15')),
    }),
    { maxLength: 40 },
  )
  .map((people) => people.map((fields, id) => person(id, fields)))

const someSort = fc.uniqueArray(
  fc.record({ id: fc.constantFrom('name', 'level', 'hours', 'start', 'gone'), desc: fc.boolean() }),
  { selector: ({ id }) => id, maxLength: 3 },
)

const levels: GridValue[] = ['m1', 'm2', 'leave']
const isBlank = (value: GridValue): boolean => value === null || value === ''
const place = (value: GridValue): number => (levels.includes(value) ? levels.indexOf(value) : levels.length)
const codeUnits = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** How two cells stand to each other, written out plainly; blanks are last whatever the direction. */
function compareCells(key: string, desc: boolean, a: Person, b: Person): number {
  const column = personColumns.find((candidate) => candidate.key === key)
  if (!column) return 0
  const [one, other] = [column.value(a), column.value(b)]
  if (isBlank(one) || isBlank(other)) return Number(isBlank(one)) - Number(isBlank(other))
  const result =
    key === 'hours'
      ? Number(one) - Number(other)
      : (key === 'level' ? place(one) - place(other) : 0) ||
        codeUnits(foldText(String(one)), foldText(String(other))) ||
        codeUnits(String(one), String(other))
  return desc ? -result : result
}

describe('sorting', () => {
  test('equals a plain stable sort', () => {
    fc.assert(
      fc.property(somePeople, someSort, (people, sort) => {
        const expected = people.toSorted((a, b) => {
          for (const { id, desc } of sort) {
            const order = compareCells(id, desc, a, b)
            if (order !== 0) return order
          }
          return 0
        })
        expect([...read(people, { sort }).order]).toEqual(expected.map(({ id }) => Number(id)))
      }),
    )
  })

  test('puts choices in their own order and blanks last in both directions', () => {
    const people = [person(0, { level: null }), person(1, { level: 'leave' }), person(2, { level: 'm1' })]
    expect([...read(people, { sort: [{ id: 'level', desc: false }] }).order]).toEqual([2, 1, 0])
    expect([...read(people, { sort: [{ id: 'level', desc: true }] }).order]).toEqual([1, 2, 0])
  })
})

const someFilter: fc.Arbitrary<[string, ColumnFilter]> = fc.oneof(
  fc.tuple(
    fc.constant('name'),
    fc.record({ kind: fc.constant('contains' as const), text: fc.constantFrom('zoe', 'A') }),
  ),
  fc.tuple(
    fc.constant('level'),
    fc.record({
      kind: fc.constant('choices' as const),
      values: fc.subarray<GridValue>(['m1', 'm2', null]),
    }),
  ),
  fc.tuple(
    fc.constant('hours'),
    fc.record({
      kind: fc.constant('range' as const),
      from: fc.constantFrom(-2, null),
      to: fc.constantFrom(2, null),
    }),
  ),
  fc.tuple(fc.constantFrom('start', 'name'), fc.record({ kind: fc.constant('blank' as const), isBlank: fc.boolean() })),
)

describe('filtering', () => {
  test('equals reading every cell', () => {
    fc.assert(
      fc.property(
        somePeople,
        fc.array(someFilter, { maxLength: 3 }),
        fc.constantFrom('', 'ana', 'ZOE', 'ana ruiz', 'ruiz ana', 'jul 1'),
        someSort,
        (people, entries, search, sort) => {
          const filters = Object.fromEntries(entries)
          const expected = [...read(people, { sort }).order].filter((at) => {
            const row = people[at]!
            const passes = Object.entries(filters).every(([key, filter]) => {
              const column = personColumns.find((candidate) => candidate.key === key)!
              return filterTest(column, filter)(column.value(row))
            })
            const cells = personColumns.map((column) => foldText(formatValue(column, column.value(row))))
            const words = foldText(search).split(' ').filter(Boolean)
            return passes && words.every((word) => cells.some((cell) => cell.includes(word)))
          })
          expect([...read(people, { search, filters, sort }).order]).toEqual(expected)
        },
      ),
    )
  })

  test('letter by letter equals the whole word at once, whatever was edited between', () => {
    const searches = ['ana ruiz', 'zoe ', 'jul 1', 'ana  1', 'Łuk']
    fc.assert(
      fc.property(somePeople, someSort, fc.constantFrom(...searches), fc.nat(8), (people, sort, search, editAt) => {
        const index = new GridIndex(personColumns, personId)
        let rows = people
        for (let length = 0; length <= search.length; length += 1) {
          if (length === editAt && rows[0]) rows = rows.with(0, { ...rows[0], name: 'Ana Ruiz, Zoe' })
          index.read(rows, { ...everything, sort, search: search.slice(0, length) })
        }
        const typed = index.read(rows, { ...everything, sort, search })
        expect([...typed.order]).toEqual([...read(rows, { sort, search }).order])
      }),
    )
  })

  const people = [
    person(0, { name: 'Zoë Álvarez', hours: 3, start: '2026-07-01', level: 'm1' }),
    person(1, { name: 'Ana Ruiz', hours: null, start: null, level: null }),
    person(2, { name: 'Bo Zoellner', hours: 9, start: '2027-01-01', level: 'm2' }),
  ]

  test.each<[string, Partial<GridQuery>, string[]]>([
    ['a word without its accents', { search: 'alvarez' }, ['Zoë Álvarez']],
    ['what a date looks like', { search: 'jul 1' }, ['Zoë Álvarez']],
    ['the label of a choice', { search: 'second year' }, ['Bo Zoellner']],
    ['a range of dates', { filters: { start: { kind: 'range', from: null, to: '2026-12-31' } } }, ['Zoë Álvarez']],
    ['a range of numbers', { filters: { hours: { kind: 'range', from: 3, to: 9 } } }, ['Zoë Álvarez', 'Bo Zoellner']],
    ['a blank among choices', { filters: { level: { kind: 'choices', values: [null] } } }, ['Ana Ruiz']],
    [
      'cells that are not blank',
      { filters: { hours: { kind: 'blank', isBlank: false } } },
      ['Zoë Álvarez', 'Bo Zoellner'],
    ],
    ['a column that is gone', { filters: { gone: { kind: 'blank', isBlank: true } } }, people.map(({ name }) => name)],
  ])('finds %s', (_, query, expected) => {
    expect(names(people, query)).toEqual(expected)
  })
})

describe('an edit', () => {
  const people = [person(0, { name: 'Ana' }), person(1, { name: 'Bo' }), person(2, { name: 'Cy' })]
  const sort = [{ id: 'name', desc: false }]
  const renamed = people.with(0, { ...people[0]!, name: 'Zed' })

  test('leaves the row in its place until it is sorted again', () => {
    const index = new GridIndex(personColumns, personId)
    index.read(people, { ...everything, sort })
    const after = index.read(renamed, { ...everything, sort })
    expect([...after.order]).toEqual([0, 1, 2])
    expect(after.isStale).toBe(true)
    index.sortAgain()
    expect([...index.read(renamed, { ...everything, sort }).order]).toEqual([1, 2, 0])
    expect(index.read(renamed, { ...everything, sort }).isStale).toBe(false)
  })

  test('of a column that neither sorts nor filters moves nothing', () => {
    const index = new GridIndex(personColumns, personId)
    index.read(people, { ...everything, sort })
    const edited = people.with(1, { ...people[1]!, hours: 4 })
    expect(index.read(edited, { ...everything, sort }).isStale).toBe(false)
  })

  test('that no longer fits the search keeps its row, and is found by its new words', () => {
    const index = new GridIndex(personColumns, personId)
    const query = { ...everything, search: 'ana' }
    expect([...index.read(people, query).order]).toEqual([0])
    expect(index.read(renamed, query)).toMatchObject({ isStale: true })
    expect([...index.read(renamed, query).order]).toEqual([0])
    expect([...index.read(renamed, { ...query, search: 'zed' }).order]).toEqual([0])
  })

  test('that makes a hidden row fit brings it at once, and one that leaves it hidden moves nothing', () => {
    const index = new GridIndex(personColumns, personId)
    const query = { ...everything, search: 'bo' }
    index.read(people, query)
    expect(index.read(renamed, query)).toMatchObject({ isStale: false, order: Uint32Array.of(1) })
    const bob = people.with(0, { ...people[0]!, name: 'Bob' })
    expect(index.read(bob, query)).toMatchObject({ isStale: false, order: Uint32Array.of(0, 1) })
  })

  test('is where it belongs when something else is searched', () => {
    const index = new GridIndex(personColumns, personId)
    index.read(people, { ...everything, sort })
    index.read(renamed, { ...everything, sort })
    expect(index.read(renamed, { ...everything, sort, search: 'e' }).isStale).toBe(false)
    expect([...index.read(renamed, { ...everything, sort, search: ' ' }).order]).toEqual([1, 2, 0])
  })

  test('is told from rows that come and go, which are put in order at once', () => {
    const index = new GridIndex(personColumns, personId)
    index.read(renamed, { ...everything, sort })
    const more = [...renamed, person(3, { name: 'Aa' })]
    expect([...index.read(more, { ...everything, sort }).order]).toEqual([3, 1, 2, 0])
  })
})
