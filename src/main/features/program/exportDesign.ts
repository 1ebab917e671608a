import type { DataFile } from '#main/database/dataFile.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { readBudgetSummary } from '#main/features/budget/service.ts'
import { loadTasks } from '#main/features/program/calendar.ts'
import { type Charter, charterDocument } from '#main/features/program/charter.ts'
import { decisionsWorkbook } from '#main/features/program/decisionsWorkbook.ts'
import { designOf, getDesign } from '#main/features/program/design.ts'
import { getProgram } from '#main/features/program/service.ts'
import { logExport } from '#main/features/workspace/service.ts'
import type { Workspace } from '#main/features/workspace/workspace.ts'
import { runInWorker } from '#main/jobs/worker.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { formatAcademicYear } from '#shared/program/academicYear.ts'
import { writeCalendar } from '#shared/program/calendar/ics.ts'
import { questions } from '#shared/program/design/design.ts'
import { withoutOfficeNotes } from '#shared/program/design/outside.ts'
import { safeFileName } from '#shared/workspace/fileName.ts'
import type { StagedFile } from '#shared/workspace/schema.ts'

interface DesignExport {
  programId: Id
  versionId?: Id | undefined
  audience: string
}

/** Writes the charter of a version as a .docx, and logs for whom; the bytes wait under the handle in the answer. */
export async function exportCharter(workspace: Workspace, input: DesignExport, call: CallContext): Promise<StagedFile> {
  const file = workspace.current()
  const charter = await readCharter({ file, appVersion: workspace.version }, input, call)
  call.progress('Writing the charter')
  // Loaded only here: most starts of the app never write a document.
  const { writeDocument } = await import('#main/documents/writeDocument.ts')
  const bytes = await writeDocument(charterDocument(charter))
  return stage(
    workspace,
    file,
    { what: 'Charter', name: nameOf(charter, 'charter', 'docx'), bytes, rows: questions.length },
    input.audience,
    call,
  )
}

/** Writes the decisions of a version as an .xlsx, one to a row, with answers and open points on sheets of their own. */
export async function exportDecisions(
  workspace: Workspace,
  input: DesignExport,
  call: CallContext,
): Promise<StagedFile> {
  const file = workspace.current()
  const charter = await readCharter({ file, appVersion: workspace.version }, input, call)
  call.progress('Writing the decisions')
  const bytes = await runInWorker('writeWorkbook', decisionsWorkbook(charter), { signal: call.signal })
  const rows = questions.reduce((sum, question) => sum + charter.design[question].decisions.length, 0)
  return stage(
    workspace,
    file,
    { what: 'Decisions', name: nameOf(charter, 'decisions', 'xlsx'), bytes, rows },
    input.audience,
    call,
  )
}

/** Writes the tasks of a year that are not done as a calendar, so that the office sees them in its own. */
export async function exportCalendar(
  workspace: Workspace,
  input: { programId: Id; year?: number | undefined; audience: string },
  call: CallContext,
): Promise<StagedFile> {
  const file = workspace.current()
  const program = await getProgram(file.db, input.programId, call.today)
  const year = input.year ?? program.year
  call.progress('Writing the calendar')
  const tasks = (await loadTasks(file, program.id, year, call)).filter(({ done }) => done === null)
  const entries = tasks.map(({ key, title, detail, due }) => ({
    uid: `${program.id}.${year}.${key}`,
    title: `${title} (${program.name})`,
    detail,
    on: due,
  }))
  const text = writeCalendar(`${program.name} ${formatAcademicYear(year)}`, entries, call.now)
  const name = `${safeFileName(program.name)} ${formatAcademicYear(year)}.ics`
  const bytes = new TextEncoder().encode(text)
  return stage(workspace, file, { what: 'Calendar', name, bytes, rows: entries.length }, input.audience, call)
}

async function readCharter(
  { file: { db }, appVersion }: { file: DataFile; appVersion: string },
  input: DesignExport,
  call: CallContext,
): Promise<Charter> {
  call.progress('Reading the design')
  const program = await getProgram(db, input.programId, call.today)
  const { version, answers } = await getDesign(db, input)
  const { audience } = input
  return {
    program,
    version,
    design: withoutOfficeNotes(designOf(answers)),
    budget: await readBudgetSummary(db, program.id, call.today),
    audience,
    actor: call.actor,
    now: call.now,
    appVersion,
  }
}

const nameOf = ({ program, version }: Charter, what: string, extension: string): string =>
  `${safeFileName(program.name)} ${what} version ${version.number}.${extension}`

async function stage(
  workspace: Workspace,
  file: DataFile,
  { what, name, bytes, rows }: { what: string; name: string; bytes: Uint8Array; rows: number },
  audience: string,
  call: CallContext,
): Promise<StagedFile> {
  const staged = workspace.staging.put(name, bytes)
  await logExport(file, { what, fileName: staged.name, audience, rows }, call)
  return staged
}
