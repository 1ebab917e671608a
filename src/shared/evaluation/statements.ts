import type { Change, Comparison, Measure, Statement, Trend } from '#shared/evaluation/resultSchema.ts'
import { count } from '#shared/kernel/text.ts'

/** A figure as a sentence gives it: two decimals, as scores and means are read. */
const shown = (figure: number): string => figure.toFixed(2)
const interval = ({ low, high }: { low: number; high: number }): string => `${shown(low)} to ${shown(high)}`

/** "p = 0.03", "p < 0.001": to three decimals, never "p = 0.000". */
const probability = (p: number): string => (p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(3)}`)

/** By Cohen’s rough marks, named as the size of an effect and not as its worth. */
function size(effect: number): string {
  const amount = Math.abs(effect)
  if (amount < 0.2) return 'very small'
  if (amount < 0.5) return 'small'
  return amount < 0.8 ? 'medium' : 'large'
}

function worth({ better }: Measure, difference: number): string {
  if (better === null) return ''
  return difference > 0 === (better === 'higher') ? ', for the better' : ', for the worse'
}

export function changeStatement(measure: Measure, people: number, change: NonNullable<Change['change']>): Statement {
  const caveat =
    'Only people who answered both times are in it; those who answered once may differ. It does not show why it changed: there is no group without coaching to hold it against.'
  const { low, high } = change.interval
  const way = change.mean > 0 ? 'rose' : 'fell'
  if (low <= 0 && high >= 0)
    return {
      sentence: `${measure.name} of ${count(people, 'person', 'people')} who answered both times changed by ${shown(change.mean)} (95 % interval ${interval(change.interval)}): no change can be told from chance.`,
      caveat,
    }
  const effect =
    change.dz === null
      ? ''
      : `; the change is ${size(change.dz)} against how differently people changed (d = ${shown(change.dz)})`
  const p = change.p === null ? '' : `, ${probability(change.p)}`
  return {
    sentence: `${measure.name} of ${count(people, 'person', 'people')} who answered both times ${way} by ${shown(Math.abs(change.mean))}${worth(measure, change.mean)} (95 % interval ${interval(change.interval)}${p})${effect}.`,
    caveat,
  }
}

export function comparisonStatement(
  measure: Measure,
  label: string,
  difference: NonNullable<Comparison['difference']>,
): Statement {
  const caveat =
    'The groups were not made by chance: they differ in more than their name, and in who answered. It does not show what makes the difference.'
  const { low, high } = difference.interval
  const sentence =
    low <= 0 && high >= 0
      ? `${measure.name} of ${label} differs from that of all others by ${shown(difference.mean)} (95 % interval ${interval(difference.interval)}): no difference can be told from chance.`
      : `${measure.name} of ${label} is ${shown(Math.abs(difference.mean))} ${difference.mean > 0 ? 'above' : 'below'} that of all others (95 % interval ${interval(difference.interval)}, ${probability(difference.p)}).`
  return { sentence, caveat }
}

export function trendStatement(measure: Measure, { points, perYear }: Pick<Trend, 'points' | 'perYear'>): Statement {
  const known = points.filter(({ mean }) => mean !== null)
  const caveat =
    'Different people answer in different years, so it is no change of anybody. A few years do not tell a trend from ordinary ups and downs.'
  if (perYear === null)
    return {
      sentence: `${measure.name} is known for ${count(known.length, 'year')}: three are needed to speak of a trend.`,
      caveat,
    }
  if (shown(Math.abs(perYear)) === shown(0))
    return { sentence: `${measure.name} stayed where it was, over ${count(known.length, 'year')}.`, caveat }
  const way = perYear > 0 ? 'higher' : 'lower'
  return {
    sentence: `${measure.name} stood ${shown(Math.abs(perYear))} ${way} each year on average, over ${count(known.length, 'year')}.`,
    caveat,
  }
}

/** Says what many tests side by side mean; 20 tests find one by chance where there is nothing to find. */
export function looksNote(tests: number): string {
  if (tests < 2) return ''
  const byChance = 1 - 0.95 ** tests
  return `${tests} tests stand side by side. Where nothing changed at all, the chance that at least one falls under p = 0.05 is about ${Math.round(100 * byChance)} %. Trust what was the goal beforehand; take the others as questions.`
}
