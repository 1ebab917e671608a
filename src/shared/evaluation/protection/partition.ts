import type { Publication } from '#shared/evaluation/protection/publication.ts'

/** Responses that are in exactly the same published sums, of people whose other responses are too. */
export interface Atom {
  readonly responses: readonly number[]
}

export interface Partition {
  readonly atoms: readonly Atom[]
  readonly atomOf: (response: number) => number
  /** The atoms that make up the responses of one of the published sums. */
  readonly atomsIn: (responses: readonly number[]) => ReadonlySet<number>
}

/**
 * Splits responses into the parts that no published sum tells apart. Responses of one person go together: whoever
 * knows the sum of a part before and after knows how those people changed.
 */
export function partition(people: readonly string[], publications: readonly Publication[]): Partition {
  const classes = new Int32Array(people.length)
  const byPerson = new Map<string, number[]>()
  people.forEach((person, response) => {
    const own = byPerson.get(person)
    if (own) own.push(response)
    else byPerson.set(person, [response])
  })
  let count = 1
  const split = (responses: readonly number[]) => {
    const moved = new Map<number, number>()
    for (const response of responses) {
      const from = classes[response]!
      const known = moved.get(from)
      const to = known ?? count
      if (known === undefined) {
        moved.set(from, to)
        count += 1
      }
      classes[response] = to
    }
  }
  // Marks instead of sets: a large wave is in many sums.
  const mates = people.map((person) => byPerson.get(person)!)
  const marks = new Int32Array(people.length)
  let mark = 0
  const othersOf = (responses: readonly number[]): number[] => {
    mark += 1
    for (const response of responses) marks[response] = mark
    const others: number[] = []
    for (const response of responses)
      for (const other of mates[response]!)
        if (marks[other] !== mark) {
          marks[other] = mark
          others.push(other)
        }
    return others
  }
  const done = new Set<readonly number[]>()
  for (const { terms } of publications)
    for (const { responses } of terms) {
      if (done.has(responses)) continue
      done.add(responses)
      split(responses)
      if (byPerson.size < people.length) split(othersOf(responses))
    }
  const numbers = new Map<number, number>()
  const atoms: { responses: number[] }[] = []
  classes.forEach((found, response) => {
    const known = numbers.get(found)
    if (known === undefined) numbers.set(found, atoms.push({ responses: [response] }) - 1)
    else atoms[known]!.responses.push(response)
  })
  const atomOf = (response: number): number => numbers.get(classes[response]!)!
  const inside = new Map<readonly number[], ReadonlySet<number>>()
  const atomsIn = (responses: readonly number[]): ReadonlySet<number> => {
    const found = inside.get(responses) ?? new Set(responses.map(atomOf))
    inside.set(responses, found)
    return found
  }
  return { atoms, atomOf, atomsIn }
}
