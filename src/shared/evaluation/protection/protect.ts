import type { Partition } from '#shared/evaluation/protection/partition.ts'
import type { Publication } from '#shared/evaluation/protection/publication.ts'
import { addTimes, SolutionSpace } from '#shared/evaluation/protection/solutionSpace.ts'

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
 * people under the minimum: that is complementary suppression over rows, columns, totals and releases at once, decided
 * by linear algebra and not by a rule of thumb. Taken greedily, what is most important first.
 */
export function protect(protection: Protection): Map<string, Verdict> {
  const { candidates, released, minimum } = protection
  const parts = partsOf(protection)
  const space = new SolutionSpace(parts.length)
  const vector = vectorsOver(protection, parts)
  for (const publication of released) space.publish(vector(publication).sum)
  const reveals = revealing(space, parts, minimum, pairParts(protection, parts))
  return new Map(
    candidates.map((candidate): [string, Verdict] => {
      const { sum, people } = vector(candidate)
      if (people === 0) return [candidate.key, 'empty']
      if (people < minimum) return [candidate.key, 'small']
      const undo = space.publish(sum)
      if (!reveals(undo)) return [candidate.key, 'shown']
      space.takeBack(undo)
      return [candidate.key, 'complement']
    }),
  )
}

/** A part of the responses, with its people where they are fewer than the minimum. */
interface Part {
  readonly atom: number
  readonly few: readonly string[] | null
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
function vectorsOver({ people, partition, minimum, has }: Protection, parts: readonly Part[]) {
  const numberOf = new Map(parts.map(({ atom }, number) => [atom, number]))
  return ({ terms }: Publication): { sum: Map<number, number>; people: number } => {
    const sum = new Map<number, number>()
    const found = new Set<string>()
    for (const { responses, times } of terms) {
      const inTerm = new Set<number>()
      for (const response of responses) {
        if (found.size < minimum && has(response)) found.add(people[response]!)
        const number = numberOf.get(partition.atomOf(response))
        if (number !== undefined) inTerm.add(number)
      }
      for (const number of inTerm) sum.set(number, (sum.get(number) ?? 0) + times)
    }
    return { sum, people: found.size }
  }
}

/** The parts whose people changed from one to the other, by either. */
type Changes = ReadonlyMap<number, readonly (readonly [before: number, after: number])[]>

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

/** A part, or the change between two parts of the same people, whose sum somebody could be after. */
interface Secret {
  readonly parts: readonly (readonly [part: number, times: number])[]
  readonly people: readonly string[]
}

/**
 * Tells whether a publication gave away a set of fewer people than the minimum that nothing gave away before. Such a
 * set has at least one part whose row changed, and its rows add up to zero; so the search starts from the changed ones
 * and always adds a part that can cancel what is left.
 */
function revealing(space: SolutionSpace, parts: readonly Part[], minimum: number, changes: Changes) {
  const plain = (part: number): Secret[] => {
    const { few } = parts[part]!
    return few ? [{ parts: [[part, 1]], people: few }] : []
  }
  const changing = (part: number): Secret[] =>
    (changes.get(part) ?? []).flatMap(([before, after]) => {
      const few = parts[after]!.few ?? parts[before]!.few
      return few
        ? [
            {
              parts: [
                [after, 1],
                [before, -1],
              ],
              people: few,
            } satisfies Secret,
          ]
        : []
    })

  return (undo: ReturnType<SolutionSpace['publish']>): boolean => {
    const earlier = new Map(undo)
    const knownBefore = (secrets: readonly Secret[]) => {
      const sum = new Map<number, number>()
      for (const { parts: own } of secrets)
        for (const [part, times] of own) addTimes(sum, earlier.get(part) ?? space.row(part), times)
      return sum.size === 0
    }
    const search = (
      secretsOf: (part: number) => Secret[],
      chosen: readonly Secret[],
      sum: ReadonlyMap<number, number>,
      people: ReadonlySet<string>,
    ): boolean => {
      const [parameter] = sum.keys()
      if (parameter === undefined) return !knownBefore(chosen)
      const taken = new Set(chosen.map(({ parts: [first] }) => first![0]))
      for (const part of space.moved(parameter))
        for (const secret of secretsOf(part)) {
          if (taken.has(secret.parts[0]![0])) continue
          const together = new Set([...people, ...secret.people])
          if (together.size >= minimum) continue
          const next = new Map(sum)
          for (const [own, times] of secret.parts) addTimes(next, space.row(own), times)
          if (search(secretsOf, [...chosen, secret], next, together)) return true
        }
      return false
    }
    for (const [part] of undo)
      for (const secretsOf of [plain, changing])
        for (const secret of secretsOf(part)) {
          const sum = new Map<number, number>()
          for (const [own, times] of secret.parts) addTimes(sum, space.row(own), times)
          if (search(secretsOf, [secret], sum, new Set(secret.people))) return true
        }
    return false
  }
}
