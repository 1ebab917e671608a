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
  /** A figure drawn for each parameter, the same each time; and of each unknown, its row with these figures put in. */
  readonly #drawn: Int32Array
  readonly #marks: Int32Array

  /** Rows of unknowns that may be long are made so first: what is published of many ends in the row of one of them. */
  constructor(unknowns: number, mayBeLong: (unknown: number) => boolean) {
    this.#rows = Array.from({ length: unknowns }, (_, unknown) => new Map([[unknown, 1]]))
    this.#moves = this.#rows.map((_, unknown) => new Set([unknown]))
    this.#mayBeLong = mayBeLong
    let state = 1
    this.#drawn = Int32Array.from({ length: unknowns }, () => (state = (state * 48_271) % 2_147_483_647) % prime)
    this.#marks = this.#drawn.slice()
  }

  /** How an unknown depends on the parameters that are still free; empty where it is known. */
  row(unknown: number): ReadonlyMap<number, number> {
    return this.#rows[unknown]!
  }

  /**
   * What stands for the row of an unknown where only zero is looked for: rows that add up to zero have marks that do, and
   * hardly ever do others. To be asked before the rows, which take longer.
   */
  mark(unknown: number): number {
    return this.#marks[unknown]!
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
    const published = { weights, times }
    this.#change(published, -1)
    return published
  }

  takeBack(published: Published): void {
    this.#change(published, 1)
  }

  #change({ weights, times }: Published, sign: 1 | -1): void {
    let mark = 0
    for (const [parameter, weight] of weights) mark = (mark + this.#drawn[parameter]! * weight) % prime
    for (const [unknown, own] of times) {
      this.#add(unknown, weights, sign * own)
      this.#marks[unknown] = residue(this.#marks[unknown]! + sign * own * mark)
    }
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

/** A whole number as it counts in the field, from 0 on. */
export function residue(value: number): number {
  const rest = value % prime
  return rest < 0 ? rest + prime : rest
}

/** Adds a row so many times; what becomes zero is left out. */
export function addTimes(to: Map<number, number>, row: ReadonlyMap<number, number>, times: number): void {
  for (const [parameter, value] of row) {
    const sum = residue((to.get(parameter) ?? 0) + value * times)
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
