import { addDays, daysBetween, monthOf, type PlainDate, yearOf } from '#shared/kernel/plainDate.ts'
import type { Calendar, Phase, Task } from '#shared/program/calendarSchema.ts'

/** Where something stands on the bar of a year, in percent of its width. */
export interface Span {
  readonly left: number
  readonly width: number
}

export interface YearBar {
  readonly months: readonly (Span & { key: string; label: string })[]
  /** Phases in as few rows as they fit in without overlapping. */
  readonly rows: readonly (readonly (Span & { phase: Phase; isNow: boolean })[])[]
  /** The tasks of a day stand in one mark, with the most pressing of their states. */
  readonly marks: readonly { on: PlainDate; left: number; status: Task['status']; titles: string[] }[]
  /** Null where today is not in this year. */
  readonly now: number | null
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The year as a bar: its months, its phases, its tasks, and where it stands. */
export function yearBar({ from, to, today, phases, tasks }: Calendar): YearBar {
  const days = daysBetween(from, to) + 1
  const at = (date: PlainDate): number => (Math.max(0, Math.min(days, daysBetween(from, date))) / days) * 100
  const span = (start: PlainDate, end: PlainDate): Span => ({ left: at(start), width: at(addDays(end, 1)) - at(start) })
  return {
    months: monthsBetween(from, to).map((start, index, all) => ({
      key: start,
      label: monthNames[monthOf(start) - 1]!,
      ...span(start, all[index + 1] ? addDays(all[index + 1]!, -1) : to),
    })),
    rows: inRows(phases).map((row) =>
      row.map((phase) => ({ phase, isNow: phase.from <= today && today <= phase.to, ...span(phase.from, phase.to) })),
    ),
    marks: [...Map.groupBy(tasks, ({ due }) => due)]
      .filter(([on]) => from <= on && on <= to)
      .map(([on, those]) => ({
        on,
        left: at(on),
        status: pressing.find((status) => those.some((task) => task.status === status))!,
        titles: those.map(({ title }) => title),
      })),
    now: from <= today && today <= to ? at(today) : null,
  }
}

/** What a mark says when its tasks differ: what is late before what is done. */
const pressing: readonly Task['status'][] = ['late', 'due', 'later', 'done']

/** The first days of the months, the first of all being where the year begins. */
function monthsBetween(from: PlainDate, to: PlainDate): PlainDate[] {
  const starts = [from]
  let [year, month] = [yearOf(from), monthOf(from)]
  for (;;) {
    month += 1
    if (month > 12) [year, month] = [year + 1, 1]
    const start = `${year}-${String(month).padStart(2, '0')}-01`
    if (start > to) return starts
    starts.push(start)
  }
}

/** Each phase goes into the first row that is free when it begins. */
function inRows(phases: readonly Phase[]): Phase[][] {
  const rows: Phase[][] = []
  for (const phase of phases.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    const free = rows.find((row) => row.at(-1)!.to < phase.from)
    if (free) free.push(phase)
    else rows.push([phase])
  }
  return rows
}
