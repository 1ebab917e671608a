import { expect, test } from 'vitest'
import { callContext } from '#main/dispatcher/callContext.ts'
import type { Handlers } from '#main/dispatcher/handler.ts'
import { lazyHandlers } from '#main/dispatcher/lazyHandlers.ts'
import type { jobsContract } from '#shared/contract/jobs.ts'

type Jobs = keyof typeof jobsContract
const names: Record<Jobs, unknown> = { 'jobs.list': 0, 'jobs.get': 0, 'jobs.cancel': 0 }
const job = {
  id: '1',
  name: 'a',
  status: 'running',
  progress: { step: '', done: 0, total: null },
  startedAt: '',
} as const
const call = callContext({ requestId: '1', actor: 'Ana', now: new Date('2026-11-22') }, new AbortController().signal)

test('the code behind handlers is loaded once, by the first call of any of them', async () => {
  let loads = 0
  const handlers = lazyHandlers(names, async (): Promise<Handlers<Jobs>> => {
    loads += 1
    return {
      'jobs.list': async () => [job],
      'jobs.get': async ({ jobId }) => ({ ...job, id: jobId }),
      'jobs.cancel': async ({ jobId }) => ({ ...job, id: jobId, status: 'cancelled' }),
    }
  })
  expect(loads).toBe(0)
  const [list, one] = await Promise.all([handlers['jobs.list']({}, call), handlers['jobs.get']({ jobId: '7' }, call)])
  expect(list).toEqual([job])
  expect(one.id).toBe('7')
  expect((await handlers['jobs.cancel']({ jobId: '8' }, call)).status).toBe('cancelled')
  expect(loads).toBe(1)
})
