import type { Partition } from '#shared/evaluation/protection/partition.ts'
import type { Publication } from '#shared/evaluation/protection/publication.ts'
import { type Changes, type Part, revealing } from '#shared/evaluation/protection/reveals.ts'
import { SolutionSpace } from '#shared/evaluation/protection/solutionSpace.ts'

/** What becomes of a publication: shown, shown as nobody, or hidden and why. */
export type Verdict = 'shown' | 'empty' | 'small' | 'complement'

export interface Protection {
  readonly people: readonly string[]
  readonly partition: Partition
  /** What may be shown, the most important first. */
  readonly candidates: readonly Publication[]
  /** What was shown before, which nobody forgets. */
  readonly released: readonly Publication[]
  readonly minimum: number
  /** Waves that changes are shown between: the earlier and the later response of a person. */
  readonly pairs: readonly (readonly [before: number, after: number])[]
  /** Whether a response has the figure in question. */
  readonly has: (response: number) => boolean
}

/**
 * Decides what may be shown (domain.md 8.4). A group under the minimum is hidden. A larger one is shown only where it,
 * with everything shown before it and released earlier, lets nobody solve for the sum, or the change, of any set of
 * answers under the minimum: that is complementary suppression over rows, columns, totals and releases at once, decided
 * by linear algebra and not by a rule of thumb. Taken greedily, what is most important first.
 */
export function protect(protection: Protection): Map<string, Verdict> {
  const { candidates, released, minimum } = protection
  const parts = partsOf(protection)
  const space = new SolutionSpace(parts.length, (part) => parts[part]!.few === null)
  const vector = vectorsOver(protection, parts)
  for (const publication of released) space.publish(vector(publication).sum)
  const reveals = revealing(space, parts, minimum, pairParts(protection, parts))
  return new Map(
    candidates.map((candidate): [string, Verdict] => {
      const { sum, people } = vector(candidate)
      if (people === 0) return [candidate.key, 'empty']
      if (people < minimum) return [candidate.key, 'small']
      const published = space.publish(sum)
      if (!reveals(published)) return [candidate.key, 'shown']
      space.takeBack(published)
      return [candidate.key, 'complement']
    }),
  )
}

function partsOf({ people, partition, minimum, has }: Protection): Part[] {
  return partition.atoms.flatMap(({ responses }, atom): Part[] => {
    const found = new Set<string>()
    for (const response of responses) {
      if (has(response)) found.add(people[response]!)
      if (found.size >= minimum) return [{ atom, few: null }]
    }
    return found.size === 0 ? [] : [{ atom, few: [...found] }]
  })
}

/** Publications as sums over the parts, with how many people are in them; counting stops where there are enough. */
function vectorsOver({ partition, minimum }: Protection, parts: readonly Part[]) {
  const numberOf = new Map(parts.map(({ atom }, number) => [atom, number]))
  return ({ terms }: Publication): { sum: Map<number, number>; people: number } => {
    const sum = new Map<number, number>()
    const found = new Set<string>()
    let enough = false
    for (const { responses, times } of terms)
      for (const atom of partition.atomsIn(responses)) {
        const number = numberOf.get(atom)
        if (number === undefined) continue
        sum.set(number, (sum.get(number) ?? 0) + times)
        const { few } = parts[number]!
        if (few === null) enough = true
        else if (found.size < minimum) for (const person of few) found.add(person)
      }
    return { sum, people: enough ? minimum : found.size }
  }
}

function pairParts({ partition, pairs }: Protection, parts: readonly Part[]): Changes {
  const numberOf = new Map(parts.map(({ atom }, number) => [atom, number]))
  const seen = new Set<string>()
  const changes = new Map<number, (readonly [number, number])[]>()
  for (const [earlier, later] of pairs) {
    const before = numberOf.get(partition.atomOf(earlier))
    const after = numberOf.get(partition.atomOf(later))
    if (before === undefined || after === undefined || seen.has(`${before} ${after}`)) continue
    seen.add(`${before} ${after}`)
    for (const part of [before, after]) changes.set(part, [...(changes.get(part) ?? []), [before, after]])
  }
  return changes
}
