import { access, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { applicationId } from '#main/database/connection.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { listBackups } from '#main/features/workspace/backups.ts'
import { workspaceHandlers } from '#main/features/workspace/handlers.ts'
import { Workspace, type WorkspaceOptions } from '#main/features/workspace/workspace.ts'
import { newId } from '#main/database/newId.ts'
import type { Log } from '#main/log.ts'
import { Refusal } from '#shared/kernel/problem.ts'
import { workspaceContract } from '#shared/workspace/contract.ts'
import { addPerson, person, refusalOf, temporaryFolder } from './support.ts'

const quiet: Log = { info: () => {}, warn: () => {}, error: () => 'ABC' }

/** A clock that the test moves. */
function newClock(start = '2026-08-01T12:00:00.000Z') {
  let at = Date.parse(start)
  return {
    now: () => new Date(at),
    forward: (ms: number) => {
      at += ms
    },
  }
}

const day = 86_400_000

function newWorkspace(over: Partial<WorkspaceOptions> = {}, folder = temporaryFolder()) {
  const clock = newClock()
  const workspace = new Workspace({
    dataFolder: join(folder, 'data'),
    settingsFolder: join(folder, 'settings'),
    version: '1.2.3',
    surface: 'commandLine',
    now: () => {
      clock.forward(1)
      return clock.now()
    },
    log: quiet,
    ...over,
  })
  onTestFinished(() => workspace.close())
  const call = (): CallContext => ({
    requestId: newId(),
    actor: workspace.actor,
    now: clock.now().toISOString(),
    today: '2026-08-01',
    signal: new AbortController().signal,
    progress: () => {},
  })
  return { workspace, handlers: workspaceHandlers(workspace), call, clock, folder }
}

const lastNames = async (workspace: Workspace) =>
  (await workspace.current().db.selectFrom('person').select('last_name').orderBy('id').execute()).map(
    (row) => row.last_name,
  )

test('without a file everything that needs one says so', async () => {
  const { handlers, call } = newWorkspace()
  expect((await handlers['workspace.info']({}, call())).file).toBeNull()
  expect(await refusalOf(handlers['workspace.checkFile']({}, call()))).toBe('no_file')
  expect(await refusalOf(handlers['workspace.undo']({}, call()))).toBe('no_file')
  expect(await refusalOf(handlers['workspace.createBackup']({}, call()))).toBe('no_file')
  expect(await refusalOf(handlers['workspace.chooseFile']({}, call()))).toBe('not_available')
})

test('a file is made in the data folder under a name that any system takes', async () => {
  const { handlers, call, folder } = newWorkspace()
  const info = await handlers['workspace.createFile']({ name: 'Residency: "IM" 2026/27', sample: false }, call())
  expect(info.file).toMatchObject({
    name: 'Residency IM 2026 27',
    folder: expect.stringMatching(/data$/),
    warning: null,
  })
  expect(workspaceContract['workspace.info'].output.safeParse(info).error).toBeUndefined()
  expect(await readdir(join(folder, 'data'))).toContain('Residency IM 2026 27.coachdesk')
  expect(await refusalOf(handlers['workspace.createFile']({ name: '???', sample: false }, call()))).toBe(
    'invalid_input',
  )
  const twice = handlers['workspace.createFile']({ name: 'Residency IM 2026 27', sample: false }, call())
  expect(await refusalOf(twice)).toBe('conflict')
  expect((await handlers['workspace.info']({}, call())).file?.id).toBe(info.file?.id)
})

test('files opened lately are remembered, and switching closes the one before', async () => {
  const { handlers, call, folder, workspace } = newWorkspace()
  const first = (await handlers['workspace.createFile']({ name: 'One', sample: false }, call())).file!
  await addPerson(workspace.current())
  const second = (await handlers['workspace.createFile']({ name: 'Two', sample: false }, call())).file!
  const listed = await handlers['workspace.listFiles']({}, call())
  expect(listed.map(({ name, open, missing }) => ({ name, open, missing }))).toEqual([
    { name: 'Two', open: true, missing: false },
    { name: 'One', open: false, missing: false },
  ])
  await handlers['workspace.openFile']({ fileId: first.id }, call())
  expect(await lastNames(workspace)).toEqual(['Garcia'])
  expect(await refusalOf(handlers['workspace.openFile']({ fileId: 'nonsense' }, call()))).toBe('not_found')

  const other = newWorkspace({}, folder)
  expect(await refusalOf(other.handlers['workspace.openFile']({ fileId: first.id }, call()))).toBe('file_in_use')
  await other.handlers['workspace.openFile']({ fileId: second.id }, call())
  await rm(join(folder, 'data', 'Two.coachdesk'))
  const again = await newWorkspace({}, folder).handlers['workspace.listFiles']({}, call())
  expect(again.find(({ name }) => name === 'Two')).toMatchObject({ missing: true })
})

test('a file that is refused leaves the open one open', async () => {
  const { workspace, handlers, call, folder } = newWorkspace()
  const info = await handlers['workspace.createFile']({ name: 'One', sample: false }, call())
  await writeFile(join(folder, 'data', 'Bad.coachdesk'), 'no database')
  expect(await refusalOf(workspace.openPath(join(folder, 'data', 'Bad.coachdesk')))).toBe('file_foreign')
  expect((await workspace.info()).file?.id).toBe(info.file?.id)
})

test('settings that cannot be read begin anew', async () => {
  const folder = temporaryFolder()
  await mkdir(join(folder, 'settings'))
  await writeFile(join(folder, 'settings', 'settings.json'), '{"actor": 7')
  const { workspace, handlers, call } = newWorkspace({}, folder)
  expect(workspace.actor).not.toBe('')
  await handlers['workspace.setActor']({ name: 'Ben Ito' }, call())
  expect(newWorkspace({}, folder).workspace.actor).toBe('Ben Ito')
})

test('the native dialog opens what was chosen, and nothing when it is cancelled', async () => {
  const folder = temporaryFolder()
  const choices = [null, join(folder, 'data', 'One.coachdesk')]
  const { handlers, call, workspace } = newWorkspace({ chooseFile: async () => choices.shift() ?? null }, folder)
  await handlers['workspace.createFile']({ name: 'One', sample: false }, call())
  await workspace.close()
  expect((await handlers['workspace.chooseFile']({}, call())).file).toBeNull()
  expect((await handlers['workspace.chooseFile']({}, call())).file).toMatchObject({ name: 'One' })
})

const loadSample = () => Promise.reject(new Error('no sample today'))

test('a sample that fails to load leaves no file, and the one before open', async () => {
  const { handlers, call, workspace, folder } = newWorkspace({ loadSample })
  await handlers['workspace.createFile']({ name: 'Mine', sample: false }, call())
  await expect(handlers['workspace.createFile']({ name: 'Sample', sample: true }, call())).rejects.toThrow('no sample')
  expect((await workspace.info()).file?.name).toBe('Mine')
  expect((await readdir(join(folder, 'data'))).filter((name) => name.startsWith('Sample'))).toEqual([])
})

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

test('files that are opened at once are opened one after the other', async () => {
  const { handlers, call, workspace, folder } = newWorkspace()
  await handlers['workspace.createFile']({ name: 'One', sample: false }, call())
  await handlers['workspace.createFile']({ name: 'Two', sample: false }, call())
  const paths = ['One', 'Two', 'One'].map((name) => join(folder, 'data', `${name}.coachdesk`))
  await Promise.all(paths.map((path) => workspace.openPath(path)))
  expect((await workspace.info()).file?.name).toBe('One')
  const other = newWorkspace({}, folder)
  await other.workspace.openPath(paths[1]!)
  expect(await refusalOf(other.workspace.openPath(paths[0]!))).toBe('file_in_use')
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

test('staged files are held under handles, for a while and up to a size', async () => {
  const { workspace, handlers, call, clock } = newWorkspace()
  const base64 = Buffer.from('a,b\n').toString('base64')
  const { handle, bytes } = await handlers['workspace.stageFile']({ name: 'roster.csv', base64 }, call())
  expect(bytes).toBe(4)
  expect(await handlers['workspace.fetchFile']({ handle }, call())).toEqual({
    name: 'roster.csv',
    mime: 'text/csv',
    base64,
  })
  expect(() => workspace.staging.put('huge.xlsx', new Uint8Array(64 * 1024 * 1024 + 1))).toThrow('over 64 MB')
  for (let n = 0; n < 4; n++) workspace.staging.put(`${n}.xlsx`, new Uint8Array(64 * 1024 * 1024))
  expect(await refusalOf(handlers['workspace.fetchFile']({ handle }, call()))).toBe('not_found')
  const late = workspace.staging.put('late.csv', new Uint8Array(1))
  clock.forward(3 * 60 * 60 * 1000)
  expect(await refusalOf(handlers['workspace.fetchFile']({ handle: late.handle }, call()))).toBe('not_found')
})

test('views are saved, changed, deleted and undone like anything else', async () => {
  const { handlers, call } = newWorkspace()
  await handlers['workspace.createFile']({ name: 'One', sample: false }, call())
  const draft = { grid: 'learners', name: 'On leave', state: { columns: ['name', 'status'] } }
  const view = await handlers['workspace.saveView'](draft, call())
  expect(await handlers['workspace.listViews']({ grid: 'learners' }, call())).toEqual([view])
  expect(await handlers['workspace.listViews']({ grid: 'coaches' }, call())).toEqual([])
  expect(await refusalOf(handlers['workspace.saveView'](draft, call()))).toBe('duplicate')
  const renamed = await handlers['workspace.saveView']({ ...view, name: 'Away' }, call())
  expect(await refusalOf(handlers['workspace.saveView']({ ...view, name: 'Late' }, call()))).toBe('stale')
  await handlers['workspace.deleteView']({ id: view.id }, call())
  expect(await handlers['workspace.undo']({}, call())).toMatchObject({ label: 'Delete the view Away' })
  expect(await handlers['workspace.listViews']({ grid: 'learners' }, call())).toMatchObject([
    { ...renamed, revision: renamed.revision + 1 },
  ])
})

test('the history is listed newest first, by pages, and of one person in words', async () => {
  const { handlers, call, workspace } = newWorkspace()
  await handlers['workspace.createFile']({ name: 'One', sample: false }, call())
  const file = workspace.current()
  const id = await addPerson(file)
  await addPerson(file, { last_name: 'Ito' })
  await file.write(call(), { label: 'Edit', reason: 'Married' }, async (tx) => {
    await tx.updateTable('person').set({ last_name: 'Okafor' }).where('id', '=', id).execute()
  })
  await handlers['workspace.undo']({}, call())

  const all = await handlers['workspace.listHistory']({ limit: 100 }, call())
  expect(all.map(({ kind, label, canUndo, rows }) => ({ kind, label, canUndo, rows }))).toEqual([
    { kind: 'undo', label: 'Edit', canUndo: false, rows: 1 },
    { kind: 'do', label: 'Edit', canUndo: false, rows: 1 },
    { kind: 'do', label: 'Add Ana Ito', canUndo: true, rows: 1 },
    { kind: 'do', label: 'Add Ana Garcia', canUndo: true, rows: 1 },
  ])
  expect(all[1]).toMatchObject({ undoneBy: all[0]!.id, reason: 'Married', changes: [] })
  const page = await handlers['workspace.listHistory']({ limit: 2, before: all[1]!.id }, call())
  expect(page).toEqual(all.slice(2))

  const mine = await handlers['workspace.listHistory']({ personId: id, limit: 100 }, call())
  expect(mine.map(({ changes }) => changes)).toEqual([
    [{ field: 'Last name', before: 'Okafor', after: 'Garcia' }],
    [{ field: 'Last name', before: 'Garcia', after: 'Okafor' }],
    [
      { field: 'Last name', before: null, after: 'Garcia' },
      { field: 'First name', before: null, after: 'Ana' },
    ],
  ])
})

test('an import that was undone is shown as rolled back until it is done again', async () => {
  const { handlers, call, workspace } = newWorkspace()
  await handlers['workspace.createFile']({ name: 'One', sample: false }, call())
  const file = workspace.current()
  const run = {
    at: 'now',
    actor: 'Ana',
    file_name: 'R.xlsx',
    sha256: 'ff',
    imported_as: 'learners',
    program_id: 'gone',
  }
  const counts = { created: 1, updated: 0, unchanged: 0, skipped: 0 }
  await file.write(call(), { label: 'Import' }, async (tx, entryId) => {
    await tx.insertInto('grid_view').values({ id: newId(), revision: 1, grid: 'g', name: 'n', state: '{}' }).execute()
    await tx
      .insertInto('import_run')
      .values({ id: newId(), ...run, ...counts, entry_id: entryId })
      .execute()
  })
  const imports = () => handlers['workspace.listImports']({}, call())
  const [imported] = await imports()
  expect(imported).toMatchObject({ rolledBack: false, fileName: 'R.xlsx', programName: 'A program since removed' })
  await handlers['workspace.undoEntry']({ entryId: imported!.entryId! }, call())
  expect(await imports()).toMatchObject([{ rolledBack: true }])
  await handlers['workspace.redo']({}, call())
  expect(await imports()).toMatchObject([{ rolledBack: false }])
})
