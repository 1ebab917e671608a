import type { CellProblem } from '#shared/imports/cellReaders.ts'

const marks = /^(?:-+|–|—|\.+|\?+|_+)$/
const words = /^(?:n\/?a|n\.a\.|null|nil|none|tbd|tba|tbc|not applicable|to be determined|to be announced|unknown)$/i

/** Null and None are people's names too. */
const names: ReadonlySet<string> = new Set(['fullName', 'lastName', 'firstName', 'middleName', 'preferredName'])
const wordsInNames = /^(?:n\/?a|n\.a\.|tbd|tba|tbc|to be determined|to be announced)$/i

/** A cell that says there is nothing to say: TBD, N/A, -, none. */
export const isPlaceholder = (text: string, field: string): boolean =>
  marks.test(text) || (names.has(field) ? wordsInNames : words).test(text)

export const saysNothing: CellProblem = {
  level: 'info',
  code: 'placeholder',
  message: 'it stands for no value. It was left empty.',
}
