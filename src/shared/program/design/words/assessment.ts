import {
  type Sharing,
  accessLabels,
  audienceLabels,
  audiences,
  dataClassLabels,
  dataClasses,
} from '#shared/program/design/audiences.ts'
import { respondentLabels } from '#shared/program/design/assessment.ts'
import type { Choices } from '#shared/program/design/design.ts'
import {
  counted,
  day,
  type ItemWords,
  list,
  percent,
  plain,
  type WordsOf,
  yesNo,
} from '#shared/program/design/words/field.ts'

export const assessmentWords: WordsOf<Choices<'assessment'>> = {
  instruments: list(
    'Instruments',
    ({ name }) => name,
    ({ respondents, measures, waves, licence }) => [
      respondentLabels[respondents],
      measures,
      waves.map(({ name, on }) => (on ? `${name} ${day(on)}` : name)).join(', '),
      licence && `license: ${licence}`,
    ],
    'needed',
  ),
  requiredSharePercent: { label: 'Pairs that are to reach the required meetings', needed: true, words: percent },
  accountability: { label: 'Accountability', needed: true, words: plain },
  annualReview: { label: 'Yearly review of each coach', words: yesNo },
  sharing: {
    label: 'Who may see what',
    needed: true,
    words: (sharing) => (sharing === null ? '' : `Decided for ${audiences.length} audiences`),
    items: (sharing) => (sharing === null ? [] : cells(sharing)),
  },
  minimumRatings: { label: 'Answers before ratings are shown', needed: true, words: counted('answer') },
  minimumComments: { label: 'Answers before comments are shown', needed: true, words: counted('answer') },
  smallestGroup: { label: 'Smallest group reported apart', words: counted('person', 'people') },
  reportOn: { label: 'Report to the dean', words: day },
}

function cells(sharing: Sharing): ItemWords[] {
  return audiences.flatMap((audience) =>
    dataClasses.map((dataClass) => ({
      id: `${audience}.${dataClass}`,
      name: `${audienceLabels[audience]}, ${dataClassLabels[dataClass].toLowerCase()}`,
      words: accessLabels[sharing[audience][dataClass]],
    })),
  )
}
