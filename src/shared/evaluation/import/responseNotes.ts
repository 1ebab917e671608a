import type { Instrument } from '#shared/evaluation/instrumentSchema.ts'
import type { JudgedRow } from '#shared/evaluation/import/judgeRows.ts'
import type { SurveyColumn } from '#shared/evaluation/import/surveyColumns.ts'
import type { ResponsePreview, ResponseState } from '#shared/evaluation/responsesSchema.ts'
import type { Administration } from '#shared/evaluation/schema.ts'
import { count } from '#shared/kernel/text.ts'

interface About {
  columns: readonly SurveyColumn[]
  instrument: Instrument
  wave: Administration | null
  missingItems: readonly string[]
  judged: readonly JudgedRow[]
  states: Partial<Record<ResponseState, number>>
}

/** So many answers beyond the scale of an item, of all to it, look like a question asked on another scale. */
const changedShare = 0.2
const changedLeast = 3

/** What there is to know of a survey export as a whole. */
export function responseNotes({
  columns,
  instrument,
  wave,
  missingItems,
  judged,
  states,
}: About): ResponsePreview['notes'] {
  const notes: ResponsePreview['notes'] = []
  const add = (code: string, message: string) => notes.push({ code, message })
  const hidden = columns.filter(({ isPrivate }) => isPrivate).map(({ name }) => name)
  if (hidden.length > 0) add('locationNotStored', `${hidden.join(', ')}: where somebody was is never stored.`)
  if (wave === null) add('noWave', 'No wave of the instrument fits the days of the file. Choose one, or make one.')
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
  const beyondOf = new Map<string, number>()
  for (const { response } of judged)
    for (const { item, why } of response.leftOut)
      if (why === 'outOfRange') beyondOf.set(item, (beyondOf.get(item) ?? 0) + 1)
  for (const [key, beyond] of beyondOf) {
    const given = judged.filter(({ response }) => response.answers[key] !== undefined).length + beyond
    if (beyond >= changedLeast && beyond >= given * changedShare)
      add(
        'changedScale',
        `${key} goes beyond its scale in ${beyond} of ${given} answers. It may have been asked on another scale.`,
      )
  }
  if (instrument.monitoringDuty !== '') add('monitoringDuty', instrument.monitoringDuty)
  return notes
}
