import type { DataFile } from '#main/database/dataFile.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { localDay } from '#main/dispatcher/callContext.ts'
import { designInForce, designOf, getDesign } from '#main/features/program/design.ts'
import { deleteDoneTask, insertDoneTask, loadDoneTasks } from '#main/features/program/designRepository.ts'
import { loadRosterFacts } from '#main/features/program/rosterFacts.ts'
import { getProgram } from '#main/features/program/service.ts'
import { loadSurveyFacts } from '#main/features/program/surveyFacts.ts'
import type { Workspace } from '#main/features/workspace/workspace.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { refuse } from '#shared/kernel/problem.ts'
import { academicYearEnd, academicYearStart } from '#shared/program/academicYear.ts'
import { alertsOn, headlinesOf } from '#shared/program/calendar/alerts.ts'
import { phasesOfYear, tasksOfYear } from '#shared/program/calendar/tasks.ts'
import type { Calendar, Task } from '#shared/program/calendarSchema.ts'
import { readinessOf } from '#shared/program/design/readiness.ts'
import type { Readiness } from '#shared/program/design/readinessSchema.ts'

/** How far the design is, held against the roster of today. */
export async function getReadiness(
  file: DataFile,
  input: { programId: Id; versionId?: Id | undefined },
  call: CallContext,
): Promise<Readiness> {
  const program = await getProgram(file.db, input.programId, call.today)
  const { answers } = await getDesign(file.db, input)
  const facts = await loadRosterFacts(file.db, program.id, call.today)
  return readinessOf(designOf(answers), program.kind, facts, call.today)
}

/** The academic year of a program as it stands today. */
export async function getCalendar(
  workspace: Workspace,
  input: { programId: Id; year?: number | undefined },
  call: CallContext,
): Promise<Calendar> {
  const file = workspace.current()
  const program = await getProgram(file.db, input.programId, call.today)
  const year = input.year ?? program.year
  const { design, settings } = await designInForce(file.db, program.id)
  const roster = await loadRosterFacts(file.db, program.id, call.today)
  const { findings } = readinessOf(design, program.kind, roster, call.today)
  const newest = (await workspace.listBackups())[0]
  const facts = {
    roster,
    lastBackupOn: newest ? localDay(new Date(newest.madeAt)) : null,
    wrong: findings.filter(({ severity }) => severity === 'wrong').length,
    year: program.year,
    ...(await loadSurveyFacts(file.db, program.id)),
  }
  return {
    year,
    from: academicYearStart(year),
    to: academicYearEnd(year),
    today: call.today,
    phases: phasesOfYear(program.kind, year),
    tasks: tasksOfYear(design, program.kind, year, call.today, await loadDoneTasks(file.db, program.id, year)),
    alerts: alertsOn(call.today, facts, settings),
    headlines: headlinesOf(roster, settings),
  }
}

/** The tasks of a year by due date, each with how it stands. */
export async function loadTasks(
  { db }: Pick<DataFile, 'db'>,
  programId: Id,
  year: number,
  call: CallContext,
): Promise<Task[]> {
  const { kind } = await getProgram(db, programId, call.today)
  const { design } = await designInForce(db, programId)
  return tasksOfYear(design, kind, year, call.today, await loadDoneTasks(db, programId, year))
}

/** Marks a task as done by whoever asks, or as open again. @throws Refusal `not_found` */
export async function setTask(
  file: DataFile,
  { programId, year, key, done }: { programId: Id; year: number; key: string; done: boolean },
  call: CallContext,
): Promise<Task> {
  const label = (task: Task): string => `${done ? 'Done' : 'Open again'}: ${task.title}`
  return file.write(call, { label }, async (tx) => {
    const find = async () => (await loadTasks({ db: tx }, programId, year, call)).find((task) => task.key === key)
    const before = await find()
    if (!before) throw refuse('not_found', 'This task is no longer part of the year. The design changed since.')
    if (done && before.done === null) await insertDoneTask(tx, programId, year, key, call)
    if (!done) await deleteDoneTask(tx, programId, year, key)
    // Opened again, a task can be none of this year any more: an opening whose day nobody decided.
    return (await find()) ?? { ...before, status: 'late', done: null }
  })
}
