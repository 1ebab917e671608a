import type { Transport } from '#shared/contract/client.ts'
import { readFrame, writeFrame } from '#shared/contract/frame.ts'
import type { AppEvent, Call, Reply } from '#shared/contract/wire.ts'
import { refuse } from '#shared/kernel/problem.ts'

/** The window's end of a message port. */
export interface WindowPort {
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
  addEventListener(type: 'close', listener: () => void): void
  postMessage(message: string): void
  start(): void
}

/** Calls over a message port. Where the other end goes away, what is pending fails, and the next call asks for a new port. */
export function createPortTransport(connect: () => Promise<WindowPort>): Transport {
  const listeners = new Set<(event: AppEvent) => void>()
  let connection: Promise<Connection> | null = null

  function connected(): Promise<Connection> {
    connection ??= open().catch((error: unknown) => {
      connection = null
      throw error
    })
    return connection
  }

  async function open(): Promise<Connection> {
    const port = await connect()
    return attach(port, {
      onEvent: (event) => listeners.forEach((listener) => listener(event)),
      onClose: () => (connection = null),
    })
  }

  return {
    send: async (call) => {
      try {
        return await (await connected()).send(call)
      } catch {
        return disconnected
      }
    },
    listen: (listener) => {
      listeners.add(listener)
      connected().catch(() => undefined) // the next call says that there is no connection
      return () => void listeners.delete(listener)
    },
  }
}

interface Connection {
  send(call: Call): Promise<Reply>
}

function attach(port: WindowPort, on: { onEvent: (event: AppEvent) => void; onClose: () => void }): Connection {
  const pending = new Map<string, (reply: Reply) => void>()
  let calls = 0
  let open = true

  port.addEventListener('message', ({ data }) => {
    const frame = readFrame(data)
    if (!frame) return
    if (frame.tag === 'event') return on.onEvent(JSON.parse(frame.json) as AppEvent)
    pending.get(frame.tag)?.(JSON.parse(frame.json) as Reply)
    pending.delete(frame.tag)
  })
  port.addEventListener('close', () => {
    open = false
    on.onClose()
    for (const settle of pending.values()) settle(disconnected)
    pending.clear()
  })
  port.start()

  return {
    send: (call) => {
      if (!open) return Promise.resolve(disconnected)
      return new Promise((resolve) => {
        const tag = String(++calls)
        pending.set(tag, resolve)
        port.postMessage(writeFrame(tag, JSON.stringify(call)))
      })
    },
  }
}

const disconnected: Reply = {
  ok: false,
  problem: refuse('disconnected', 'The connection to Coachdesk was lost before the answer. Try again.').problem,
}
