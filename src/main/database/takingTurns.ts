import { setImmediate } from 'node:timers/promises'
import type { KyselyPlugin, PluginTransformQueryArgs, PluginTransformResultArgs, QueryResult, UnknownRow } from 'kysely'

/** So long, in ms, statements may follow one another before the thread looks at what else there is to do. */
const turnMs = 20

/**
 * SQLite works in the thread that calls it, and promises that settle at once never let anything else run: a large write
 * would hold up the window to its end. So it pauses between statements; its transaction stays open, reads see what is
 * committed, and other writes wait for their turn as they do anyway.
 */
export class TakingTurns implements KyselyPlugin {
  #since = performance.now()

  transformQuery({ node }: PluginTransformQueryArgs): PluginTransformQueryArgs['node'] {
    return node
  }

  async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    if (performance.now() - this.#since > turnMs) {
      await setImmediate()
      this.#since = performance.now()
    }
    return result
  }
}
