import type { Comparison } from '#shared/calculation/expression.ts'
import type { RunningTable } from '#shared/calculation/run.ts'
import { scaleOf, type Unit } from '#shared/calculation/units.ts'
import * as vector from '#shared/calculation/vector.ts'
import type { Spill, Vector } from '#shared/calculation/vector.ts'

/** The rows for which an expression is read in one go. */
export interface Frame {
  tables: ReadonlyMap<string, RunningTable>
  own: RunningTable
  /** The rows wanted; null is all. */
  rows: Int32Array | null
  length: number
  spill: Spill
}

/** Makes a vector that its caller may write into. */
export type Read = (frame: Frame) => Vector

/** An expression ready to be read: texts as codes, or integers that stand for `integer / (scale * divisor)`. */
export type Compiled = { type: 'text'; read: Read } | Numbers

export interface Numbers {
  type: 'number'
  read: Read
  scale: number
  /** Above zero, or NaN where a division is by zero. */
  divisor: Read | null
  /** The integer, where it is the same in all rows. */
  constant: number | null
}

export const ones: Read = ({ length }) => new Float64Array(length).fill(1)

export const numbers = (
  read: Read,
  scale: number,
  divisor: Read | null = null,
  constant: number | null = null,
): Numbers => ({
  type: 'number',
  read,
  scale,
  divisor,
  constant,
})

export const typed = (unit: Unit, read: Read): Compiled =>
  unit === 'text' ? { type: 'text', read } : numbers(read, scaleOf(unit))

export const watched = (values: Vector, { spill }: Frame): Vector => spill.watch(values)

export function mapped(values: Vector, change: (value: number, at: number) => number): Vector {
  for (let at = 0; at < values.length; at += 1) values[at] = change(values[at]!, at)
  return values
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))

const times = (a: number, b: number): number => {
  const result = a * b
  if (!Number.isSafeInteger(result)) throw new Error('An expression multiplies too much before it is rounded')
  return result
}

const scaled = ({ read, scale, divisor }: Numbers, to: number): Numbers =>
  numbers(to === scale ? read : (frame) => watched(vector.scale(read(frame), to / scale), frame), to, divisor)

export function sameScale(one: Numbers, other: Numbers): [Numbers, Numbers] {
  const common = times(one.scale / gcd(one.scale, other.scale), other.scale)
  return [scaled(one, common), scaled(other, common)]
}

/** Two numbers over one divisor, so that they can be added and compared. */
function sameDivisor(one: Numbers, other: Numbers): [Numbers, Numbers] {
  const [left, right] = sameScale(one, other)
  if (!left.divisor && !right.divisor) return [left, right]
  const [below, beside] = [left.divisor ?? ones, right.divisor ?? ones]
  const divisor = multiplied(below, beside)
  return [
    { ...left, read: multiplied(left.read, beside), divisor },
    { ...right, read: multiplied(right.read, below), divisor },
  ]
}

const multiplied =
  (left: Read, right: Read): Read =>
  (frame) =>
    watched(vector.multiply(left(frame), right(frame)), frame)

export function combined(parts: readonly Numbers[], join: (into: Vector, other: Vector) => Vector): Numbers {
  return parts.reduce((one, other) => {
    const [left, right] = sameDivisor(one, other)
    return numbers((frame) => watched(join(left.read(frame), right.read(frame)), frame), left.scale, left.divisor)
  })
}

export function product(one: Numbers, other: Numbers): Numbers {
  const divisor = one.divisor && other.divisor ? multiplied(one.divisor, other.divisor) : (one.divisor ?? other.divisor)
  return numbers(multiplied(one.read, other.read), times(one.scale, other.scale), divisor)
}

/** `one / other`, over a divisor that is above zero or not known. */
export function quotient(one: Numbers, other: Numbers): Numbers {
  const shared = gcd(one.scale, other.scale)
  const [scale, factor] = [one.scale / shared, other.scale / shared]
  const dividend = other.divisor ? multiplied(one.read, other.divisor) : one.read
  const read: Read = (frame) => watched(vector.scale(dividend(frame), factor), frame)
  if (other.constant !== null && other.constant > 0) return numbers(read, times(scale, other.constant), one.divisor)
  const above: Read = (frame) => vector.multiply(read(frame), mapped(other.read(frame), Math.sign))
  const below: Read = (frame) => mapped(other.read(frame), (value) => (value === 0 ? NaN : Math.abs(value)))
  return numbers(above, scale, one.divisor ? multiplied(one.divisor, below) : below)
}

/** The integers of a number over a scale, made from those over its own: rounded to the nearest, or up. */
export function whole(
  { read, scale, divisor }: Numbers,
  to: number,
  divide: (into: Vector, divisor: Vector | number) => Vector,
): Numbers {
  const shared = gcd(scale, to)
  const [factor, over] = [to / shared, scale / shared]
  const above: Read = (frame) => watched(vector.scale(read(frame), factor), frame)
  if (!divisor) return numbers(over === 1 ? above : (frame) => divide(above(frame), over), to)
  const below: Read = (frame) => watched(vector.scale(divisor(frame), over), frame)
  return numbers((frame) => divide(above(frame), below(frame)), to)
}

export function signOf(read: Read, comparison: Comparison): Read {
  const holds = (sign: number): boolean => {
    switch (comparison) {
      case '=':
        return sign === 0
      case '<>':
        return sign !== 0
      case '<':
        return sign < 0
      case '<=':
        return sign <= 0
      case '>':
        return sign > 0
      case '>=':
        return sign >= 0
    }
  }
  return (frame) => mapped(read(frame), (sign) => (Number.isNaN(sign) ? NaN : Number(holds(sign))))
}
