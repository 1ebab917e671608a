import type { GridColumn } from '#renderer/ui/grid/gridTypes.ts'
import { fieldLabel } from '#shared/imports/fields.ts'
import type { Program } from '#shared/program/schema.ts'
import { coachTypeLabels } from '#shared/roster/coachTypes.ts'
import type { CustomField } from '#shared/roster/customFields.ts'
import { type Coach, coachStatuses, coachTypes } from '#shared/roster/schema.ts'
import { coachPresence, coachStatusFacts } from '#shared/roster/statuses.ts'
import { fieldColumns } from './fields/fieldColumns.ts'
import { presenceTones } from './presenceTones.ts'
import { readCapacity, readCoachStatus, readCoachType, readEffort, readPart, readText } from './parse.ts'
import { contactColumns, dateColumns, nameColumns, noteColumn } from './personColumns.ts'

const label = (key: Parameters<typeof fieldLabel>[1]): string => fieldLabel('coaches', key)

/** Every field of a coach as a column, the program's own ones too. */
export function coachColumns(program: Program, fields: readonly CustomField[]): GridColumn<Coach>[] {
  return [
    ...nameColumns('coaches'),
    {
      key: 'degrees',
      header: label('degrees'),
      kind: 'text',
      width: 96,
      value: (row) => row.degrees || null,
      parse: readText(80),
      editable: true,
    },
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
    {
      key: 'effort',
      header: label('fte'),
      kind: 'effort',
      width: 72,
      value: (row) => row.effort,
      parse: readEffort,
      editable: true,
    },
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
    {
      key: 'statusFrom',
      header: 'Status since',
      kind: 'date',
      width: 112,
      value: (row) => row.statusFrom,
      hiddenByDefault: true,
    },
    {
      key: 'siteId',
      header: label('site'),
      kind: 'choice',
      width: 150,
      value: (row) => row.siteId,
      parse: readPart('site', program.sites),
      choices: program.sites.map(({ id, name }) => ({ id, label: name })),
      editable: true,
    },
    {
      key: 'department',
      header: label('department'),
      kind: 'text',
      width: 150,
      value: (row) => row.department || null,
      parse: readText(120),
      editable: true,
    },
    {
      key: 'specialty',
      header: label('specialty'),
      kind: 'text',
      width: 150,
      value: (row) => row.specialty || null,
      parse: readText(120),
      editable: true,
    },
    ...contactColumns<Coach>('coaches', { shown: ['email', 'employeeId'] }),
    ...dateColumns<Coach>('coaches', { shown: ['startDate'] }),
    ...fieldColumns<Coach>(fields),
    noteColumn('coaches'),
  ]
}
