import { parentPort, workerData } from 'node:worker_threads'
import type { TaskReply, TaskRequest } from '#main/jobs/tasks.ts'
import { Refusal } from '#shared/kernel/problem.ts'

/** A worker does one task and ends. What it needs is loaded only here, so that starting the app stays fast. */
async function perform(request: TaskRequest): Promise<unknown> {
  if (request.task === 'readSheet') {
    const { readSheetFile } = await import('#main/spreadsheets/readSheetFile.ts')
    return readSheetFile(request.payload.bytes, request.payload.name)
  }
  const { writeWorkbook } = await import('#main/spreadsheets/writeWorkbook.ts')
  return writeWorkbook(request.payload)
}

const reply = await perform(workerData as TaskRequest).then(
  (value): TaskReply => ({ ok: true, value }),
  (error: unknown): TaskReply => {
    if (error instanceof Refusal) return { ok: false, problem: error.problem }
    return { ok: false, fault: error instanceof Error ? error : new Error(String(error)) }
  },
)
parentPort?.postMessage(reply, [])
