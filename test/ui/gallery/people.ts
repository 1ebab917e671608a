import type { GridColumn } from '#renderer/ui/grid/gridTypes.ts'
import { addDays } from '#shared/kernel/plainDate.ts'

/** A row of the gallery's grid. All names are invented. */
export interface Learner {
  id: string
  name: string
  studentId: string
  email: string
  status: string
  level: string
  site: string | null
  coach: string | null
  started: string
  meetings: number
  effort: number
  note: string | null
}

const first = ['Ana', 'Bo', 'Zoë', 'Mai', 'Łukasz', 'Ivy', 'Omar', 'Priya', 'Théo', 'Noor', 'Wen', 'Sade', 'Jürgen']
const last = ['Ruiz', 'Álvarez', 'Smith', 'Okafor', 'Nguyen', 'Zoellner', 'Haddad', 'Iyer', 'Van den Berg', 'Kowalska']
const sites = ['Main campus', 'Riverside', null]

const pick = <T>(from: readonly T[], seed: number): T => from[seed % from.length]!

export function makeLearners(count: number): Learner[] {
  return Array.from({ length: count }, (_, index) => {
    const seed = (index * 7_919 + 104_729) % 1_000_003
    const given = pick(first, seed)
    const family = pick(last, seed >> 3)
    return {
      id: String(index),
      name: `${family}, ${given}`,
      studentId: `S${String(100_000 + index)}`,
      email: `${given}.${index}@example.edu`.toLowerCase(),
      status: index % 17 === 3 ? 'leave' : index % 41 === 5 ? 'withdrawn' : 'active',
      level: pick(['m1', 'm2', 'm3', 'm4'], seed >> 5),
      site: pick(sites, seed >> 2),
      coach: index % 29 === 7 ? null : `${pick(last, seed >> 4)}, ${pick(first, seed >> 6)}`,
      started: addDays('2023-07-01', seed % 1_200),
      meetings: seed % 9,
      effort: (seed % 21) * 500,
      note: index % 13 === 0 ? 'Off-cycle; joins in January' : null,
    }
  })
}

export const learnerColumns: GridColumn<Learner>[] = [
  { key: 'studentId', header: 'Student id', kind: 'text', value: (row) => row.studentId, width: 104, pinned: true },
  { key: 'name', header: 'Name', kind: 'text', value: (row) => row.name, width: 176, pinned: true, editable: true },
  {
    key: 'status',
    header: 'Status',
    kind: 'choice',
    value: (row) => row.status,
    width: 120,
    editable: true,
    choices: [
      { id: 'active', label: 'Active' },
      { id: 'leave', label: 'On leave' },
      { id: 'withdrawn', label: 'Withdrawn' },
    ],
    tone: ({ status }) => (status === 'active' ? 'done' : status === 'leave' ? 'needs' : 'neutral'),
  },
  {
    key: 'level',
    header: 'Level',
    kind: 'choice',
    value: (row) => row.level,
    width: 88,
    editable: true,
    choices: ['M1', 'M2', 'M3', 'M4'].map((label) => ({ id: label.toLowerCase(), label })),
  },
  { key: 'coach', header: 'Coach', kind: 'text', value: (row) => row.coach, width: 168 },
  { key: 'site', header: 'Site', kind: 'text', value: (row) => row.site, width: 120, editable: true },
  { key: 'started', header: 'Started', kind: 'date', value: (row) => row.started, width: 112, editable: true },
  { key: 'meetings', header: 'Meetings', kind: 'number', value: (row) => row.meetings, width: 96, editable: true },
  { key: 'effort', header: 'Effort, FTE', kind: 'effort', value: (row) => row.effort, width: 104, editable: true },
  { key: 'email', header: 'E-mail', kind: 'text', value: (row) => row.email, width: 200, editable: true },
  { key: 'note', header: 'Note', kind: 'text', value: (row) => row.note, width: 220, editable: true },
]
