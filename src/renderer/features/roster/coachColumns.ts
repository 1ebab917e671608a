import type { GridColumn } from '#renderer/ui/grid/gridTypes.ts'
import { fieldLabel } from '#shared/imports/fields.ts'
import type { Program } from '#shared/program/schema.ts'
import { coachTypeLabels } from '#shared/roster/coachTypes.ts'
import type { CustomField } from '#shared/roster/customFields.ts'
import { type Coach, coachStatuses, coachTypes } from '#shared/roster/schema.ts'
import { coachPresence, coachStatusFacts } from '#shared/roster/statuses.ts'
import { fieldColumns } from './fields/fieldColumns.ts'
import { presenceTones } from './presenceTones.ts'
import { readCapacity, readCoachStatus, readCoachType } from './parse.ts'
import {
  contactColumns,
  dateColumns,
  degreesColumn,
  departmentColumn,
  effortColumn,
  nameColumns,
  noteColumn,
  siteColumn,
  statusFromColumn,
  textColumn,
} from './personColumns.ts'

const label = (key: Parameters<typeof fieldLabel>[1]): string => fieldLabel('coaches', key)

/** Every field of a coach as a column, the program's own ones too. */
export function coachColumns(program: Program, fields: readonly CustomField[]): GridColumn<Coach>[] {
  return [
    ...nameColumns('coaches'),
    degreesColumn,
    {
      key: 'coachType',
      header: label('coachType'),
      kind: 'choice',
      width: 136,
      value: (row) => row.coachType,
      parse: readCoachType,
      choices: coachTypes.map((id) => ({ id, label: coachTypeLabels[id] })),
      editable: true,
    },
    {
      key: 'load',
      header: 'Load',
      kind: 'number',
      width: 76,
      value: (row) => row.load,
    },
    {
      key: 'capacity',
      header: label('capacity'),
      kind: 'number',
      width: 88,
      value: (row) => row.capacity,
      parse: readCapacity,
      editable: true,
    },
    effortColumn,
    {
      key: 'status',
      header: label('status'),
      kind: 'choice',
      width: 120,
      value: (row) => row.status,
      parse: readCoachStatus,
      choices: coachStatuses.map((id) => ({ id, label: coachStatusFacts[id].label })),
      tone: (row) => presenceTones[coachPresence(row.status)],
      editable: true,
    },
    statusFromColumn,
    siteColumn('coaches', program),
    departmentColumn,
    textColumn('specialty', label('specialty'), { width: 150, longest: 120 }),
    ...contactColumns<Coach>('coaches', { shown: ['email', 'employeeId'] }),
    ...dateColumns<Coach>('coaches', { shown: ['startDate'] }),
    ...fieldColumns<Coach>(fields),
    noteColumn('coaches'),
  ]
}
