/** The correlation between goals that Kiresuk and Sherman assumed. */
const correlation = 0.3

/**
 * The T-score of goal attainment scaling [GAS-TS]: 50 + 10 x sum(w x) / sqrt((1 - r) sum(w^2) + r (sum w)^2), r = 0.3.
 * Goals are scored from -2 to +2; 50 is everything attained as expected. Null without a goal.
 */
export function goalAttainment(goals: readonly { level: number; weight: number }[]): number | null {
  if (goals.length === 0) return null
  const total = (of: (goal: { level: number; weight: number }) => number) =>
    goals.reduce((sum, goal) => sum + of(goal), 0)
  const spread =
    (1 - correlation) * total(({ weight }) => weight ** 2) + correlation * total(({ weight }) => weight) ** 2
  return 50 + (10 * total(({ level, weight }) => weight * level)) / Math.sqrt(spread)
}
