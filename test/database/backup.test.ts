import { readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { copyDataFile } from '#main/database/backup.ts'
import { openDataFile } from '#main/database/openDataFile.ts'
import { addPerson, context, newDataFile, person, refusalOf } from './support.ts'

async function addMany(file: Awaited<ReturnType<typeof newDataFile>>, howMany: number): Promise<void> {
  await file.write(context(), { label: 'Many' }, async (tx) => {
    for (let n = 0; n < howMany; n++)
      await tx
        .insertInto('person')
        .values(person({ note: 'x'.repeat(1000) }))
        .execute()
  })
}

test('a backup is a whole data file of its own', async () => {
  const file = await newDataFile()
  const id = await addPerson(file)
  const copy = join(dirname(file.path), 'Copy.coachdesk')
  const steps: number[] = []
  await file.backup(copy, undefined, (done, total) => steps.push(done / total))
  expect(steps.every((share) => share >= 0 && share <= 1)).toBe(true)
  expect(await readdir(dirname(copy))).not.toContain('Copy.coachdesk-wal')

  const opened = await openDataFile(copy)
  expect(await opened.db.selectFrom('person').select('id').execute()).toEqual([{ id }])
  expect((await opened.check()).findings).toEqual([])
  await opened.close()
})

test('a backup holds the file as it stood when it began, while writing goes on', async () => {
  const file = await newDataFile()
  await addMany(file, 3000)
  const copy = join(dirname(file.path), 'Copy.coachdesk')
  let written = Promise.resolve()
  await file.backup(copy, undefined, () => {
    written = written.then(() => addMany(file, 10))
  })
  await written
  const database = new Database(copy, { readonly: true })
  expect(database.prepare('SELECT count(*) FROM person').pluck().get()).toBe(3000)
  database.close()
  expect((await file.db.selectFrom('person').select('id').execute()).length).toBeGreaterThan(3000)
})

test('a backup that is cancelled leaves nothing, and one that replaces another keeps that', async () => {
  const file = await newDataFile()
  await addMany(file, 3000)
  const copy = join(dirname(file.path), 'Copy.coachdesk')
  await writeFile(copy, 'the backup of before')
  const cancel = new AbortController()
  const cancelled = file.backup(copy, cancel.signal, () => {
    cancel.abort()
  })
  expect(await refusalOf(cancelled)).toBe('cancelled')
  expect(await readFile(copy, 'utf8')).toBe('the backup of before')
  expect((await readdir(dirname(copy))).filter((name) => name.startsWith('Copy'))).toEqual(['Copy.coachdesk'])
})

test('closing stops a backup under way', async () => {
  const file = await newDataFile()
  await addMany(file, 3000)
  const copy = join(dirname(file.path), 'Copy.coachdesk')
  const outcome = refusalOf(file.backup(copy))
  await file.close()
  expect(await outcome).toBe('cancelled')
  expect((await readdir(dirname(copy))).toSorted()).toEqual(['Program.coachdesk', 'Program.coachdesk-lock'])
})

test('a backup into a folder that is gone, or of a file that is, says which', async () => {
  const file = await newDataFile()
  const gone = join(dirname(file.path), 'gone', 'Copy.coachdesk')
  await expect(file.backup(gone)).rejects.toMatchObject({
    problem: { code: 'file_missing', message: expect.stringContaining('The folder “gone” is no longer there') },
  })
  const copy = join(dirname(file.path), 'Copy.coachdesk')
  await expect(copyDataFile(gone, copy)).rejects.toMatchObject({
    problem: { code: 'file_missing', message: expect.stringContaining('Copy.coachdesk is no longer there') },
  })
  expect(await readdir(dirname(copy))).not.toContain('Copy.coachdesk')
})
