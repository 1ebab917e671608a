import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { workspaceContract } from '#shared/workspace/contract.ts'
import { addPerson, refusalOf, temporaryFolder } from './support.ts'
import { newWorkspace, lastNames } from './newWorkspace.ts'

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

test('nobody is told of the sample before it is whole, and then of everything once', async () => {
  const seen: string[] = []
  const { handlers, call, workspace } = newWorkspace({
    loadSample: async (into) => {
      await addPerson(into.current())
      seen.push('loaded')
    },
  })
  workspace.onChanged((topics) => seen.push(topics.includes('workspace') ? 'everything' : 'a part'))
  await handlers['workspace.createFile']({ name: 'Sample', sample: true }, call())
  expect(seen).toEqual(['loaded', 'everything'])
  await addPerson(workspace.current())
  expect(seen).toHaveLength(3)
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
