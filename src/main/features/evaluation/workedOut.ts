import type { Kysely } from 'kysely'
import type { Tables } from '#main/database/tables.ts'
import { hasChangedSince, newestEntry } from '#main/features/workspace/service.ts'
import type { Evidence } from '#shared/evaluation/protection/evidence.ts'
import type { Results } from '#shared/evaluation/resultSchema.ts'
import type { ScoredWave } from '#shared/evaluation/scoring/scoredWave.ts'
import type { Id } from '#shared/kernel/ids.ts'

type Db = Kysely<Tables>

/**
 * What was worked out of the waves of a data file since they last changed: every screen and export looks at the same, and
 * for a large wave each takes a second.
 */
interface WorkedOut {
  /** The entry of the history that all this is as of. */
  entry: Id | null
  readonly waves: Map<Id, Promise<ScoredWave>>
  /** Of each program, as of its minimum and its releases: each of those makes another, and the one before is given up. */
  readonly evidence: Map<Id, { asOf: string; byInstrument: Map<string, Promise<Evidence>> }>
  readonly results: WeakMap<Evidence, Map<string, Promise<Results>>>
}

const workedOutOf = new WeakMap<Db, WorkedOut>()

/** What waves and their scores are made of. */
const sources = ['administration', 'survey_code', 'response', 'instrument_version'] as const

/** What is kept of a data file; nothing where its waves have changed. Ask for it before reading what goes into it. */
export async function workedOut(db: Db): Promise<WorkedOut> {
  const entry = await newestEntry(db)
  const kept = workedOutOf.get(db)
  if (kept && (kept.entry === entry || !(await hasChangedSince(db, kept.entry, sources)))) {
    kept.entry = entry
    return kept
  }
  const next: WorkedOut = { entry, waves: new Map(), evidence: new Map(), results: new WeakMap() }
  workedOutOf.set(db, next)
  return next
}

/** What is kept under a key; made where it is not, once for all who ask meanwhile. */
export function keepingOne<K, T>(kept: Map<K, Promise<T>>, key: K, make: () => Promise<T>): Promise<T> {
  const known = kept.get(key)
  if (known) return known
  const made = make()
  kept.set(key, made)
  made.catch(() => kept.delete(key))
  return made
}
