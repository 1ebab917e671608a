import type { Instrument } from '#shared/evaluation/instrumentSchema.ts'
import { type ReadResponse, stateByContent } from '#shared/evaluation/import/readResponse.ts'
import {
  coachFinder,
  personFinder,
  type SurveyPeople,
  type SurveyPerson,
} from '#shared/evaluation/import/surveyPeople.ts'
import type { SurveyTable } from '#shared/evaluation/import/surveyTable.ts'
import type {
  Answers,
  LeftOut,
  ResponseImportOptions,
  ResponsePreview,
  ResponseState,
} from '#shared/evaluation/responsesSchema.ts'
import type { Administration } from '#shared/evaluation/schema.ts'
import type { SheetRow } from '#shared/imports/sheet.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'

/** A response of the wave that is in the data file. */
export interface StoredResponse {
  readonly id: Id
  readonly sourceId: string
  readonly personId: Id | null
  readonly appointmentId: Id | null
  readonly answers: Answers
  readonly state: ResponseState
}

/** A response as it will be stored. */
export interface ResponseDraft {
  /** The stored one that it takes the place of. */
  readonly id: Id | null
  readonly sourceId: string
  readonly personId: Id | null
  readonly code: string
  readonly appointmentId: Id | null
  readonly recordedOn: PlainDate | null
  readonly level: string
  readonly site: string
  readonly answers: Answers
  readonly leftOut: LeftOut[]
  readonly state: ResponseState
  readonly why: string
  /** Whether the wave may hold another response of the person, or this one as it was. */
  readonly mayRepeat: boolean
  readonly comments: { item: string; text: string }[]
}

/** A row and what it says. */
export interface ReadRow {
  row: SheetRow
  response: ReadResponse
}

/** A row with what becomes of it. */
export interface JudgedRow extends ReadRow {
  readonly action: ResponsePreview['rows'][number]['action']
  readonly state: ResponseState
  readonly why: string
  readonly draft: ResponseDraft
}

interface Judging {
  table: SurveyTable
  instrument: Instrument
  wave: Administration | null
  about: { people: SurveyPeople; stored: readonly StoredResponse[] }
  choices: ResponseImportOptions['rows']
  /** A short text that two rows share only where they say the same. */
  readonly hash: (text: string) => string
}

/**
 * Decides about each row: whose it is, whether it is in the figures, and what importing it does. The first response of a
 * person in a wave counts. What was put right by hand stays so: exports grow, and are imported again and again.
 */
export function judge(
  rows: readonly ReadRow[],
  { table, instrument, wave, about, choices, hash }: Judging,
): JudgedRow[] {
  const whose = personFinder(about.people, wave?.identity ?? 'anonymous')
  const coachOf = coachTold(instrument, about.people, wave?.population ?? 'learners')
  const stored = new Map(about.stored.map((response) => [response.sourceId, response]))
  const personOf = new Map(about.people.people.map((person) => [person.personId, person]))
  const seen = new Map<string, string>()
  for (const { personId, sourceId, state } of about.stored)
    if (personId !== null && state === 'counted') seen.set(personId, sourceId)
  const met = new Set(about.stored.flatMap(({ personId }) => personId ?? []))
  const timesOf = new Map<string, number>()
  return rows.map(({ row, response }): JudgedRow => {
    const choice = choices?.[`${table.sheet.name}!${row.number}`] ?? choices?.[String(row.number)]
    const source = response.responseId || row.cells.map((cell) => cell?.text ?? '').join('\u001F')
    const times = (timesOf.get(source) ?? 0) + 1
    timesOf.set(source, times)
    const sourceId = hash(times === 1 ? source : `${source}\u001F${times}`)
    const set = stored.get(sourceId)
    const found = whose(response)
    const person = found.person ?? personOf.get(set?.personId ?? '') ?? null
    const unknown = person === null ? found.unknown : null
    const earlier = person === null ? undefined : seen.get(person.personId)
    const content = stateByContent(response, instrument)
    const judged: { state: ResponseState; why: string } = response.isPreview
      ? { state: 'preview', why: 'A test of the survey' }
      : response.isSpam
        ? { state: 'excluded', why: 'The survey tool took it for spam; its comments are not kept' }
        : unknown !== null
          ? { state: 'unknownCode', why: unknown }
          : earlier !== undefined && earlier !== sourceId
            ? { state: 'duplicate', why: 'The same person answered in this wave before' }
            : times > 1 && response.responseId !== ''
              ? { state: 'duplicate', why: `The file has the response ${response.responseId} before` }
              : content
    const isSaid = set !== undefined && JSON.stringify(set.answers) === JSON.stringify(response.answers)
    // The same answers can be counted against their content by hand only.
    const isDecided = set?.state === 'excluded' || (set?.state === 'counted' && isSaid)
    const stays = isDecided && !response.isPreview ? set.state : judged.state
    const state = choice === 'count' ? 'counted' : stays
    const appointmentId = coachOf(response, person)
    if (person && state === 'counted') seen.set(person.personId, sourceId)
    const mayRepeat =
      set !== undefined || times > 1 || unknown !== null || (person !== null && met.has(person.personId))
    if (person) met.add(person.personId)
    const isSame = isSaid && set.state === state && set.appointmentId === appointmentId
    const action =
      choice === 'skip' || state === 'preview'
        ? 'skip'
        : wave === null
          ? 'needsYou'
          : set === undefined
            ? 'create'
            : isSame
              ? 'unchanged'
              : 'update'
    return {
      row,
      response,
      action,
      state,
      why: state === judged.state ? judged.why : '',
      draft: {
        id: set?.id ?? null,
        sourceId,
        personId: person?.personId ?? null,
        code: wave?.identity === 'confidential' ? response.code : '',
        appointmentId,
        recordedOn: response.recordedOn,
        level: person?.level || response.level,
        site: person?.site || response.site,
        answers: response.answers,
        leftOut: response.leftOut.map(({ item, value, why }) => ({ item, value: value.slice(0, 120), why })),
        state,
        why: state === judged.state ? judged.why : '',
        mayRepeat,
        comments: response.isSpam ? [] : Object.entries(response.comments).map(([item, text]) => ({ item, text })),
      },
    }
  })
}

/** Which coach a response is about: the one it names, or else the one that whoever answered means. */
function coachTold(
  instrument: Instrument,
  people: SurveyPeople,
  population: Administration['population'],
): (response: ReadResponse, person: SurveyPerson | null) => Id | null {
  if (instrument.dataClass === 'wellBeing') return () => null
  const called = coachFinder(people)
  return ({ coach }, person) => called(coach) ?? coachMeant(instrument, population, person)
}

/**
 * The coach that somebody’s answers are about where they name none: the learner’s own; of a coach who speaks of themselves,
 * they. Answers about well-being lead to no coach, however they were asked for.
 */
export function coachMeant(
  { dataClass, about }: Instrument,
  population: Administration['population'],
  person: SurveyPerson | null,
): Id | null {
  const isOwn = about === (population === 'learners' ? 'coach' : 'self')
  return isOwn && dataClass !== 'wellBeing' ? (person?.appointmentId ?? null) : null
}
