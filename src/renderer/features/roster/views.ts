import * as z from 'zod'
import { type GridState, initialGridState, type SortKey } from '#renderer/ui/grid/gridTypes.ts'
import type { RosterKind } from '#shared/roster/schema.ts'
import { presentStatuses } from '#shared/roster/statuses.ts'

/** The grids of people that views are saved for. */
export type PeopleGrid = RosterKind | 'staff' | 'stakeholders'

/** A way of looking at a roster: one of the app's own, or one that somebody saved. */
export interface RosterView {
  id: string
  name: string
  state: GridState
}

const blankEmail: GridState['filters'] = { email: { kind: 'blank', isBlank: true } }
const withStatus = (statuses: readonly string[]): GridState['filters'] => ({
  status: { kind: 'choices', values: [...statuses] },
})

const away: Record<RosterKind, string[]> = {
  learners: ['leave', 'militaryLeave', 'research'],
  coaches: ['leave', 'sabbatical', 'paused'],
}

const withoutCoach: RosterView = {
  id: 'noCoach',
  name: 'Without a coach',
  // Who is away or has left needs none.
  state: {
    ...initialGridState,
    filters: {
      coachName: { kind: 'blank', isBlank: true },
      ...withStatus(presentStatuses),
    },
  },
}

const all: RosterView = { id: 'all', name: 'All', state: initialGridState }
const filtered = (id: string, name: string, filters: GridState['filters']): RosterView => ({
  id,
  name,
  state: { ...initialGridState, filters },
})
const noEmail = filtered('noEmail', 'Without an e-mail', blankEmail)

/** The views that are there without anybody saving one. */
const viewsOf: Record<PeopleGrid, readonly RosterView[]> = {
  learners: [all, withoutCoach, filtered('away', 'Away', withStatus(away.learners)), noEmail],
  coaches: [all, filtered('away', 'Away', withStatus(away.coaches)), noEmail],
  staff: [all, filtered('now', 'In the role now', { tenure: { kind: 'choices', values: ['now'] } }), noEmail],
  stakeholders: [
    all,
    filtered('toWin', 'Not yet supportive', {
      stance: { kind: 'choices', values: ['neutral', 'doubtful', 'opposed', null] },
    }),
    filtered('noStep', 'Without a next contact', { nextContact: { kind: 'blank', isBlank: true } }),
  ],
}

export const ownViews = (grid: PeopleGrid): readonly RosterView[] => viewsOf[grid]

const scalar = z.union([z.string(), z.number()])
const filterSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('contains'), text: z.string() }),
  z.object({ kind: z.literal('choices'), values: z.array(scalar.nullable()) }),
  z.object({ kind: z.literal('range'), from: scalar.nullable(), to: scalar.nullable() }),
  z.object({ kind: z.literal('blank'), isBlank: z.boolean() }),
])
const filtersSchema = z.record(z.string(), filterSchema)

const stateSchema = z.object({
  search: z.string(),
  filters: filtersSchema,
  sort: z.array(z.object({ id: z.string(), desc: z.boolean() })),
  order: z.array(z.string()),
  widths: z.record(z.string(), z.number()),
  shown: z.record(z.string(), z.boolean()),
})

/** Reads a saved view's state; one that an older or newer version wrote loses only the parts that are not understood. */
export function readGridState(stored: unknown): GridState {
  if (typeof stored !== 'object' || stored === null) return initialGridState
  const known = Object.entries(stateSchema.shape).flatMap(([key, schema]) => {
    const part = z.safeParse(schema, (stored as Record<string, unknown>)[key])
    return part.success ? [[key, part.data]] : []
  })
  return { ...initialGridState, ...Object.fromEntries(known) }
}

/** What of a grid stands in the address: how the rows are found and ordered. Columns and widths do not. */
export interface QuerySearch {
  q?: string | undefined
  /** "lastName,-classYear": column keys, a minus before those that descend. */
  sort?: string | undefined
  /** The column filters as JSON. */
  filters?: string | undefined
}

type GridQuery = Pick<GridState, 'search' | 'sort' | 'filters'>

export function querySearch({ search, sort, filters }: GridQuery): QuerySearch {
  return {
    q: search === '' ? undefined : search,
    sort: sort.length === 0 ? undefined : sort.map(({ id, desc }) => (desc ? `-${id}` : id)).join(','),
    filters: Object.keys(filters).length === 0 ? undefined : JSON.stringify(filters),
  }
}

/** Reads what `querySearch` writes. An address that was cut short loses its filters, not the page. */
export function readQuery({ q = '', sort = '', filters = '' }: QuerySearch): GridQuery {
  return { search: q, sort: sort.split(',').flatMap(readSortKey), filters: readFilters(filters) }
}

function readSortKey(text: string): SortKey[] {
  const match = /^(-?)(\w[\w.-]*)$/.exec(text)
  return match ? [{ id: match[2]!, desc: match[1] === '-' }] : []
}

function readFilters(text: string): GridState['filters'] {
  try {
    const read = z.safeParse(filtersSchema, JSON.parse(text))
    return read.success ? read.data : {}
  } catch {
    return {}
  }
}

/** Whether somebody looks at a view as it was saved, or has changed something since. */
export function sameState(one: GridState, other: GridState): boolean {
  return stable(one) === stable(other)
}

const stable = (state: GridState): string =>
  JSON.stringify(state, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
