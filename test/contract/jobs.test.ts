import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createClient } from '#shared/contract/client.ts'
import type { JobState } from '#shared/contract/wire.ts'
import { Refusal, refuse } from '#shared/kernel/problem.ts'
import { backup, useFakeApp } from '#test/contract/support/fakeApp.ts'
import { until } from '#test/contract/support/until.ts'
import { waysIn } from '#test/contract/support/waysIn.ts'

describe.each(waysIn)('$name', ({ open }) => {
  const app = useFakeApp(open)

  test('a job shows progress and ends with its result', async () => {
    const job = await app.startWithSlowJob()
    const seen: string[] = []
    const run = app.client.run(
      'workspace.createBackup',
      {},
      { onProgress: ({ step, done, total }) => seen.push(`${step} ${done}/${total}`) },
    )
    await until(() => seen.includes('Copying 1/4'))
    job.end()
    expect(await run.result).toEqual(backup)
  })

  test('a cancelled job ends as cancelled', async () => {
    await app.startWithSlowJob()
    const run = app.client.run('workspace.createBackup', {})
    const result = run.result.catch((error: unknown) => error)
    await run.cancel()
    expect(await result).toMatchObject({ problem: { code: 'cancelled' } })
    expect(await app.client.call('jobs.get', { jobId: await run.jobId })).toMatchObject({ status: 'cancelled' })
  })

  test('a cancel does not wait behind an action', async () => {
    const release = Promise.withResolvers<void>()
    let acting = false
    await app.start({
      'workspace.createBackup': (_, call) =>
        new Promise((_, reject) => call.signal.addEventListener('abort', () => reject(call.signal.reason as Error))),
      'workspace.setActor': async () => {
        acting = true
        await release.promise
        return {} as never
      },
    })
    const run = app.client.run('workspace.createBackup', {})
    const result = run.result.catch((error: unknown) => error)
    await run.jobId
    const action = app.client.call('workspace.setActor', { name: 'Ana' })
    await until(() => acting)
    await run.cancel()
    expect(await result).toMatchObject({ problem: { code: 'cancelled' } })
    release.resolve()
    await action
  })

  test('a job that fails ends with its problem; one that breaks with a reference', async () => {
    await app.start({
      'workspace.createBackup': async () => {
        throw refuse('disk_full', 'The disk is full.')
      },
      'roster.applyImport': async () => {
        throw new Error('inner detail')
      },
    })
    await expect(app.client.run('workspace.createBackup', {}).result).rejects.toMatchObject({
      problem: { code: 'disk_full' },
    })
    const importing = { handle: 'h', programId: randomUUID(), as: 'learners' } as const
    const error = await app.client.run('roster.applyImport', importing).result.catch((error: unknown) => error)
    expect((error as Refusal).problem).toMatchObject({ code: 'fault', reference: 'TEST1' })
    expect((error as Refusal).message).not.toContain('inner detail')
  })

  test('a job whose input does not fit is refused at once', async () => {
    const run = app.client.run('workspace.restoreBackup', { backupId: 7 } as never)
    await expect(run.jobId).rejects.toMatchObject({ problem: { code: 'invalid_input' } })
    await expect(run.result).rejects.toMatchObject({ problem: { code: 'invalid_input' } })
  })

  test('another connection finds a job and follows it to its end', async () => {
    const job = await app.startWithSlowJob()
    const requestId = randomUUID()
    const first = app.client.run('workspace.createBackup', {}, { requestId })
    const jobId = await first.jobId
    await until(() => job.runs() === 1)

    const second = createClient(app.way.connect(), randomUUID)
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
    const job = await app.startWithSlowJob()
    job.end()
    const requestId = randomUUID()
    await app.client.run('workspace.createBackup', {}, { requestId }).result
    const back = createClient(app.way.connect(), randomUUID)
    expect(await back.run('workspace.createBackup', {}, { requestId }).result).toEqual(backup)
    const [listed] = await back.call('jobs.list', {})
    expect(listed).toMatchObject({ status: 'done' })
    expect(listed).not.toHaveProperty('result')
    expect(job.runs()).toBe(1)
  })

  test('a burst of progress is told in a few words, the last one included', async () => {
    await app.start({
      'workspace.createBackup': async (_, call) => {
        for (let done = 1; done <= 1000; done++) call.progress('Copying', done, 1000)
        await new Promise((resolve) => setTimeout(resolve, 150))
        return backup
      },
    })
    const told: JobState[] = []
    app.way.transport.listen((event) => event.type === 'job' && told.push(event.job))
    const seen: number[] = []
    await app.client.run('workspace.createBackup', {}, { onProgress: ({ done }) => seen.push(done) }).result
    await until(() => told.at(-1)?.status === 'done')
    expect(seen).toContain(1000)
    expect(told.length).toBeLessThan(10)
  })

  test('a job that nobody knows is not found', async () => {
    await expect(app.client.call('jobs.get', { jobId: 'x' })).rejects.toMatchObject({ problem: { code: 'not_found' } })
    await expect(app.client.call('jobs.cancel', { jobId: 'x' })).rejects.toMatchObject({
      problem: { code: 'not_found' },
    })
  })

  test('only so many jobs run at once', async () => {
    const job = await app.startWithSlowJob()
    const runs = Array.from({ length: 8 }, () => app.client.run('workspace.createBackup', {}))
    await Promise.all(runs.map((run) => run.jobId))
    await expect(app.client.run('workspace.createBackup', {}).jobId).rejects.toMatchObject({
      problem: { code: 'busy' },
    })
    job.end()
    await Promise.all(runs.map((run) => run.result))
  })
})
