import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Refusal } from '#shared/kernel/problem.ts'
import { addPerson, refusalOf } from './support.ts'
import { newWorkspace, lastNames } from './newWorkspace.ts'

test('restoring a backup brings its state back, and can be taken back', async () => {
  const { handlers, call, workspace } = newWorkspace()
  await handlers['workspace.createFile']({ name: 'One', sample: false }, call())
  await addPerson(workspace.current(), { last_name: 'Before' })
  const backup = await handlers['workspace.createBackup']({}, call())
  expect(backup).toMatchObject({ reason: 'manual' })
  await addPerson(workspace.current(), { last_name: 'After' })
  const heard: string[][] = []
  workspace.onChanged((topics) => heard.push(topics))

  const info = await handlers['workspace.restoreBackup']({ backupId: backup.id }, call())
  expect(await lastNames(workspace)).toEqual(['Before'])
  expect(heard.at(-1)).toContain('roster')
  const backups = await handlers['workspace.listBackups']({}, call())
  expect(backups.map(({ reason }) => reason)).toEqual(['restore', 'manual'])
  expect(info.file?.lastBackupAt).toBe(backups[0]!.madeAt)

  await handlers['workspace.restoreBackup']({ backupId: backups[0]!.id }, call())
  expect(await lastNames(workspace)).toEqual(['Before', 'After'])
  expect((await workspace.current().check()).findings).toEqual([])
  expect(await refusalOf(handlers['workspace.restoreBackup']({ backupId: '../../secret' }, call()))).toBe('not_found')
})

test('a backup that is damaged is not restored, and nothing is left of the attempt', async () => {
  const { handlers, call, workspace, folder } = newWorkspace()
  await handlers['workspace.createFile']({ name: 'One', sample: false }, call())
  await addPerson(workspace.current())
  const { id } = await handlers['workspace.createBackup']({}, call())
  const path = join(folder, 'data', 'One backups', `One ${id}.coachdesk`)
  const bytes = await readFile(path)
  bytes.fill(0xa5, 8192)
  await writeFile(path, bytes)
  await expect(handlers['workspace.restoreBackup']({ backupId: id }, call())).rejects.toMatchObject({
    problem: { code: 'file_damaged', message: expect.stringContaining('This backup is damaged') },
  })
  expect(await lastNames(workspace)).toEqual(['Garcia'])
  expect((await readdir(join(folder, 'data'))).filter((name) => /restoring|part/.test(name))).toEqual([])
})

/** Goes on with something, turn by turn, for as long as a backup is being restored. */

async function whileRestoring(restored: Promise<unknown>, act: () => Promise<void>): Promise<void> {
  const over = new AbortController()
  const ended = restored.finally(() => over.abort())
  while (!over.signal.aborted) {
    await act()
    await nextTurn()
  }
  await ended
}

test('what is written while a backup is being restored is refused, or kept in the backup made before', async () => {
  const { handlers, call, workspace } = newWorkspace()
  await handlers['workspace.createFile']({ name: 'One', sample: false }, call())
  const { id } = await handlers['workspace.createBackup']({}, call())
  const file = workspace.current()
  const outcomes: string[] = []
  await whileRestoring(handlers['workspace.restoreBackup']({ backupId: id }, call()), async () => {
    const outcome = addPerson(file).then(
      () => 'written',
      (error: unknown) => (error instanceof Refusal ? error.problem.code : String(error)),
    )
    outcomes.push(await outcome)
  })
  expect(outcomes).toContain('no_file')
  expect(outcomes.filter((outcome) => outcome !== 'written' && outcome !== 'no_file')).toEqual([])
  expect(await lastNames(workspace)).toEqual([])
  const before = (await workspace.listBackups()).find(({ reason }) => reason === 'restore')!
  await handlers['workspace.restoreBackup']({ backupId: before.id }, call())
  expect(await lastNames(workspace)).toHaveLength(outcomes.filter((outcome) => outcome === 'written').length)
})

test('nothing is asked of no file while one takes the place of another', async () => {
  const { handlers, call, workspace } = newWorkspace()
  await handlers['workspace.createFile']({ name: 'One', sample: false }, call())
  await addPerson(workspace.current())
  const { id } = await handlers['workspace.createBackup']({}, call())
  const found: unknown[] = []
  await whileRestoring(handlers['workspace.restoreBackup']({ backupId: id }, call()), async () => {
    if (workspace.isOpen) return
    await workspace.settled()
    found.push(await lastNames(workspace))
  })
  expect(found).not.toEqual([])
  expect(found.filter((names) => !Array.isArray(names) || names[0] !== 'Garcia')).toEqual([])
})

test('a restore that is cancelled leaves the file as it is', async () => {
  const { handlers, call, workspace, folder } = newWorkspace()
  await handlers['workspace.createFile']({ name: 'One', sample: false }, call())
  await addPerson(workspace.current(), { last_name: 'Before' })
  const backup = await handlers['workspace.createBackup']({}, call())
  await addPerson(workspace.current(), { last_name: 'After' })
  const cancelled = { ...call(), signal: AbortSignal.abort() }
  expect(await refusalOf(handlers['workspace.restoreBackup']({ backupId: backup.id }, cancelled))).toBe('cancelled')
  expect(await lastNames(workspace)).toEqual(['Before', 'After'])
  expect(await workspace.listBackups()).toHaveLength(1)
  expect((await readdir(join(folder, 'data'))).filter((name) => /restoring|part/.test(name))).toEqual([])
})
