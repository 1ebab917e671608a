import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { open, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { applicationId } from '#main/database/connection.ts'
import { createDataFile, openDataFile } from '#main/database/openDataFile.ts'
import { addPerson, context, newDataFile, refusalOf, temporaryFolder } from './support.ts'
import { mountSmallDisk } from './smallDisk.ts'

test('a new file is ours, strict, and complete', async () => {
  const folder = temporaryFolder()
  const file = await newDataFile(folder)
  await file.close()
  expect((await readdir(folder)).toSorted()).toEqual(['Program.coachdesk', 'Program.coachdesk-lock'])

  const database = new Database(file.path)
  onTestFinished(() => {
    database.close()
  })
  expect(database.pragma('application_id', { simple: true })).toBe(applicationId)
  expect(database.pragma('journal_mode', { simple: true })).toBe('wal')
  const lenient = database
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 ORDER BY name")
    .pluck()
    .all()
  expect(lenient).toEqual(['sqlite_schema', 'sqlite_sequence'])
})

test('creating over a file refuses and leaves it alone', async () => {
  const path = join(temporaryFolder(), 'Budget.coachdesk')
  await writeFile(path, 'somebody else wrote this')
  expect(await refusalOf(createDataFile(path))).toBe('conflict')
  expect(await readFile(path, 'utf8')).toBe('somebody else wrote this')
})

test('a file that is not there', async () => {
  const folder = temporaryFolder()
  expect(await refusalOf(openDataFile(join(folder, 'Gone.coachdesk')))).toBe('file_missing')
  expect(await readdir(folder)).toEqual([])
})

test.each([
  ['a text file', Buffer.from('Last name,First name\nGarcia,Ana\n'.repeat(500))],
  ['an empty file', Buffer.alloc(0)],
])('%s is not ours', async (_, bytes) => {
  const folder = temporaryFolder()
  const path = join(folder, 'Roster.coachdesk')
  await writeFile(path, bytes)
  expect(await refusalOf(openDataFile(path))).toBe('file_foreign')
  expect(await readFile(path)).toEqual(bytes)
  expect(await readdir(folder)).toEqual(['Roster.coachdesk'])
})

test('a folder with the name of a data file is not ours', async () => {
  expect(await refusalOf(openDataFile(temporaryFolder()))).toBe('file_foreign')
})

test("another program's database is not ours, and stays as it is", async () => {
  const path = join(temporaryFolder(), 'Other.coachdesk')
  const other = new Database(path)
  other.exec('CREATE TABLE notes (text TEXT)')
  other.close()
  const before = await readFile(path)
  expect(await refusalOf(openDataFile(path))).toBe('file_foreign')
  expect(await readFile(path)).toEqual(before)
})

test('a file from a newer version is refused and stays as it is', async () => {
  const file = await newDataFile()
  await file.close()
  const newer = new Database(file.path)
  newer.pragma('user_version = 99')
  newer.close()
  const before = await readFile(file.path)
  expect(await refusalOf(openDataFile(file.path))).toBe('file_newer')
  expect(await readFile(file.path)).toEqual(before)
})

test('a file with a corrupt page is refused as damaged', async () => {
  const file = await newDataFile()
  for (let n = 0; n < 20; n++) await addPerson(file, { note: 'x'.repeat(1000) })
  await file.close()
  const page = 4096
  const bytes = await readFile(file.path)
  // Not the first page: its header would make the file foreign.
  for (let at = page * 2; at < page * 40; at += 3) bytes[at] = 0xa5
  await writeFile(file.path, bytes)
  await expect(openDataFile(file.path)).rejects.toMatchObject({
    problem: { code: 'file_damaged', message: expect.stringContaining('in the folder “Program backups”') },
  })
})

test('a file is open once in a process', async () => {
  const file = await newDataFile()
  expect(await refusalOf(openDataFile(file.path))).toBe('file_in_use')
  await file.close()
  const again = await openDataFile(file.path)
  await again.close()
})

test('a file is open once under all its names', async () => {
  const file = await newDataFile()
  const link = join(temporaryFolder(), 'Link.coachdesk')
  await symlink(file.path, link)
  expect(await refusalOf(openDataFile(link))).toBe('file_in_use')
})

test('a file that another process has open is refused until that process dies, however it dies', async () => {
  const file = await newDataFile()
  await file.close()
  const holder = spawn(process.execPath, [join(import.meta.dirname, 'holdOpen.ts'), file.path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => {
    holder.kill('SIGKILL')
  })
  await once(holder.stdout, 'data')
  expect(await refusalOf(openDataFile(file.path))).toBe('file_in_use')
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  const again = await openDataFile(file.path)
  await again.close()
})

test('a file in a read-only folder is refused', async () => {
  const disk = await mountSmallDisk()
  const file = await createDataFile(join(disk.folder, 'Program.coachdesk'))
  await file.close()
  await disk.makeReadOnly()
  expect(await refusalOf(openDataFile(file.path))).toBe('read_only')
  expect(await refusalOf(createDataFile(join(disk.folder, 'Another.coachdesk')))).toBe('read_only')
})

test('a file without the right to write it is refused', async () => {
  const file = await newDataFile()
  await file.close()
  const handle = await open(file.path, 'r')
  await handle.chmod(0o400)
  await handle.close()
  // The superuser may write anything; for everybody else the file is read-only.
  const outcome = await openDataFile(file.path).then(
    async (opened) => opened.close().then(() => 'opened'),
    () => 'refused',
  )
  expect(outcome).toBe(process.getuid?.() === 0 ? 'opened' : 'refused')
})

test('what an earlier file of the same name left behind does not get into a new one', async () => {
  const old = await newDataFile()
  await addPerson(old)
  const log = await readFile(`${old.path}-wal`)
  await old.close()
  await rm(old.path)
  await writeFile(`${old.path}-wal`, log)
  const file = await createDataFile(old.path)
  expect(await file.db.selectFrom('person').select('id').execute()).toEqual([])
  expect((await file.check()).findings).toEqual([])
  await file.close()
})

test('a file that was closed says so to whoever comes late', async () => {
  const file = await newDataFile()
  await file.close()
  expect(await refusalOf(file.check())).toBe('no_file')
  expect(await refusalOf(file.write(context(), { label: 'Late' }, async () => null))).toBe('no_file')
})
