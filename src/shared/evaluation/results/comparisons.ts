import { everybody, type Group } from '#shared/evaluation/groups.ts'
import { waveKey } from '#shared/evaluation/protection/candidates.ts'
import type { Evidence } from '#shared/evaluation/protection/evidence.ts'
import type { Comparison, Measure } from '#shared/evaluation/resultSchema.ts'
import { hiddenReason } from '#shared/evaluation/results/shown.ts'
import type { ScoredWave } from '#shared/evaluation/scoring/scoredWave.ts'
import { comparisonStatement } from '#shared/evaluation/statements.ts'
import { momentsOf, momentsWithout } from '#shared/evaluation/statistics/describe.ts'
import { welch } from '#shared/evaluation/statistics/welch.ts'

/** The rest of the wave, as a group is compared with it. */
const others = 'others'

/**
 * Each group of a wave against all others together. What is shown of the others follows from the figures of
 * the group and of everybody, which are both shown; so it gives nothing away that they do not.
 */
export function comparisonsOf(
  evidence: Evidence,
  wave: ScoredWave,
  measures: readonly Measure[],
  groups: readonly Pick<Group<number>, 'key' | 'label'>[],
): Comparison[] {
  const { id } = wave.administration
  const whole = waveKey(id, everybody)
  return measures
    .filter(({ kind }) => kind === 'subscale')
    .flatMap((measure) =>
      groups
        .filter(({ key }) => key !== everybody && evidence.members(waveKey(id, key)).length > 0)
        .map(({ key: group, label }): Comparison => {
          const about = { measure: measure.key, administrationId: id, group, other: others }
          const key = waveKey(id, group)
          const hidden = hiddenReason(evidence, measure.key, key) ?? hiddenReason(evidence, measure.key, whole)
          if (hidden) return { ...about, hidden, difference: null, statement: null }
          const [all, own] = [whole, key].map((of) => momentsOf(evidence.figures(measure.key, evidence.members(of))))
          const difference = welch(own!, momentsWithout(all!, own!))
          return {
            ...about,
            hidden: null,
            difference,
            statement: difference && comparisonStatement(measure, label, difference),
          }
        }),
    )
}
