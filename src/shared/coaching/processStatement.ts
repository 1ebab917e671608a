import type { CoachProcess, ProgramProcess } from '#shared/coaching/processSchema.ts'
import { count } from '#shared/kernel/text.ts'

/** What counts of meetings, modules and observations do not show. */
export const processCaveat =
  'Only what was recorded is counted. Counts say nothing of how good a meeting was, nor why one was missed.'

/** A coach’s record in a few plain sentences, beside the program where it may be shown. */
export function processSentence(process: CoachProcess, program: ProgramProcess | null): string {
  return [meetingsSentence(process, program), trainingSentence(process), observationSentence(process)].join(' ')
}

function meetingsSentence({ meetings }: CoachProcess, program: ProgramProcess | null): string {
  const { required, held, missed, learners, learnersBelow } = meetings
  const missing = missed === 0 ? '' : `, ${missed} missed`
  const heldWords = `${count(held, 'meeting')} held${missing}`
  if (required === null) return `${heldWords}; question 3 does not say how many are required.`
  if (learners === 0) return `${heldWords}; none is required yet.`
  const all = program?.meetings
  const beside = all && all.learners > 0 ? ` (program: ${all.learners - all.learnersBelow!} of ${all.learners})` : ''
  return `${heldWords}; ${learners - learnersBelow!} of ${count(learners, 'learner')} met as often as required by now${beside}.`
}

function trainingSentence({ training: { required, done, missing } }: CoachProcess): string {
  if (required === null) return 'Question 7 names no modules.'
  if (required === 0) return 'No module is required of them.'
  const names = missing.map(({ name, why }) => (why === 'lapsed' ? `${name} (lapsed)` : name)).join(', ')
  return `${done} of ${count(required, 'module')} done${names === '' ? '' : `; missing: ${names}`}.`
}

function observationSentence({ observation: { required, done } }: CoachProcess): string {
  const observed = done === 0 ? 'Not observed' : `Observed ${done === 1 ? 'once' : `${done} times`}`
  if (required === null) return `${observed}; question 7 does not say how often.`
  return `${observed} this year; ${required === 0 ? 'none' : required} ${required < 2 ? 'is' : 'are'} required.`
}
