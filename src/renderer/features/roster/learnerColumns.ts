import type { GridColumn } from '#renderer/ui/grid/gridTypes.ts'
import { fieldLabel } from '#shared/imports/fields.ts'
import type { Program } from '#shared/program/schema.ts'
import type { CustomField } from '#shared/roster/customFields.ts'
import { type Learner, learnerStatuses } from '#shared/roster/schema.ts'
import { learnerPresence, learnerStatusFacts } from '#shared/roster/statuses.ts'
import { fieldColumns } from './fields/fieldColumns.ts'
import {
  contactColumns,
  dateColumns,
  nameColumns,
  noteColumn,
  plainYear,
  siteColumn,
  statusFromColumn,
  textColumn,
} from './personColumns.ts'
import { presenceTones } from './presenceTones.ts'
import { readClassYear, readLearnerStatus, readLevel, readPart } from './parse.ts'

const label = (key: Parameters<typeof fieldLabel>[1]): string => fieldLabel('learners', key)

/**
 * Every field of a learner as a column, the program's own ones too. What a medical school keys on a residency does not show,
 * and the other way round.
 */
export function learnerColumns(program: Program, fields: readonly CustomField[]): GridColumn<Learner>[] {
  const isSchool = program.kind === 'ume'
  return [
    ...nameColumns('learners'),
    {
      key: 'level',
      header: label('level'),
      kind: 'text',
      width: 76,
      value: (row) => row.level || null,
      parse: readLevel(program),
      editable: true,
    },
    {
      key: 'status',
      header: label('status'),
      kind: 'choice',
      width: 132,
      value: (row) => row.status,
      parse: readLearnerStatus,
      choices: learnerStatuses.map((id) => ({ id, label: learnerStatusFacts[id].label })),
      tone: (row) => presenceTones[learnerPresence(row.status)],
      editable: true,
    },
    statusFromColumn,
    {
      key: 'coachName',
      header: 'Coach',
      kind: 'text',
      width: 150,
      value: (row) => row.coachName || null,
    },
    {
      key: 'cohortId',
      header: label('cohort'),
      kind: 'choice',
      width: 128,
      value: (row) => row.cohortId,
      parse: readPart('cohort', program.cohorts),
      choices: program.cohorts.map(({ id, name }) => ({ id, label: name })),
      editable: true,
    },
    siteColumn('learners', program),
    textColumn('track', label('track'), { width: 110, longest: 80 }),
    {
      key: 'classYear',
      header: label('classYear'),
      kind: 'number',
      width: 96,
      value: (row) => row.classYear,
      format: plainYear,
      parse: readClassYear,
      editable: true,
      hiddenByDefault: !isSchool,
    },
    ...contactColumns<Learner>('learners', {
      shown: isSchool ? ['email', 'studentId'] : ['email', 'employeeId', 'npi'],
    }),
    ...dateColumns<Learner>('learners', { shown: ['startDate'] }),
    ...fieldColumns<Learner>(fields),
    noteColumn('learners'),
  ]
}
