/**
 * Jaro-Winkler similarity, 0 to 1: shared characters near the same place, with a bonus for a common beginning of up to four
 * (Winkler 1990, scale 0.1).
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const usedInB = new Set<number>()
  const matchedInA: string[] = []
  for (let i = 0; i < a.length; i += 1) {
    for (let j = Math.max(0, i - reach); j <= Math.min(b.length - 1, i + reach); j += 1) {
      if (a[i] !== b[j] || usedInB.has(j)) continue
      usedInB.add(j)
      matchedInA.push(a[i]!)
      break
    }
  }
  const matches = matchedInA.length
  if (matches === 0) return 0
  const matchedInB = [...usedInB].sort((left, right) => left - right).map((index) => b[index]!)
  const transpositions = matchedInA.filter((letter, index) => letter !== matchedInB[index]).length / 2
  const jaro = (matches / a.length + matches / b.length + (matches - transpositions) / matches) / 3
  let prefix = 0
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix += 1
  return jaro + prefix * 0.1 * (1 - jaro)
}

/**
 * How alike two headers are, 0 to 1, whatever the order of their words: the worst of the best matches word by word, so that
 * "first year" is not close to "first name". Headers of a different number of words are not alike.
 */
export function wordSetSimilarity(a: string, b: string): number {
  const [left, right] = [a.split(' '), b.split(' ')]
  if (left.length !== right.length) return 0
  const open = new Set(right)
  let worst = 1
  for (const word of left) {
    let best = ''
    let score = -1
    for (const candidate of open) {
      const similarity = jaroWinkler(word, candidate)
      if (similarity > score) [best, score] = [candidate, similarity]
    }
    open.delete(best)
    worst = Math.min(worst, score)
  }
  return Math.max(0, worst)
}

const closeEnough = 0.9

/** Of known headers the one that is nearly the given one; null where none is. Short ones are alike by chance: "pgy" and "pg". */
export function nearestHeader(header: string, known: Iterable<string>): string | null {
  if (header.length < 4) return null
  let nearest: string | null = null
  let score = 0
  for (const candidate of known) {
    const similarity = candidate.length < 4 ? 0 : wordSetSimilarity(header, candidate)
    if (similarity < closeEnough || similarity <= score) continue
    score = similarity
    nearest = candidate
  }
  return nearest
}
