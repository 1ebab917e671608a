import { foldText } from '#shared/kernel/text.ts'

const wordsOf = (text: string): string =>
  foldText(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** The events that a wave is called after: "baseline_arm_1" of a wave called "Baseline" or "Baseline 2025". */
export function namedEvents(waveName: string, events: readonly string[]): string[] {
  const words = ` ${wordsOf(waveName)} `
  return events.filter((event) => {
    const name = wordsOf(foldText(event).replace(/_arm_\d+$|\s*\(arm \d+.*\)$/, ''))
    return name !== '' && words.includes(` ${name} `)
  })
}
