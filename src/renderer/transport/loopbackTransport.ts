import type { Transport } from '#shared/contract/client.ts'
import { type AppEvent, maxCallBytes, type Reply } from '#shared/contract/wire.ts'
import { refuse } from '#shared/kernel/problem.ts'

const firstRetryMs = 250
const lastRetryMs = 5_000

/** Calls over HTTP to the Coachdesk that serves this page, at `origin`, with the token of its run. */
export function createLoopbackTransport(origin: string, token: string): Transport {
  const listeners = new Set<(event: AppEvent) => void>()
  let stream: AbortController | null = null

  const post = (path: string, body: string, signal?: AbortSignal): Promise<Response> =>
    fetch(origin + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body,
      ...(signal && { signal }),
    })

  /** Hears events for as long as somebody listens, connecting again whenever the stream breaks. */
  async function hear(signal: AbortSignal): Promise<void> {
    let retryMs = firstRetryMs
    while (!signal.aborted) {
      try {
        const response = await post('/api/events', '{}', signal)
        if (response.ok && response.body) {
          retryMs = firstRetryMs
          for await (const line of lines(response.body)) {
            if (line !== '') emit(JSON.parse(line) as AppEvent)
          }
        }
      } catch {
        // The server is away, or nobody listens any more.
      }
      await new Promise((resolve) => setTimeout(resolve, retryMs))
      retryMs = Math.min(retryMs * 2, lastRetryMs)
    }
  }
  const emit = (event: AppEvent): void => listeners.forEach((listener) => listener(event))

  return {
    send: async (call) => {
      const body = JSON.stringify(call)
      if (body.length > maxCallBytes) return tooLarge
      try {
        const response = await post('/api/call', body)
        return (await response.json()) as Reply
      } catch {
        return disconnected
      }
    },
    listen: (listener) => {
      listeners.add(listener)
      if (!stream) {
        stream = new AbortController()
        void hear(stream.signal)
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        stream?.abort()
        stream = null
      }
    },
  }
}

async function* lines(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const parts = (rest + value).split('\n')
    rest = parts.pop()!
    yield* parts
  }
}

const disconnected: Reply = {
  ok: false,
  problem: refuse(
    'disconnected',
    'Coachdesk does not answer. If it was stopped, start it again and open the new address.',
  ).problem,
}

const tooLarge: Reply = {
  ok: false,
  problem: refuse('too_large', 'The file is too large. A spreadsheet can have up to 64 MB.').problem,
}
