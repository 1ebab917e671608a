import { addTimes, type Published, residue, type SolutionSpace } from '#shared/evaluation/protection/solutionSpace.ts'

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

type Row = ReadonlyMap<number, number>

/** Figures looked at in one search; most need a fraction of it. */
const patience = 2000
/**
 * What hard searches may take beyond that, each and all together: under a second. A search that takes longer counts as
 * having found something: hidden is safe, and what is hidden for that is the least important of what many groups cross.
 */
const spare = { each: 1_000_000, all: 10_000_000 }
/** A parameter that so few parts move is not worth looking for a harder one. */
const easilyFew = 3
/** Beyond so many people, what their secrets could cancel is no bound any more. */
const mostBounded = 64

/**
 * Tells whether a publication gave away secrets that nothing gave away before. The rows of such secrets add up to zero,
 * and at least one of them changed. So the search starts from the changed ones and always adds one that can cancel what
 * is left, until there are too many people, or more is left than all that may still be added could cancel.
 */
export function revealing(space: SolutionSpace, kinds: readonly Secrets[]): (published: Published) => boolean {
  const sought = kinds.map((kind) => ({ ...kind, byPart: byPartOf(kind.all) }))
  let spared = spare.all
  return (published) =>
    sought.some(({ byPart, all, most }) => {
      const changed = new Set([...published.times.keys()].flatMap((part) => byPart.get(part) ?? []))
      if (changed.size === 0) return false
      const quick = new Search(space, all, byPart, most, published, patience)
      if (!quick.finds(changed)) return false
      if (quick.left >= 0) return true
      const possible = withoutLoners(space, all)
      const given = Math.min(spare.each, spared)
      const hard = new Search(space, possible, byPartOf(possible), most, published, given)
      const isRevealed = hard.finds(new Set(possible.filter((secret) => changed.has(secret))))
      spared -= given - hard.left
      return isRevealed
    })
}

/** Secrets but for those that move a parameter which no other moves: nothing could cancel it. */
function withoutLoners(space: SolutionSpace, secrets: readonly Secret[]): readonly Secret[] {
  const rows = new Map(secrets.map((secret) => [secret, rowOf(space, secret)]))
  const moving = new Map<number, Set<Secret>>()
  for (const [secret, row] of rows)
    for (const parameter of row.keys()) {
      const known = moving.get(parameter)
      if (known) known.add(secret)
      else moving.set(parameter, new Set([secret]))
    }
  const alone = [...moving.values()].filter(({ size }) => size === 1).flatMap((own) => [...own])
  for (let loner = alone.pop(); loner; loner = alone.pop()) {
    for (const parameter of rows.get(loner)?.keys() ?? []) {
      const others = moving.get(parameter)!
      others.delete(loner)
      if (others.size === 1) alone.push(...others)
    }
    rows.delete(loner)
  }
  return [...rows.keys()]
}

function rowOf(space: SolutionSpace, { parts }: Secret): Row {
  const row = new Map<number, number>()
  for (const [part, times] of parts) addTimes(row, space.row(part), times)
  return row
}

/** A search for secrets of one kind. */
class Search {
  readonly #space: SolutionSpace
  readonly #byPart: ByPart
  readonly #most: number
  readonly #reach: readonly number[]
  readonly #published: Published
  /** What is left of the patience; below zero it gave up. */
  left: number

  constructor(
    space: SolutionSpace,
    all: readonly Secret[],
    byPart: ByPart,
    most: number,
    published: Published,
    patience: number,
  ) {
    this.#space = space
    this.#byPart = byPart
    this.#most = most
    this.#reach = reachOf(space, all, most)
    this.#published = published
    this.left = patience
  }

  /** Whether one of these is given away, alone or with others of the kind, or it takes too long to tell. */
  finds(changed: ReadonlySet<Secret>): boolean {
    return [...changed].some((secret) => {
      if (secret.people > this.#most) return false
      const sum = rowOf(this.#space, secret)
      this.left -= sum.size
      if (sum.size === 0) return isNew(this.#published, [secret])
      return this.#add([secret], sum, this.#markOf(secret), this.#most - secret.people)
    })
  }

  /** Whether some more secrets cancel what is left. */
  #add(chosen: readonly Secret[], sum: Row, mark: number, room: number): boolean {
    if (room < 1 || sum.size > (this.#reach[room] ?? Number.POSITIVE_INFINITY)) return false
    for (const secret of this.#cancelling(sum, null, room)) {
      if (chosen.includes(secret)) continue
      const [both, newMark] = [[...chosen, secret], residue(mark + this.#markOf(secret))]
      const rest = room - secret.people
      if (newMark === 0) {
        if (this.#isGivenAway(both)) return true
      } else if (rest === 1) {
        // The last may be found without adding up the row of this one.
        for (const last of this.#cancelling(sum, secret, rest))
          if (residue(newMark + this.#markOf(last)) === 0 && !both.includes(last) && this.#isGivenAway([...both, last]))
            return true
      } else if (rest > 1) {
        const next = new Map(sum)
        for (const [part, times] of secret.parts) addTimes(next, this.#space.row(part), times)
        this.left -= next.size
        if (this.#add(both, next, newMark, rest)) return true
      }
      if (this.left < 0) return true
    }
    return false
  }

  /** Those that can cancel the parameter of a sum that fewest parts move: where one fails, it fails there first. */
  #cancelling(sum: Row, and: Secret | null, room: number): readonly Secret[] {
    let hardest: number | null = null
    let fewest = Number.POSITIVE_INFINITY
    for (const [parameter, value] of sum) {
      const { size } = this.#space.moved(parameter)
      if (size >= fewest || (and && this.#valueOf(and, parameter, value) === 0)) continue
      hardest = parameter
      fewest = size
      if (size <= easilyFew) break
    }
    this.left -= 1
    if (hardest !== null) return this.#moving(hardest, room)
    // Nothing of the sum is left but what the other brings.
    const rest = new Map(sum)
    for (const [part, times] of and?.parts ?? []) addTimes(rest, this.#space.row(part), times)
    return rest.size === 0 ? [] : this.#cancelling(rest, null, room)
  }

  #moving(parameter: number, room: number): Secret[] {
    const found: Secret[] = []
    for (const part of this.#space.moved(parameter))
      for (const secret of this.#byPart.get(part) ?? []) if (secret.people <= room) found.push(secret)
    this.left -= found.length
    return found
  }

  #valueOf({ parts }: Secret, parameter: number, value: number): number {
    return residue(
      parts.reduce((sum, [part, times]) => sum + times * (this.#space.row(part).get(parameter) ?? 0), value),
    )
  }

  #markOf({ parts }: Secret): number {
    return residue(parts.reduce((sum, [part, times]) => sum + times * this.#space.mark(part), 0))
  }

  #isGivenAway(secrets: readonly Secret[]): boolean {
    const parts = secrets.flatMap((secret) => secret.parts)
    return rowOf(this.#space, { parts, people: 0 }).size === 0 && isNew(this.#published, secrets)
  }
}

function byPartOf(secrets: readonly Secret[]): ByPart {
  const byPart = new Map<number, Secret[]>()
  for (const secret of secrets)
    for (const [part] of secret.parts) {
      const known = byPart.get(part)
      if (known) known.push(secret)
      else byPart.set(part, [secret])
    }
  return byPart
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
