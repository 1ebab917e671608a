import type { ChangedScale } from '#shared/evaluation/import/changedScale.ts'
import type { Instrument } from '#shared/evaluation/instrumentSchema.ts'
import type { JudgedRow } from '#shared/evaluation/import/judgeRows.ts'
import type { SurveyColumn } from '#shared/evaluation/import/surveyColumns.ts'
import type { FoundEvents } from '#shared/evaluation/import/surveyEvents.ts'
import type { ResponsePreview, ResponseState } from '#shared/evaluation/responsesSchema.ts'
import type { Administration } from '#shared/evaluation/schema.ts'
import { count } from '#shared/kernel/text.ts'

interface About {
  columns: readonly SurveyColumn[]
  instrument: Instrument
  wave: Administration | null
  events: FoundEvents
  missingItems: readonly string[]
  changed: readonly ChangedScale[]
  judged: readonly JudgedRow[]
  states: Partial<Record<ResponseState, number>>
}

/** So many texts are named; the table of texts has all. */
const namedTexts = 5

/** Why whole responses are in no figure, in words for one and for several. */
const keptOut: readonly (readonly [ResponseState, string, string])[] = [
  ['duplicate', 'second response of one person is', 'second responses of one person are'],
  ['unknownCode', 'response that leads to nobody asked is', 'responses that lead to nobody asked are'],
  ['partial', 'unfinished response is', 'unfinished responses are'],
  ['excluded', 'response that was taken for spam or excluded is', 'responses that were taken for spam or excluded are'],
  ['outOfRange', 'response with answers on another scale is', 'responses with answers on another scale are'],
]

/** What there is to know of a survey export as a whole. */
export function responseNotes({
  columns,
  instrument,
  wave,
  events,
  missingItems,
  changed,
  judged,
  states,
}: About): ResponsePreview['notes'] {
  const notes: ResponsePreview['notes'] = []
  const add = (code: string, message: string) => notes.push({ code, message })
  const hidden = columns.filter(({ isPrivate }) => isPrivate).map(({ name }) => name)
  if (hidden.length > 0) add('locationNotStored', `${hidden.join(', ')}: where somebody was is never stored.`)
  if (wave === null) add('noWave', 'No wave of the instrument fits the days of the file. Choose one, or make one.')
  if (events.others.length > 0)
    add(
      'otherEvents',
      `${count(events.others.length, 'event is', 'events are')} not of this wave and left out: ${events.others.join(', ')}.`,
    )
  if (events.unclear.length > 0)
    add(
      'unclearEvents',
      `The file has ${events.unclear.length} events, and all are read as this wave: ${events.unclear.join(', ')}. To read one, choose a wave with its days, or name a new wave after it.`,
    )
  if (wave?.identity === 'anonymous' && judged.some(({ response }) => response.email !== '' || response.code !== ''))
    add('peopleNotStored', 'The wave is anonymous: the addresses and codes of the file are not stored.')
  if (states.preview)
    add('previewsDropped', `${count(states.preview, 'test of the survey was', 'tests of the survey were')} left out.`)
  for (const key of missingItems) {
    const text = instrument.items.find((item) => item.key === key)?.text ?? ''
    add(
      'missingItem',
      `No column holds ${key}${text === '' ? '' : ` (${text})`}. If it was renamed, say which column it is.`,
    )
  }
  for (const { items, scale, beyond, answered } of changed)
    add(
      'changedScale',
      `${items.join(', ')}: ${beyond} of ${answered} responses go beyond the scale ${scale}, as if asked on another scale. No answer to them is in the figures. Say what each value stands for, or import it for an instrument with that scale.`,
    )
  const leftOut = judged.flatMap(({ response }) => response.leftOut)
  const beyond = leftOut.filter(({ why }) => why === 'outOfRange').length
  if (beyond > 0) add('beyondScale', `${count(beyond, 'answer is', 'answers are')} beyond the scale, and in no figure.`)
  const unread = leftOut.filter(({ why }) => why === 'unmapped')
  if (unread.length > 0) {
    const texts = [...new Set(unread.map(({ value }) => value))]
    const named = texts.slice(0, namedTexts).map((text) => `“${text.slice(0, 60)}”`)
    const more = texts.length > namedTexts ? ` and ${texts.length - namedTexts} more` : ''
    const answers = count(unread.length, 'answer is', 'answers are')
    add(
      'unmapped',
      `${answers} in words that the scale does not have: ${named.join(', ')}${more}. Say what each stands for.`,
    )
  }
  for (const [state, one, several] of keptOut) {
    const responses = states[state] ?? 0
    if (responses > 0) add(state, `${count(responses, one, several)} in no figure.`)
  }
  const ofNoCoach = judged.filter(({ state, draft }) => state === 'counted' && draft.appointmentId === null).length
  if (ofNoCoach > 0 && wave !== null && instrument.about === 'coach' && instrument.dataClass !== 'wellBeing')
    add(
      'noCoach',
      `${count(ofNoCoach, 'response counts', 'responses count')} for no coach: no coach is named who is known, and whoever answered had none while the wave was open. Say which column names the coach, or put right when pairings began, and import the file again.`,
    )
  if (instrument.monitoringDuty !== '') add('monitoringDuty', instrument.monitoringDuty)
  return notes
}
