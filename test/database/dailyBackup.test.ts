import { access, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { applicationId } from '#main/database/connection.ts'
import { listBackups } from '#main/features/workspace/backups.ts'
import { addPerson, person, refusalOf } from './support.ts'
import { day, newWorkspace, lastNames } from './newWorkspace.ts'

test('a file that changed is backed up once a day by itself', async () => {
  const { handlers, call, workspace, clock, folder } = newWorkspace()
  await handlers['workspace.createFile']({ name: 'One', sample: false }, call())
  await addPerson(workspace.current())
  const path = workspace.current().path
  const reopen = async () => {
    await workspace.close()
    await workspace.openPath(path)
    await workspace.close()
    return (await readdir(join(folder, 'data', 'One backups')).catch(() => [])).length
  }
  clock.forward(day)
  expect(await reopen()).toBe(1)
  clock.forward(day)
  expect(await reopen()).toBe(1)
  await expect(access(`${path}-wal`)).rejects.toThrow('ENOENT')
})

test('a file with a backup of today gets no other by itself', async () => {
  const { handlers, call, workspace, clock } = newWorkspace()
  await handlers['workspace.createFile']({ name: 'One', sample: false }, call())
  const { path } = workspace.current()
  await handlers['workspace.createBackup']({}, call())
  for (let n = 0; n < 4; n++) {
    clock.forward(1000)
    await workspace.current().write(call(), { label: 'Later' }, async (tx) => {
      await tx.insertInto('person').values(person()).execute()
    })
    await workspace.close()
    await workspace.openPath(path)
  }
  await workspace.close()
  await workspace.openPath(path)
  expect(await workspace.listBackups()).toMatchObject([{ reason: 'manual' }])
})

test('a backup folder that cannot be made is said in words', async () => {
  const { handlers, call, folder } = newWorkspace()
  await handlers['workspace.createFile']({ name: 'One', sample: false }, call())
  await writeFile(join(folder, 'data', 'One backups'), 'a file in its place')
  expect(await refusalOf(handlers['workspace.createBackup']({}, call()))).toBe('read_only')
})

test('a file left open overnight is backed up at the first change of the day', async () => {
  const { handlers, call, workspace, clock } = newWorkspace()
  await handlers['workspace.createFile']({ name: 'One', sample: false }, call())
  const file = workspace.current()
  await addPerson(file)
  clock.forward(day)
  await file.write(call(), { label: 'Next day' }, async (tx) => {
    await tx.updateTable('person').set({ note: 'x' }).execute()
  })
  const backedUp = Promise.withResolvers<void>()
  workspace.onChanged((topics) => {
    if (topics.length === 1) backedUp.resolve()
  })
  await backedUp.promise
  expect(await workspace.listBackups()).toMatchObject([{ reason: 'daily' }])
})

test('a file that is opened and closed again is backed up for the day, if only when it is closed', async () => {
  const { handlers, call, workspace, clock } = newWorkspace()
  await handlers['workspace.createFile']({ name: 'One', sample: false }, call())
  const { path } = workspace.current()
  await addPerson(workspace.current())
  await workspace.close()
  clock.forward(day)
  await workspace.openPath(path)
  await workspace.close()
  expect(await listBackups(path)).toMatchObject([{ reason: 'daily' }])
})

test('a file of an older version is backed up before it is changed', async () => {
  const { workspace, folder } = newWorkspace()
  await mkdir(join(folder, 'data'))
  const path = join(folder, 'data', 'Old.coachdesk')
  const old = new Database(path)
  old.pragma(`application_id = ${applicationId}`)
  old.exec('CREATE TABLE from_before (id TEXT)')
  old.close()
  await workspace.openPath(path)
  expect(await workspace.listBackups()).toMatchObject([{ reason: 'migration' }])
  expect(await lastNames(workspace)).toEqual([])
})
