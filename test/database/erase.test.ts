import { readFile, stat } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { DataFile } from '#main/database/dataFile.ts'
import { newId } from '#main/database/newId.ts'
import { addPerson, context, newDataFile, refusalOf } from './support.ts'

/** Whether the file, its log or its index hold these bytes. */
async function holds(file: DataFile, text: string): Promise<boolean> {
  const parts = await Promise.all(
    ['', '-wal', '-shm'].map((end) => readFile(file.path + end).catch(() => Buffer.alloc(0))),
  )
  return parts.some((bytes) => bytes.includes(text))
}

const erase = (file: DataFile, id: string, over = context()) =>
  file.erasePerson(over, id, async (tx) => {
    await tx.deleteFrom('person_identity').where('person_id', '=', id).execute()
    await tx.deleteFrom('person').where('id', '=', id).execute()
  })

test('an erased person leaves no bytes in the file, and nobody else loses any', async () => {
  const file = await newDataFile()
  const id = await addPerson(file, { first_name: 'Zenobia', last_name: 'Quixlethwaite', note: 'Seen in Xanaduville' })
  const other = await addPerson(file, { first_name: 'Olumide', last_name: 'Okafor', note: 'Keeps bees' })
  await file.write(context(), { label: 'Identify', reason: 'Zenobia asked for it' }, async (tx) => {
    const email = { kind: 'email' as const, value: 'zq@wibblemail.edu', match_key: 'zq@wibblemail.edu', position: 0 }
    await tx
      .insertInto('person_identity')
      .values({ id: newId(), revision: 1, person_id: id, ...email })
      .execute()
    return { answer: 'zq@wibblemail.edu' }
  })
  await file.write(context(), { label: 'Rename', reason: 'for Quixlethwaite and another' }, async (tx) => {
    await tx.updateTable('person').set({ degrees: 'MD' }).execute()
    await tx.updateTable('person').set({ last_name: 'Brumblethorpe' }).where('id', '=', id).execute()
  })
  const secrets = ['Quixlethwaite', 'Zenobia', 'Xanaduville', 'wibblemail', 'Brumblethorpe']
  for (const secret of secrets) expect(await holds(file, secret)).toBe(true)

  await erase(file, id)

  for (const secret of secrets) expect({ secret, held: await holds(file, secret) }).toEqual({ secret, held: false })
  expect(await holds(file, 'Keeps bees')).toBe(true)
  expect((await stat(`${file.path}-wal`)).size).toBe(0)
  expect((await file.check()).findings).toEqual([])
  const entries = await file.db.selectFrom('history_entry').select(['kind', 'label', 'reason']).orderBy('seq').execute()
  expect(entries).toEqual([
    { kind: 'do', label: 'Changed somebody since erased', reason: null },
    { kind: 'do', label: 'Add Olumide Okafor', reason: null },
    { kind: 'do', label: 'Changed somebody since erased', reason: null },
    { kind: 'do', label: 'Rename', reason: null },
    { kind: 'erase', label: 'Erased a person', reason: null },
  ])
  const about = await file.db.selectFrom('history_change').select('row_id').where('person_id', 'is not', null).execute()
  expect(new Set(about.map(({ row_id }) => row_id))).toEqual(new Set([other]))
})

test('erasing cannot be undone, and what came before it is not reached by Ctrl+Z', async () => {
  const file = await newDataFile()
  const id = await addPerson(file)
  const { entryId } = (await file.undoStep()).undo!
  await erase(file, id)
  expect(await file.undoStep()).toEqual({ undo: null, redo: null })
  expect(await refusalOf(file.reverse(context(), entryId))).toBe('conflict')
  const erasing = await file.db
    .selectFrom('history_entry')
    .select('id')
    .where('kind', '=', 'erase')
    .executeTakeFirstOrThrow()
  expect(await refusalOf(file.reverse(context(), erasing.id))).toBe('conflict')
  await addPerson(file)
  await file.undo(context())
  expect(await file.db.selectFrom('person').selectAll().execute()).toEqual([])
})

test('an erasing that fails erases nothing', async () => {
  const file = await newDataFile()
  const id = await addPerson(file)
  const failing = file.erasePerson(context(), id, async (tx) => {
    await tx.deleteFrom('person').where('id', '=', id).execute()
    throw new Error('half-way')
  })
  await expect(failing).rejects.toThrow('half-way')
  expect(await file.db.selectFrom('person').selectAll().execute()).toHaveLength(1)
  expect(await file.db.selectFrom('history_change').select('person_id').execute()).toEqual([{ person_id: id }])
})

test('erasing is one request too', async () => {
  const file = await newDataFile()
  const id = await addPerson(file)
  const once = context()
  await erase(file, id, once)
  await erase(file, id, once)
  const erased = await file.db.selectFrom('history_entry').select('id').where('kind', '=', 'erase').execute()
  expect(erased).toHaveLength(1)
})
