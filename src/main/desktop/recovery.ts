/** Why Electron says a page's process ended. */
export type GoneReason =
  | 'clean-exit'
  | 'abnormal-exit'
  | 'killed'
  | 'crashed'
  | 'oom'
  | 'launch-failed'
  | 'integrity-failure'
  | 'memory-eviction'

/** What to do when the page's process is gone. The main process holds the data, so nothing is lost either way. */
export type Recovery = 'nothing' | 'reload' | 'ask'

const patience = 60_000

/**
 * A page that stopped once is loaded again; one that stops twice within a minute would do so for ever, and one that
 * cannot start will not the next time either: then the user decides.
 * `earlier` and `now` are milliseconds of one clock; `earlier` holds when pages stopped before.
 */
export function afterPageGone(reason: GoneReason, earlier: readonly number[], now: number): Recovery {
  if (reason === 'clean-exit') return 'nothing'
  if (reason === 'launch-failed' || reason === 'integrity-failure') return 'ask'
  return earlier.some((time) => now - time < patience) ? 'ask' : 'reload'
}
