/**
 * The largest prime under 2^26, so that products of two residues stay exact in a double. Arithmetic in this field
 * decides what can be solved for as arithmetic with fractions would: the two could differ only where a determinant of
 * the 0/1 table of groups is a multiple of the prime, and those of real tables are small numbers.
 */
const prime = 67_108_859

/** How rows changed: each row was what it is now plus so many times the weights. */
export interface Published {
  readonly weights: ReadonlyMap<number, number>
  readonly times: ReadonlyMap<number, number>
}

/**
 * Everything that the unknowns may still be, given the sums that were published: a basis of the null space of those
 * sums, a sparse row for each unknown. A sum of unknowns is known to the reader exactly when their rows add up to zero.
 */
export class SolutionSpace {
  readonly #rows: Map<number, number>[]
  /** Which unknowns a parameter of the space moves. */
  readonly #moves: Set<number>[]
  readonly #mayBeLong: (unknown: number) => boolean

  /** Rows of unknowns that may be long are made so first: what is published of many ends in the row of one of them. */
  constructor(unknowns: number, mayBeLong: (unknown: number) => boolean) {
    this.#rows = Array.from({ length: unknowns }, (_, unknown) => new Map([[unknown, 1]]))
    this.#moves = this.#rows.map((_, unknown) => new Set([unknown]))
    this.#mayBeLong = mayBeLong
  }

  /** How an unknown depends on the parameters that are still free; empty where it is known. */
  row(unknown: number): ReadonlyMap<number, number> {
    return this.#rows[unknown]!
  }

  /** The unknowns that depend on a parameter. */
  moved(parameter: number): ReadonlySet<number> {
    return this.#moves[parameter]!
  }

  /** Publishes a sum of unknowns, each times a whole number. */
  publish(sum: Iterable<readonly [unknown: number, times: number]>): Published {
    const weights = new Map<number, number>()
    for (const [unknown, times] of sum) addTimes(weights, this.#rows[unknown]!, times)
    const pivot = this.#pivot(weights.keys())
    const times = new Map<number, number>()
    if (pivot === null) return { weights, times }
    const scale = inverse(weights.get(pivot)!)
    for (const unknown of this.moved(pivot)) times.set(unknown, (this.#rows[unknown]!.get(pivot)! * scale) % prime)
    for (const [unknown, own] of times) this.#add(unknown, weights, -own)
    return { weights, times }
  }

  takeBack({ weights, times }: Published): void {
    for (const [unknown, own] of times) this.#add(unknown, weights, own)
  }

  /**
   * Each free parameter is the value of one unknown, which the sum is solved for. Of equal ones the last: groups are
   * published in about the order of their responses, and a row that few later sums meet stays the only long one.
   */
  #pivot(parameters: Iterable<number>): number | null {
    let best: number | null = null
    for (const parameter of parameters) {
      const better =
        best === null ||
        (this.#mayBeLong(parameter) === this.#mayBeLong(best)
          ? this.moved(parameter).size <= this.moved(best).size
          : this.#mayBeLong(parameter))
      if (better) best = parameter
    }
    return best
  }

  #add(unknown: number, weights: ReadonlyMap<number, number>, times: number): void {
    const row = this.#rows[unknown]!
    addTimes(row, weights, times)
    for (const parameter of weights.keys())
      if (row.has(parameter)) this.#moves[parameter]!.add(unknown)
      else this.#moves[parameter]!.delete(unknown)
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
