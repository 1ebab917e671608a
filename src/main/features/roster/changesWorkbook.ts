import type { ColumnModel, RowModel, WorkbookModel } from '#main/spreadsheets/workbookModel.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { formatDate, type Instant, type PlainDate } from '#shared/kernel/plainDate.ts'
import type { Program } from '#shared/program/schema.ts'
import type { RosterChange } from '#shared/roster/changeReport.ts'
import type { RosterKind } from '#shared/roster/schema.ts'
import type { FieldChange } from '#shared/workspace/schema.ts'

/** One place in the program, with what became of it. */
export interface ChangedPerson {
  personId: Id
  name: string
  kind: RosterKind
  changes: readonly RosterChange[]
}

interface ChangesExport {
  program: Program
  from: PlainDate
  to: PlainDate
  people: readonly ChangedPerson[]
  /** What was corrected of fields without dates, by person. */
  corrections: ReadonlyMap<Id, readonly FieldChange[]>
  audience: string
  actor: string
  now: Instant
  version: string
}

const text = (header: string, key: string): ColumnModel => ({ header, key, type: 'text' })

const changeColumns: ColumnModel[] = [
  { header: 'From', key: 'on', type: 'date' },
  text('Name', 'name'),
  text('As', 'as'),
  text('What', 'what'),
  text('Before', 'before'),
  text('After', 'after'),
  text('Why', 'why'),
]

const correctionColumns: ColumnModel[] = [
  text('Name', 'name'),
  text('As', 'as'),
  text('Field', 'field'),
  text('Before', 'before'),
  text('After', 'after'),
]

const asWords: Record<RosterKind, string> = { learners: 'Learner', coaches: 'Coach' }

/** The change report between two days: what changed from a day on, what was corrected, and what the file is. */
export function changesWorkbook({ program, from, to, people, corrections, ...about }: ChangesExport): WorkbookModel {
  const period = `${formatDate(from)} to ${formatDate(to)}`
  const changes = people
    .flatMap(({ name, kind, changes }) => changes.map((change): RowModel => ({ ...change, name, as: asWords[kind] })))
    .toSorted((a, b) => String(a.on).localeCompare(String(b.on)) || String(a.name).localeCompare(String(b.name)))
  const placesOf = Map.groupBy(people, ({ personId }) => personId)
  const corrected = [...placesOf.values()]
    .map((places) => ({ ...places[0]!, as: places.map(({ kind }) => asWords[kind]).join(', ') }))
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .flatMap(({ personId, name, as }) =>
      (corrections.get(personId) ?? []).map((change): RowModel => ({ ...change, name, as })),
    )
  return {
    title: `Changes: ${program.name}, ${period}`,
    creator: `Coachdesk ${about.version}`,
    created: about.now,
    sheets: [
      { kind: 'table', name: 'Changes', title: `Changes: ${period}`, columns: changeColumns, rows: changes },
      {
        kind: 'table',
        name: 'Corrected fields',
        title: `Corrected fields: ${period}`,
        columns: correctionColumns,
        rows: corrected,
      },
      {
        kind: 'facts',
        name: 'About this workbook',
        title: 'About this workbook',
        facts: [
          { label: 'Program', value: program.name },
          { label: 'Period', value: period },
          { label: 'Changes', value: 'What holds from a day in the period on, whenever it was entered.' },
          { label: 'Corrected fields', value: 'Fields without dates, by when they were changed in Coachdesk.' },
          { label: 'Audience', value: about.audience },
          { label: 'Exported by', value: about.actor },
          { label: 'Made with', value: `Coachdesk ${about.version}` },
        ],
      },
    ],
  }
}
