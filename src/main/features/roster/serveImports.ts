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
import { serveAsks } from '#main/jobs/serveAsks.ts'
import type { Reading } from '#main/jobs/tasks.ts'

/**
 * Serves imports of a roster in a worker, and keeps the file it read last and the roster it compared that with: while
 * somebody corrects cells and decides about rows, neither is read again.
 */
export function serveImports(port: MessagePort, reading: Reading): void {
  let basis: Basis | null = null
  serveAsks<'roster'>(port, ({ task, path, choices, file }) => {
    if (file) basis = { ...basisOf(file), load: keepingRoster(path) }
    const kept = basis
    if (!kept) throw new Error('The first ask of a worker brings the file.')
    const work: (db: Kysely<Tables>, choices: ImportChoices, basis: Basis) => Promise<object> =
      task === 'previewImport' ? previewFile : planChanges
    return reading(path, (db) => work(db, choices, kept))
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
