import { tidyText } from '#shared/kernel/text.ts'

// What Windows does not take in a name, and control characters.
const forbidden = /[<>:"/\\|?*\p{Cc}]/gu
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/** A name that a user typed, as the name of a file on any system, without extension; empty where nothing is left. */
export function safeFileName(name: string): string {
  const clean = tidyText(name.replace(forbidden, ' '))
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80)
    .trimEnd()
  return clean.replace(reserved, '$1 file')
}
