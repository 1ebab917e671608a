import type { Context } from '#shared/budget/model/context.ts'
import type { YearSpan } from '#shared/budget/model/years.ts'

/**
 * The days of a fiscal year on which a step of the salary cap changes what somebody is paid. A salary under the caps of
 * both sides is not cut: its row stays whole.
 */
export function capSplits(
  salary: string | null,
  span: YearSpan,
  { capSteps, inputs, items, spans }: Context,
): number[] {
  const steps = capSteps.flatMap((step, index) =>
    step.day > span.first && step.day <= span.last
      ? [{ day: step.day, before: capSteps[index - 1]?.amount, after: step.amount }]
      : [],
  )
  if (steps.length === 0) return []
  const item = items.get(salary ?? '')
  if (item?.kind !== 'position' && item?.kind !== 'payPlan' && item?.kind !== 'coachPay') return []
  const raised = item.kind !== 'position' || item.content.raises
  const base = raisedTo(item.content.baseSalary, raised, span, spans, inputs.assumptions.raises)
  return steps
    .filter(({ before, after }) => base === null || before === undefined || base > Math.min(before, after))
    .map(({ day }) => day)
}

/** The salary of a year, near enough to say whether a cap binds; null where it is not known. */
function raisedTo(
  base: number | null,
  raised: boolean,
  span: YearSpan,
  spans: readonly YearSpan[],
  raises: Readonly<Record<string, number>>,
): number | null {
  if (base === null || !raised) return base
  return spans
    .slice(1)
    .filter(({ year }) => year <= span.year)
    .reduce<number | null>((salary, { year }) => {
      const raise = raises[year]
      return salary === null || raise === undefined ? null : Math.round((salary * (10_000 + raise)) / 10_000)
    }, base)
}
