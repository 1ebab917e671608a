/**
 * The largest prime under 2^26, so that products of two residues stay exact in a double. Arithmetic in this field
 * decides what can be solved for as arithmetic with fractions would: the two could differ only where a determinant of
 * the 0/1 table of groups is a multiple of the prime, and those of real tables are small numbers.
 */
const prime = 67_108_859

/** What became of one row, to take it back. */
type Undo = readonly (readonly [unknown: number, row: ReadonlyMap<number, number>])[]

/**
 * Everything that the unknowns may still be, given the sums that were published: a basis of the null space of those
 * sums, a sparse row for each unknown. A sum of unknowns is known to the reader exactly when their rows add up to zero.
 */
export class SolutionSpace {
  readonly #rows: Map<number, number>[]
  /** Which unknowns a parameter of the space moves. */
  readonly #moves: Map<number, Set<number>>

  constructor(unknowns: number) {
    this.#rows = Array.from({ length: unknowns }, (_, unknown) => new Map([[unknown, 1]]))
    this.#moves = new Map(this.#rows.map((_, unknown) => [unknown, new Set([unknown])]))
  }

  /** How an unknown depends on the parameters that are still free; empty where it is known. */
  row(unknown: number): ReadonlyMap<number, number> {
    return this.#rows[unknown]!
  }

  /** The unknowns that depend on a parameter. */
  moved(parameter: number): ReadonlySet<number> {
    return this.#moves.get(parameter)!
  }

  /** Publishes a sum of unknowns, each times a whole number. Answers which rows changed and what they were. */
  publish(sum: Iterable<readonly [unknown: number, times: number]>): Undo {
    const weights = new Map<number, number>()
    for (const [unknown, times] of sum) addTimes(weights, this.#rows[unknown]!, times)
    let pivot: number | null = null
    for (const parameter of weights.keys())
      if (pivot === null || this.moved(parameter).size < this.moved(pivot).size) pivot = parameter
    if (pivot === null) return []
    const scale = inverse(weights.get(pivot)!)
    return [...this.moved(pivot)].map((unknown) => {
      const before = this.#rows[unknown]!
      const after = new Map(before)
      addTimes(after, weights, -((before.get(pivot)! * scale) % prime))
      this.#replace(unknown, after)
      return [unknown, before] as const
    })
  }

  takeBack(undo: Undo): void {
    for (const [unknown, row] of undo) this.#replace(unknown, new Map(row))
  }

  #replace(unknown: number, row: Map<number, number>): void {
    for (const parameter of this.#rows[unknown]!.keys()) this.#moves.get(parameter)!.delete(unknown)
    for (const parameter of row.keys()) this.#moves.get(parameter)!.add(unknown)
    this.#rows[unknown] = row
  }
}

/** Adds a row so many times; what becomes zero is left out. */
export function addTimes(to: Map<number, number>, row: ReadonlyMap<number, number>, times: number): void {
  for (const [parameter, value] of row) {
    const sum = ((((to.get(parameter) ?? 0) + value * times) % prime) + prime) % prime
    if (sum === 0) to.delete(parameter)
    else to.set(parameter, sum)
  }
}

/** By Euclid’s extended algorithm. */
function inverse(value: number): number {
  let [remainder, next] = [prime, value]
  let [factor, nextFactor] = [0, 1]
  while (next !== 0) {
    const quotient = Math.floor(remainder / next)
    ;[remainder, next] = [next, remainder - quotient * next]
    ;[factor, nextFactor] = [nextFactor, factor - quotient * nextFactor]
  }
  return (factor + prime) % prime
}
