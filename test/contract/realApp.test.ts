import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod/v4/core'
import { type App, createApp } from '#main/app.ts'
import { contract, type Input, type ProcedureName } from '#shared/contract.ts'
import { type Client, createClient, type Transport } from '#shared/contract/client.ts'
import type { AppEvent } from '#shared/contract/wire.ts'
import type { Program } from '#shared/program/schema.ts'
import { until } from '#test/contract/support/until.ts'
import { type WayIn, waysIn } from '#test/contract/support/waysIn.ts'

const draft = { name: 'Class of 2029', kind: 'ume', year: 2026, cohorts: [{ name: 'M1' }], sites: [] } as const
const csv = (rows: number): string =>
  ['Last name,First name,Student ID', ...Array.from({ length: rows }, (_, row) => `Okafor,Ada,S${100_000 + row}`)].join(
    '\n',
  )

/** The whole app on a real file, through each way in; every answer is held against the contract. */
describe.each(waysIn)('$name', ({ open }) => {
  let folder: string
  let app: App
  let way: WayIn
  let client: Client
  let program: Program

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'coachdesk-'))
    app = createApp({ surface: 'browser', dataFolder: folder, settingsFolder: path.join(folder, 'settings') })
    await app.workspace.createAt(path.join(folder, 'a.coachdesk'))
    way = await open(app.dispatcher)
    client = createClient(validating(way.transport), randomUUID)
    program = await client.call('program.create', create())
  })
  afterEach(async () => {
    await way.close()
    await app.close()
    await rm(folder, { recursive: true })
  })

  const stage = async (text: string): Promise<string> =>
    (await client.call('workspace.stageFile', { name: 'roster.csv', base64: Buffer.from(text).toString('base64') }))
      .handle

  test('a request that is sent again is applied once', async () => {
    const requestId = randomUUID()
    const first = await client.call('program.create', create('Medicine'), { requestId })
    const again = await client.call('program.create', create('Medicine'), { requestId })
    expect(again).toEqual(first)
    expect(await client.call('program.list', {})).toHaveLength(2)
  })

  test('while a backup is restored, calls wait for the file that comes', async () => {
    const backup = await client.run('workspace.createBackup', {}).result
    await client.call('program.create', create('Medicine'))
    const over = new AbortController()
    const restored = client.run('workspace.restoreBackup', { backupId: backup.id }).result.finally(() => over.abort())
    const seen: number[] = []
    while (!over.signal.aborted) {
      seen.push((await client.call('program.list', {})).length)
      await nextTurn()
    }
    await restored
    expect(seen.filter((count) => count !== 1 && count !== 2)).toEqual([])
    expect(await client.call('program.list', {})).toHaveLength(1)
  })

  test('a change on top of an older revision is stale', async () => {
    const { cohorts, sites, id, revision } = program
    const change = { ...create('New name'), id, revision, cohorts, sites }
    await client.call('program.update', change)
    await expect(client.call('program.update', change)).rejects.toMatchObject({ problem: { code: 'stale' } })
  })

  test('a roster is staged, previewed, imported, read, exported and undone', async () => {
    const heard: AppEvent[] = []
    way.transport.listen((event) => heard.push(event))
    const options = { handle: await stage(csv(3)), programId: program.id, as: 'learners' } as const
    expect(await client.run('roster.previewImport', options).result).toMatchObject({ counts: { create: 3 } })
    await client.run('roster.applyImport', options).result
    expect(await client.call('roster.listLearners', { programId: program.id })).toHaveLength(3)
    await until(() => heard.some((event) => event.type === 'changed' && event.topics.includes('roster')))

    const { handle } = await client.run('roster.exportWorkbook', { programId: program.id }).result
    const { base64 } = await client.call('workspace.fetchFile', { handle })
    expect(Buffer.from(base64, 'base64').subarray(0, 2).toString()).toBe('PK')

    await client.call('workspace.undo', {})
    expect(await client.call('roster.listLearners', { programId: program.id })).toHaveLength(0)
    expect(await client.call('workspace.listHistory', {})).toMatchObject([
      { kind: 'undo' },
      { kind: 'do' },
      { kind: 'do' },
    ])
  })

  test('an import that is cancelled leaves nothing behind', async () => {
    const options = { handle: await stage(csv(20_000)), programId: program.id, as: 'learners' } as const
    const run = client.run('roster.applyImport', options)
    const result = run.result.catch((error: unknown) => error)
    await run.cancel()
    expect(await result).toMatchObject({ problem: { code: 'cancelled' } })
    expect(await client.call('roster.listLearners', { programId: program.id })).toEqual([])
    expect(await client.call('workspace.checkFile', {})).toMatchObject({ ok: true })
  })

  test('a file of the largest size that can be staged passes', async () => {
    const bytes = 60 * 1024 * 1024
    const base64 = Buffer.alloc(bytes, 'Okafor,Ada\n').toString('base64')
    expect(await client.call('workspace.stageFile', { name: 'large.csv', base64 })).toMatchObject({ bytes })
  })
})

const create = (name: string = draft.name): Input<'program.create'> => ({
  ...draft,
  name,
  cohorts: [...draft.cohorts],
  sites: [],
})

/** A transport whose answers must fit the contract, which handlers are trusted with otherwise. */
function validating(transport: Transport): Transport {
  return {
    ...transport,
    send: async (call) => {
      const reply = await transport.send(call)
      const { kind, output } = contract[call.name as ProcedureName]
      if (reply.ok && kind !== 'job') z.parse(output, reply.value)
      return reply
    },
  }
}
