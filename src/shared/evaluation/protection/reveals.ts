import { addTimes, type Published, type SolutionSpace } from '#shared/evaluation/protection/solutionSpace.ts'

/** A part of the responses, or the change between two parts of the same people, whose sum somebody could be after. */
export interface Secret {
  readonly parts: readonly (readonly [part: number, times: number])[]
  readonly people: number
}

/** Secrets of one kind: any of them together are one too, as long as they are of no more people than `most`. */
export interface Secrets {
  readonly all: readonly Secret[]
  readonly most: number
}

/** Secrets of one kind by each of their parts. */
type ByPart = ReadonlyMap<number, readonly Secret[]>

/**
 * Figures added up in one search; small tables need a fraction of it. A search that takes longer counts as having found
 * something: hidden is safe, and what is hidden for that is the least important of what many groups cross.
 */
const patience = 6000
/** How many parameters are looked at for the one that fewest parts could cancel. */
const lookedAt = 12
/** Beyond so many secrets at once, what they could cancel is no bound any more. */
const mostBounded = 64

/**
 * Tells whether a publication gave away secrets that nothing gave away before. The rows of such secrets add up to zero,
 * and at least one of them changed. So the search starts from the changed ones and always adds one that can cancel what
 * is left, until there are too many people, or more is left than all that may still be added could cancel.
 */
export function revealing(space: SolutionSpace, kinds: readonly Secrets[]): (published: Published) => boolean {
  const sought = kinds.map((kind) => ({ ...kind, byPart: byPartOf(kind) }))
  return (published) => {
    let left = patience
    const add = (sum: Map<number, number>, secret: Secret, sign: 1 | -1) => {
      for (const [part, times] of secret.parts) {
        addTimes(sum, space.row(part), sign * times)
        left -= space.row(part).size
      }
    }
    const search = (
      byPart: ByPart,
      reach: readonly number[],
      chosen: readonly Secret[],
      sum: Map<number, number>,
      room: number,
    ): boolean => {
      if (sum.size === 0) return isNew(published, chosen)
      if (sum.size > (reach[room] ?? Number.POSITIVE_INFINITY)) return false
      for (const part of space.moved(hardest(space, sum)))
        for (const secret of byPart.get(part) ?? []) {
          if (secret.people > room || chosen.includes(secret)) continue
          add(sum, secret, 1)
          if (left < 0 || search(byPart, reach, [...chosen, secret], sum, room - secret.people)) return true
          add(sum, secret, -1)
        }
      return false
    }
    for (const { byPart, all, most } of sought) {
      const changed = new Set([...published.times.keys()].flatMap((part) => byPart.get(part) ?? []))
      if (changed.size === 0) continue
      const reach = reachOf(space, all, most)
      for (const secret of changed) {
        if (secret.people > most) continue
        const sum = new Map<number, number>()
        add(sum, secret, 1)
        if (left < 0 || search(byPart, reach, [secret], sum, most - secret.people)) return true
      }
    }
    return false
  }
}

function byPartOf({ all }: Secrets): ByPart {
  const byPart = new Map<number, Secret[]>()
  for (const secret of all)
    for (const [part] of secret.parts) {
      const known = byPart.get(part)
      if (known) known.push(secret)
      else byPart.set(part, [secret])
    }
  return byPart
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

/** How many parameters secrets of so many people can cancel at most: those with the longest rows. */
function reachOf(space: SolutionSpace, secrets: readonly Secret[], most: number): number[] {
  if (most > mostBounded) return []
  const longest: number[] = []
  for (const { parts } of secrets) {
    const size = parts.reduce((sum, [part]) => sum + space.row(part).size, 0)
    if (longest.length === most && size <= longest.at(-1)!) continue
    const place = longest.findIndex((other) => other < size)
    longest.splice(place < 0 ? longest.length : place, 0, size)
    if (longest.length > most) longest.pop()
  }
  const reach = [0]
  for (let people = 1; people <= most; people += 1) reach.push(reach[people - 1]! + (longest[people - 1] ?? 0))
  return reach
}
