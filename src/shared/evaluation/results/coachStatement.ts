import type { CoachFeedback, HiddenReason, Statement } from '#shared/evaluation/resultSchema.ts'
import { count } from '#shared/kernel/text.ts'
import { formatAcademicYear } from '#shared/program/academicYear.ts'

const shown = (figure: number): string => figure.toFixed(2)

/** Why a coach has no mean: nothing came in, too little of it, or a mean that would give a smaller group away. */
export function withoutMean(
  state: 'received' | 'notReceived',
  hidden: HiddenReason | null,
  minimum: number,
): Statement {
  const why =
    hidden === null
      ? 'Nobody gave the ratings that a mean is made of.'
      : {
          small: `Fewer than ${minimum} learners gave ratings, so there is no mean.`,
          complement: 'Its mean is hidden, because that of a smaller group could be worked out from it.',
          audience: 'This audience does not see its mean.',
        }[hidden]
  return {
    sentence: state === 'received' ? `Feedback came in. ${why}` : 'No feedback came in during the year.',
    caveat: 'That says nothing about the quality of the coaching.',
  }
}

type Figures = Pick<CoachFeedback, 'years' | 'people' | 'interval' | 'difference'> & { mean: number }

/** What learners’ feedback says of a coach, in a sentence, and what it does not. */
export function feedbackStatement({ years, people, mean, interval, difference }: Figures): Statement {
  const span =
    years.length > 1
      ? `over ${count(years.length, 'year')}, from ${formatAcademicYear(years[0]!)} to ${formatAcademicYear(years.at(-1)!)}`
      : 'in the year'
  const sure = interval ? ` (95 % interval ${shown(interval.low)} to ${shown(interval.high)})` : ''
  return {
    sentence: `The mean of ${count(people ?? 0, 'learner')} ${span} is ${shown(mean)}${sure}${against(difference)}.`,
    caveat:
      'Learners who did not answer are not in it. A difference from the others may lie in who was paired with whom, and answers of one coach’s learners are more alike than chance would make them: it is no ranking.',
  }
}

function against(difference: CoachFeedback['difference']): string {
  if (!difference) return ''
  const { low, high } = difference.interval
  if (low <= 0 && high >= 0) return ', and no difference from the other coaches can be told from chance'
  return `, ${shown(Math.abs(difference.mean))} ${difference.mean > 0 ? 'above' : 'below'} that of the other coaches`
}
