import { expect, test } from 'vitest'
import type { DataFile } from '#main/database/dataFile.ts'
import { newId } from '#main/database/newId.ts'
import { entryDetail } from '#main/features/workspace/entryDetail.ts'
import { addPerson, context, newDataFile, person, refusalOf } from './support.ts'

async function lastEntry(file: DataFile): Promise<string> {
  const { id } = await file.db
    .selectFrom('history_entry')
    .select('id')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return id
}

test('an entry says whom it was about, which field, and from what to what', async () => {
  const file = await newDataFile()
  const ana = await addPerson(file, { first_name: 'Ana', last_name: 'Garcia' })
  const ben = await addPerson(file, { first_name: 'Ben', last_name: 'Okafor', degrees: 'MD' })
  await file.write(context(), { label: 'Edit 2 people' }, async (tx) => {
    await tx.updateTable('person').set({ department: 'Medicine', revision: 2 }).where('id', '=', ana).execute()
    await tx.updateTable('person').set({ degrees: 'MD, PhD', revision: 2 }).where('id', '=', ben).execute()
    const site = { id: newId(), revision: 1, name: 'North Campus', position: 0 }
    const program = { id: newId(), revision: 1, name: 'IM', kind: 'gme' as const, institution: '', year: 2026 }
    await tx.insertInto('program').values(program).execute()
    await tx
      .insertInto('site')
      .values({ ...site, program_id: program.id })
      .execute()
  })
  const { rows, leftOut } = await entryDetail(file.db, await lastEntry(file))
  expect(leftOut).toBe(0)
  expect(rows).toContainEqual({ subject: 'Ana Garcia', field: 'Department', before: null, after: 'Medicine' })
  expect(rows).toContainEqual({ subject: 'Ben Okafor', field: 'Degrees', before: 'MD', after: 'MD, PhD' })
  expect(rows).toContainEqual({ subject: 'Program IM', field: 'Academic year', before: null, after: '2026-27' })
  expect(rows).toContainEqual({ subject: 'Site North Campus', field: 'Site', before: null, after: 'North Campus' })
})

test('what was done to one person stands together, and several steps of a field are one', async () => {
  const file = await newDataFile()
  const ana = await addPerson(file, { first_name: 'Ana', last_name: 'Garcia' })
  const ben = await addPerson(file, { first_name: 'Ben', last_name: 'Okafor' })
  const set = (id: string, degrees: string) => file.db.updateTable('person').set({ degrees }).where('id', '=', id)
  await file.write(context(), { label: 'Edit' }, async (tx) => {
    for (const [id, degrees] of [
      [ana, 'MD'],
      [ben, 'DO'],
      [ana, 'MD, MPH'],
    ] as const)
      await tx.executeQuery(set(id, degrees).compile())
    const email = { kind: 'email' as const, value: 'ana@example.edu', match_key: 'ana@example.edu', position: 0 }
    await tx
      .insertInto('person_identity')
      .values({ id: newId(), revision: 1, person_id: ana, ...email })
      .execute()
  })
  expect((await entryDetail(file.db, await lastEntry(file))).rows).toEqual([
    { subject: 'Ana Garcia', field: 'Degrees', before: null, after: 'MD, MPH' },
    { subject: 'Ana Garcia', field: 'E-mail', before: null, after: 'ana@example.edu' },
    { subject: 'Ben Okafor', field: 'Degrees', before: null, after: 'DO' },
  ])
})

test('of a long entry 200 rows are told, and how many more there are', async () => {
  const file = await newDataFile()
  const people = Array.from({ length: 130 }, (_, at) => person({ first_name: 'Learner', last_name: `No ${at}` }))
  await file.write(context(), { label: 'Import 130 learners' }, async (tx) => {
    await tx.insertInto('person').values(people).execute()
  })
  const { rows, leftOut } = await entryDetail(file.db, await lastEntry(file))
  expect(rows).toHaveLength(200)
  expect(leftOut).toBe(60)
  expect(rows[0]).toEqual({ subject: 'Learner No 0', field: 'Last name', before: null, after: 'No 0' })
})

test('somebody who was removed is still named, somebody who was erased is not', async () => {
  const file = await newDataFile()
  const ana = await addPerson(file, { first_name: 'Ana', last_name: 'Garcia' })
  const added = await lastEntry(file)
  await file.undo(context())
  expect((await entryDetail(file.db, added)).rows.map(({ subject }) => subject)).toEqual(['Ana Garcia', 'Ana Garcia'])
  await file.redo(context())
  await file.erasePerson(context(), ana, async (tx) => {
    await tx.deleteFrom('person').where('id', '=', ana).execute()
  })
  expect(await entryDetail(file.db, added)).toEqual({ rows: [], leftOut: 0 })
})

test('an entry that is not in the file is refused', async () => {
  const file = await newDataFile()
  expect(await refusalOf(entryDetail(file.db, newId()))).toBe('not_found')
})
