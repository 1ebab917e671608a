import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type { Dispatcher } from '#main/dispatcher/dispatcher.ts'
import { createInProcessTransport } from '#main/transports/inProcess.ts'
import { serveLoopback } from '#main/transports/loopback.ts'
import { servePort } from '#main/transports/port.ts'
import { createLoopbackTransport } from '#renderer/transport/loopbackTransport.ts'
import { createPortTransport, type WindowPort } from '#renderer/transport/portTransport.ts'
import type { Transport } from '#shared/contract/client.ts'
import { readFrame, writeFrame } from '#shared/contract/frame.ts'
import type { Reply } from '#shared/contract/wire.ts'

export interface WayIn {
  readonly transport: Transport
  /** Another window, tab or process on the same dispatcher. */
  connect(): Transport
  /** Sends text as the body of a call, whatever it is. */
  sendText(text: string): Promise<Reply>
  close(): Promise<void>
}

export const waysIn: { name: string; open: (dispatcher: Dispatcher) => Promise<WayIn> }[] = [
  { name: 'in process', open: openInProcess },
  { name: 'message port', open: openPort },
  { name: 'loopback', open: openLoopback },
]

async function openInProcess(dispatcher: Dispatcher): Promise<WayIn> {
  const connect = () => createInProcessTransport(dispatcher)
  return {
    transport: connect(),
    connect,
    sendText: async (text) => JSON.parse(await dispatcher.dispatchJson(text)) as Reply,
    close: async () => undefined,
  }
}

async function openPort(dispatcher: Dispatcher): Promise<WayIn> {
  const ports: MessagePort[] = []
  const newPort = (): MessagePort => {
    const { port1, port2 } = new MessageChannel()
    servePort(port1, dispatcher)
    ports.push(port2)
    return port2
  }
  const connect = () => createPortTransport(async () => newPort() as unknown as WindowPort)
  return {
    transport: connect(),
    connect,
    sendText: (text) =>
      new Promise((resolve) => {
        const port = newPort()
        port.on('message', (message) => {
          const frame = readFrame(message)
          if (frame?.tag === '7') resolve(JSON.parse(frame.json) as Reply)
        })
        port.postMessage(writeFrame('7', text))
      }),
    close: async () => ports.forEach((port) => port.close()),
  }
}

async function openLoopback(dispatcher: Dispatcher): Promise<WayIn> {
  const rendererFolder = await mkdtemp(path.join(tmpdir(), 'coachdesk-'))
  const server = await serveLoopback(dispatcher, { port: 0, rendererFolder })
  const connect = () => createLoopbackTransport(server.origin, server.token)
  return {
    transport: connect(),
    connect,
    sendText: async (text) => {
      const response = await fetch(`${server.origin}/api/call`, {
        method: 'POST',
        headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' },
        body: text,
      })
      return (await response.json()) as Reply
    },
    close: async () => {
      await server.close()
      await rm(rendererFolder, { recursive: true })
    },
  }
}
