import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { type AppEvent, maxCallBytes } from '#shared/contract/wire.ts'
import { Refusal, refuse } from '#shared/kernel/problem.ts'
import { draft, problemOf, program, useFakeApp } from '#test/contract/support/fakeApp.ts'
import { until } from '#test/contract/support/until.ts'
import { waysIn } from '#test/contract/support/waysIn.ts'

describe.each(waysIn)('$name', ({ open }) => {
  const app = useFakeApp(open)

  test('a call is answered with its value', async () => {
    expect(await app.client.call('program.list', {})).toEqual([program])
  })

  test('the handler hears who calls, when, and the defaults of its input', async () => {
    let heard: { input: unknown; call: CallContext } | undefined
    await app.start({
      'program.create': async (input, call) => {
        heard = { input, call }
        return program
      },
    })
    const requestId = randomUUID()
    await app.client.call('program.create', { ...draft, cohorts: [], sites: [] }, { requestId })
    expect(heard?.input).toEqual({ ...draft, institution: '' })
    expect(heard?.call).toMatchObject({ requestId, actor: 'Ana Ruiz', now: '2026-11-22T10:00:00.000Z' })
    expect(heard?.call.today).toMatch(/^2026-11-2\d$/)
  })

  test.each(['program.nothing', '', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'Program.list'])(
    'there is no procedure %j',
    async (name) => {
      expect(await app.call(name)).toMatchObject({ ok: false, problem: { code: 'unknown_procedure' } })
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
    expect(await app.send(raw)).toMatchObject({ ok: false, problem: { code: 'invalid_input' } })
  })

  test.each(['', '{', 'undefined', '\u0000', '[1,', '\uD800'])('what is not JSON is refused: %j', async (text) => {
    expect(await app.way.sendText(text)).toMatchObject({ ok: false, problem: { code: 'invalid_input' } })
  })

  test('an input of the wrong type is refused, each field by its path', async () => {
    const problem = problemOf(await app.call('program.create', { ...draft, year: '2026', cohorts: [{ name: 7 }] }))
    expect(problem.code).toBe('invalid_input')
    expect(problem.message).toContain('program.create')
    expect(problem.details?.map((detail) => detail.path)).toEqual(['year', 'cohorts.0.name'])
  })

  test.each([[null], [7], ['text'], [[]], [undefined]])('an input that is %j is refused', async (input) => {
    expect(problemOf(await app.send({ name: 'program.list', input, requestId: randomUUID() })).code).toBe(
      'invalid_input',
    )
  })

  test('a __proto__ in the input changes nothing', async () => {
    const text = `{"name":"program.list","input":{"__proto__":{"polluted":1}},"requestId":"${randomUUID()}","__proto__":{"polluted":1}}`
    expect((await app.way.sendText(text)).ok).toBe(true)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  test('a body over the cap is refused, and the next call is answered', async () => {
    const text = 'x'.repeat(maxCallBytes)
    const large = { name: 'workspace.stageFile', input: { name: 'a.csv', base64: text }, requestId: randomUUID() }
    expect(problemOf(await app.way.transport.send(large)).code).toBe('too_large')
    expect(await app.client.call('program.list', {})).toEqual([program])
  })

  test('a refusal arrives whole', async () => {
    const details = [{ path: 'Sheet1!B14', message: 'There is no such day.' }]
    await app.start({
      'program.list': async () => {
        throw refuse('invalid_rows', 'One row cannot be stored.', details)
      },
    })
    const error = await app.client.call('program.list', {}).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(Refusal)
    expect((error as Refusal).problem).toEqual({
      code: 'invalid_rows',
      message: 'One row cannot be stored.',
      details,
    })
    expect(app.log.errors).toEqual([])
  })

  test('a bug arrives as a reference into the app.log, without its message or stack', async () => {
    await app.start({
      'program.list': async () => {
        throw new TypeError('secret inner detail')
      },
    })
    const reply = await app.call('program.list')
    expect(problemOf(reply)).toMatchObject({ code: 'fault', reference: 'TEST1' })
    expect(JSON.stringify(reply)).not.toMatch(/secret|TypeError|\.ts|at /)
    expect(app.log.errors[0]).toMatchObject({ reference: 'TEST1', error: new TypeError('secret inner detail') })
  })

  test('a refusal with a cause keeps its words, and the cause is in the log', async () => {
    const cause = new TypeError('secret inner detail')
    await app.start({
      'program.list': async () => {
        throw Object.assign(refuse('file_not_migrated', 'It is as it was.'), { cause })
      },
    })
    expect(problemOf(await app.call('program.list'))).toEqual({
      code: 'file_not_migrated',
      message: 'It is as it was.',
      reference: 'TEST1',
    })
    expect(app.log.errors).toMatchObject([{ reference: 'TEST1', error: cause }])
  })

  test('an answer that is not JSON is a fault, and the connection lives on', async () => {
    await app.start({
      'program.list': async () => [{ ...program, year: 2026n }] as never,
      'program.create': async () => program,
    })
    expect(problemOf(await app.call('program.list')).code).toBe('fault')
    expect(await app.client.call('program.create', { ...draft, cohorts: [], sites: [] })).toEqual(program)
  })

  test('after closing, a call is refused', async () => {
    await app.dispatcher.close()
    expect(problemOf(await app.call('program.list')).code).toBe('disconnected')
  })

  test('a change is announced to every connection', async () => {
    const heard: AppEvent[][] = [[], []]
    const connections = [app.way.transport, app.way.connect()]
    connections.forEach((transport, index) => transport.listen((event) => heard[index]!.push(event)))
    const changed = { type: 'changed', topics: ['roster'], requestId: null }
    // A connection takes a moment to be made, so the change is announced until everybody heard it.
    await until(() => {
      app.dispatcher.announce(['roster'], null)
      return heard.every((events) => events.some((event) => event.type === 'changed'))
    })
    for (const events of heard) expect(events).toContainEqual(changed)
  })
})
