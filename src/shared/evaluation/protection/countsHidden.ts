import type { Group } from '#shared/evaluation/groups.ts'
import { partition } from '#shared/evaluation/protection/partition.ts'
import { protect } from '#shared/evaluation/protection/protect.ts'
import { publication } from '#shared/evaluation/protection/publication.ts'
import type { HiddenReason } from '#shared/evaluation/resultSchema.ts'

/**
 * Why a count among the people of each group is hidden, or null: of few people it would tell who is counted. Members are
 * the numbers of different people; larger groups come first.
 */
export function countsHidden(
  groups: readonly Group<number>[],
  people: number,
  minimum: number,
): ReadonlyMap<string, HiddenReason | null> {
  const names = Array.from({ length: people }, (_, at) => String(at))
  const candidates = groups
    .toSorted((a, b) => b.members.length - a.members.length)
    .map(({ key, members }) => publication(key, members))
  const verdicts = protect({
    people: names,
    partition: partition(names, candidates),
    candidates,
    released: [],
    minimum,
    pairs: [],
    unpaired: [],
    has: () => true,
    likenesses: [],
  })
  return new Map(
    [...verdicts].map(([key, verdict]) => [key, verdict === 'small' || verdict === 'complement' ? verdict : null]),
  )
}
