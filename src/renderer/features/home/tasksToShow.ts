import type { Task } from '#shared/program/calendarSchema.ts'

// What comes next, after what is late and due.
const shownLater = 3

/** The tasks to be seen at once: all that are late or due, and the next few; and how many others there are. */
export function tasksToShow(tasks: readonly Task[]): { shown: Task[]; others: number } {
  const pressing = tasks.filter(({ status }) => status === 'late' || status === 'due')
  const later = tasks.filter(({ status }) => status === 'later').slice(0, shownLater)
  const shown = [...pressing, ...later]
  return { shown, others: tasks.length - shown.length }
}
