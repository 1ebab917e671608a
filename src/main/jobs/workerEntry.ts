import { parentPort, workerData } from 'node:worker_threads'
import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import type { TaskReply, TaskRequest } from '#main/jobs/tasks.ts'
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

/** Reads the data file through a connection of this thread's own, so that the one that answers the window stays free. */
async function reading<T>(path: string, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  const { openReader, readingKysely } = await import('#main/database/connection.ts')
  const db = readingKysely(openReader(path))
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}

const request = workerData as TaskRequest
if (request.task === 'imports') {
  const { serveImports } = await import('#main/features/roster/serveImports.ts')
  serveImports(parentPort!, reading)
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
