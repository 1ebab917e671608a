import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createDispatcher, type Dispatcher } from '#main/dispatcher/dispatcher.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { type Client, createClient } from '#shared/contract/client.ts'
import { type AppEvent, type JobState, maxCallBytes, type Reply } from '#shared/contract/wire.ts'
import { type Problem, Refusal, refuse } from '#shared/kernel/problem.ts'
import { type FakeHandlers, fakeHandlers } from '#test/contract/support/fakeHandlers.ts'
import { createMemoryLog } from '#test/contract/support/memoryLog.ts'
import { until } from '#test/contract/support/until.ts'
import { type WayIn, waysIn } from '#test/contract/support/waysIn.ts'

const draft = { name: 'Class of 2029', kind: 'ume', year: 2026, cohorts: [], sites: [] } as const
const program = {
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
const backup = { id: 'b', madeAt: '2026-11-22T10:00:00.000Z', reason: 'manual', bytes: 1 } as const

describe.each(waysIn)('$name', ({ open }) => {
  let dispatcher: Dispatcher
  let way: WayIn
  let client: Client
  let log: ReturnType<typeof createMemoryLog>

  /** Opens this way in to an app with these handlers, in place of the one before. */
  async function start(handlers: Partial<FakeHandlers>): Promise<void> {
    await stop()
    log = createMemoryLog()
    dispatcher = createDispatcher({
      handlers: fakeHandlers(handlers),
      actor: () => 'Ana Ruiz',
      now: () => new Date('2026-11-22T10:00:00Z'),
      log,
    })
    way = await open(dispatcher)
    client = createClient(way.transport, randomUUID)
    const started = { dispatcher, way }
    stop = async () => {
      stop = stopped
      await started.way.close()
      await started.dispatcher.close()
    }
  }

  let stop = stopped

  /** A job that says it began, then works until it is told to end or cancelled. */
  async function startWithSlowJob(): Promise<{ runs: () => number; end: () => void }> {
    let runs = 0
    const ending = Promise.withResolvers<void>()
    await start({
      'workspace.createBackup': async (_, call) => {
        runs++
        call.progress('Copying', 1, 4)
        await Promise.race([
          ending.promise,
          new Promise((_, reject) => call.signal.addEventListener('abort', () => reject(call.signal.reason as Error))),
        ])
        return backup
      },
    })
    return { runs: () => runs, end: ending.resolve }
  }

  const send = (call: unknown): Promise<Reply> => way.sendText(JSON.stringify(call))
  const call = (name: unknown, input: unknown = {}, requestId: unknown = randomUUID()): Promise<Reply> =>
    send({ name, input, requestId })

  beforeEach(() => start({ 'program.list': async () => [program], 'program.create': async () => program }))
  afterEach(() => stop())

  describe('calls', () => {
    test('a call is answered with its value', async () => {
      expect(await client.call('program.list', {})).toEqual([program])
    })

    test('the handler hears who calls, when, and the defaults of its input', async () => {
      let heard: { input: unknown; call: CallContext } | undefined
      await start({
        'program.create': async (input, call) => {
          heard = { input, call }
          return program
        },
      })
      const requestId = randomUUID()
      await client.call('program.create', { ...draft, cohorts: [], sites: [] }, { requestId })
      expect(heard?.input).toEqual({ ...draft, institution: '' })
      expect(heard?.call).toMatchObject({ requestId, actor: 'Ana Ruiz', now: '2026-11-22T10:00:00.000Z' })
      expect(heard?.call.today).toMatch(/^2026-11-2\d$/)
    })

    test.each(['program.nothing', '', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'Program.list'])(
      'there is no procedure %j',
      async (name) => {
        expect(await call(name)).toMatchObject({ ok: false, problem: { code: 'unknown_procedure' } })
      },
    )

    test.each([
      ['null', null],
      ['a list', []],
      ['a number', 7],
      ['a text', 'program.list'],
      ['nothing in it', {}],
      ['a name that is no text', { name: 7, input: {}, requestId: randomUUID() }],
      ['a name without end', { name: 'x'.repeat(5000), input: {}, requestId: randomUUID() }],
      ['no request id', { name: 'program.list', input: {} }],
      ['a request id that is no id', { name: 'program.list', input: {}, requestId: '1; drop' }],
    ])('what is not a call is refused: %s', async (_, raw) => {
      expect(await send(raw)).toMatchObject({ ok: false, problem: { code: 'invalid_input' } })
    })

    test.each(['', '{', 'undefined', '\u0000', '[1,', '\uD800'])('what is not JSON is refused: %j', async (text) => {
      expect(await way.sendText(text)).toMatchObject({ ok: false, problem: { code: 'invalid_input' } })
    })

    test('an input of the wrong type is refused, each field by its path', async () => {
      const problem = problemOf(await call('program.create', { ...draft, year: '2026', cohorts: [{ name: 7 }] }))
      expect(problem.code).toBe('invalid_input')
      expect(problem.message).toContain('program.create')
      expect(problem.details?.map((detail) => detail.path)).toEqual(['year', 'cohorts.0.name'])
    })

    test.each([[null], [7], ['text'], [[]], [undefined]])('an input that is %j is refused', async (input) => {
      expect(problemOf(await send({ name: 'program.list', input, requestId: randomUUID() })).code).toBe('invalid_input')
    })

    test('a __proto__ in the input changes nothing', async () => {
      const text = `{"name":"program.list","input":{"__proto__":{"polluted":1}},"requestId":"${randomUUID()}","__proto__":{"polluted":1}}`
      expect((await way.sendText(text)).ok).toBe(true)
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    })

    test('a body over the cap is refused, and the next call is answered', async () => {
      const text = 'x'.repeat(maxCallBytes)
      const large = { name: 'workspace.stageFile', input: { name: 'a.csv', base64: text }, requestId: randomUUID() }
      expect(problemOf(await way.transport.send(large)).code).toBe('too_large')
      expect(await client.call('program.list', {})).toEqual([program])
    })

    test('a refusal arrives whole', async () => {
      const details = [{ path: 'Sheet1!B14', message: 'There is no such day.' }]
      await start({
        'program.list': async () => {
          throw refuse('invalid_rows', 'One row cannot be stored.', details)
        },
      })
      const error = await client.call('program.list', {}).catch((error: unknown) => error)
      expect(error).toBeInstanceOf(Refusal)
      expect((error as Refusal).problem).toEqual({
        code: 'invalid_rows',
        message: 'One row cannot be stored.',
        details,
      })
      expect(log.errors).toEqual([])
    })

    test('a bug arrives as a reference into the log, without its message or stack', async () => {
      await start({
        'program.list': async () => {
          throw new TypeError('secret inner detail')
        },
      })
      const reply = await call('program.list')
      expect(problemOf(reply)).toMatchObject({ code: 'fault', reference: 'TEST1' })
      expect(JSON.stringify(reply)).not.toMatch(/secret|TypeError|\.ts|at /)
      expect(log.errors[0]).toMatchObject({ reference: 'TEST1', error: new TypeError('secret inner detail') })
    })

    test('a refusal with a cause keeps its words, and the cause is in the log', async () => {
      const cause = new TypeError('secret inner detail')
      await start({
        'program.list': async () => {
          throw Object.assign(refuse('file_not_migrated', 'It is as it was.'), { cause })
        },
      })
      expect(problemOf(await call('program.list'))).toEqual({
        code: 'file_not_migrated',
        message: 'It is as it was.',
        reference: 'TEST1',
      })
      expect(log.errors).toMatchObject([{ reference: 'TEST1', error: cause }])
    })

    test('an answer that is not JSON is a fault, and the connection lives on', async () => {
      await start({
        'program.list': async () => [{ ...program, year: 2026n }] as never,
        'program.create': async () => program,
      })
      expect(problemOf(await call('program.list')).code).toBe('fault')
      expect(await client.call('program.create', { ...draft, cohorts: [], sites: [] })).toEqual(program)
    })

    test('after closing, a call is refused', async () => {
      await dispatcher.close()
      expect(problemOf(await call('program.list')).code).toBe('disconnected')
    })
  })

  describe('order', () => {
    test('queries overlap; mutations and actions run one after the other, in order', async () => {
      const events: string[] = []
      const slow = (name: string, ms: number) => async () => {
        events.push(`${name} starts`)
        await new Promise((resolve) => setTimeout(resolve, ms))
        events.push(`${name} ends`)
        return program as never
      }
      await start({
        'program.create': slow('create', 30),
        'workspace.setActor': slow('setActor', 1),
        'program.list': slow('list', 60),
        'workspace.info': slow('info', 60),
      })
      await Promise.all([
        client.call('program.list', {}),
        client.call('workspace.info', {}),
        client.call('program.create', { ...draft, cohorts: [], sites: [] }),
        // Over HTTP two calls travel on two connections, so the second write is sent once the first is there.
        until(() => events.includes('create starts')).then(() => client.call('workspace.setActor', { name: 'B' })),
      ])
      const writes = events.filter((event) => /create|setActor/.test(event))
      expect(writes).toEqual(['create starts', 'create ends', 'setActor starts', 'setActor ends'])
      const queries = events.filter((event) => /list|info/.test(event))
      expect(queries.slice(0, 2).every((event) => event.endsWith('starts'))).toBe(true)
    })

    test('a mutation that fails does not hold back the next', async () => {
      await start({ 'program.create': async () => program })
      await expect(client.call('workspace.undo', {})).rejects.toMatchObject({ problem: { code: 'fault' } })
      expect(await client.call('program.create', { ...draft, cohorts: [], sites: [] })).toEqual(program)
    })

    test('a request sent again while it runs is done once and answered twice', async () => {
      let done = 0
      const release = Promise.withResolvers<void>()
      await start({
        'program.create': async () => {
          done++
          await release.promise
          return program
        },
      })
      const requestId = randomUUID()
      const first = call('program.create', draft, requestId)
      await until(() => done === 1)
      const again = call('program.create', draft, requestId)
      const other = await call('workspace.undo', {}, requestId)
      release.resolve()
      expect(await first).toEqual({ ok: true, value: program })
      expect(await again).toEqual({ ok: true, value: program })
      expect(problemOf(other).code).toBe('invalid_input')
      expect(done).toBe(1)
    })

    test('too many calls at once are refused, not queued without end', async () => {
      const release = Promise.withResolvers<void>()
      let running = 0
      await start({
        'program.list': async () => {
          running++
          await release.promise
          return []
        },
      })
      const calls = Array.from({ length: 64 }, () => call('program.list'))
      await until(() => running === 64)
      expect(problemOf(await call('program.list')).code).toBe('busy')
      release.resolve()
      expect((await Promise.all(calls)).every((reply) => reply.ok)).toBe(true)
      expect((await call('program.list')).ok).toBe(true)
    })
  })

  describe('jobs', () => {
    test('a job shows progress and ends with its result', async () => {
      const job = await startWithSlowJob()
      const seen: string[] = []
      const run = client.run(
        'workspace.createBackup',
        {},
        { onProgress: ({ step, done, total }) => seen.push(`${step} ${done}/${total}`) },
      )
      await until(() => seen.includes('Copying 1/4'))
      job.end()
      expect(await run.result).toEqual(backup)
    })

    test('a cancelled job ends as cancelled', async () => {
      await startWithSlowJob()
      const run = client.run('workspace.createBackup', {})
      const result = run.result.catch((error: unknown) => error)
      await run.cancel()
      expect(await result).toMatchObject({ problem: { code: 'cancelled' } })
      expect(await client.call('jobs.get', { jobId: await run.jobId })).toMatchObject({ status: 'cancelled' })
    })

    test('a cancel does not wait behind an action', async () => {
      const release = Promise.withResolvers<void>()
      let acting = false
      await start({
        'workspace.createBackup': (_, call) =>
          new Promise((_, reject) => call.signal.addEventListener('abort', () => reject(call.signal.reason as Error))),
        'workspace.setActor': async () => {
          acting = true
          await release.promise
          return {} as never
        },
      })
      const run = client.run('workspace.createBackup', {})
      const result = run.result.catch((error: unknown) => error)
      await run.jobId
      const action = client.call('workspace.setActor', { name: 'Ana' })
      await until(() => acting)
      await run.cancel()
      expect(await result).toMatchObject({ problem: { code: 'cancelled' } })
      release.resolve()
      await action
    })

    test('a job that fails ends with its problem; one that breaks with a reference', async () => {
      await start({
        'workspace.createBackup': async () => {
          throw refuse('disk_full', 'The disk is full.')
        },
        'roster.applyImport': async () => {
          throw new Error('inner detail')
        },
      })
      await expect(client.run('workspace.createBackup', {}).result).rejects.toMatchObject({
        problem: { code: 'disk_full' },
      })
      const importing = { handle: 'h', programId: randomUUID(), as: 'learners' } as const
      const error = await client.run('roster.applyImport', importing).result.catch((error: unknown) => error)
      expect((error as Refusal).problem).toMatchObject({ code: 'fault', reference: 'TEST1' })
      expect((error as Refusal).message).not.toContain('inner detail')
    })

    test('a job whose input does not fit is refused at once', async () => {
      const run = client.run('workspace.restoreBackup', { backupId: 7 } as never)
      await expect(run.jobId).rejects.toMatchObject({ problem: { code: 'invalid_input' } })
      await expect(run.result).rejects.toMatchObject({ problem: { code: 'invalid_input' } })
    })

    test('another connection finds a job and follows it to its end', async () => {
      const job = await startWithSlowJob()
      const requestId = randomUUID()
      const first = client.run('workspace.createBackup', {}, { requestId })
      const jobId = await first.jobId
      await until(() => job.runs() === 1)

      const second = createClient(way.connect(), randomUUID)
      expect(await second.call('jobs.list', {})).toMatchObject([
        { id: jobId, status: 'running', name: 'workspace.createBackup' },
      ])
      const again = second.run('workspace.createBackup', {}, { requestId })
      expect(await again.jobId).toBe(jobId)
      job.end()
      expect(await again.result).toEqual(backup)
      expect(await first.result).toEqual(backup)
      expect(job.runs()).toBe(1)
    })

    test('a result waits for whoever comes back for it', async () => {
      const job = await startWithSlowJob()
      job.end()
      const requestId = randomUUID()
      await client.run('workspace.createBackup', {}, { requestId }).result
      const back = createClient(way.connect(), randomUUID)
      expect(await back.run('workspace.createBackup', {}, { requestId }).result).toEqual(backup)
      const [listed] = await back.call('jobs.list', {})
      expect(listed).toMatchObject({ status: 'done' })
      expect(listed).not.toHaveProperty('result')
      expect(job.runs()).toBe(1)
    })

    test('a burst of progress is told in a few words, the last one included', async () => {
      await start({
        'workspace.createBackup': async (_, call) => {
          for (let done = 1; done <= 1000; done++) call.progress('Copying', done, 1000)
          await new Promise((resolve) => setTimeout(resolve, 150))
          return backup
        },
      })
      const told: JobState[] = []
      way.transport.listen((event) => event.type === 'job' && told.push(event.job))
      const seen: number[] = []
      await client.run('workspace.createBackup', {}, { onProgress: ({ done }) => seen.push(done) }).result
      await until(() => told.at(-1)?.status === 'done')
      expect(seen).toContain(1000)
      expect(told.length).toBeLessThan(10)
    })

    test('a job that nobody knows is not found', async () => {
      await expect(client.call('jobs.get', { jobId: 'x' })).rejects.toMatchObject({ problem: { code: 'not_found' } })
      await expect(client.call('jobs.cancel', { jobId: 'x' })).rejects.toMatchObject({ problem: { code: 'not_found' } })
    })

    test('only so many jobs run at once', async () => {
      const job = await startWithSlowJob()
      const runs = Array.from({ length: 8 }, () => client.run('workspace.createBackup', {}))
      await Promise.all(runs.map((run) => run.jobId))
      await expect(client.run('workspace.createBackup', {}).jobId).rejects.toMatchObject({ problem: { code: 'busy' } })
      job.end()
      await Promise.all(runs.map((run) => run.result))
    })
  })

  test('a change is announced to every connection', async () => {
    const heard: AppEvent[][] = [[], []]
    const connections = [way.transport, way.connect()]
    connections.forEach((transport, index) => transport.listen((event) => heard[index]!.push(event)))
    const changed = { type: 'changed', topics: ['roster'], requestId: null }
    // A connection takes a moment to be made, so the change is announced until everybody heard it.
    await until(() => {
      dispatcher.announce(['roster'], null)
      return heard.every((events) => events.some((event) => event.type === 'changed'))
    })
    for (const events of heard) expect(events).toContainEqual(changed)
  })
})

async function stopped(): Promise<void> {}

function problemOf(reply: Reply): Problem {
  if (reply.ok) throw new Error(`expected a problem, got ${JSON.stringify(reply.value)}`)
  return reply.problem
}
