import type { Id } from '#shared/kernel/ids.ts'

/** What the roster says on a day, as far as the design and the calendar ask. People are given by their person's id. */
export interface RosterFacts {
  /** In the program that day, on leave or not. */
  readonly learners: number
  /** Of them, those with a coach that day who is there. */
  readonly paired: number
  /** Those without a coach who should have one; somebody on leave is not expected to. */
  readonly unpaired: readonly Id[]
  /** Learners by level, in the order of the levels. */
  readonly levels: readonly { level: string; learners: number }[]
  /** Learners by cohort and by site: the groups that reports show apart. */
  readonly groups: readonly { name: string; learners: number }[]
  /** Coaches who can have learners that day. */
  readonly coaches: number
  readonly overCapacity: readonly Id[]
  /** Learners with no coach but one who left. */
  readonly coachGone: readonly Id[]
}

/**
 * Coaches a program needs: ceil(learners / ratio), and as many as the limit of any one class year asks for.
 * Null while no ratio is decided.
 */
export function coachesNeeded(
  { learners, levels }: Pick<RosterFacts, 'learners' | 'levels'>,
  learnersPerCoach: number | null,
  byLevel: readonly { level: string; learnersPerCoach: number }[] = [],
): number | null {
  const needs = byLevel.flatMap((limit) => {
    const at = levels.find(({ level }) => level.toLowerCase() === limit.level.toLowerCase())
    return at ? [Math.ceil(at.learners / limit.learnersPerCoach)] : []
  })
  if (learnersPerCoach !== null) needs.push(Math.ceil(learners / learnersPerCoach))
  return needs.length === 0 ? null : Math.max(...needs)
}
