import { changeKey } from '#shared/evaluation/protection/candidates.ts'
import type { Evidence } from '#shared/evaluation/protection/evidence.ts'
import type { Change, Measure } from '#shared/evaluation/resultSchema.ts'
import { hiddenReason } from '#shared/evaluation/results/shown.ts'
import type { ScoredWave } from '#shared/evaluation/scoring/scoredWave.ts'
import { changeStatement } from '#shared/evaluation/statements.ts'
import { pairedChange } from '#shared/evaluation/statistics/paired.ts'

/**
 * How the same people changed on each scale, from wave to wave and from the first to the last. The means before and
 * after are left out where they would, beside those of the whole waves, give away the few who answered only once.
 */
export function changesOf(
  evidence: Evidence,
  waves: readonly ScoredWave[],
  measures: readonly Measure[],
  groups: readonly string[],
): Change[] {
  return measures
    .filter(({ kind }) => kind === 'subscale')
    .flatMap((measure) =>
      evidence.steps(measure.key).flatMap(({ from, to, pairs }) =>
        groups.flatMap((group): Change[] => {
          const own = pairs.get(group)
          if (!own || !waves.includes(from) || !waves.includes(to)) return []
          const [fromId, toId] = [from.administration.id, to.administration.id]
          const about = { measure: measure.key, group, from: fromId, to: toId }
          const key = changeKey(fromId, toId, group)
          const hidden = hiddenReason(evidence, measure.key, key)
          const found = hidden
            ? null
            : pairedChange(
                evidence.figures(
                  measure.key,
                  own.map(([before]) => before),
                ),
                evidence.figures(
                  measure.key,
                  own.map(([, after]) => after),
                ),
              )
          if (!found) return [{ ...about, n: null, hidden, change: null, statement: null }]
          const levels = evidence.showsLevels(measure.key, key)
          const change = { ...found, before: levels ? found.before : null, after: levels ? found.after : null }
          return [
            { ...about, n: own.length, hidden: null, change, statement: changeStatement(measure, own.length, change) },
          ]
        }),
      ),
    )
}
