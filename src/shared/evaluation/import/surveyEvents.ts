import { isInTime } from '#shared/evaluation/import/findWave.ts'
import type { ReadRow } from '#shared/evaluation/import/judgeRows.ts'
import type { SurveyTable } from '#shared/evaluation/import/surveyTable.ts'
import { namedEvents } from '#shared/evaluation/import/eventNames.ts'
import type { ResponsePreview } from '#shared/evaluation/responsesSchema.ts'
import type { Administration } from '#shared/evaluation/schema.ts'

/** What became of the events of a file. */
export interface FoundEvents {
  /** Those that are not the wave, so that their rows are left out. */
  readonly others: readonly string[]
  /** Those that may all be the wave, where neither its name nor its days tell which is. */
  readonly unclear: readonly string[]
}

/**
 * The rows that may be responses of the wave. REDCap gives every event its rows: those in which nothing of the instrument
 * stands, and those of an event that is another wave, are none.
 */
export function ofWave(
  all: readonly ReadRow[],
  { sheet }: SurveyTable,
  wave: Administration | null,
): { kept: ReadRow[]; ignored: ResponsePreview['ignoredRows']; events: FoundEvents } {
  const byEvent = Map.groupBy(
    all.filter(({ response }) => !response.isEmpty && response.event !== ''),
    ({ response }) => response.event,
  )
  const events = [...byEvent.keys()]
  const own = wave === null ? [] : eventsOf(wave, byEvent)
  const ignored: ResponsePreview['ignoredRows'] = []
  const kept = all.filter(({ row, response: { event, isEmpty } }) => {
    const reason =
      event !== '' && isEmpty
        ? 'An event with nothing of this instrument'
        : own.length > 0 && !own.includes(event)
          ? `The event ${event}, not of this wave`
          : null
    if (reason !== null) ignored.push({ sheet: sheet.name, row: row.number, reason })
    return reason === null
  })
  const isUnclear = wave !== null && own.length === 0 && events.length > 1
  return {
    kept,
    ignored,
    events: {
      others: own.length > 0 ? events.filter((event) => !own.includes(event)) : [],
      unclear: isUnclear ? events : [],
    },
  }
}

/** The events that a wave is called after, or else those that were mostly answered in its time; none where that is all. */
function eventsOf(wave: Administration, byEvent: ReadonlyMap<string, readonly ReadRow[]>): string[] {
  const events = [...byEvent.keys()]
  const named = namedEvents(wave.name, events)
  // A wave that is still to be made has the days of the whole file.
  if (named.length > 0 || wave.id === '') return named
  return events.filter((event) => {
    const rows = byEvent.get(event)!
    const inTime = rows.filter(({ response: { recordedOn } }) => recordedOn !== null && isInTime(wave, recordedOn))
    return inTime.length > rows.length / 2
  })
}
