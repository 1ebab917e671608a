import type { Choices } from '#shared/program/design/design.ts'
import { backgroundLabels, competencyDomainLabels, panelistKindLabels } from '#shared/program/design/recruitment.ts'
import { counted, day, list, oneOf, plain, someOf, type WordsOf, yesNo } from '#shared/program/design/words/field.ts'

export const recruitmentWords: WordsOf<Choices<'recruitment'>> = {
  background: { label: 'Who may coach', needed: true, words: oneOf(backgroundLabels) },
  minimumYears: { label: 'Years in practice at least', words: counted('year') },
  competencyDomains: { label: 'Competency domains', needed: true, words: someOf(competencyDomainLabels) },
  qualities: { label: 'Qualities asked for', words: plain },
  materials: { label: 'Application', words: (materials) => materials.join(', ') },
  callOpensOn: { label: 'Call opens', words: day },
  callClosesOn: { label: 'Call closes', words: day },
  interview: { label: 'Interview', needed: true, words: yesNo },
  interviewMinutes: { label: 'Length of the interview', words: counted('minute') },
  panel: list(
    'Panel',
    ({ name, kind }) => name || panelistKindLabels[kind],
    ({ name, kind }) => [name !== '' && panelistKindLabels[kind]],
  ),
  learnersOnPanel: { label: 'Learners on the panel', needed: true, words: yesNo },
  blindedScores: { label: 'Scores hidden until all are in', words: yesNo },
  serviceYears: { label: 'Term of service', needed: true, words: counted('year') },
  renewable: { label: 'Term can be renewed', words: yesNo },
}
