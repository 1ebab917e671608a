import { useState } from 'react'
import type { PlainDate } from '#shared/kernel/plainDate.ts'

/** A day of a dialog. `missing` says what to enter where there has to be one. */
export function useDay(initial: PlainDate | null, missing?: string) {
  const [day, setDay] = useState(initial)
  const [unreadable, setUnreadable] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  return {
    day,
    /** Whether the day can be sent; where it cannot, the field says why. */
    check: (): boolean => {
      const wrong = unreadable ?? (day === null ? (missing ?? null) : null)
      setError(wrong)
      return wrong === null
    },
    refuse: setError,
    field: {
      value: day,
      error: error ?? undefined,
      isRequired: missing !== undefined,
      onUnreadable: setUnreadable,
      onChange: (next: PlainDate | null) => {
        setDay(next)
        setError(null)
      },
    },
  }
}
