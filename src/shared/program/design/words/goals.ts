import type { Choices } from '#shared/program/design/design.ts'
import { directionLabels, type Goal, needLabels } from '#shared/program/design/goals.ts'
import { day, list, plain, someOf, type WordsOf } from '#shared/program/design/words/field.ts'

export const goalsWords: WordsOf<Choices<'goals'>> = {
  problem: { label: 'Problem to solve', needed: true, words: plain },
  needs: { label: 'Needs to meet', needed: true, words: someOf(needLabels) },
  coachDefinition: { label: 'What a coach is here', words: plain },
  goals: list<Goal>('Goals', ({ statement }) => statement, goalDetails, 'needed'),
}

function goalDetails(goal: Goal): string[] {
  return [
    goal.need ? needLabels[goal.need] : '',
    goal.measure,
    goal.instrument && `from ${goal.instrument}`,
    goalPath(goal) || openPath(goal),
    goal.due ? `by ${day(goal.due)}` : '',
    goal.owner,
  ]
}

/** "Raise from 62 % to 80 %"; empty where there is no target. */
export function goalPath({ direction, baseline, target, unit }: Goal): string {
  if (target === null) return ''
  const verb = direction ? directionLabels[direction] : 'Reach'
  if (direction === 'hold')
    return `${verb} ${figure(target, unit)}${baseline === null ? '' : `, ${figure(baseline, unit)} now`}`
  if (baseline === null) return `${verb} ${direction ? 'to ' : ''}${figure(target, unit)}`
  return `${verb} from ${figure(baseline, unit)} to ${figure(target, unit)}`
}

/** What is known of the way while there is no target: "Raise from 62 %". */
function openPath({ direction, baseline, unit }: Goal): string {
  const verb = direction ? directionLabels[direction] : 'Reach'
  if (baseline !== null) return `${verb} from ${figure(baseline, unit)}`
  return [direction ? verb : '', unit && `in ${unit}`].filter(Boolean).join(', ')
}

const figure = (value: number, unit: string): string => `${value}${unit && ` ${unit}`}`
