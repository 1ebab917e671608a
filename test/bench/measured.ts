/** One figure of the bench, with what it is held against. */
export interface Measured {
  what: string
  value: number
  unit: 'ms' | 'kB' | 'MB' | 'tasks'
  /** What it should stay under, as the issue or decision record says. */
  target?: number
  /** The same work done another way, measured in the same rounds. */
  peer?: { what: string; value: number }
}

export type Bench = () => Promise<Measured[]>

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Times some works in turn, round by round, so that a busy moment of the machine meets all of them alike. Medians in ms. */
export async function interleaved<N extends string>(
  rounds: number,
  works: Record<N, () => unknown>,
): Promise<Record<N, number>> {
  const names = Object.keys(works) as N[]
  const times = new Map<N, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const start = performance.now()
      await works[name]()
      times.get(name)!.push(performance.now() - start)
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name)!)])) as Record<N, number>
}
