import type { Instrument } from '#shared/evaluation/instrumentSchema.ts'
import { namedEvents } from '#shared/evaluation/import/eventNames.ts'
import type { ReadResponse } from '#shared/evaluation/import/readResponse.ts'
import type { ResponseImportOptions } from '#shared/evaluation/responsesSchema.ts'
import type { Administration } from '#shared/evaluation/schema.ts'
import { addDays, type PlainDate } from '#shared/kernel/plainDate.ts'
import { refuse } from '#shared/kernel/problem.ts'
import { foldText, tidyText } from '#shared/kernel/text.ts'

/** The wave of that name, or one to be made: open while its responses, or those of its event, came in. @throws Refusal `invalid_input` */
export function waveNamed(
  { name, identity }: NonNullable<ResponseImportOptions['wave']>,
  { key, version, respondents }: Instrument,
  waves: readonly Administration[],
  responses: readonly ReadResponse[],
): Administration {
  const fold = (text: string): string => foldText(tidyText(text))
  const there = waves.find((wave) => wave.instrumentKey === key && fold(wave.name) === fold(name))
  if (there) return there
  const named = namedEvents(name, [...new Set(responses.map(({ event }) => event))])
  const days = responses
    .filter(({ isPreview, event }) => !isPreview && (named.length === 0 || named.includes(event)))
    .flatMap(({ recordedOn }) => recordedOn ?? [])
    .toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined)
    throw refuse(
      'invalid_input',
      `The file does not say when it was answered. Add the wave ${name} with its days first.`,
    )
  const tied = responses.some(({ code, email }) => code !== '' || email !== '')
  return {
    id: '',
    revision: 1,
    programId: '',
    instrumentKey: key,
    instrumentVersion: version,
    name,
    population: respondents === 'coaches' ? 'coaches' : 'learners',
    opensOn: first,
    closesOn: last,
    identity: identity ?? (tied ? 'confidential' : 'anonymous'),
    expected: [],
    codes: 0,
    keyDestroyedAt: null,
  }
}

/** Late answers still belong to a wave for so many days. */
const lateDays = 45

/** Whether a response of that day may belong to the wave. */
export const isInTime = ({ opensOn, closesOn }: Administration, day: PlainDate): boolean =>
  day >= opensOn && day <= addDays(closesOn, lateDays)

/** The wave in whose time most responses of the file were recorded. */
export function waveOfDates(
  waves: readonly Administration[],
  instrumentKey: string,
  responses: readonly ReadResponse[],
): Administration | null {
  const days = responses.flatMap(({ recordedOn }) => recordedOn ?? [])
  const fits = waves
    .filter((wave) => wave.instrumentKey === instrumentKey)
    .map((wave) => ({
      wave,
      days: days.filter((day) => isInTime(wave, day)).length,
    }))
    .filter((fit) => fit.days > days.length / 2)
    .toSorted((a, b) => b.days - a.days || (a.wave.opensOn < b.wave.opensOn ? 1 : -1))
  return fits[0]?.wave ?? null
}
