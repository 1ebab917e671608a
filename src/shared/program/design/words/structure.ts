import type { Choices } from '#shared/program/design/design.ts'
import {
  changePolicyLabels,
  formatLabels,
  pairingMethodLabels,
  participationLabels,
} from '#shared/program/design/structure.ts'
import { counted, day, list, oneOf, percent, plain, type WordsOf, yesNo } from '#shared/program/design/words/field.ts'
import { coachTypeLabels } from '#shared/roster/coachTypes.ts'

const ratio = (value: number | null): string => (value === null ? '' : `1:${value}`)

export const structureWords: WordsOf<Choices<'structure'>> = {
  participation: { label: 'Participation', needed: true, words: oneOf(participationLabels) },
  coveragePercent: { label: 'Learners to have a coach', words: percent },
  startsOn: { label: 'Start of the program', needed: true, words: day },
  lengthMonths: { label: 'Length', needed: true, words: counted('month') },
  learnersPerCoach: { label: 'Learners per coach', needed: true, words: ratio },
  levels: list(
    'Learners per coach in one class year',
    ({ level }) => level,
    (item) => [ratio(item.learnersPerCoach)],
  ),
  format: { label: 'Format', needed: true, words: oneOf(formatLabels) },
  termsPerYear: { label: 'Terms in a year', words: counted('term') },
  meetingsPerTerm: { label: 'Meetings required in a term', needed: true, words: counted('meeting') },
  meetingMinutes: { label: 'Length of a meeting', words: counted('minute') },
  coachType: { label: 'Type of coach', needed: true, words: oneOf(coachTypeLabels) },
  pairingMethod: { label: 'Pairing', needed: true, words: oneOf(pairingMethodLabels) },
  sameSite: { label: 'Coach at the learner’s site', words: yesNo },
  coachAssessesLearner: { label: 'A coach may assess their learner', needed: true, words: yesNo },
  changePolicy: { label: 'Change of coach', needed: true, words: oneOf(changePolicyLabels) },
  changeOpensOn: { label: 'Changes open', words: day },
  changeClosesOn: { label: 'Changes close', words: day },
  changeNote: { label: 'How a change is asked for', words: plain },
}
