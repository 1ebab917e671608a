import { commonDays, type Days } from '#shared/coaching/days.ts'
import { type KnownPerson, type Named, personFinder } from '#shared/coaching/findPerson.ts'
import { type RecordField, recordFields, tellsContent } from '#shared/coaching/importColumns.ts'
import type { RecordImportOptions, RecordPreview } from '#shared/coaching/importSchema.ts'
import { RecordRow } from '#shared/coaching/readRecordRow.ts'
import {
  type CompletionDraft,
  type MeetingDraft,
  meetingModeLabels,
  meetingOutcomeLabels,
} from '#shared/coaching/schema.ts'
import { columnLetter } from '#shared/imports/columnLetter.ts'
import { type PlainTable, readPlainTable } from '#shared/imports/plainTable.ts'
import type { ImportProblem } from '#shared/imports/schema.ts'
import type { SheetFile } from '#shared/imports/sheet.ts'
import { wordSetSimilarity } from '#shared/imports/similarity.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { refuse } from '#shared/kernel/problem.ts'
import { foldText, tidyText } from '#shared/kernel/text.ts'

/** What a list is compared with. */
export interface KnownRecords {
  readonly today: PlainDate
  /** The academic year of the program. */
  readonly year: number
  readonly learners: readonly KnownPerson[]
  readonly coaches: readonly KnownPerson[]
  readonly pairs: readonly { readonly learnerId: Id; readonly coachId: Id; readonly days: readonly Days[] }[]
  readonly modules: readonly { readonly id: string; readonly name: string }[]
  readonly meetings: readonly Pick<MeetingDraft, 'learnerId' | 'coachId' | 'on'>[]
  readonly completions: readonly Pick<CompletionDraft, 'coachId' | 'moduleId' | 'on'>[]
}

/** A list understood: what would be added, and what keeps the rest out. */
export interface RecordPlan extends Pick<RecordPreview, 'counts' | 'rows' | 'problems' | 'notes'> {
  table: PlainTable<RecordField>
  meetings: MeetingDraft[]
  completions: CompletionDraft[]
}

interface Read {
  /** The same for two rows that record the same. */
  key: string
  record: RecordPreview['rows'][number]['record']
  add: (plan: Pick<RecordPlan, 'meetings' | 'completions'>) => void
}

/**
 * Works out what importing a list would add. What is recorded already is left as it is, so that a list that grows through
 * the year can be imported each month.
 * @throws Refusal `unreadable_sheet`, `invalid_input`
 */
export function planRecords(
  file: SheetFile,
  { as, ...options }: Omit<RecordImportOptions, 'handle' | 'programId' | 'cells'>,
  known: KnownRecords,
): RecordPlan {
  const what = as === 'meetings' ? 'a list of meetings' : 'a list of modules done'
  const required: RecordField[] = as === 'meetings' ? ['on'] : ['on', 'module']
  const table = readPlainTable(file, recordFields[as], { required, what }, options)
  refuseWithout(file, table, as === 'meetings' ? 'learner' : 'coach')
  const read = as === 'meetings' ? meetingReader(known) : completionReader(known)
  const seen = new Set(as === 'meetings' ? known.meetings.map(meetingKey) : known.completions.map(completionKey))
  const plan: RecordPlan = {
    table,
    meetings: [],
    completions: [],
    rows: [],
    problems: [],
    notes: [...file.notes, ...contentNotes(table)],
    counts: { rows: table.rows.length, create: 0, unchanged: 0, skipped: 0, toCheck: 0 },
  }
  for (const sheetRow of table.rows) {
    const row = new RecordRow(table, sheetRow)
    const found = read(row)
    const isRepeat = found !== null && seen.has(found.key)
    if (isRepeat)
      // What is odd about it was said when it came the first time.
      row.findings.splice(0, row.findings.length, {
        field: 'on',
        level: 'info',
        code: 'repeatedEntry',
        message: 'this is recorded already. It was left as it is.',
      })
    const action = found === null ? 'skip' : isRepeat ? 'unchanged' : 'create'
    if (action === 'create') {
      seen.add(found!.key)
      found!.add(plan)
    }
    plan.rows.push({ sheet: table.sheet.name, row: sheetRow.number, action, record: found?.record ?? {} })
    plan.problems.push(...row.findings.map((finding) => problemOf(table, sheetRow, as, finding)))
  }
  const having = (action: RecordPlan['rows'][number]['action']) =>
    plan.rows.filter((row) => row.action === action).length
  plan.counts = {
    rows: table.rows.length,
    create: having('create'),
    unchanged: having('unchanged'),
    skipped: having('skip'),
    toCheck: new Set(plan.problems.filter(({ level }) => level !== 'info').map(({ row }) => row)).size,
  }
  return plan
}

const meetingKey = ({ learnerId, coachId, on }: KnownRecords['meetings'][number]): string =>
  [learnerId, coachId, on].join(' ')
const completionKey = ({ coachId, moduleId, on }: KnownRecords['completions'][number]): string =>
  JSON.stringify([coachId, moduleId, on])

type Reader = (row: RecordRow) => Read | null

function meetingReader(known: KnownRecords): Reader {
  const findLearner = whoReader('learner', known.learners)
  const findCoach = whoReader('coach', known.coaches)
  const pairsOf = Map.groupBy(known.pairs, ({ learnerId }) => learnerId)
  const nameOf = new Map(known.coaches.map(({ id, name }) => [id, name]))
  return (row) => {
    const on = row.day(known)
    const learner = findLearner(row)
    const outcome = row.outcome()
    const named = namedIn(row, 'coach')
    const isNamed = Object.values(named).some((text) => text !== '')
    const coach = isNamed ? findCoach(row) : null
    if (on === null || learner === null || outcome === null || (isNamed && coach === null)) return null
    const pairs = pairsOf.get(learner.id) ?? []
    const paired = pairs.filter(({ days }) => commonDays(days, [{ from: on, to: on }]).length > 0)
    const coachId = coach?.id ?? onlyCoach(paired) ?? onlyCoach(pairs)
    if (coachId === null)
      return row.error('coach', 'unknownCoach', `no coach is named, and ${learner.name} had none or several by then.`)
    if (!paired.some((pair) => pair.coachId === coachId))
      row.warn('coach', 'notPaired', 'the two were not paired on that day. It was taken all the same.')
    const draft = { learnerId: learner.id, coachId, on, outcome, mode: row.mode(), minutes: row.minutes() }
    return {
      key: meetingKey(draft),
      record: {
        on,
        learner: learner.name,
        coach: nameOf.get(coachId)!,
        outcome: meetingOutcomeLabels[outcome],
        mode: draft.mode && meetingModeLabels[draft.mode],
        minutes: draft.minutes,
      },
      add: ({ meetings }) => meetings.push(draft),
    }
  }
}

/** The coach of all these pairs; null where there is none, or several. */
function onlyCoach(pairs: KnownRecords['pairs']): Id | null {
  const coaches = new Set(pairs.map(({ coachId }) => coachId))
  return coaches.size === 1 ? [...coaches][0]! : null
}

function completionReader(known: KnownRecords): Reader {
  const findCoach = whoReader('coach', known.coaches)
  return (row) => {
    const on = row.day(known)
    const coach = findCoach(row)
    const module = moduleIn(row, known.modules)
    const outcome = row.outcome()
    if (outcome === 'missed') return row.leaveOut('outcome', 'notDone', 'it was not done.')
    if (on === null || coach === null || module === null || outcome === null) return null
    const draft = { coachId: coach.id, moduleId: module.id, on }
    return {
      key: completionKey(draft),
      record: { on, coach: coach.name, module: module.name },
      add: ({ completions }) => completions.push(draft),
    }
  }
}

const closeEnough = 0.9

function moduleIn(row: RecordRow, modules: KnownRecords['modules']): KnownRecords['modules'][number] | null {
  const text = foldText(row.text('module'))
  if (text === '') return row.error('module', 'missing', 'it is empty.')
  const named = (name: string) => foldText(tidyText(name))
  const found =
    modules.find(({ name }) => named(name) === text) ??
    modules.find(({ name }) => wordSetSimilarity(named(name), text) >= closeEnough)
  if (found) return found
  const names = modules.map(({ name }) => name).join(', ') || 'none yet'
  return row.error('module', 'unknownModule', `question 7 has no such module. It has: ${names}.`)
}

const namedIn = (row: RecordRow, who: 'learner' | 'coach'): Named => ({
  id: row.text(`${who}Id`),
  email: row.text(`${who}Email`),
  name: row.text(who),
})

function whoReader(who: 'learner' | 'coach', people: readonly KnownPerson[]): (row: RecordRow) => KnownPerson | null {
  const find = personFinder(people)
  const unknown = who === 'learner' ? 'unknownLearner' : 'unknownCoach'
  return (row) => {
    const found = find(namedIn(row, who))
    if (found.person) return found.person
    if (found.why === 'notNamed') return row.error(who, 'missing', `no ${who} is named.`)
    return row.error(who, unknown, notFound(who)[found.why])
  }
}

const notFound = (who: 'learner' | 'coach') => ({
  several: `several ${who === 'coach' ? 'coaches' : 'learners'} of this program go by that. Name an e-mail or an ID.`,
  differ: `its name, e-mail and ID are not of one ${who}.`,
  unknown: `nobody who is or was a ${who} in this program goes by that.`,
})

function refuseWithout(file: SheetFile, table: PlainTable<RecordField>, who: 'learner' | 'coach'): void {
  if ([who, `${who}Email` as const, `${who}Id` as const].some((field) => table.columnOf(field) !== null)) return
  throw refuse(
    'unreadable_sheet',
    `${file.name}, sheet ${table.sheet.name}: no column names the ${who}. Say which column it is.`,
  )
}

/** Says which columns were passed over on purpose. */
function contentNotes({ columns }: PlainTable<RecordField>): RecordPlan['notes'] {
  const left = columns.filter(({ field, header }) => field === null && tellsContent(header))
  if (left.length === 0) return []
  const names = left.map(({ header }) => header).join(', ')
  return [
    { code: 'contentNotStored', message: `Not stored: ${names}. What was talked about stays with learner and coach.` },
  ]
}

function problemOf(
  table: PlainTable<RecordField>,
  row: PlainTable<RecordField>['rows'][number],
  as: RecordImportOptions['as'],
  { field, level, code, message }: RecordRow['findings'][number],
): ImportProblem {
  const index = table.columnOf(field)
  const label = recordFields[as].find(({ key }) => key === field)!.label.toLowerCase()
  return {
    sheet: table.sheet.name,
    row: row.number,
    column: index === null ? '' : columnLetter(index),
    field,
    level,
    code,
    value: table.cellOf(row, field)?.text ?? '',
    message: `Row ${row.number}, ${label}: ${message}`,
  }
}
