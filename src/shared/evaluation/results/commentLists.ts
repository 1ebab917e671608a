import { everybody, type Group, groupsBy } from '#shared/evaluation/groups.ts'
import type { Comment } from '#shared/evaluation/responsesSchema.ts'
import type { Grouping } from '#shared/evaluation/resultSchema.ts'

/** What of a wave’s comments may be read, of everybody and by group. */
export interface CommentLists {
  /** Those that may be read by group; a group that is not in it is hidden. */
  readonly shown: ReadonlyMap<string, readonly Comment[]>
  /** Whether newer ones wait until enough people have written. */
  readonly heldBack: boolean
}

/**
 * How many people wrote some comments, at least. Whoever changed or repeated a response may be counted already, which
 * nothing in the file can tell, so what they added counts for nobody new.
 */
export function writersOf(comments: readonly Comment[]): number {
  const known = new Set(comments.map(({ respondent }) => respondent))
  const others = known.delete('')
  return Math.max(known.size, Number(others && comments.length > 0))
}

/**
 * Decides which comments of a wave may be read together. Wording is told apart by eye, so unlike sums, lists may not even
 * be crossed: what is in one list and not in another, in both, or new since an earlier release must be of enough people
 * each time. All groups are decided at once, whichever are looked at, the larger first.
 * @param released the comments of each earlier release
 */
export function commentLists(
  comments: readonly Comment[],
  minimum: number,
  released: readonly ReadonlySet<string>[],
): CommentLists {
  const isEnough = (some: readonly Comment[]): boolean => writersOf(some) >= minimum
  const earlier = comments.filter(({ id }) => released.some((ids) => ids.has(id)))
  const newer = comments.filter((comment) => !earlier.includes(comment))
  const all = isEnough(newer) ? comments : earlier
  const shown = new Map<string, readonly Comment[]>(all.length > 0 ? [[everybody, all]] : [])
  let told = [...Map.groupBy(all, ({ id }) => released.map((ids) => Number(ids.has(id))).join('')).values()]
  const groups = (['level', 'site', 'levelAndSite'] as const).flatMap((grouping) => largestFirst(all, grouping))
  for (const { key, members } of groups) {
    const own = new Set(members)
    const split = told.map((part) => ({
      inside: part.filter((comment) => own.has(comment)),
      outside: part.filter((comment) => !own.has(comment)),
    }))
    const crossed = split.filter(({ inside }) => inside.length > 0)
    if (!crossed.every(({ inside, outside }) => isEnough(inside) && (outside.length === 0 || isEnough(outside))))
      continue
    shown.set(key, members)
    told = split.flatMap(({ inside, outside }) => [inside, outside]).filter((part) => part.length > 0)
  }
  return { shown, heldBack: all.length > 0 && all.length < comments.length }
}

const largestFirst = (comments: readonly Comment[], grouping: Grouping): Group<Comment>[] =>
  groupsBy(comments, grouping, (comment) => comment).sort((a, b) => b.members.length - a.members.length)
