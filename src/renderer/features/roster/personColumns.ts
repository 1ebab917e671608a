import type { GridColumn } from '#renderer/ui/grid/gridTypes.ts'
import { fieldLabel } from '#shared/imports/fields.ts'
import type { Program } from '#shared/program/schema.ts'
import type { Coach, Learner, RosterKind } from '#shared/roster/schema.ts'
import type { StaffMember } from '#shared/roster/staff.ts'
import {
  emailSeparator,
  readDay,
  readEffort,
  readEmail,
  readLastName,
  readOtherEmails,
  readPart,
  readText,
} from './parse.ts'

type Placed = Learner | Coach
type Row = Placed | StaffMember

interface Shown<K> {
  shown: readonly K[]
}

/** A year is a number without thousands. */
export const plainYear = (value: string | number): string => String(value)

/** Last and first name stay at the left; the other parts are there to be shown. */
export function nameColumns(kind: RosterKind): GridColumn<Row>[] {
  const part = (key: 'firstName' | 'middleName' | 'suffix' | 'preferredName', width: number): GridColumn<Row> => ({
    key,
    header: fieldLabel(kind, key),
    kind: 'text',
    width,
    value: (row) => row[key] || null,
    parse: readText(key === 'suffix' ? 20 : 120),
    editable: true,
  })
  return [
    {
      key: 'lastName',
      header: fieldLabel(kind, 'lastName'),
      kind: 'text',
      width: 140,
      value: (row) => row.lastName,
      parse: readLastName,
      editable: true,
      pinned: true,
    },
    { ...part('firstName', 116), pinned: true },
    { ...part('middleName', 110), hiddenByDefault: true },
    { ...part('suffix', 72), hiddenByDefault: true },
    { ...part('preferredName', 120), hiddenByDefault: true },
  ]
}

const idKeys = ['studentId', 'employeeId', 'aamcId', 'npi', 'netId'] as const
type ContactKey = 'email' | 'otherEmails' | (typeof idKeys)[number]

/** E-mails and ids. Ids are text, so that leading zeros stay. */
export function contactColumns<R extends Row>(kind: RosterKind, { shown }: Shown<ContactKey>): GridColumn<R>[] {
  const hidden = (key: ContactKey) => ({ hiddenByDefault: !shown.includes(key) })
  return [
    {
      key: 'email',
      header: fieldLabel(kind, 'email'),
      kind: 'text',
      width: 216,
      value: (row) => row.email || null,
      parse: readEmail,
      editable: true,
      ...hidden('email'),
    },
    {
      key: 'otherEmails',
      header: fieldLabel(kind, 'otherEmails'),
      kind: 'text',
      width: 216,
      value: (row) => row.otherEmails.join(emailSeparator) || null,
      parse: readOtherEmails,
      editable: true,
      ...hidden('otherEmails'),
    },
    ...idKeys.map((key): GridColumn<R> => ({
      key,
      header: fieldLabel(kind, key),
      kind: 'text',
      width: 112,
      value: (row) => row[key] || null,
      parse: readText(40),
      editable: true,
      ...hidden(key),
    })),
  ]
}

export function dateColumns<R extends Placed>(
  kind: RosterKind,
  { shown }: Shown<'startDate' | 'endDate'>,
): GridColumn<R>[] {
  return (['startDate', 'endDate'] as const).map((key) => ({
    key,
    header: fieldLabel(kind, key),
    kind: 'date',
    width: 112,
    value: (row) => row[key],
    parse: readDay,
    editable: true,
    hiddenByDefault: !shown.includes(key),
  }))
}

/** Text that may be left empty. `longest` is in characters. */
export const textColumn = <K extends string>(
  key: K,
  header: string,
  { width, longest }: { width: number; longest: number },
): GridColumn<Record<K, string>> => ({
  key,
  header,
  kind: 'text',
  width,
  value: (row) => row[key] || null,
  parse: readText(longest),
  editable: true,
})

export const noteColumn = (kind: RosterKind): GridColumn<Placed> =>
  textColumn('note', fieldLabel(kind, 'note'), { width: 240, longest: 2000 })

export const degreesColumn = textColumn('degrees', fieldLabel('coaches', 'degrees'), { width: 96, longest: 80 })

export const departmentColumn = textColumn('department', fieldLabel('coaches', 'department'), {
  width: 150,
  longest: 120,
})

export const effortColumn: GridColumn<{ effort: number | null }> = {
  key: 'effort',
  header: fieldLabel('coaches', 'fte'),
  kind: 'effort',
  width: 72,
  value: (row) => row.effort,
  parse: readEffort,
  editable: true,
}

/** Since when somebody stands as they do. */
export const statusFromColumn: GridColumn<Placed> = {
  key: 'statusFrom',
  header: 'Status since',
  kind: 'date',
  width: 112,
  value: (row) => row.statusFrom,
  hiddenByDefault: true,
}

export const siteColumn = (kind: RosterKind, { sites }: Program): GridColumn<Row> => ({
  key: 'siteId',
  header: fieldLabel(kind, 'site'),
  kind: 'choice',
  width: 150,
  value: (row) => row.siteId,
  parse: readPart('site', sites),
  choices: sites.map(({ id, name }) => ({ id, label: name })),
  editable: true,
})
