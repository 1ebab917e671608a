import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { useClient } from '#renderer/app/api.ts'
import { showProblem } from '#renderer/app/useDone.ts'
import { useWorkspaceInfo } from '#renderer/app/useWorkspace.ts'
import type { Preferences } from '#shared/workspace/schema.ts'

export const themes = ['system', 'light', 'dark'] as const satisfies readonly Preferences['theme'][]

export const themeLabels: Record<Preferences['theme'], string> = {
  system: 'Same as the system',
  light: 'Light',
  dark: 'Dark',
}

// The settings file has the say. What the browser remembers is shown until that is read, so that the page does not flash.
const cacheKey = 'coachdesk.preferences'
const usual: Preferences = { theme: 'system', density: 'normal', programId: null }

let current = readCache()
const listeners = new Set<() => void>()

function readCache(): Preferences {
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(cacheKey) ?? '{}') as Partial<Preferences>) }
  } catch {
    return usual
  }
}

function show(preferences: Preferences): void {
  current = preferences
  localStorage.setItem(cacheKey, JSON.stringify(preferences))
  applyTheme()
  for (const listener of listeners) listener()
}

/** Puts the theme on the page. Called before the first paint, and whenever it changes. */
export function applyTheme(): void {
  if (current.theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = current.theme
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, () => current)
}

/** Changes preferences: they show at once and are kept behind. */
export function usePrefer(): (changed: Partial<Preferences>) => void {
  const client = useClient()
  return useCallback(
    (changed) => {
      const next = { ...current, ...changed }
      if (JSON.stringify(next) === JSON.stringify(current)) return
      show(next)
      client.call('workspace.setPreferences', changed).catch(showProblem)
    },
    [client],
  )
}

/** Follows the settings file. Once, at the root of the window. */
export function useKeptPreferences(): void {
  const kept = useWorkspaceInfo()?.preferences
  useEffect(() => {
    if (kept) show(kept)
  }, [kept])
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
