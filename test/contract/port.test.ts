import { randomUUID } from 'node:crypto'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDispatcher, type Dispatcher } from '#main/dispatcher/dispatcher.ts'
import { servePort } from '#main/transports/port.ts'
import { createPortTransport, type WindowPort } from '#renderer/transport/portTransport.ts'
import type { Transport } from '#shared/contract/client.ts'
import type { AppEvent } from '#shared/contract/wire.ts'
import { fakeHandlers } from '#test/contract/support/fakeHandlers.ts'
import { createMemoryLog } from '#test/contract/support/memoryLog.ts'
import { until } from '#test/contract/support/until.ts'

let dispatcher: Dispatcher
let querySignal: AbortSignal | undefined
let connections: { window: MessagePort; closeMain: () => void }[]

const connect = (): MessagePort => {
  const { port1, port2 } = new MessageChannel()
  connections.push({ window: port2, closeMain: servePort(port1, dispatcher) })
  return port2
}
const newTransport = (): Transport => createPortTransport(async () => connect() as unknown as WindowPort)
const call = (name: string) => ({ name, input: {}, requestId: randomUUID() })

beforeEach(() => {
  connections = []
  querySignal = undefined
  dispatcher = createDispatcher({
    handlers: fakeHandlers({
      'program.list': async () => [],
      'workspace.listFiles': (_, context) => {
        querySignal = context.signal
        return new Promise(() => undefined)
      },
    }),
    actor: () => 'Ana',
    now: () => new Date(),
    log: createMemoryLog(),
  })
})
afterEach(() => connections.forEach(({ window }) => window.close()))

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a number', 7],
  ['an object', { id: 1, call: {} }],
  ['something with data', { data: { data: 7 } }],
  ['text without a tag', 'hello'],
  ['a tag that is no number', 'x {"name":"program.list"}'],
  ['an event, which only the other end sends', 'event {}'],
  ['bytes', new Uint8Array(8)],
])('what is no frame is ignored, and the next call is answered: %s', async (_, message) => {
  const port = connect()
  const answers: unknown[] = []
  port.on('message', (answer) => answers.push(answer))
  port.postMessage(message)
  port.postMessage(`1 ${JSON.stringify(call('program.list'))}`)
  await until(() => answers.includes('1 {"ok":true,"value":[]}'))
  expect(answers).toEqual([`event {"type":"hello"}`, '1 {"ok":true,"value":[]}'])
})

test('a call that waits fails when the main process closes the port; the next call has a new one', async () => {
  const transport = newTransport()
  const pending = transport.send(call('workspace.listFiles'))
  await until(() => querySignal !== undefined)
  connections[0]!.closeMain()
  expect(await pending).toMatchObject({ ok: false, problem: { code: 'disconnected' } })
  expect(await transport.send(call('program.list'))).toEqual({ ok: true, value: [] })
  expect(connections).toHaveLength(2)
})

test('a query is told when the window goes away, and its answer goes nowhere', async () => {
  void newTransport().send(call('workspace.listFiles'))
  await until(() => querySignal !== undefined)
  connections[0]!.window.close()
  await until(() => querySignal?.aborted === true)
  dispatcher.announce(['roster'], null)
  expect(querySignal?.reason).toMatchObject({ problem: { code: 'disconnected' } })
})

test('a window that reloads is greeted again and hears what follows', async () => {
  const heard: AppEvent[] = []
  newTransport().listen((event) => heard.push(event))
  await until(() => heard.length === 1)
  connections[0]!.window.close()
  const again: AppEvent[] = []
  newTransport().listen((event) => again.push(event))
  await until(() => again.length === 1)
  dispatcher.announce(['roster'], null)
  await until(() => again.length === 2)
  expect(again).toEqual([{ type: 'hello' }, { type: 'changed', topics: ['roster'], requestId: null }])
  expect(heard).toEqual([{ type: 'hello' }])
})

test('a transport that cannot connect answers, and tries again at the next call', async () => {
  let tries = 0
  const transport = createPortTransport(async () => {
    tries++
    if (tries === 1) throw new Error('no port')
    return connect() as unknown as WindowPort
  })
  expect(await transport.send(call('program.list'))).toMatchObject({ ok: false, problem: { code: 'disconnected' } })
  expect(await transport.send(call('program.list'))).toEqual({ ok: true, value: [] })
})
