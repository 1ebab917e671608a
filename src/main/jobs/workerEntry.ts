import { parentPort, workerData } from 'node:worker_threads'
import type { ImportedKind } from '#main/jobs/importTasks.ts'
import type { Reading, TaskReply, TaskRequest } from '#main/jobs/tasks.ts'
import { assertNever } from '#shared/kernel/assertNever.ts'
import { Refusal } from '#shared/kernel/problem.ts'

/** A worker does one task and ends, but for that of the imports. What it needs is loaded only here, so that starting the app stays fast. */
async function perform(request: Exclude<TaskRequest, { task: 'imports' }>): Promise<unknown> {
  switch (request.task) {
    case 'readSheet': {
      const { readSheetFile } = await import('#main/spreadsheets/readSheetFile.ts')
      return readSheetFile(request.payload.bytes, request.payload.name)
    }
    case 'writeWorkbook': {
      const { writeWorkbook } = await import('#main/spreadsheets/writeWorkbook.ts')
      return writeWorkbook(request.payload)
    }
    case 'writeBudget': {
      const { budgetWorkbook } = await import('#main/features/budget/workbook/budgetWorkbook.ts')
      const { writeWorkbook } = await import('#main/spreadsheets/writeWorkbook.ts')
      return writeWorkbook(budgetWorkbook(request.payload))
    }
    case 'failedRows': {
      const { basisOf, planFile } = await import('#main/features/roster/importPlan.ts')
      const { failedRowsWorkbook } = await import('#main/features/roster/failedRowsWorkbook.ts')
      const { writeWorkbook } = await import('#main/spreadsheets/writeWorkbook.ts')
      const { path, request: file, about } = request.payload
      const model = failedRowsWorkbook(await reading(path, (db) => planFile(db, file, basisOf(file))), about)
      const rows = model.sheets.reduce((sum, sheet) => sum + (sheet.kind === 'table' ? sheet.rows.length : 0), 0)
      return { bytes: await writeWorkbook(model), rows }
    }
    default:
      return assertNever(request)
  }
}

/** So the connection of the thread that answers the window stays free. */
const reading: Reading = async (path, work) => {
  const { openReader, readingKysely } = await import('#main/database/connection.ts')
  const db = readingKysely(openReader(path))
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}

async function serve(kind: ImportedKind): Promise<void> {
  switch (kind) {
    case 'roster': {
      const { serveImports } = await import('#main/features/roster/serveImports.ts')
      return serveImports(parentPort!, reading)
    }
    case 'survey': {
      const { serveSurveys } = await import('#main/features/evaluation/serveSurveys.ts')
      return serveSurveys(parentPort!, reading)
    }
    default:
      return assertNever(kind)
  }
}

const request = workerData as TaskRequest
if (request.task === 'imports') {
  await serve(request.kind)
} else {
  const reply = await perform(request).then(
    (value): TaskReply => ({ ok: true, value }),
    (error: unknown): TaskReply => {
      if (error instanceof Refusal) return { ok: false, problem: error.problem }
      return { ok: false, fault: error instanceof Error ? error : new Error(String(error)) }
    },
  )
  parentPort?.postMessage(reply, [])
}
