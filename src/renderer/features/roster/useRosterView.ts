import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useRead } from '#renderer/app/api.ts'
import { type GridState, initialGridState } from '#renderer/ui/grid/gridTypes.ts'
import type { GridView } from '#shared/workspace/schema.ts'
import {
  ownViews,
  type PeopleGrid,
  type QuerySearch,
  querySearch,
  readGridState,
  readQuery,
  type RosterView,
  sameState,
} from './views.ts'

// The address follows the typing; browsers refuse to have it changed at every key.
const settleMs = 250

export interface SavedView extends RosterView {
  revision: number
}

/**
 * How a roster is looked at: what is searched, filtered and sorted stands in the address, so that it can be linked to and
 * Back returns to it; columns and widths are remembered on this workstation until a saved view brings its own.
 */
export function useRosterView(kind: PeopleGrid) {
  const navigate = useNavigate()
  const { view: viewId, q, sort, filters } = useSearch({ strict: false })
  const stored = useRead('workspace.listViews', { grid: kind }).data
  const saved = useMemo(() => stored?.map(readView) ?? [], [stored])
  const own = useMemo(() => ownViews(kind), [kind])
  const view = [...own, ...saved].find(({ id }) => id === viewId) ?? own[0]!

  const address = addressKey(viewId, view.id, { q, sort, filters })
  const [state, setState] = useState<GridState>(() => ({ ...readColumns(kind), ...readQuery({ q, sort, filters }) }))
  const ours = useRef<string | null>(null)
  const timer = useRef(0)

  // The address was changed by something else: a link, Back, a saved view that has just been read.
  useEffect(() => {
    if (ours.current === address) return
    ours.current = address
    const isBare = q === undefined && sort === undefined && filters === undefined
    setState((before) =>
      viewId !== undefined && isBare ? view.state : { ...before, ...readQuery({ q, sort, filters }) },
    )
  }, [address, viewId, q, sort, filters, view])

  const write = useCallback(
    (next: GridState, id: string | undefined) => {
      const query = querySearch(next)
      ours.current = addressKey(id, id ?? 'all', query)
      void navigate({ to: '.', search: (before) => ({ ...before, view: id, ...query }), replace: true })
    },
    [navigate],
  )

  const onStateChange = useCallback(
    (next: GridState) => {
      setState(next)
      writeColumns(kind, next)
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => write(next, viewId), settleMs)
    },
    [kind, viewId, write],
  )
  useEffect(() => () => window.clearTimeout(timer.current), [])

  const choose = useCallback(
    (chosen: RosterView) => {
      window.clearTimeout(timer.current)
      setState(chosen.state)
      writeColumns(kind, chosen.state)
      write(chosen.state, chosen.id === 'all' ? undefined : chosen.id)
    },
    [kind, write],
  )

  // The app's own views say which people to show; how the columns stand is everybody's own.
  const seen = own.includes(view) ? { ...initialGridState, ...pickQuery(state) } : state
  return { state, onStateChange, view, own, saved, choose, isChanged: !sameState(seen, view.state) }
}

export type RosterViews = ReturnType<typeof useRosterView>

const pickQuery = ({ search, sort, filters }: GridState) => ({ search, sort, filters })

const addressKey = (asked: string | undefined, found: string, { q, sort, filters }: QuerySearch): string =>
  JSON.stringify([asked, found, q, sort, filters])

const readView = ({ id, revision, name, state }: GridView): SavedView => ({
  id,
  revision,
  name,
  state: readGridState(state),
})

const storageKey = (kind: PeopleGrid): string => `coachdesk.columns.${kind}`

function readColumns(kind: PeopleGrid): GridState {
  try {
    return readGridState(JSON.parse(localStorage.getItem(storageKey(kind)) ?? 'null'))
  } catch {
    return initialGridState
  }
}

function writeColumns(kind: PeopleGrid, { order, widths, shown }: GridState): void {
  localStorage.setItem(storageKey(kind), JSON.stringify({ order, widths, shown }))
}
