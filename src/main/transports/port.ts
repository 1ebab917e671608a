import type { Dispatcher } from '#main/dispatcher/dispatcher.ts'
import { readFrame, writeFrame } from '#shared/contract/frame.ts'
import type { AppEvent } from '#shared/contract/wire.ts'
import { refuse } from '#shared/kernel/problem.ts'

/** What a port of Electron's main process and one of node:worker_threads have in common. */
export interface MessagePortLike {
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'close', listener: () => void): unknown
  postMessage(message: string): void
  start(): void
  close(): void
}

/**
 * Answers the calls that arrive at one end of a port until either end closes it. A window that reloads comes back with a
 * new port, and is greeted again. Returns the function that closes this end.
 */
export function servePort(port: MessagePortLike, dispatcher: Dispatcher): () => void {
  const gone = new AbortController()
  const post = (tag: string, json: string): void => {
    if (!gone.signal.aborted) port.postMessage(writeFrame(tag, json))
  }
  const postEvent = (event: AppEvent): void => post('event', JSON.stringify(event))

  const unsubscribe = dispatcher.subscribe(postEvent)
  port.on('message', (message) => {
    const frame = readFrame(textOf(message))
    if (!frame || frame.tag === 'event') return
    void dispatcher.dispatchJson(frame.json, gone.signal).then((json) => post(frame.tag, json))
  })
  port.on('close', () => {
    unsubscribe()
    gone.abort(windowGone)
  })
  port.start()
  postEvent({ type: 'hello' })
  return () => port.close()
}

const windowGone = refuse('disconnected', 'The window was closed before the answer.')

/** Node hands over the message itself, Electron an event with the message as its `data`. */
function textOf(message: unknown): unknown {
  return typeof message === 'object' && message !== null && 'data' in message ? message.data : message
}
