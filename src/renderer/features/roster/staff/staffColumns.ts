import type { GridColumn } from '#renderer/ui/grid/gridTypes.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { Program } from '#shared/program/schema.ts'
import { type StaffMember, tenureLabels, tenureOn, tenures } from '#shared/roster/staff.ts'
import { staffRoleLabels, staffRoles } from '#shared/roster/staffRoles.ts'
import { readDay, readFirstDay, readStaffRole } from '../parse.ts'
import {
  contactColumns,
  degreesColumn,
  departmentColumn,
  effortColumn,
  nameColumns,
  siteColumn,
  textColumn,
} from '../personColumns.ts'
import { tenureTones } from '../presenceTones.ts'

/** Every field of a role and of who holds it as a column; the day decides whether it holds. */
export function staffColumns(program: Program, day: PlainDate): GridColumn<StaffMember>[] {
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
    textColumn('title', 'Title', { width: 200, longest: 120 }),
    effortColumn,
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
    siteColumn('coaches', program),
    { ...departmentColumn, hiddenByDefault: true },
    { ...degreesColumn, hiddenByDefault: true },
    textColumn('roleNote', 'Note', { width: 240, longest: 2000 }),
  ]
}
