import { expect, test } from 'vitest'
import { newId } from '#main/database/newId.ts'
import { addPerson, refusalOf } from './support.ts'
import { newWorkspace } from './newWorkspace.ts'

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
