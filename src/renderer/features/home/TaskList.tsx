import { useState } from 'react'
import { useChange } from '#renderer/app/api.ts'
import { showProblem, useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Checkbox } from '#renderer/ui/form/Checkbox.tsx'
import { StatusDot } from '#renderer/ui/StatusDot.tsx'
import { formatDate } from '#shared/kernel/plainDate.ts'
import type { Calendar, Task } from '#shared/program/calendarSchema.ts'
import type { Program } from '#shared/program/schema.ts'
import { PlaceLink } from './PlaceLink.tsx'
import { tasksToShow } from './tasksToShow.ts'

/** What is late and due, and what comes next; a check marks a task as done. */
export function TaskList({ program, calendar }: { program: Program; calendar: Calendar }) {
  const [isLong, setLong] = useState(false)
  const { shown, others } = tasksToShow(calendar.tasks)
  const tasks = isLong ? calendar.tasks : shown
  return (
    <section>
      <h2>Tasks</h2>
      {tasks.length === 0 && <StatusDot tone="done">Nothing is due</StatusDot>}
      <ul className="cd-tasks">
        {tasks.map((task) => (
          <TaskRow key={task.key} program={program} year={calendar.year} task={task} />
        ))}
      </ul>
      {(isLong || others > 0) && (
        <Button kind="quiet" onPress={() => setLong(!isLong)}>
          {isLong ? 'Show what is due' : `Show the whole year, ${others} more`}
        </Button>
      )}
    </section>
  )
}

function TaskRow({ program, year, task }: { program: Program; year: number; task: Task }) {
  const setTask = useChange('program.setTask')
  const done = useDone()
  const mark = async (isDone: boolean): Promise<void> => {
    await setTask.mutateAsync({ programId: program.id, year, key: task.key, done: isDone })
    await done(isDone ? `Done: ${task.title}` : `Open again: ${task.title}`)
  }
  return (
    <li data-status={task.status}>
      <Checkbox
        label={task.title}
        value={task.status === 'done'}
        isDisabled={setTask.isPending}
        onChange={(isDone) => void mark(isDone).catch(showProblem)}
      />
      <span className="cd-task-due">
        <DueState task={task} />
      </span>
      <p className="cd-quiet">
        {task.detail} <PlaceLink program={program} place={task.place} question={task.question} about={task.title} />
      </p>
    </li>
  )
}

function DueState({ task: { status, due, done } }: { task: Task }) {
  const date = <time dateTime={due}>{formatDate(due)}</time>
  if (done) return <StatusDot tone="done">{`Done by ${done.by}`}</StatusDot>
  if (status === 'late')
    return (
      <StatusDot tone="wrong">
        <span>Late since {date}</span>
      </StatusDot>
    )
  if (status === 'due')
    return (
      <StatusDot tone="needs">
        <span>Due {date}</span>
      </StatusDot>
    )
  return <StatusDot tone="neutral">{date}</StatusDot>
}
