/** Linear algebra with whole-number fractions, slow and exact, to hold the app’s own against. */
interface Fraction {
  over: bigint
  under: bigint
}

const zero: Fraction = { over: 0n, under: 1n }

function divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

function fraction(over: bigint, under: bigint): Fraction {
  const by = divisor(over, under) * (under < 0n ? -1n : 1n)
  return { over: over / by, under: under / by }
}

const less = (a: Fraction, b: Fraction, times: Fraction): Fraction =>
  fraction(a.over * b.under * times.under - b.over * times.over * a.under, a.under * b.under * times.under)

/** Whether a sum of unknowns follows from published sums: whether its row is in their row space. */
export function followsFrom(published: readonly (readonly number[])[]): (row: readonly number[]) => boolean {
  const basis: { pivot: number; row: Fraction[] }[] = []
  const reduce = (row: readonly number[]): Fraction[] => {
    let left = row.map((value) => fraction(BigInt(value), 1n))
    for (const { pivot, row: known } of basis) {
      const times = left[pivot]!
      if (times.over !== 0n) left = left.map((value, at) => less(value, known[at]!, times))
    }
    return left
  }
  for (const row of published) {
    const left = reduce(row)
    const pivot = left.findIndex(({ over }) => over !== 0n)
    if (pivot < 0) continue
    const lead = left[pivot]!
    basis.push({ pivot, row: left.map(({ over, under }) => fraction(over * lead.under, under * lead.over)) })
  }
  return (row) => reduce(row).every(({ over }) => over === zero.over)
}
