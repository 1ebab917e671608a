import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createDataFile, openDataFile } from '#main/database/openDataFile.ts'
import type { Refusal } from '#shared/kernel/problem.ts'
import { addPerson, context, newDataFile, person, refusalOf } from './support.ts'
import { mountSmallDisk } from './smallDisk.ts'

// Where no small disk can be mounted (not the superuser, not Linux), SQLite's own limit of pages stands in for it.
async function smallFile() {
  const disk = await mountSmallDisk()
  if (disk.mounted) return createDataFile(join(disk.folder, 'Program.coachdesk'))
  const file = await newDataFile()
  await file.write(context(), { label: 'Limit' }, async (tx) => {
    await sql`PRAGMA max_page_count = 400`.execute(tx)
  })
  return file
}

test('a full disk (a small tmpfs, or a limit of pages in its place) is said in words, and nothing of the write stays', async () => {
  const file = await smallFile()
  await addPerson(file)
  const big = file.write(context(), { label: 'Big' }, async (tx) => {
    for (let n = 0; n < 3000; n++)
      await tx
        .insertInto('person')
        .values(person({ note: 'x'.repeat(2000) }))
        .execute()
  })
  expect(await refusalOf(big)).toBe('disk_full')
  expect(await file.db.selectFrom('person').selectAll().execute()).toHaveLength(1)
  expect((await file.check()).findings).toEqual([])
  await file.close()
  const again = await openDataFile(file.path)
  expect(await again.db.selectFrom('person').selectAll().execute()).toHaveLength(1)
  await again.close()
})

test('a backup that does not fit on the disk leaves nothing behind', async () => {
  const disk = await mountSmallDisk()
  const file = await newDataFile()
  for (let n = 0; n < 5; n++) {
    await file.write(context(), { label: 'Fill' }, async (tx) => {
      for (let row = 0; row < 100; row++)
        await tx
          .insertInto('person')
          .values(person({ note: 'x'.repeat(2000) }))
          .execute()
    })
  }
  const outcome = await file.backup(join(disk.folder, 'Copy.coachdesk')).then(
    () => 'copied',
    (error: Refusal) => error.problem.code,
  )
  const left = await readdir(disk.folder)
  const expected = disk.mounted ? { outcome: 'disk_full', left: [] } : { outcome: 'copied', left: ['Copy.coachdesk'] }
  expect({ outcome, left }).toEqual(expected)
})
