import { foldText } from '#shared/kernel/text.ts'

const longest = 40
// Enough to tell items apart, and short enough for the head of a column.
const wordsInKey = 4

/**
 * The keys under which answers and scores are stored: as typed, else made of the words, each its own among those that
 * are made ("myCoachAndI", "myCoachAndI2"). Two that were typed alike stay alike, for the form to say so.
 */
export function keysFor(parts: readonly { key: string; words: string }[], fallback: string): string[] {
  const taken = new Set(parts.map(({ key }) => key.trim()))
  return parts.map(({ key, words }) => {
    if (key.trim() !== '') return key.trim()
    const base = keyFrom(words) || fallback
    let made = base
    for (let n = 2; taken.has(made); n += 1) made = `${base.slice(0, longest - String(n).length)}${n}`
    taken.add(made)
    return made
  })
}

/** "My coach's questions help" as myCoachsQuestionsHelp; empty where no letter is in it. */
function keyFrom(words: string): string {
  const clean = foldText(words).replace(/['’]/g, '')
  const [first = '', ...rest] = (clean.match(/[a-z][a-z0-9]*|\b\d+/g) ?? []).slice(0, wordsInKey)
  const joined = first + rest.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('')
  return joined
    .replace(/^[^A-Za-z]+/, '')
    .replace(/^[A-Z]/, (letter) => letter.toLowerCase())
    .slice(0, longest)
}
