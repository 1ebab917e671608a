import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { draft, problemOf, program, useFakeApp } from '#test/contract/support/fakeApp.ts'
import { until } from '#test/contract/support/until.ts'
import { waysIn } from '#test/contract/support/waysIn.ts'

describe.each(waysIn)('$name', ({ open }) => {
  const app = useFakeApp(open)

  test('queries overlap; mutations and actions run one after the other, in order', async () => {
    const events: string[] = []
    const slow = (name: string, ms: number) => async () => {
      events.push(`${name} starts`)
      await new Promise((resolve) => setTimeout(resolve, ms))
      events.push(`${name} ends`)
      return program as never
    }
    await app.start({
      'program.create': slow('create', 30),
      'workspace.setActor': slow('setActor', 1),
      'program.list': slow('list', 60),
      'workspace.info': slow('info', 60),
    })
    await Promise.all([
      app.client.call('program.list', {}),
      app.client.call('workspace.info', {}),
      app.client.call('program.create', { ...draft, cohorts: [], sites: [] }),
      // Over HTTP two calls travel on two connections, so the second write is sent once the first is there.
      until(() => events.includes('create starts')).then(() => app.client.call('workspace.setActor', { name: 'B' })),
    ])
    const writes = events.filter((event) => /create|setActor/.test(event))
    expect(writes).toEqual(['create starts', 'create ends', 'setActor starts', 'setActor ends'])
    const queries = events.filter((event) => /list|info/.test(event))
    expect(queries.slice(0, 2).every((event) => event.endsWith('starts'))).toBe(true)
  })

  test('a mutation that fails does not hold back the next', async () => {
    await app.start({ 'program.create': async () => program })
    await expect(app.client.call('workspace.undo', {})).rejects.toMatchObject({ problem: { code: 'fault' } })
    expect(await app.client.call('program.create', { ...draft, cohorts: [], sites: [] })).toEqual(program)
  })

  test('a request sent again while it runs is done once and answered twice', async () => {
    let done = 0
    const release = Promise.withResolvers<void>()
    await app.start({
      'program.create': async () => {
        done++
        await release.promise
        return program
      },
    })
    const requestId = randomUUID()
    const first = app.call('program.create', draft, requestId)
    await until(() => done === 1)
    const again = app.call('program.create', draft, requestId)
    const other = await app.call('workspace.undo', {}, requestId)
    release.resolve()
    expect(await first).toEqual({ ok: true, value: program })
    expect(await again).toEqual({ ok: true, value: program })
    expect(problemOf(other).code).toBe('invalid_input')
    expect(done).toBe(1)
  })

  test('too many calls at once are refused, not queued without end', async () => {
    const release = Promise.withResolvers<void>()
    let running = 0
    await app.start({
      'program.list': async () => {
        running++
        await release.promise
        return []
      },
    })
    const calls = Array.from({ length: 64 }, () => app.call('program.list'))
    await until(() => running === 64)
    expect(problemOf(await app.call('program.list')).code).toBe('busy')
    release.resolve()
    expect((await Promise.all(calls)).every((reply) => reply.ok)).toBe(true)
    expect((await app.call('program.list')).ok).toBe(true)
  })
})
