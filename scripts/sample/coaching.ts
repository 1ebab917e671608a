import type { ColumnModel, RowModel } from '#main/spreadsheets/workbookModel.ts'
import { addDays, daysBetween, formatDate } from '#shared/kernel/plainDate.ts'
import { Random } from './random.ts'
import type { SampleRow } from './learners.ts'

const column = (key: string, header: string): ColumnModel => ({ key, header, type: 'text' })

export const meetingColumns: ColumnModel[] = [
  column('on', 'Meeting date'),
  column('email', 'Learner email'),
  column('status', 'Status'),
  column('format', 'Format'),
  column('length', 'Duration'),
]

export const trainingColumns: ColumnModel[] = [
  column('email', 'Coach email'),
  column('module', 'Module'),
  column('on', 'Completed on'),
]

/** A time in which many meet, and how many of those do whose turn it is. */
interface Round {
  from: string
  to: string
  share: number
}

const rounds: Record<'school' | 'residency', readonly Round[]> = {
  school: [
    { from: '2026-08-10', to: '2026-09-25', share: 0.94 },
    { from: '2026-10-05', to: '2026-11-20', share: 0.55 },
  ],
  residency: [
    { from: '2026-07-06', to: '2026-09-11', share: 0.92 },
    { from: '2026-09-21', to: '2026-11-20', share: 0.62 },
  ],
}

const present = /^(?:active|off-cycle|extended|visiting)$/i

/** Meetings since the pairing of June, as a form that coaches fill in lists them. What was talked about is not in it. */
export function meetingRows(program: 'school' | 'residency', learners: readonly SampleRow[], seed: number): RowModel[] {
  const random = new Random(seed)
  const rows = rounds[program].flatMap(({ from, to, share }) =>
    learners
      .filter(({ status }) => present.test(String(status)))
      .flatMap(({ email }) => {
        if (!random.chance(share)) return []
        const on = workDay(addDays(from, Math.floor(random.next() * (daysBetween(from, to) + 1))))
        const isHeld = random.chance(0.94)
        return [
          {
            on,
            email: String(email),
            status: isHeld ? 'Held' : random.pick(['No show', 'Cancelled']),
            format: random.pick(['In person', 'In person', 'Zoom', 'Phone']),
            length: isHeld ? `${random.pick([20, 30, 30, 45, 45, 60])} min` : '',
          },
        ]
      }),
  )
  return rows
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map((row) => ({ ...row, on: formatDate(row.on) }))
}

/** Nobody meets on a weekend: the Friday before. */
function workDay(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, weekday === 0 ? -2 : weekday === 6 ? -1 : 0)
}

const courses: Record<'school' | 'residency', readonly { module: string; days: readonly string[]; share: number }[]> = {
  school: [
    { module: 'Coaching basics', days: ['2026-06-09', '2026-06-11'], share: 0.93 },
    { module: 'Students who struggle: whom to call', days: ['2025-08-27', '2026-08-26', '2026-09-02'], share: 0.9 },
  ],
  residency: [
    { module: 'Introduction to coaching', days: ['2025-06-12', '2026-06-11'], share: 0.96 },
    { module: 'Listening and powerful questions', days: ['2024-10-08', '2025-10-07', '2026-10-06'], share: 0.85 },
    { module: 'Giving feedback to a peer', days: ['2026-09-15'], share: 0.6 },
  ],
}

/** Which coach did which module when, as a learning platform lists it. */
export function trainingRows(program: 'school' | 'residency', coaches: readonly SampleRow[], seed: number): RowModel[] {
  const random = new Random(seed)
  return courses[program].flatMap(({ module, days, share }) =>
    coaches
      .filter(() => random.chance(share))
      .map(({ email }) => ({ email: String(email), module, on: formatDate(random.pick(days)) })),
  )
}
