import type { Dispatcher } from '#main/dispatcher/dispatcher.ts'
import type { Transport } from '#shared/contract/client.ts'
import type { Reply } from '#shared/contract/wire.ts'

/** Calls within the process, for the command line. Through JSON all the same, so that no way in can do what another cannot. */
export function createInProcessTransport(dispatcher: Dispatcher): Transport {
  return {
    send: async (call) => JSON.parse(await dispatcher.dispatchJson(JSON.stringify(call))) as Reply,
    listen: (listener) => dispatcher.subscribe(listener),
  }
}
