import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameSchema } from '#renderer/features/roster/viewName.ts'
import { ownViews, querySearch, readGridState, readQuery, sameState } from '#renderer/features/roster/views.ts'
import { type ColumnFilter, initialGridState } from '#renderer/ui/grid/gridTypes.ts'

const key = fc.constantFrom('lastName', 'status', 'classYear', 'custom.019a0000-0000-7000-8000-000000000101')
const filter: fc.Arbitrary<ColumnFilter> = fc.oneof(
  fc.record({ kind: fc.constant('contains' as const), text: fc.string({ minLength: 1 }) }),
  fc.record({
    kind: fc.constant('choices' as const),
    values: fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null))),
  }),
  fc.record({
    kind: fc.constant('range' as const),
    from: fc.oneof(fc.integer(), fc.constant(null)),
    to: fc.oneof(fc.constant('2026-07-01'), fc.constant(null)),
  }),
  fc.record({ kind: fc.constant('blank' as const), isBlank: fc.boolean() }),
)
const query = fc.record({
  search: fc.string(),
  sort: fc.uniqueArray(fc.record({ id: key, desc: fc.boolean() }), { selector: ({ id }) => id }),
  filters: fc.dictionary(key, filter),
})

describe('the address of a roster', () => {
  it('gives back what is searched, sorted and filtered', () => {
    fc.assert(
      fc.property(query, (wanted) => {
        // As it is after a walk through the address bar.
        const address = new URLSearchParams(
          Object.entries(querySearch(wanted)).filter((entry): entry is [string, string] => entry[1] !== undefined),
        ).toString()
        const read = readQuery(Object.fromEntries(new URLSearchParams(address)))
        expect(JSON.parse(JSON.stringify(read))).toEqual(JSON.parse(JSON.stringify(wanted)))
      }),
    )
  })
  it('is short where nothing is searched, sorted or filtered', () => {
    expect(querySearch(initialGridState)).toEqual({ q: undefined, sort: undefined, filters: undefined })
  })
  it.each(['{', '[]', '{"status":{"kind":"eval"}}', 'null', '{"status":1}'])(
    'loses filters it does not understand, not the page: %s',
    (filters) => {
      expect(readQuery({ q: 'ana', filters })).toEqual({ search: 'ana', sort: [], filters: {} })
    },
  )
  it('reads a descending column', () => {
    expect(readQuery({ sort: '-classYear,lastName,;drop' }).sort).toEqual([
      { id: 'classYear', desc: true },
      { id: 'lastName', desc: false },
    ])
  })
})

describe('a saved view', () => {
  it('loses only the parts that are not understood', () => {
    const stored = { ...initialGridState, search: 'ana', density: 'tiny', sort: [{ id: 'level', desc: true }], new: 1 }
    expect(readGridState(stored)).toEqual({ ...initialGridState, search: 'ana', sort: [{ id: 'level', desc: true }] })
  })
  it('is the first view where nothing is understood', () => {
    expect(readGridState(null)).toEqual(initialGridState)
    expect(readGridState('x')).toEqual(initialGridState)
  })
  it('is the same whatever the order of its parts', () => {
    const one = { ...initialGridState, widths: { a: 1, b: 2 } }
    expect(sameState(one, { ...initialGridState, widths: { b: 2, a: 1 } })).toBe(true)
    expect(sameState(one, { ...initialGridState, widths: { b: 2, a: 3 } })).toBe(false)
  })
  it('needs a name that no other has', () => {
    const schema = nameSchema(['Main campus'])
    expect(schema.safeParse({ name: 'main campus' }).success).toBe(false)
    expect(schema.safeParse({ name: ' ' }).success).toBe(false)
    expect(schema.safeParse({ name: 'North' }).success).toBe(true)
  })
})

it('every roster has views for all, for those away and for those without an e-mail; learners for those without a coach', () => {
  expect(ownViews('learners').map(({ id }) => id)).toEqual(['all', 'noCoach', 'away', 'noEmail'])
  expect(ownViews('coaches').map(({ id }) => id)).toEqual(['all', 'away', 'noEmail'])
  expect(ownViews('coaches')[1]!.state.filters['status']).toMatchObject({
    values: expect.arrayContaining(['sabbatical']) as string[],
  })
})
