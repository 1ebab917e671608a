/**
 * Arithmetic on whole columns of integers. NaN is "not known" and spreads by itself. Functions write into their first
 * argument and return it: a vector belongs to whoever was handed it.
 */
export type Vector = Float64Array

/** Integers beyond this are no longer exact as doubles. */
const limit = Number.MAX_SAFE_INTEGER

/** Remembers the rows in which a number outgrew a double, so that they are made again with integers of any size. */
export class Spill {
  readonly rows = new Set<number>()

  watch(vector: Vector): Vector {
    for (let row = 0; row < vector.length; row += 1) {
      const value = vector[row]!
      if (value > limit || value < -limit) this.rows.add(row)
    }
    return vector
  }
}

/** The values of some rows, or of all (null), in a vector of their own. */
export function taken(values: Vector, rows: Int32Array | null): Vector {
  if (rows === null) return values.slice()
  const some = new Float64Array(rows.length)
  for (let at = 0; at < rows.length; at += 1) some[at] = values[rows[at]!]!
  return some
}

export function add(into: Vector, other: Vector): Vector {
  for (let row = 0; row < into.length; row += 1) into[row] = into[row]! + other[row]!
  return into
}

export function subtract(into: Vector, other: Vector): Vector {
  for (let row = 0; row < into.length; row += 1) into[row] = into[row]! - other[row]!
  return into
}

export function multiply(into: Vector, other: Vector): Vector {
  for (let row = 0; row < into.length; row += 1) into[row] = into[row]! * other[row]!
  return into
}

export function scale(into: Vector, factor: number): Vector {
  if (factor !== 1) for (let row = 0; row < into.length; row += 1) into[row] = into[row]! * factor
  return into
}

export function min(into: Vector, other: Vector): Vector {
  for (let row = 0; row < into.length; row += 1) into[row] = Math.min(into[row]!, other[row]!)
  return into
}

export function max(into: Vector, other: Vector): Vector {
  for (let row = 0; row < into.length; row += 1) into[row] = Math.max(into[row]!, other[row]!)
  return into
}

/** By `test`: 1 takes from `into`, 0 from `other`, NaN is not known. */
export function choose(into: Vector, other: Vector, test: Vector): Vector {
  for (let row = 0; row < into.length; row += 1) if (test[row] !== 1) into[row] = test[row] === 0 ? other[row]! : NaN
  return into
}

/** `into / divisor` to the nearest integer, half away from zero; `divisor` is above zero or NaN. */
export function divideRounded(into: Vector, divisor: Vector | number): Vector {
  for (let row = 0; row < into.length; row += 1) {
    const n = Math.abs(into[row]!)
    const d = typeof divisor === 'number' ? divisor : divisor[row]!
    // A quotient of doubles may come out as the integer just above; the remainder, an integer, is exact.
    let whole = Math.floor(n / d)
    if (whole * d > n) whole -= 1
    const rest = n - whole * d
    if (rest >= d - rest) whole += 1
    if (whole !== 0) whole *= Math.sign(into[row]!)
    into[row] = whole
  }
  return into
}

/** `into / divisor` to the next integer away from zero; `divisor` is above zero or NaN. */
export function divideUp(into: Vector, divisor: Vector | number): Vector {
  for (let row = 0; row < into.length; row += 1) {
    const n = Math.abs(into[row]!)
    const d = typeof divisor === 'number' ? divisor : divisor[row]!
    // Here it may come out as the integer just below.
    let whole = Math.ceil(n / d)
    if (whole * d < n) whole += 1
    if (whole !== 0) whole *= Math.sign(into[row]!)
    into[row] = whole
  }
  return into
}
