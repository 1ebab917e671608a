import type { Instrument, InstrumentItem } from '#shared/evaluation/instrumentSchema.ts'
import type { SurveyHeading, SurveyTable } from '#shared/evaluation/import/surveyTable.ts'
import { columnFinder, splitPlace } from '#shared/imports/chosenPlaces.ts'
import { normalHeader } from '#shared/imports/headings.ts'
import { wordSetSimilarity } from '#shared/imports/similarity.ts'
import { refuse } from '#shared/kernel/problem.ts'

/** What a column says of a response, besides its answers. */
const surveyRoles = [
  'responseId',
  'email',
  'code',
  'recordedAt',
  'finished',
  'status',
  'event',
  'instance',
  'level',
  'site',
  'coach',
  'freeText',
] as const
export type SurveyRole = (typeof surveyRoles)[number]

export interface SurveyColumn extends SurveyHeading {
  /** A role, the key of an item, or null where the column is left out. */
  readonly field: string | null
  /** The option of a checkbox that this column is about: "2" of "topics___2". */
  readonly option: string | null
  readonly reason: string
  /** Says where somebody was or which machine they used: never stored. */
  readonly isPrivate: boolean
  /** Taken for its item by nothing but its number, which other instruments have too. */
  readonly isByNumber: boolean
}

const privateColumn = /^(?:ip ?address|location ?(?:latitude|longitude)|latitude|longitude|geo ?location|user ?agent)$/

const called: Record<Exclude<SurveyRole, 'freeText'>, readonly string[]> = {
  responseId: ['responseid', 'response id', 'record id', 'recordid', 'respondent id', 'id'],
  email: [
    'recipientemail',
    'recipient email',
    'email',
    'email address',
    'e mail',
    'respondent email',
    'username',
    'your email',
  ],
  code: [
    'externalreference',
    'external reference',
    'external data reference',
    'externaldatareference',
    'code',
    'survey code',
    'access code',
    'participant code',
    'participant id',
    'redcap survey identifier',
    'survey identifier',
    'token',
    'study id',
  ],
  recordedAt: [
    'recordeddate',
    'recorded date',
    'timestamp',
    'completion time',
    'survey timestamp',
    'date submitted',
    'submitted at',
    'enddate',
    'end date',
    'date',
  ],
  finished: ['finished', 'complete', 'completed'],
  status: ['status', 'response type'],
  event: ['redcap event name', 'event name'],
  instance: ['redcap repeat instance', 'repeat instance'],
  level: ['level', 'class', 'year', 'pgy', 'pgy level', 'training level', 'class year', 'year of training'],
  site: ['site', 'campus', 'location', 'hospital', 'training site', 'site name'],
  coach: ['coach', 'coach name', 'your coach', 'name of your coach', 'coach email', 'who is your coach'],
}

/** Whether a form of REDCap was completed stands in "<form>_complete"; when, in "<form>_timestamp". */
const redcapRole = (name: string): SurveyRole | null =>
  name.endsWith(' complete') ? 'finished' : name.endsWith(' timestamp') ? 'recordedAt' : null

const optionOf = /^(.+?)___(.+)$/
const labelledOption = /^(.+?)\s*\(choice=(.+)\)$/i

interface Claim {
  field: string
  reason: string
}

/**
 * Says what each column of an export is: an item of the instrument, something about the response, or nothing that is kept.
 * An item goes by its alias, key or wording, or, where its wording is licensed, by its number in a run of columns.
 * @throws Refusal `invalid_input` where a chosen column or field does not exist
 */
export function matchColumns(
  table: SurveyTable,
  instrument: Instrument | null,
  mapping: Readonly<Record<string, string | null>> = {},
): SurveyColumn[] {
  const chosen = chosenFields(table, instrument, mapping)
  const taken = new Set<string>([...chosen.values()].filter((field) => field !== null))
  const byWords = itemsByWords(table.headings, instrument, taken)
  const byRole = rolesByName(table.headings, new Set([...taken, ...[...byWords.values()].map(({ field }) => field)]))
  const byNumber = byWords.size === 0 ? itemsByNumber(table.headings, instrument) : new Map<number, Claim>()
  return table.headings.map((heading) => {
    const name = normalHeader(heading.name)
    const isPrivate = privateColumn.test(name) || privateColumn.test(normalHeader(heading.question))
    const option = optionOf.exec(heading.name)?.[2] ?? labelledOption.exec(heading.name)?.[2] ?? null
    const column = { ...heading, option, isPrivate, isByNumber: false }
    if (isPrivate) return { ...column, field: null, reason: 'Says where somebody was; never stored' }
    const choice = chosen.get(heading.index)
    if (choice !== undefined)
      return { ...column, field: choice, reason: choice === null ? 'Left out by you' : 'Chosen by you' }
    const named = byWords.get(heading.index)
    if (named) return { ...column, ...named }
    const numbered = byNumber.get(heading.index)
    if (numbered) return { ...column, ...numbered, isByNumber: true }
    const role = byRole.get(heading.index)
    if (role) return { ...column, field: role, reason: 'By its name' }
    if (/_DO(?:_|$)/.test(heading.name)) return { ...column, field: null, reason: 'The order that items were shown in' }
    if (isWritten(table, heading))
      return { ...column, field: 'freeText', reason: 'Written in words; kept apart from the answers' }
    return { ...column, field: null, reason: 'Neither an item nor anything about the response' }
  })
}

/** Of several columns that may be one thing, the one with the surer name: when it was recorded, before when it ended. */
function rolesByName(headings: readonly SurveyHeading[], taken: ReadonlySet<string>): Map<number, SurveyRole> {
  const roles = new Map<number, SurveyRole>()
  const named = headings.map(({ index, name, question }) => ({
    index,
    names: [normalHeader(name), normalHeader(question)],
  }))
  for (const [role, names] of Object.entries(called) as [SurveyRole, readonly string[]][]) {
    if (taken.has(role)) continue
    const found =
      names
        .map((name) => named.find((heading) => !roles.has(heading.index) && heading.names.includes(name)))
        .find((heading) => heading !== undefined) ??
      named.find((heading) => !roles.has(heading.index) && redcapRole(heading.names[0]!) === role)
    if (found) roles.set(found.index, role)
  }
  return roles
}

function chosenFields(
  { headings, sheet }: SurveyTable,
  instrument: Instrument | null,
  mapping: Readonly<Record<string, string | null>>,
): Map<number, string | null> {
  const fields = new Set<string>([...surveyRoles, ...(instrument?.items.map(({ key }) => key) ?? [])])
  const columnAt = columnFinder(
    headings.map(({ name }) => name),
    headings.length,
  )
  return new Map(
    Object.entries(mapping).map(([place, field]) => {
      const { column } = splitPlace(place)
      const index = columnAt(column)
      if (index === null)
        throw refuse(
          'invalid_input',
          `Sheet ${sheet.name} has no column ${column}. Name one by its letter or by what stands over it.`,
        )
      if (field !== null && !fields.has(field))
        throw refuse('invalid_input', `${field} is none of the fields ${[...fields].join(', ')}.`)
      return [index, field]
    }),
  )
}

/** The words that a column may go by: its name, its question, and the last part of a question of a matrix. */
function wordsOf({ name, question }: SurveyHeading): string[] {
  const base = optionOf.exec(name)?.[1] ?? labelledOption.exec(name)?.[1] ?? name
  const row = question.split(/\s+[-–—:|]\s+/).at(-1) ?? ''
  const inBrackets = /\[([^\]]+)\]\s*$/.exec(question)?.[1] ?? ''
  return [base, question, row, inBrackets].map(normalHeader).filter((words) => words !== '')
}

function itemsByWords(
  headings: readonly SurveyHeading[],
  instrument: Instrument | null,
  taken: Set<string>,
): Map<number, Claim> {
  const claims = new Map<number, Claim>()
  if (instrument === null) return claims
  const items = instrument.items.filter(({ key }) => !taken.has(key))
  const named = items.map((item) => ({ item, names: namesOf(item), key: normalHeader(item.key) }))
  const exact = (words: readonly string[]) =>
    named.find(({ names, key }) => words.some((w) => w === key || names.includes(w)))
  for (const heading of headings) {
    const words = wordsOf(heading)
    const found = exact(words)
    if (!found || (taken.has(found.item.key) && found.item.kind !== 'choice')) continue
    taken.add(found.item.key)
    const reason = words.includes(found.key) ? `Named ${found.item.key}` : 'By its wording'
    claims.set(heading.index, { field: found.item.key, reason })
  }
  for (const heading of headings) {
    if (claims.has(heading.index)) continue
    const words = wordsOf(heading).filter((text) => text.split(' ').length > 2)
    const near = named.find(
      ({ item, names }) =>
        !taken.has(item.key) && names.some((name) => words.some((text) => wordSetSimilarity(text, name) >= nearEnough)),
    )
    if (!near) continue
    taken.add(near.item.key)
    claims.set(heading.index, { field: near.item.key, reason: 'By a wording much like it' })
  }
  return claims
}

const nearEnough = 0.93

/** "goal_help" and "goal help" name the item goalHelp: some tools have no capitals. */
const namesOf = ({ key, text, aliases }: InstrumentItem): string[] =>
  [key.replace(/([a-z])([A-Z])/g, '$1 $2'), text, ...aliases].map(normalHeader).filter((name) => name !== '')

/** Items without wording go by number, where a run of columns "mbi_1" to "mbi_22" is as long as the instrument. */
function itemsByNumber(headings: readonly SurveyHeading[], instrument: Instrument | null): Map<number, Claim> {
  const claims = new Map<number, Claim>()
  if (instrument === null) return claims
  const items = instrument.items.filter(({ kind }) => kind !== 'text')
  // One column with a number is no run: "Custom Data 1" is nobody's answer.
  if (items.length < shortestRun) return claims
  const runs = Map.groupBy(
    headings.flatMap((heading) => {
      const match = /^(.*?[a-z])?[_ .-]?0*(\d+)$/i.exec(heading.name)
      return match ? [{ heading, prefix: (match[1] ?? '').toLowerCase(), number: Number(match[2]) }] : []
    }),
    ({ prefix }) => prefix,
  )
  for (const run of runs.values()) {
    const numbers = new Set(run.map(({ number }) => number))
    if (numbers.size !== items.length || run.length !== items.length) continue
    if (![...numbers].every((number) => number >= 1 && number <= items.length)) continue
    for (const { heading, number } of run)
      claims.set(heading.index, {
        field: items[number - 1]!.key,
        reason: `Number ${number} of ${items.length} columns in a run, as the instrument has items`,
      })
    return claims
  }
  return claims
}

const shortestRun = 3
const manyWords = 4

/** Most of what stands in the column, as far as its first texts tell, are sentences. */
function isWritten({ rows }: SurveyTable, { index }: SurveyHeading): boolean {
  const texts: string[] = []
  for (const { cells } of rows) {
    const cell = cells[index]
    if (cell && texts.push(cell.text) === textsLookedAt) break
  }
  if (texts.length === 0) return false
  const written = texts.filter((text) => text.split(/\s+/).length >= manyWords)
  return written.length >= texts.length / 2 && new Set(texts).size > texts.length / 2
}

const textsLookedAt = 200

/** How much of an instrument the columns hold. */
export function foundItems(columns: readonly SurveyColumn[], instrument: Instrument): number {
  const fields = new Set(columns.map(({ field }) => field))
  return instrument.items.filter(({ key }) => fields.has(key)).length
}
