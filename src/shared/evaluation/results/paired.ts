import { groupsBy } from '#shared/evaluation/groups.ts'
import { countsHidden } from '#shared/evaluation/protection/countsHidden.ts'
import type { HiddenReason } from '#shared/evaluation/resultSchema.ts'
import type { Viewer } from '#shared/evaluation/results/viewer.ts'

/** How many learners of a group have a coach; null where that is hidden. */
export interface PairedGroup {
  readonly kind: 'All' | 'Level' | 'Site'
  readonly group: string
  readonly learners: number
  readonly paired: number | null
  readonly hidden: HiddenReason | null
}

interface Learner {
  readonly level: string
  readonly site: string
  readonly isPaired: boolean
}

const kinds = { none: 'All', level: 'Level', site: 'Site' } as const

/**
 * How many learners have a coach, of everybody, by level and by site. Whoever sees participation with names sees all of
 * it. For the others small groups are hidden, and what they could be worked out from; that all of a larger group have a
 * coach is what the program promises, and nothing that anybody said.
 */
export function pairedGroups(
  learners: readonly Learner[],
  minimum: number,
  { audience, sharing }: Viewer,
): PairedGroup[] {
  const groups = (['none', 'level', 'site'] as const).flatMap((grouping) =>
    groupsBy([...learners.keys()], grouping, (at) => learners[at]!).map((group) => ({
      kind: kinds[grouping],
      ...group,
    })),
  )
  const isNamed = sharing[audience].participation === 'named'
  const reasons = isNamed ? new Map<string, HiddenReason>() : countsHidden(groups, learners.length, minimum)
  return groups.map(({ kind, key, label, members }): PairedGroup => {
    const hidden = reasons.get(key) ?? null
    const paired = members.filter((at) => learners[at]!.isPaired).length
    return { kind, group: label, learners: members.length, paired: hidden ? null : paired, hidden }
  })
}
