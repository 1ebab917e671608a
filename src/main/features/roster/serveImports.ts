import type { MessagePort } from 'node:worker_threads'
import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import {
  type Basis,
  basisOf,
  type ImportChoices,
  loadRoster,
  planChanges,
  previewFile,
} from '#main/features/roster/importPlan.ts'
import { newestEntry } from '#main/features/workspace/service.ts'
import type { ImportAsk, ImportReply } from '#main/jobs/importTasks.ts'
import { takeApart } from '#main/jobs/pieces.ts'
import { Refusal } from '#shared/kernel/problem.ts'

type Reading = <T>(path: string, work: (db: Kysely<Tables>) => Promise<T>) => Promise<T>

/**
 * Answers one ask after another in a worker, and keeps the file it read last and the roster it compared that with: while
 * somebody corrects cells and decides about rows, neither is read again. Large answers are sent piece by piece, as asked
 * for, because taking one over at once would hold up the thread that answers the window.
 */
export function serveImports(port: MessagePort, reading: Reading): void {
  let basis: Basis | null = null
  let pieces: ReturnType<typeof takeApart>['pieces'] = []

  async function answer({ task, path, choices, file }: ImportAsk): Promise<ImportReply> {
    try {
      if (file) basis = { ...basisOf(file), load: keepingRoster(path) }
      const kept = basis
      if (!kept) throw new Error('The first ask of a worker brings the file.')
      const work: (db: Kysely<Tables>, choices: ImportChoices, basis: Basis) => Promise<object> =
        task === 'previewImport' ? previewFile : planChanges
      const apart = takeApart(await reading(path, (db) => work(db, choices, kept)))
      pieces = apart.pieces
      return { ok: true, value: apart.rest, pieces: pieces.length }
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, problem: error.problem }
      return { ok: false, fault: error instanceof Error ? error : new Error(String(error)) }
    }
  }

  port.on('message', (ask: ImportAsk | 'more') => {
    if (ask === 'more') port.postMessage(pieces.shift())
    else void answer(ask).then((reply) => port.postMessage(reply))
  })
}

/** Loads a roster once as long as nothing in the history changes. */
function keepingRoster(path: string): typeof loadRoster {
  let kept: { key: string; roster: ReturnType<typeof loadRoster> } | null = null
  return async (db, of, today) => {
    const key = [path, of.programId, of.as, today, await newestEntry(db)].join(' ')
    if (kept?.key !== key) kept = { key, roster: loadRoster(db, of, today) }
    return kept.roster
  }
}
