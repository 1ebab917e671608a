import { orientationTopicLabels } from '#shared/program/design/buyIn.ts'
import type { Choices } from '#shared/program/design/design.ts'
import { counted, day, list, plain, someOf, type WordsOf, yesNo } from '#shared/program/design/words/field.ts'

export const buyInWords: WordsOf<Choices<'buyIn'>> = {
  pitch: { label: 'Pitch', needed: true, words: plain },
  orientationOn: { label: 'Orientation', needed: true, words: day },
  orientationMinutes: { label: 'Length of the orientation', words: counted('minute') },
  orientationTopics: { label: 'Orientation covers', words: someOf(orientationTopicLabels) },
  agreement: { label: 'Pairs sign an agreement', needed: true, words: yesNo },
  expectationSurvey: { label: 'Expectation survey', needed: true, words: yesNo },
  communications: list(
    'Communication calendar',
    ({ what }) => what,
    ({ to, channel, on, owner }) => [day(on), to && `to ${to}`, channel, owner],
  ),
}
