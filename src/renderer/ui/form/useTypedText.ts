import { useState } from 'react'

interface TypedText<T> {
  value: T | null
  onChange: (value: T | null) => void
  onUnreadable?: ((message: string | null) => void) | undefined
  onBlur?: (() => void) | undefined
  format: (value: T) => string
  /** Null where the text cannot be read. */
  parse: (text: string) => T | null
  /** Said of a text that cannot be read: what would be right. */
  unreadable: (text: string) => string
}

/**
 * The text of a field whose value is not text. While it is typed it stays exactly as typed; a readable text becomes the
 * value at once (so that Enter submits it) and is written in the house form when the field is left; an unreadable
 * one stays, with the reason.
 */
export function useTypedText<T>({ value, onChange, onUnreadable, onBlur, format, parse, unreadable }: TypedText<T>) {
  const [draft, setDraft] = useState<{ text: string; sent: T | null; left: boolean } | null>(null)
  // The value was set from outside (a reset, a calendar): what was typed is over.
  const current = draft && draft.sent === value ? draft : null
  const read = (text: string) => (text.trim() === '' ? null : parse(text))
  const isUnreadable = current !== null && current.text.trim() !== '' && parse(current.text) === null

  return {
    text: current ? current.text : value === null ? '' : format(value),
    error: isUnreadable && current.left ? unreadable(current.text.trim()) : undefined,
    type: (text: string) => {
      const parsed = read(text)
      const bad = parsed === null && text.trim() !== ''
      setDraft({ text, sent: bad ? value : parsed, left: false })
      onUnreadable?.(bad ? unreadable(text.trim()) : null)
      if (!bad && parsed !== value) onChange(parsed)
    },
    /** Takes a value from beside the text: the calendar. */
    take: (next: T | null) => {
      setDraft(null)
      onUnreadable?.(null)
      onChange(next)
    },
    leave: () => {
      setDraft(isUnreadable ? { ...current, left: true } : null)
      onBlur?.()
    },
  }
}
