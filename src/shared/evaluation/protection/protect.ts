import type { Publication } from '#shared/evaluation/protection/publication.ts'
import { revealing } from '#shared/evaluation/protection/reveals.ts'
import { type Answered, type Part, partsOf, secretsOf } from '#shared/evaluation/protection/secrets.ts'
import { SolutionSpace } from '#shared/evaluation/protection/solutionSpace.ts'

/**
 * What becomes of a publication: shown, shown as nobody, or hidden and why. A group whose answers are alike is hidden as
 * one that gives others away: a reason of its own would say that they are.
 */
export type Verdict = 'shown' | 'empty' | 'small' | 'complement'

export interface Protection extends Answered {
  /** What may be shown, the most important first. */
  readonly candidates: readonly Publication[]
  /** What was shown before, which nobody forgets. */
  readonly released: readonly Publication[]
}

/**
 * Decides what may be shown (domain.md 8.4). A group under the minimum is hidden. A larger one is shown only where it,
 * with everything shown before it and released earlier, lets nobody solve for the sum, or the change, of any set of
 * answers under the minimum, or of any set of answers that are alike: that is complementary suppression over rows,
 * columns, totals and releases at once, decided by linear algebra and not by a rule of thumb. Taken greedily, what is
 * most important first.
 */
export function protect(protection: Protection): Map<string, Verdict> {
  const { candidates, released, minimum } = protection
  const parts = partsOf(protection)
  const secrets = secretsOf(protection, parts)
  const vector = vectorsOver(protection, parts)
  const mayShow = secrets.length === 0 ? () => true : shownWithin(secrets, parts)
  for (const publication of released) mayShow(vector(publication).sum, true)
  return new Map(
    candidates.map((candidate): [string, Verdict] => {
      const { sum, people } = vector(candidate)
      if (people === 0) return [candidate.key, 'empty']
      if (people < minimum) return [candidate.key, 'small']
      return [candidate.key, mayShow(sum, false) ? 'shown' : 'complement']
    }),
  )
}

type Sum = ReadonlyMap<number, number>

/** Shows one sum after the other, those that were released before whatever they give away. */
function shownWithin(
  secrets: ReturnType<typeof secretsOf>,
  parts: readonly Part[],
): (sum: Sum, was: boolean) => boolean {
  const space = new SolutionSpace(parts.length, (part) => parts[part]!.few === null)
  const reveals = revealing(space, secrets)
  return (sum, wasReleased) => {
    const published = space.publish(sum)
    if (wasReleased || !reveals(published)) return true
    space.takeBack(published)
    return false
  }
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
