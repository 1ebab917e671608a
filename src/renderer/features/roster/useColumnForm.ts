import { useId, useState } from 'react'
import type { GridColumn, GridValue } from '#renderer/ui/grid/gridTypes.ts'
import { parseValue } from '#renderer/ui/grid/gridValues.ts'
import type { ProblemDetail } from '#shared/kernel/problem.ts'

type Texts = Readonly<Record<string, string>>

/**
 * A form whose fields are columns of the grid. A field is checked when it is left, all of them by `read`; what was typed is
 * kept, and the focus goes to the first field that is wrong.
 */
export function useColumnForm<R>(columns: readonly GridColumn<R>[], initial: Texts = {}) {
  const id = useId()
  const [texts, setTexts] = useState<Texts>(initial)
  const [errors, setErrors] = useState<Texts>({})
  const [unreadable, setUnreadable] = useState<Texts>({})

  const problemOf = (column: GridColumn<R>): string | null => {
    const read = parseValue(column, texts[column.key] ?? '')
    return unreadable[column.key] ?? (read.ok ? null : read.message)
  }
  const complain = (found: Texts): void => {
    setErrors(found)
    const first = columns.find(({ key }) => key in found)
    const field = first && document.getElementById(id)?.querySelector(`[data-field="${first.key}"]`)
    field?.querySelector<HTMLElement>('input, textarea, button')?.focus()
  }

  return {
    /** For the `<form>`: where the fields are looked for. */
    id,
    texts,
    set: (more: Texts) => setTexts((before) => ({ ...before, ...more })),
    field: (column: GridColumn<R>) => ({
      column,
      text: texts[column.key] ?? '',
      error: errors[column.key],
      onText: (text: string) => {
        setTexts((before) => ({ ...before, [column.key]: text }))
        setErrors((before) => omit(before, column.key))
      },
      onLeave: () => {
        const message = texts[column.key] ? problemOf(column) : null
        if (message !== null) setErrors((before) => ({ ...before, [column.key]: message }))
      },
      onUnreadable: (message: string | null) =>
        setUnreadable((before) => (message === null ? omit(before, column.key) : { ...before, [column.key]: message })),
    }),
    /** The values, or null where something is wrong, which is then shown. */
    read: (): { key: string; value: GridValue }[] | null => {
      const found = columns.flatMap((column) => {
        const message = problemOf(column)
        return message === null ? [] : [[column.key, message] as const]
      })
      complain(Object.fromEntries(found))
      if (found.length > 0) return null
      return columns.flatMap((column) => {
        const read = parseValue(column, texts[column.key] ?? '')
        return read.ok ? [{ key: column.key, value: read.value }] : []
      })
    },
    /** Shows what the other side refused at its fields; says whether it named any. */
    refuse: (details: readonly ProblemDetail[]): boolean => {
      const found = details.flatMap(({ path, message }) => {
        const column = columns.find(({ key }) => path === key || path.endsWith(`.${key}`))
        return column ? [[column.key, message] as const] : []
      })
      complain(Object.fromEntries(found))
      return found.length > 0
    },
  }
}

const omit = (texts: Texts, left: string): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([key]) => key !== left))
