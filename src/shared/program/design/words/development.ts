import { coachRoleLabels } from '#shared/program/design/development.ts'
import type { Choices } from '#shared/program/design/design.ts'
import { counted, day, list, plain, someOf, type WordsOf, yesNo } from '#shared/program/design/words/field.ts'

export const developmentWords: WordsOf<Choices<'development'>> = {
  modules: list(
    'Training modules',
    ({ name }) => name,
    ({ requiredFor, minutes, renewMonths, dueOn }) => [
      requiredFor.length > 0 && `required: ${someOf(coachRoleLabels)(requiredFor)}`,
      counted('minute')(minutes),
      renewMonths !== null && `renewed every ${counted('month')(renewMonths)}`,
      dueOn !== null && `due ${day(dueOn)}`,
    ],
    'needed',
  ),
  simulation: { label: 'Simulation', needed: true, words: yesNo },
  simulationNote: { label: 'How it is simulated', words: plain },
  observationsPerYear: { label: 'Observations of a coach in a year', needed: true, words: counted('observation') },
  peerFeedback: { label: 'Peer feedback', needed: true, words: yesNo },
  communityMeetings: { label: 'Meetings of the coaches in a year', words: counted('meeting') },
  experts: list(
    'Local experts',
    ({ name }) => name,
    ({ topic }) => [topic],
  ),
}
