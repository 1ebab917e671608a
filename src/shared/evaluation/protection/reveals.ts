import { addTimes, type Published, type SolutionSpace } from '#shared/evaluation/protection/solutionSpace.ts'

/** A part of the responses, with its people where they are fewer than the minimum. */
export interface Part {
  readonly atom: number
  readonly few: readonly string[] | null
}

/** By either part, the parts that some people were in before and after. */
export type Changes = ReadonlyMap<number, readonly (readonly [before: number, after: number])[]>

/** A part, or the change between two parts of the same people, whose sum somebody could be after. */
interface Secret {
  readonly parts: readonly (readonly [part: number, times: number])[]
  readonly people: number
}

/**
 * Figures added up in one search; small tables need a fraction of it. A search that takes longer counts as having found
 * something: hidden is safe, and what is hidden for that is the least important of what many groups cross.
 */
const patience = 6000
/** How many parameters are looked at for the one that fewest parts could cancel. */
const lookedAt = 12

/**
 * Tells whether a publication gave away a set of fewer answers than the minimum that nothing gave away before. The rows
 * of such a set add up to zero, and at least one of them changed. So the search starts from the changed ones and always
 * adds a part that can cancel what is left, until there are too many people, or more is left than all parts that may
 * still be added could cancel.
 */
export function revealing(
  space: SolutionSpace,
  parts: readonly Part[],
  minimum: number,
  changes: Changes,
): (published: Published) => boolean {
  const plain = (part: number): Secret[] => {
    const { few } = parts[part]!
    return few ? [{ parts: [[part, 1]], people: few.length }] : []
  }
  const changing = (part: number): Secret[] =>
    (changes.get(part) ?? []).flatMap(([before, after]): Secret[] => {
      const few = parts[after]!.few ?? parts[before]!.few
      return few
        ? [
            {
              people: few.length,
              parts: [
                [after, 1],
                [before, -1],
              ],
            },
          ]
        : []
    })
  const small = [...parts.keys()].filter((part) => parts[part]!.few !== null)

  return (published: Published): boolean => {
    const reach = reachOf(
      small.map((part) => space.row(part).size),
      minimum - 1,
    )
    let left = patience
    const add = (sum: Map<number, number>, secret: Secret, sign: 1 | -1) => {
      for (const [part, times] of secret.parts) {
        addTimes(sum, space.row(part), sign * times)
        left -= space.row(part).size
      }
    }
    const search = (
      secretsOf: (part: number) => Secret[],
      chosen: readonly Secret[],
      sum: Map<number, number>,
      room: number,
    ): boolean => {
      if (sum.size === 0) return isNew(published, chosen)
      // A change has the rows of two parts.
      if (sum.size > reach[room]! * (secretsOf === changing ? 2 : 1)) return false
      for (const part of space.moved(hardest(space, sum)))
        for (const secret of secretsOf(part)) {
          if (secret.people > room || chosen.some(({ parts: [first] }) => first![0] === secret.parts[0]![0])) continue
          add(sum, secret, 1)
          if (left < 0 || search(secretsOf, [...chosen, secret], sum, room - secret.people)) return true
          add(sum, secret, -1)
        }
      return false
    }
    for (const part of published.times.keys())
      for (const secretsOf of [plain, changing])
        for (const secret of secretsOf(part)) {
          const sum = new Map<number, number>()
          add(sum, secret, 1)
          if (left < 0 || search(secretsOf, [secret], sum, minimum - 1 - secret.people)) return true
        }
    return false
  }
}

/** The parameter, of the first few, that fewest parts could cancel: where one fails, it fails there first. */
function hardest(space: SolutionSpace, sum: ReadonlyMap<number, number>): number {
  let best: number | null = null
  let seen = 0
  for (const parameter of sum.keys()) {
    if (best === null || space.moved(parameter).size < space.moved(best).size) best = parameter
    seen += 1
    if (seen === lookedAt) break
  }
  return best!
}

/** What adds up to zero now was so many times the weights before; it was known only where that is none at all. */
function isNew({ times }: Published, secrets: readonly Secret[]): boolean {
  const before = new Map<number, number>()
  const weight = 0
  for (const { parts } of secrets)
    for (const [part, sign] of parts) addTimes(before, new Map([[weight, times.get(part) ?? 0]]), sign)
  return before.size > 0
}

/** How many parameters so many parts can cancel at most: those with the longest rows. */
function reachOf(sizes: readonly number[], most: number): number[] {
  const longest: number[] = []
  for (const size of sizes) {
    if (longest.length === most && size <= longest.at(-1)!) continue
    const place = longest.findIndex((other) => other < size)
    longest.splice(place < 0 ? longest.length : place, 0, size)
    if (longest.length > most) longest.pop()
  }
  const reach = [0]
  for (let parts = 1; parts <= most; parts += 1) reach.push(reach[parts - 1]! + (longest[parts - 1] ?? 0))
  return reach
}
