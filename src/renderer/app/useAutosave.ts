import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { problemOf } from '#renderer/app/api.ts'
import type { Problem } from '#shared/kernel/problem.ts'

/** Something stored, as it was last read. */
export interface Stored<T> {
  readonly value: T
  readonly revision: number
}

/** What of a form can be stored. */
export interface Prepared<T> {
  readonly value: T
  /** False where something was left out because nothing is in it yet: an item that was only just added. */
  readonly isWhole: boolean
}

interface Options<T> {
  readonly stored: Stored<T>
  /** Null while something is wrong. */
  readonly prepare: (value: T) => Prepared<T> | null
  readonly save: (value: T, revision: number) => Promise<Stored<T>>
}

export interface Autosave<T> {
  readonly value: T
  /** Takes what is typed; stored by `flush`. */
  readonly edit: (value: T) => void
  /** Stores what was edited, if anything was: when a field is left. */
  readonly flush: () => void
  readonly state: 'clean' | 'edited' | 'saving'
  /** Why it could not be stored; what was typed is kept. */
  readonly problem: Problem | null
  /** Stores this over what somebody else stored meanwhile. */
  readonly keepMine: () => void
  /** Drops what was typed here, for what is stored. */
  readonly takeStored: () => void
}

interface Draft<T> {
  readonly value: T
  /** What was stored when the draft was begun. */
  readonly base: Stored<T>
}

/** What was saved here, and what the page still showed then. */
interface Saved<T> {
  readonly stored: Stored<T>
  readonly over: Stored<T>
}

/**
 * Stores a form as its fields are left, one save after the other. While nothing is edited the stored value shows
 * through, so that undo and other windows are seen; while something is, a newer stored value makes the save stale
 * instead of being lost.
 */
export function useAutosave<T>(options: Options<T>): Autosave<T> {
  const [draft, setDraft] = useState<Draft<T> | null>(null)
  const [saved, setSaved] = useState<Saved<T> | null>(null)
  const [isSaving, setSaving] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  // Fields are left between renders: what is stored must be the newest, whichever render the event belongs to.
  const latest = useRef<Draft<T> | null>(null)
  const running = useRef(false)
  const current = useRef(options)
  // What was saved reaches this form through its page, a moment later. Who types on meanwhile would else start from what
  // was there before, and be told that somebody changed it.
  const stored = saved && isSameRead(saved.over, options.stored) ? saved.stored : options.stored
  const newest = useRef(stored)
  useLayoutEffect(() => {
    current.current = options
    newest.current = stored
  })

  const put = useCallback((next: Draft<T> | null) => {
    latest.current = next
    setDraft(next)
  }, [])

  const flush = useCallback(() => {
    const saveAll = async (): Promise<void> => {
      // What was edited while a save was under way goes out with the next one.
      for (let sent = latest.current; sent !== null; sent = latest.current) {
        const { prepare, save } = current.current
        const prepared = prepare(sent.value)
        if (!prepared || isSame(prepared.value, sent.base.value)) return
        setSaving(true)
        const result = await save(prepared.value, sent.base.revision)
        newest.current = result
        setSaved({ stored: result, over: current.current.stored })
        const now = latest.current
        if (now === null || (now === sent && prepared.isWhole)) put(null)
        else put({ value: now.value, base: result })
      }
    }
    if (running.current || latest.current === null) return
    running.current = true
    setProblem(null)
    saveAll()
      .catch((error: unknown) => setProblem(problemOf(error)))
      .finally(() => {
        running.current = false
        setSaving(false)
      })
  }, [put])

  const edit = useCallback((value: T) => put({ value, base: latest.current?.base ?? newest.current }), [put])
  const keepMine = useCallback(() => {
    if (latest.current) put({ value: latest.current.value, base: newest.current })
    flush()
  }, [put, flush])
  const takeStored = useCallback(() => {
    setProblem(null)
    put(null)
  }, [put])

  // Leaving the page is leaving the field, and so is closing the window.
  useEffect(() => {
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [flush])

  return {
    value: draft ? draft.value : stored.value,
    edit,
    flush,
    state: isSaving ? 'saving' : draft ? 'edited' : 'clean',
    problem,
    keepMine,
    takeStored,
  }
}

const isSameRead = <T>(one: Stored<T>, other: Stored<T>): boolean =>
  one.revision === other.revision && one.value === other.value

/** Plain JSON in a fixed order of keys, as the schemas make it. */
export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
