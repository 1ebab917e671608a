import { foldText } from '#shared/kernel/text.ts'

/** Something that can be found by what is written in it. */
export interface Findable {
  readonly id: string
  readonly title: string
  /** Beside the title: what it is, or where. */
  readonly detail: string
  /** All that it is found by, folded. */
  readonly text: string
}

/**
 * What fits what was typed: every word of it begins a word of the text, or, from three letters on, stands anywhere in it.
 * Those whose title begins with it come first; otherwise the order stays. At most `limit`.
 */
export function find<F extends Findable>(items: readonly F[], typed: string, limit: number): F[] {
  const words = foldText(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return items.slice(0, limit)
  const begins: F[] = []
  const others: F[] = []
  for (const item of items) {
    if (!words.every((word) => fits(item.text, word))) continue
    if (item.text.startsWith(words[0]!)) begins.push(item)
    else others.push(item)
    if (begins.length >= limit) break
  }
  return [...begins, ...others].slice(0, limit)
}

function fits(text: string, word: string): boolean {
  return text.startsWith(word) || text.includes(` ${word}`) || (word.length >= 3 && text.includes(word))
}
