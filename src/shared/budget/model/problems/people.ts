import type { Context } from '#shared/budget/model/context.ts'
import { itemsOf } from '#shared/budget/model/inputs.ts'
import { wrong } from '#shared/budget/model/problems/problem.ts'
import { paidCoaches } from '#shared/budget/model/problems/usedPlans.ts'
import type { BudgetProblem } from '#shared/budget/resultSchema.ts'
import { fromDay, toDay } from '#shared/calculation/units.ts'
import { formatDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import { formatEffort } from '#shared/kernel/rate.ts'

/** Effort that one person gives from a day to a day (included). */
interface Effort {
  person: string
  name: string
  itemKey: string | null
  effort: number
  from: number
  to: number
}

/** People who would work more than full time on some day: in positions, as coaches, and in other programs. */
export function peopleProblems(context: Context): BudgetProblem[] {
  const byPerson = Map.groupBy(effortsOf(context), ({ person }) => person)
  return [...byPerson].flatMap(([person, efforts]) => {
    const elsewhere = context.inputs.facts.effortElsewhere[person] ?? 0
    // A sum over full time is reached on the day on which some effort begins.
    const highest = efforts
      .map(({ from }) => ({ day: from, effort: elsewhere + effortOn(efforts, from) }))
      .reduce((most, next) => (next.effort > most.effort ? next : most))
    if (highest.effort <= 10_000) return []
    const { name, itemKey } = efforts[0]!
    const other = elsewhere > 0 ? `, ${formatEffort(elsewhere)} of it in other programs` : ''
    const message = `${name} comes to ${formatEffort(highest.effort)} FTE on ${formatDate(fromDay(highest.day))}${other}. Lower an effort to make it 1.00 at most.`
    return [wrong('effortOverFull', message, { itemKey, field: 'effort' })]
  })
}

const effortOn = (efforts: readonly Effort[], day: number): number =>
  efforts.reduce((sum, { from, to, effort }) => (from <= day && day <= to ? sum + effort : sum), 0)

function effortsOf(context: Context): Effort[] {
  const [first, last] = [context.spans[0]!.first, context.spans.at(-1)!.last]
  const day = (date: PlainDate | null, otherwise: number): number => (date === null ? otherwise : toDay(date))
  const positions = itemsOf(context.inputs, 'position').map(({ key, content }) => ({
    // Without a person who is in the roster, a holder is known by name alone.
    person: content.personId ?? (content.holder === '' ? key : content.holder.toLowerCase()),
    name: content.holder || 'A position to be hired',
    itemKey: key,
    effort: content.effort,
    from: Math.max(first, day(content.startsOn, first)),
    to: Math.min(last, day(content.endsOn, last)),
  }))
  const coaches = paidCoaches(context).map(({ coach, own, ownEffort, plan, from, to }) => ({
    person: coach.personId,
    name: coach.name,
    itemKey: own?.key ?? null,
    effort: ownEffort ?? plan?.content.effort ?? 0,
    from: Math.max(first, from ?? first),
    to: Math.min(last, to ?? last),
  }))
  return [...positions, ...coaches].filter(({ from, to, effort }) => effort > 0 && from <= to)
}
