import { expect, test } from 'vitest'
import type { DataFile } from '#main/database/dataFile.ts'
import { newId } from '#main/database/newId.ts'
import { Refusal } from '#shared/kernel/problem.ts'
import { addPerson, context, newDataFile, refusalOf } from './support.ts'

const people = (file: DataFile) => file.db.selectFrom('person').selectAll().orderBy('id').execute()

async function edit(file: DataFile, id: string, set: { first_name?: string; last_name?: string; note?: string }) {
  await file.write(context(), { label: 'Edit a learner' }, async (tx) => {
    await tx
      .updateTable('person')
      .set((eb) => ({ ...set, revision: eb('revision', '+', 1) }))
      .where('id', '=', id)
      .execute()
  })
}

test('undo and redo go back and forth through what was done', async () => {
  const file = await newDataFile()
  expect(await file.undoStep()).toEqual({ undo: null, redo: null })
  const id = await addPerson(file)
  await edit(file, id, { last_name: 'Okafor' })

  expect(await file.undo(context())).toMatchObject({ label: 'Edit a learner' })
  expect(await people(file)).toMatchObject([{ last_name: 'Garcia', revision: 3 }])
  expect(await file.undo(context())).toMatchObject({ label: 'Add Ana Garcia' })
  expect(await people(file)).toEqual([])
  expect(await refusalOf(file.undo(context()))).toBe('not_found')
  expect((await file.undoStep()).redo).toMatchObject({ label: 'Add Ana Garcia' })

  await file.redo(context())
  expect(await people(file)).toMatchObject([{ id, last_name: 'Garcia' }])
  await file.redo(context())
  expect(await people(file)).toMatchObject([{ id, last_name: 'Okafor' }])
  expect(await refusalOf(file.redo(context()))).toBe('not_found')

  await file.undo(context())
  await file.undo(context())
  expect(await people(file)).toEqual([])
  expect((await file.check()).findings).toEqual([])
})

test('something new ends what could be redone', async () => {
  const file = await newDataFile()
  await addPerson(file)
  await file.undo(context())
  await addPerson(file, { last_name: 'Okafor' })
  expect((await file.undoStep()).redo).toBeNull()
  await file.undo(context())
  expect((await file.undoStep()).redo).toMatchObject({ label: 'Add Ana Okafor' })
  await file.redo(context())
  expect((await file.undoStep()).redo).toBeNull()
})

test('an undo sent twice is one undo', async () => {
  const file = await newDataFile()
  await addPerson(file)
  await addPerson(file)
  const once = context()
  expect(await file.undo(once)).toEqual(await file.undo(once))
  expect(await people(file)).toHaveLength(1)
})

test('an older entry is taken back, and fields that changed later stay', async () => {
  const file = await newDataFile()
  const id = await addPerson(file)
  await edit(file, id, { last_name: 'Okafor' })
  const { undo } = await file.undoStep()
  await edit(file, id, { note: 'kept' })
  await file.reverse(context(), undo!.entryId)
  expect(await people(file)).toMatchObject([{ last_name: 'Garcia', note: 'kept' }])
})

test('a field that changed since is a conflict, named in words, and nothing is written', async () => {
  const file = await newDataFile()
  const one = await addPerson(file)
  const two = await addPerson(file, { first_name: 'Ben', last_name: 'Ito' })
  await file.write(context(), { label: 'Edit 2 learners' }, async (tx) => {
    await tx.updateTable('person').set({ last_name: 'X' }).execute()
  })
  const { undo } = await file.undoStep()
  await edit(file, one, { last_name: 'Y' })
  const before = await people(file)

  const refused = await file.reverse(context(), undo!.entryId).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(Refusal)
  const { problem } = refused as Refusal
  expect(problem.code).toBe('conflict')
  expect(problem.message).toBe(
    '“Edit 2 learners” cannot be undone, because of 1 row changed later. Ana X: last name changed since. Undo the later changes first, or correct the rows by hand.',
  )
  expect(problem.details).toEqual([{ path: one, message: 'Ana X: last name changed since.' }])
  expect(await people(file)).toEqual(before)
  expect(before.find(({ id }) => id === two)).toMatchObject({ last_name: 'X' })
})

test('adding somebody is not undone over a later change to them', async () => {
  const file = await newDataFile()
  const id = await addPerson(file)
  const { undo } = await file.undoStep()
  await edit(file, id, { note: 'important' })
  expect(await refusalOf(file.reverse(context(), undo!.entryId))).toBe('conflict')
  expect(await people(file)).toHaveLength(1)
})

test('adding a site is not undone while something added later needs it', async () => {
  const file = await newDataFile()
  await file.write(context(), { label: 'Start IM' }, async (tx) => {
    await tx
      .insertInto('program')
      .values({ id: 'p', revision: 1, name: 'IM', kind: 'gme', institution: '', year: 2026 })
      .execute()
  })
  const { undo } = await file.undoStep()
  await file.write(context(), { label: 'Add a site' }, async (tx) => {
    await tx.insertInto('site').values({ id: 's', revision: 1, program_id: 'p', name: 'North', position: 0 }).execute()
  })
  const refused = await file.reverse(context(), undo!.entryId).catch((error: unknown) => error)
  expect((refused as Refusal).problem.details).toEqual([
    { path: 's', message: 'site North still needs the program that would go.' },
  ])
  await file.undo(context())
  await file.undo(context())
  expect(await file.db.selectFrom('program').selectAll().execute()).toEqual([])
})

test('an id that somebody else has by now does not come back', async () => {
  const file = await newDataFile()
  const [one, two] = [await addPerson(file), await addPerson(file, { last_name: 'Ito' })]
  const give = (personId: string) =>
    file.write(context(), { label: 'Give NPI' }, async (tx) => {
      await tx.deleteFrom('person_identity').where('kind', '=', 'npi').execute()
      const npi = { kind: 'npi' as const, value: '1234567893', match_key: '1234567893', position: 0 }
      await tx
        .insertInto('person_identity')
        .values({ id: newId(), revision: 1, person_id: personId, ...npi })
        .execute()
    })
  await give(one)
  await file.write(context(), { label: 'Take NPI' }, async (tx) => {
    await tx.deleteFrom('person_identity').execute()
  })
  const { undo } = await file.undoStep()
  await give(two)
  const refused = await file.reverse(context(), undo!.entryId).catch((error: unknown) => error)
  expect((refused as Refusal).problem.details).toMatchObject([
    { message: 'Ana Garcia: its old value now belongs to something else.' },
  ])
})

test('an entry is taken back once, and again after it was done again', async () => {
  const file = await newDataFile()
  await addPerson(file)
  const { entryId } = (await file.undoStep()).undo!
  await file.reverse(context(), entryId)
  expect(await refusalOf(file.reverse(context(), entryId))).toBe('conflict')
  await file.redo(context())
  await file.reverse(context(), entryId)
  expect(await people(file)).toEqual([])
  expect(await refusalOf(file.reverse(context(), newId()))).toBe('not_found')
})

const identity = (personId: string, value: string) => ({
  id: newId(),
  revision: 1,
  person_id: personId,
  kind: 'npi' as const,
  value,
  match_key: value,
  position: 0,
})

test('an edit that swaps two ids is undone as a whole', async () => {
  const file = await newDataFile()
  const [one, two] = [await addPerson(file), await addPerson(file, { last_name: 'Ito' })]
  const assign = (pairs: [string, string][]) =>
    file.write(context(), { label: 'Assign' }, async (tx) => {
      await tx.deleteFrom('person_identity').execute()
      await tx
        .insertInto('person_identity')
        .values(pairs.map(([personId, value]) => identity(personId, value)))
        .execute()
    })
  const stored = () => file.db.selectFrom('person_identity').select(['person_id', 'value']).orderBy('value').execute()
  await assign([
    [one, '1'],
    [two, '2'],
  ])
  const before = await stored()
  await assign([
    [one, '2'],
    [two, '1'],
  ])
  const after = await stored()
  await file.undo(context())
  expect(await stored()).toEqual(before)
  await file.redo(context())
  expect(await stored()).toEqual(after)
})
