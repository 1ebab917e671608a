import type { MessagePort } from 'node:worker_threads'
import type { ImportAsk, ImportedKind, ImportReply } from '#main/jobs/importTasks.ts'
import { takeApart } from '#main/jobs/pieces.ts'
import { Refusal } from '#shared/kernel/problem.ts'

/**
 * Answers one ask after another in a worker. Large answers are sent piece by piece, as asked for, because taking one over
 * at once would hold up the thread that answers the window.
 */
export function serveAsks<K extends ImportedKind>(
  port: MessagePort,
  perform: (ask: ImportAsk<K>) => Promise<object>,
): void {
  let pieces: ReturnType<typeof takeApart>['pieces'] = []

  async function answer(ask: ImportAsk<K>): Promise<ImportReply> {
    try {
      const apart = takeApart(await perform(ask))
      pieces = apart.pieces
      return { ok: true, value: apart.rest, pieces: pieces.length }
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, problem: error.problem }
      return { ok: false, fault: error instanceof Error ? error : new Error(String(error)) }
    }
  }

  port.on('message', (ask: ImportAsk<K> | 'more') => {
    if (ask === 'more') port.postMessage(pieces.shift())
    else void answer(ask).then((reply) => port.postMessage(reply))
  })
}
