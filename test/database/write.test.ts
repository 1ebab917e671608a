import { expect, test } from 'vitest'
import { newId } from '#main/database/newId.ts'
import { addPerson, context, newDataFile, person, refusalOf } from './support.ts'

test('a write is committed with one entry of the history', async () => {
  const file = await newDataFile()
  const id = await addPerson(file)

  const entries = await file.db.selectFrom('history_entry').selectAll().execute()
  expect(entries).toMatchObject([{ kind: 'do', label: 'Add Ana Garcia', actor: 'Ana Admin', reverses_id: null }])
  const changes = await file.db.selectFrom('history_change').selectAll().execute()
  expect(changes).toMatchObject([
    { entry_id: entries[0]!.id, table_name: 'person', row_id: id, person_id: id, before: null },
  ])
  expect(await file.check()).toMatchObject({ ok: true, findings: [] })
})

test('a write that throws leaves nothing, and the next one works', async () => {
  const file = await newDataFile()
  const failing = file.write(context(), { label: 'Fails' }, async (tx) => {
    await tx.insertInto('person').values(person()).execute()
    throw new Error('half-way')
  })
  await expect(failing).rejects.toThrow('half-way')
  expect(await file.db.selectFrom('person').selectAll().execute()).toEqual([])
  expect(await file.db.selectFrom('history_entry').selectAll().execute()).toEqual([])
  await addPerson(file)
  expect(await file.db.selectFrom('person').selectAll().execute()).toHaveLength(1)
})

test('the same request is applied once and answered twice', async () => {
  const file = await newDataFile()
  const once = context()
  const add = () =>
    file.write(once, { label: 'Add' }, async (tx) => {
      const row = person()
      await tx.insertInto('person').values(row).execute()
      return { id: row.id }
    })
  const [first, second] = await Promise.all([add(), add()])
  expect(second).toEqual(first)
  expect(await add()).toEqual(first)
  expect(await file.db.selectFrom('person').select('id').execute()).toEqual([first])
})

test('a request that failed can be sent again', async () => {
  const file = await newDataFile()
  const again = context()
  const attempt = (fail: boolean) =>
    file.write(again, { label: 'Add' }, async (tx) => {
      await tx.insertInto('person').values(person()).execute()
      if (fail) throw new Error('not yet')
      return 'done'
    })
  await expect(attempt(true)).rejects.toThrow('not yet')
  expect(await attempt(false)).toBe('done')
})

test('writes run one after the other', async () => {
  const file = await newDataFile()
  const steps: string[] = []
  const slow = (name: string) =>
    file.write(context(), { label: name }, async () => {
      steps.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve, 5))
      steps.push(`${name} ends`)
    })
  await Promise.all([slow('one'), slow('two')])
  expect(steps).toEqual(['one begins', 'one ends', 'two begins', 'two ends'])
})

test('a write that changes nothing leaves no entry', async () => {
  const file = await newDataFile()
  await file.write(context(), { label: 'Nothing' }, async (tx) => {
    await tx.updateTable('person').set({ note: 'x' }).where('id', '=', newId()).execute()
  })
  expect(await file.db.selectFrom('history_entry').selectAll().execute()).toEqual([])
})

test('reading around the transaction of a write throws instead of waiting', async () => {
  const file = await newDataFile()
  const around = file.write(context(), { label: 'Wrong' }, () => file.db.selectFrom('person').selectAll().execute())
  await expect(around).rejects.toThrow('read through its transaction')
  const nested = file.write(context(), { label: 'Wrong' }, () => addPerson(file))
  await expect(nested).rejects.toThrow('A write inside a write')
})

test('a read outside a write sees what is committed, and cannot write', async () => {
  const file = await newDataFile()
  const waiting = Promise.withResolvers<void>()
  const held = Promise.withResolvers<void>()
  const write = file.write(context(), { label: 'Add' }, async (tx) => {
    await tx.insertInto('person').values(person()).execute()
    waiting.resolve()
    await held.promise
  })
  await waiting.promise
  expect(await file.db.selectFrom('person').selectAll().execute()).toEqual([])
  held.resolve()
  await write
  expect(await file.db.selectFrom('person').selectAll().execute()).toHaveLength(1)
  expect(await refusalOf(file.db.deleteFrom('person').execute())).toBe('read_only')
})

test('what comes after closing is told so', async () => {
  const file = await newDataFile()
  await file.close()
  expect(await refusalOf(addPerson(file))).toBe('no_file')
  expect(await refusalOf(file.db.selectFrom('person').selectAll().execute())).toBe('no_file')
  await file.close()
})

test('a commit announces what it touched', async () => {
  const file = await newDataFile()
  const heard: unknown[] = []
  const stop = file.onCommit((topics, requestId) => heard.push({ topics: topics.toSorted(), requestId }))
  const first = context()
  await file.write(first, { label: 'Add' }, (tx) =>
    tx
      .insertInto('person')
      .values(person())
      .execute()
      .then(() => null),
  )
  const second = context()
  const run = {
    id: newId(),
    at: second.now,
    actor: 'Ana',
    what: 'roster',
    file_name: 'R.xlsx',
    audience: 'Dean',
    rows: 3,
  }
  await file.write(second, { label: 'Export' }, (tx) =>
    tx
      .insertInto('export_run')
      .values(run)
      .execute()
      .then(() => null),
  )
  stop()
  await addPerson(file)
  expect(heard).toEqual([
    { topics: ['history', 'imports', 'program', 'roster', 'workspace'], requestId: first.requestId },
    { topics: ['exports'], requestId: second.requestId },
  ])
  expect(await file.db.selectFrom('history_entry').selectAll().execute()).toHaveLength(2)
})
