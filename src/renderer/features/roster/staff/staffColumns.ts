import type { GridColumn } from '#renderer/ui/grid/gridTypes.ts'
import { fieldLabel } from '#shared/imports/fields.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { Program } from '#shared/program/schema.ts'
import { type StaffMember, tenureLabels, tenureOn, tenures } from '#shared/roster/staff.ts'
import { staffRoleLabels, staffRoles } from '#shared/roster/staffRoles.ts'
import { readDay, readEffort, readFirstDay, readPart, readStaffRole, readText } from '../parse.ts'
import { contactColumns, nameColumns } from '../personColumns.ts'
import { tenureTones } from '../presenceTones.ts'

/** Every field of a role and of who holds it as a column; the day decides whether it holds. */
export function staffColumns({ sites }: Program, day: PlainDate): GridColumn<StaffMember>[] {
  return [
    ...nameColumns('coaches'),
    {
      key: 'role',
      header: 'Role',
      kind: 'choice',
      width: 150,
      value: (row) => row.role,
      parse: readStaffRole,
      choices: staffRoles.map((id) => ({ id, label: staffRoleLabels[id] })),
      editable: true,
    },
    {
      key: 'title',
      header: 'Title',
      kind: 'text',
      width: 200,
      value: (row) => row.title || null,
      parse: readText(120),
      editable: true,
    },
    {
      key: 'effort',
      header: fieldLabel('coaches', 'fte'),
      kind: 'effort',
      width: 72,
      value: (row) => row.effort,
      parse: readEffort,
      editable: true,
    },
    {
      key: 'tenure',
      header: 'Status',
      kind: 'choice',
      width: 112,
      value: (row) => tenureOn(row, day),
      choices: tenures.map((id) => ({ id, label: tenureLabels[id] })),
      tone: (row) => tenureTones[tenureOn(row, day)],
    },
    {
      key: 'fromOn',
      header: 'From',
      kind: 'date',
      width: 112,
      value: (row) => row.fromOn,
      parse: readFirstDay,
      editable: true,
    },
    {
      key: 'toOn',
      header: 'Until',
      kind: 'date',
      width: 112,
      value: (row) => row.toOn,
      parse: readDay,
      editable: true,
    },
    ...contactColumns<StaffMember>('coaches', { shown: ['email'] }),
    {
      key: 'siteId',
      header: fieldLabel('coaches', 'site'),
      kind: 'choice',
      width: 150,
      value: (row) => row.siteId,
      parse: readPart('site', sites),
      choices: sites.map(({ id, name }) => ({ id, label: name })),
      editable: true,
    },
    {
      key: 'department',
      header: fieldLabel('coaches', 'department'),
      kind: 'text',
      width: 150,
      value: (row) => row.department || null,
      parse: readText(120),
      editable: true,
      hiddenByDefault: true,
    },
    {
      key: 'degrees',
      header: fieldLabel('coaches', 'degrees'),
      kind: 'text',
      width: 96,
      value: (row) => row.degrees || null,
      parse: readText(80),
      editable: true,
      hiddenByDefault: true,
    },
    {
      key: 'roleNote',
      header: 'Note',
      kind: 'text',
      width: 240,
      value: (row) => row.roleNote || null,
      parse: readText(2000),
      editable: true,
    },
  ]
}
