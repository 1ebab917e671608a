import { useState } from 'react'

/** A number this workstation remembers: the width of a pane. */
export function useStoredNumber(key: string, initial: number): [number, (value: number) => void] {
  const [value, setValue] = useState(() => read(key) ?? initial)
  return [
    value,
    (next) => {
      setValue(next)
      localStorage.setItem(key, String(next))
    },
  ]
}

function read(key: string): number | null {
  const stored = localStorage.getItem(key)
  const number = stored === null ? Number.NaN : Number(stored)
  return Number.isFinite(number) ? number : null
}
