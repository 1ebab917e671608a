import { everybody } from '#shared/evaluation/groups.ts'
import { waveYear } from '#shared/evaluation/protection/candidates.ts'
import type { Cell, Measure, Trend } from '#shared/evaluation/resultSchema.ts'
import type { ScoredWave } from '#shared/evaluation/scoring/scoredWave.ts'
import { trendStatement } from '#shared/evaluation/statements.ts'
import { weightedSlope } from '#shared/evaluation/statistics/slope.ts'

const fewestYears = 3

/** The mean of each academic year, over its waves; taken from the figures that are shown, so it tells nothing more. */
export function trendsOf(
  waves: readonly ScoredWave[],
  measures: readonly Measure[],
  groups: readonly string[],
  cells: readonly Cell[],
): Trend[] {
  const yearOf = new Map(waves.map((wave) => [wave.administration.id, waveYear(wave)]))
  const years = [...new Set(yearOf.values())]
  if (years.length < 2) return []
  return measures
    .filter(({ kind }) => kind === 'subscale')
    .flatMap((measure) =>
      groups.map((group): Trend => {
        const own = cells.filter((cell) => cell.measure === measure.key && cell.group === group)
        const points = years.map((year) =>
          pointOf(
            year,
            own.filter((cell) => yearOf.get(cell.administrationId) === year),
          ),
        )
        const known = points.flatMap(({ year, mean, n }) =>
          mean === null ? [] : [{ x: year, y: mean, weight: n ?? 0 }],
        )
        const perYear = known.length < fewestYears ? null : weightedSlope(known)
        const trend = { measure: measure.key, group, points, perYear }
        return { ...trend, statement: group === everybody ? trendStatement(measure, trend) : null }
      }),
    )
}

function pointOf(year: number, cells: readonly Cell[]): Trend['points'][number] {
  const hidden = cells.find((cell) => cell.hidden)?.hidden ?? null
  const n = cells.reduce((sum, cell) => sum + (cell.n ?? 0), 0)
  if (hidden || n === 0) return { year, mean: null, n: hidden ? null : 0, hidden }
  return { year, n, hidden, mean: cells.reduce((sum, cell) => sum + (cell.n ?? 0) * (cell.summary?.mean ?? 0), 0) / n }
}
