import type { CallOptions, Client } from '#shared/contract/client.ts'
import type { GridColumn, Noun } from '#renderer/ui/grid/gridTypes.ts'
import type { Output } from '#shared/contract.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { Program } from '#shared/program/schema.ts'
import { blankCoach, blankLearner } from '#shared/roster/blank.ts'
import { coachTypeLabels } from '#shared/roster/coachTypes.ts'
import type { CustomField } from '#shared/roster/customFields.ts'
import type { Patch } from '#shared/roster/patch.ts'
import type { Coach, Learner, RosterKind } from '#shared/roster/schema.ts'
import { coachStatusFacts, learnerStatusFacts } from '#shared/roster/statuses.ts'
import { coachColumns } from './coachColumns.ts'
import type { EditedRow, RowEdit } from './edits.ts'
import { learnerColumns } from './learnerColumns.ts'
import { coachesSummary, learnersSummary } from './summary.ts'

export interface EditInput<R extends EditedRow> {
  programId: string
  edits: RowEdit<R>[]
  effectiveOn?: PlainDate
  reason?: string
}

/** Where the rows of a grid are read, and how changes of them are stored. */
export interface RowSource<R extends EditedRow> {
  readonly listName: 'roster.listLearners' | 'roster.listCoaches' | 'roster.listStaff'
  list(client: Client, input: { programId: string; asOf?: PlainDate }): Promise<R[]>
  edit(client: Client, input: EditInput<R>, options: CallOptions): Promise<R[]>
}

/** What is different between the learners and the coaches of a program, so that the screens are written once. */
export interface RosterSource<R extends Learner | Coach> extends RowSource<R> {
  readonly kind: RosterKind
  readonly noun: Noun
  readonly title: string
  /** What goes into the list and where it comes from, said while it is empty. */
  readonly emptyHint: string
  /** What a field is while nothing is known: it tells which fields are texts. */
  readonly blank: R
  /** Fields that hold from a day on: they are changed with a date. */
  readonly standingKeys: readonly string[]
  /** Every field as a column; `fields` are those the program added for this roster. */
  columns(program: Program, fields: readonly CustomField[]): GridColumn<R>[]
  summary(rows: readonly R[]): string
  /** Where somebody stands in the program, in a line under the name: "M3 · Class of 2028 · Main campus". */
  placeOf(row: R, program: Program): string
  remove(client: Client, input: { programId: string; ids: string[] }): Promise<Output<'roster.removeLearners'>>
  /** The fields of the form for a new person, in their order; the program's own ones follow. */
  addKeys(program: Program): readonly string[]
  readonly addDefaults: Readonly<Record<string, string>>
  add(client: Client, programId: string, patch: Patch<R>): Promise<R>
}

// Only the shape of a blank row is used here, never its day.
const anyDay: PlainDate = '2000-01-01'

const nameIn = (parts: readonly { id: string; name: string }[], id: string | null): string =>
  parts.find((part) => part.id === id)?.name ?? ''

/** Each part once: in a residency the cohort is often the level. */
const line = (parts: readonly string[]): string => [...new Set(parts)].filter((part) => part !== '').join(' · ')

const names = ['lastName', 'firstName', 'preferredName']

export const learnerSource: RosterSource<Learner> = {
  kind: 'learners',
  noun: { one: 'learner', many: 'learners' },
  title: 'Learners',
  emptyHint:
    'Everybody who is coached goes here. Import the roster the registrar or the residency office keeps, or paste it from Excel.',
  listName: 'roster.listLearners',
  blank: blankLearner(anyDay),
  standingKeys: ['status', 'level'],
  columns: learnerColumns,
  summary: learnersSummary,
  placeOf: ({ level, cohortId, siteId }, { cohorts, sites }) =>
    line(['Learner', level, nameIn(cohorts, cohortId), nameIn(sites, siteId)]),
  list: (client, input) => client.call('roster.listLearners', input),
  edit: (client, input, options) => client.call('roster.editLearners', input, options),
  remove: (client, input) => client.call('roster.removeLearners', input),
  addKeys: ({ kind }) => [
    ...names,
    'email',
    ...(kind === 'ume' ? ['studentId', 'level', 'classYear'] : ['employeeId', 'npi', 'level']),
    'cohortId',
    'siteId',
    'status',
    'startDate',
    'endDate',
  ],
  addDefaults: { status: learnerStatusFacts.active.label },
  add: (client, programId, { lastName = '', ...others }) =>
    client.call('roster.addLearner', { programId, learner: { lastName, ...others } }),
}

export const coachSource: RosterSource<Coach> = {
  kind: 'coaches',
  noun: { one: 'coach', many: 'coaches' },
  title: 'Coaches',
  emptyHint:
    'Everybody who coaches goes here, with how many learners they can take. Import a list, or paste it from Excel.',
  listName: 'roster.listCoaches',
  blank: blankCoach(anyDay),
  standingKeys: ['status', 'capacity', 'effort'],
  columns: coachColumns,
  summary: coachesSummary,
  placeOf: ({ degrees, department, siteId }, { sites }) => line(['Coach', degrees, department, nameIn(sites, siteId)]),
  list: (client, input) => client.call('roster.listCoaches', input),
  edit: (client, input, options) => client.call('roster.editCoaches', input, options),
  remove: (client, input) => client.call('roster.removeCoaches', input),
  addKeys: () => [
    'lastName',
    'firstName',
    'degrees',
    'email',
    'employeeId',
    'coachType',
    'capacity',
    'effort',
    'department',
    'siteId',
    'status',
    'startDate',
  ],
  addDefaults: { status: coachStatusFacts.active.label, coachType: coachTypeLabels.unspecified },
  add: (client, programId, { lastName = '', ...others }) =>
    client.call('roster.addCoach', { programId, coach: { lastName, ...others } }),
}
