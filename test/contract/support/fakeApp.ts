import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach } from 'vitest'
import { createDispatcher, type Dispatcher } from '#main/dispatcher/dispatcher.ts'
import { type Client, createClient } from '#shared/contract/client.ts'
import type { Reply } from '#shared/contract/wire.ts'
import type { Problem } from '#shared/kernel/problem.ts'
import { type FakeHandlers, fakeHandlers } from '#test/contract/support/fakeHandlers.ts'
import { createMemoryLog } from '#test/contract/support/memoryLog.ts'
import type { WayIn, waysIn } from '#test/contract/support/waysIn.ts'

export const draft = { name: 'Class of 2029', kind: 'ume', year: 2026, cohorts: [], sites: [] } as const
export const program = {
  ...draft,
  id: randomUUID(),
  revision: 1,
  institution: '',
  learners: 0,
  coaches: 0,
  archivedOn: null,
  cohorts: [],
  sites: [],
}
export const backup = { id: 'b', madeAt: '2026-11-22T10:00:00.000Z', reason: 'manual', bytes: 1 } as const

/** An app that does what fake handlers do, behind one way in; what it is made of is another with each `start`. */
interface FakeApp {
  dispatcher: Dispatcher
  way: WayIn
  client: Client
  log: ReturnType<typeof createMemoryLog>
  /** Opens this way in to an app with these handlers, in place of the one before. */
  start: (handlers: Partial<FakeHandlers>) => Promise<void>
  /** A job that says it began, then works until it is told to end or cancelled. */
  startWithSlowJob: () => Promise<{ runs: () => number; end: () => void }>
  /** What goes over the wire, as it stands. */
  send: (call: unknown) => Promise<Reply>
  call: (name: unknown, input?: unknown, requestId?: unknown) => Promise<Reply>
}

/** Opens an app with one program for each test of the `describe` it is called in, and closes it after. */
export function useFakeApp(open: (typeof waysIn)[number]['open']): FakeApp {
  let stop = stopped
  const app = {
    async start(handlers) {
      await stop()
      const log = createMemoryLog()
      const dispatcher = createDispatcher({
        handlers: fakeHandlers(handlers),
        actor: () => 'Ana Ruiz',
        now: () => new Date('2026-11-22T10:00:00Z'),
        log,
      })
      const way = await open(dispatcher)
      Object.assign(app, { log, dispatcher, way, client: createClient(way.transport, randomUUID) })
      stop = async () => {
        stop = stopped
        await way.close()
        await dispatcher.close()
      }
    },
    async startWithSlowJob() {
      let runs = 0
      const ending = Promise.withResolvers<void>()
      await app.start({
        'workspace.createBackup': async (_, call) => {
          runs++
          call.progress('Copying', 1, 4)
          await Promise.race([
            ending.promise,
            new Promise((_, reject) =>
              call.signal.addEventListener('abort', () => reject(call.signal.reason as Error)),
            ),
          ])
          return backup
        },
      })
      return { runs: () => runs, end: ending.resolve }
    },
    send: (call) => app.way.sendText(JSON.stringify(call)),
    call: (name, input = {}, requestId = randomUUID()) => app.send({ name, input, requestId }),
  } as FakeApp
  beforeEach(() => app.start({ 'program.list': async () => [program], 'program.create': async () => program }))
  afterEach(() => stop())
  return app
}

async function stopped(): Promise<void> {}

/** The problem of a reply that is one. */
export function problemOf(reply: Reply): Problem {
  if (reply.ok) throw new Error(`expected a problem, got ${JSON.stringify(reply.value)}`)
  return reply.problem
}
