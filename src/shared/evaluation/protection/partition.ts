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
  /** Splits the atoms further, by more sums. */
  readonly refinedBy: (publications: readonly Publication[]) => Partition
}

/** All responses of each person, by any of them; null where nobody has two. */
type Mates = readonly (readonly number[])[] | null

/**
 * Splits responses into the parts that no published sum tells apart. Responses of one person go together: whoever
 * knows the sum of a part before and after knows how those people changed.
 */
export function partition(people: readonly string[], publications: readonly Publication[]): Partition {
  return split(new Int32Array(people.length), 1, matesOf(people), publications)
}

function matesOf(people: readonly string[]): Mates {
  const byPerson = new Map<string, number[]>()
  people.forEach((person, response) => {
    const own = byPerson.get(person)
    if (own) own.push(response)
    else byPerson.set(person, [response])
  })
  return byPerson.size === people.length ? null : people.map((person) => byPerson.get(person)!)
}

/** Splits classes of responses, numbered below `count`. */
function split(from: Int32Array, count: number, mates: Mates, publications: readonly Publication[]): Partition {
  const classes = from.slice()
  let next = count
  const divide = (responses: readonly number[]) => {
    const moved = new Map<number, number>()
    for (const response of responses) {
      const old = classes[response]!
      let to = moved.get(old)
      if (to === undefined) {
        to = next
        moved.set(old, to)
        next += 1
      }
      classes[response] = to
    }
  }
  // Marks instead of sets: a large wave is in many sums.
  const marks = new Int32Array(classes.length)
  let mark = 0
  const othersOf = (responses: readonly number[], all: NonNullable<Mates>): number[] => {
    mark += 1
    for (const response of responses) marks[response] = mark
    const others: number[] = []
    for (const response of responses)
      for (const other of all[response]!)
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
      divide(responses)
      if (mates) divide(othersOf(responses, mates))
    }
  const numbers = new Map<number, number>()
  const atoms: { responses: number[] }[] = []
  const atomOfAll = classes.map((found, response) => {
    const known = numbers.get(found)
    if (known !== undefined) {
      atoms[known]!.responses.push(response)
      return known
    }
    const atom = atoms.push({ responses: [response] }) - 1
    numbers.set(found, atom)
    return atom
  })
  const inside = new Map<readonly number[], ReadonlySet<number>>()
  const atomsIn = (responses: readonly number[]): ReadonlySet<number> => {
    const known = inside.get(responses)
    if (known) return known
    const found = new Set<number>()
    for (const response of responses) found.add(atomOfAll[response]!)
    inside.set(responses, found)
    return found
  }
  return {
    atoms,
    atomOf: (response) => atomOfAll[response]!,
    atomsIn,
    refinedBy: (more) => split(classes, next, mates, more),
  }
}
