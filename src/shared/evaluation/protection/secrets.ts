import type { Likeness } from '#shared/evaluation/protection/likeness.ts'
import type { Partition } from '#shared/evaluation/protection/partition.ts'
import type { Secret, Secrets } from '#shared/evaluation/protection/reveals.ts'

/** The earlier and the later response of a person. */
export type Pair = readonly [before: number, after: number]

/** Responses of a released change that are no pairs any more: their people were erased since, or a response excluded. */
export interface Unpaired {
  readonly before: readonly number[]
  readonly after: readonly number[]
}

/** A part of the responses with a figure, with its people where they are fewer than the minimum. */
export interface Part {
  readonly atom: number
  readonly few: readonly string[] | null
}

/** Everything about some answers that decides what nobody may find out. */
export interface Answered {
  readonly people: readonly string[]
  readonly partition: Partition
  readonly minimum: number
  /** Waves that changes are shown between. */
  readonly pairs: readonly Pair[]
  readonly unpaired: readonly Unpaired[]
  /** Whether a response has the figure in question. */
  readonly has: (response: number) => boolean
  readonly likenesses: readonly Likeness[]
}

/** The parts that hold the figure in question of anybody. */
export function partsOf({ people, partition, minimum, has }: Answered): Part[] {
  return partition.atoms.flatMap(({ responses }, atom): Part[] => {
    const found = new Set<string>()
    for (const response of responses) {
      if (has(response)) found.add(people[response]!)
      if (found.size >= minimum) return [{ atom, few: null }]
    }
    return found.size === 0 ? [] : [{ atom, few: [...found] }]
  })
}

/** The sums that nobody may solve for: of few people’s answers or changes, and of answers or changes that are alike. */
export function secretsOf(answered: Answered, parts: readonly Part[]): Secrets[] {
  const { minimum, likenesses } = answered
  const changes = changesOf(answered, parts)
  const few: Secret[] = parts.flatMap(({ few: own }, part) => (own ? [answersOf(part, own.length)] : []))
  const fewChanges: Secret[] = [
    ...changes.flatMap(({ secret, isFew }) => (isFew ? [secret] : [])),
    ...unpairedChanges(answered, parts),
  ]
  return [
    { all: few, most: minimum - 1 },
    { all: fewChanges, most: minimum - 1 },
    ...likenesses.flatMap((likeness) => [
      ...alike(alikeParts(answered, parts, likeness), likeness.below - 1),
      ...alike(
        changes.map(({ secret, pairs }) => [
          commonOf(pairs, ([before, after]) => likeness.ofChange(before, after)),
          secret,
        ]),
        likeness.below - 1,
      ),
    ]),
  ].filter(({ all }) => all.length > 0)
}

const answersOf = (part: number, people: number): Secret => ({ parts: [[part, 1]], people })

/** What few people changed by who were a pair in a release and are none now. Several releases may have the same of them. */
function unpairedChanges({ partition, unpaired, minimum }: Answered, parts: readonly Part[]): Secret[] {
  const numberOf = new Map(parts.map(({ atom }, number) => [atom, number]))
  const found = new Map<string, Secret>()
  for (const { before, after } of unpaired) {
    const people = Math.max(before.length, after.length)
    if (people === 0 || people >= minimum) continue
    const partsIn = (responses: readonly number[], times: number) =>
      [...new Set(responses.map((response) => numberOf.get(partition.atomOf(response))))].flatMap(
        (part): [number, number][] => (part === undefined ? [] : [[part, times]]),
      )
    const secret = { people, parts: [...partsIn(after, 1), ...partsIn(before, -1)] }
    if (secret.parts.length > 0) found.set(JSON.stringify(secret), secret)
  }
  return [...found.values()]
}

/** Secrets that are alike in the same way are of one kind: together they are alike too. */
function alike(found: readonly (readonly [label: number, secret: Secret])[], most: number): Secrets[] {
  const byLabel = Map.groupBy(
    found.filter(([label]) => !Number.isNaN(label)),
    ([label]) => label,
  )
  return [...byLabel.values()].map((own) => ({ all: own.map(([, secret]) => secret), most }))
}

function alikeParts(
  { people, partition, has }: Answered,
  parts: readonly Part[],
  { of }: Likeness,
): (readonly [number, Secret])[] {
  return parts.map(({ atom }, part) => {
    const { responses } = partition.atoms[atom]!
    const label = commonOf(responses, (response) => (has(response) ? of(response) : undefined))
    if (Number.isNaN(label)) return [label, answersOf(part, 0)]
    return [label, answersOf(part, new Set(responses.filter(has).map((response) => people[response])).size)]
  })
}

/** What all count as, but for those that do not count; NaN where they differ. */
function commonOf<T>(all: readonly T[], of: (one: T) => number | undefined): number {
  let common: number | undefined
  for (const one of all) {
    const label = of(one)
    if (label === undefined || label === common) continue
    if (common !== undefined || Number.isNaN(label)) return Number.NaN
    common = label
  }
  return common ?? Number.NaN
}

/** The changes of people who were in the same part before, and in the same one after. */
function changesOf(
  { partition, pairs }: Answered,
  parts: readonly Part[],
): { secret: Secret; isFew: boolean; pairs: readonly Pair[] }[] {
  const numberOf = new Map(parts.map(({ atom }, number) => [atom, number]))
  const found = new Map<number, { before: number; after: number; pairs: Pair[] }>()
  for (const pair of pairs) {
    const before = numberOf.get(partition.atomOf(pair[0]))
    const after = numberOf.get(partition.atomOf(pair[1]))
    if (before === undefined || after === undefined) continue
    const key = before * parts.length + after
    const known = found.get(key)
    if (known) known.pairs.push(pair)
    else found.set(key, { before, after, pairs: [pair] })
  }
  return [...found.values()].map(({ before, after, pairs: own }) => {
    const few = parts[after]!.few ?? parts[before]!.few
    return {
      isFew: few !== null,
      pairs: own,
      secret: {
        people: few?.length ?? own.length,
        parts: [
          [after, 1],
          [before, -1],
        ],
      },
    }
  })
}
