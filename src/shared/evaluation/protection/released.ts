import type { Publication } from '#shared/evaluation/protection/publication.ts'

/** What an earlier export said of a set of responses, by their ids: nobody forgets it. Kept with the release. */
export interface ReleasedPublication {
  readonly key: string
  readonly terms: readonly { readonly responses: readonly string[]; readonly times: 1 | -1 }[]
  /** The measures that it was shown for. */
  readonly measures: readonly string[]
}

/** What a release of comments has for a measure; its responses are then the comments, of one wave. */
export const commentsMeasure = 'comments'

export interface NumberedRelease {
  readonly publication: Publication
  readonly measures: ReadonlySet<string>
}

/** Releases over the numbers of responses. Responses that are gone since get numbers after those that are there. */
export function numberReleased(
  released: readonly ReleasedPublication[],
  ids: readonly string[],
): { releases: NumberedRelease[]; gone: string[] } {
  const numbers = new Map(ids.map((id, number) => [id, number]))
  const gone: string[] = []
  const numberOf = (id: string): number => {
    const known = numbers.get(id)
    if (known !== undefined) return known
    const number = ids.length + gone.push(id) - 1
    numbers.set(id, number)
    return number
  }
  const releases = released.map(({ key, terms, measures }): NumberedRelease => ({
    publication: { key, terms: terms.map(({ responses, times }) => ({ times, responses: responses.map(numberOf) })) },
    measures: new Set(measures),
  }))
  return { releases, gone }
}

/**
 * The ids of some responses by their numbers, sorted: in the order of the pairs of a change they would still tell, without
 * a key, which two are of one person.
 */
export function sortedIds(ids: readonly string[]): (responses: readonly number[]) => string[] {
  const sorted = ids.toSorted()
  const placeOf = new Map(sorted.map((id, place) => [id, place]))
  const places = Int32Array.from(ids, (id) => placeOf.get(id)!)
  return (responses) => {
    // Places sort several times as fast as ids.
    const found = new Int32Array(responses.length)
    responses.forEach((response, at) => {
      found[at] = places[response]!
    })
    return Array.from(found.sort(), (place) => sorted[place]!)
  }
}
