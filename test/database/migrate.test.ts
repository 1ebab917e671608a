import { createHash } from 'node:crypto'
import { copyFile, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { copyDataFile } from '#main/database/backup.ts'
import { migrations } from '#main/database/migrations/all.ts'
import { openDataFile } from '#main/database/openDataFile.ts'
import { addPerson, context, newDataFile, temporaryFolder } from './support.ts'

/** A released migration never changes: files in the field went through it as it was. A new one adds a line here. */
const frozen: Record<number, string> = {
  1: '4631000ff3c59781dfbe6761ba436b2ef4c3e99479a70e5fdf1ef0a8994ec73d',
  2: '7627d3d6928026e925786fa45e8cd447558c7781146df8f17cc69ad6ae79d239',
  3: 'e2ae0a076f56538fe1bb910a06e01cc294f3c66d757228f863f1f327f3b0a7de',
  4: '6642b3372ce59dff9047724d3bc11e3ff2e038ef1362878523b29c60a97672ad',
  5: 'f5c76f8c8395d555d69d26f45768d57dcd237ae7421ba8e3f68627514a6c15e9',
  6: 'd7ea4c4e4cd2ed347610f8df50cb10875530f94c3de90634652fda20ed18c240',
  7: 'ac829a9d8cab87974e36b336548d050ecb9f2e1568aa798c03881ef2dc7ab011',
  8: '4e0f39786a7973a804e1ccbcdafd900b79dee30da7bb871a9a2cb259fce38f74',
}

test('migrations are frozen', () => {
  const hashes = migrations.map(({ version, sql }) => [version, createHash('sha256').update(sql).digest('hex')])
  expect(Object.fromEntries(hashes)).toEqual(frozen)
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1))
})

const next = { version: migrations.length + 1, sql: "ALTER TABLE person ADD COLUMN pronouns TEXT NOT NULL DEFAULT ''" }

const shapeOf = (path: string) => {
  const database = new Database(path)
  const shape = {
    version: database.pragma('user_version', { simple: true }),
    schema: database.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all(),
    people: database.prepare('SELECT * FROM person').all(),
    history: database.prepare('SELECT * FROM history_change').all(),
  }
  database.close()
  return shape
}

test('a file that version 1 wrote keeps its people and history, and can be undone and written to', async () => {
  const path = join(temporaryFolder(), 'Old.coachdesk')
  await copyFile(new URL('../fixtures/dataFiles/version1.sqlite', import.meta.url), path)
  const file = await openDataFile(path)
  onTestFinished(() => file.close())
  expect((await file.check()).findings).toEqual([])
  await file.undo(context())
  const standings = await file.db.selectFrom('enrolment_standing').select(['status', 'to_on']).execute()
  expect(standings).toEqual([{ status: 'active', to_on: null }])
  await addPerson(file)
  const { tables, findings } = await file.check()
  expect(findings).toEqual([])
  expect(tables).toEqual(
    expect.arrayContaining([
      { name: 'person', rows: 3 },
      { name: 'pairing', rows: 0 },
    ]),
  )
})

test('a file of an older version is brought up to date, after the chance to back it up', async () => {
  const file = await newDataFile()
  const id = await addPerson(file)
  await file.close()
  const copy = join(dirname(file.path), 'Before.coachdesk')

  const migrated = await openDataFile(file.path, {
    migrations: [...migrations, next],
    beforeChange: (path) => copyDataFile(path, copy),
  })
  const later = new Date().toISOString()
  await migrated.write({ requestId: 'r', actor: 'Ana', now: later }, { label: 'Edit' }, async (tx) => {
    await tx.updateTable('person').set({ note: 'new' }).where('id', '=', id).execute()
  })
  const changes = await migrated.db.selectFrom('history_change').select('after').orderBy('id').execute()
  expect(changes.map(({ after }) => 'pronouns' in (JSON.parse(after!) as object))).toEqual([false, true])
  expect((await migrated.check()).findings).toEqual([])
  await migrated.close()

  expect(shapeOf(file.path).version).toBe(next.version)
  expect(shapeOf(copy).version).toBe(migrations.length)
  expect(shapeOf(copy).people).toMatchObject([{ id }])
})

test.each([
  ['a statement that fails', 'CREATE TABLE half (id TEXT); INSERT INTO person (id) VALUES (1)', 'NOT NULL'],
  ['a reference left broken', 'CREATE TABLE half (id TEXT); DELETE FROM person WHERE 1', 'broken references'],
])('a migration with %s leaves the file as it was', async (_, sql, reason) => {
  const file = await newDataFile()
  const id = await addPerson(file)
  await file.write({ requestId: 'r', actor: 'Ana', now: new Date().toISOString() }, { label: 'E-mail' }, async (tx) => {
    const identity = { kind: 'email', value: 'a@x.edu', match_key: 'a@x.edu', position: 0 } as const
    await tx
      .insertInto('person_identity')
      .values({ id: 'i', revision: 1, person_id: id, ...identity })
      .execute()
  })
  await file.close()
  const before = shapeOf(file.path)

  const failing = openDataFile(file.path, { migrations: [...migrations, next, { version: next.version + 1, sql }] })
  // The user hears what became of the file, the log what went wrong.
  await expect(failing).rejects.toMatchObject({
    problem: { code: 'file_not_migrated', message: expect.stringContaining('It is as it was.') },
    cause: { message: expect.stringContaining(reason) },
  })
  expect(shapeOf(file.path)).toEqual(before)
  expect((await readdir(dirname(file.path))).toSorted()).toEqual(['Program.coachdesk', 'Program.coachdesk-lock'])

  const again = await openDataFile(file.path)
  await addPerson(again)
  expect((await again.check()).findings).toEqual([])
  await again.close()
})

test('an older backup that cannot be migrated does not take the place of the file', async () => {
  const file = await newDataFile()
  await addPerson(file)
  const replacement = join(dirname(file.path), 'Old')
  await file.backup(replacement)
  await addPerson(file)
  await file.close()
  const before = shapeOf(file.path)
  const failing = { version: migrations.length + 1, sql: 'INSERT INTO person (id) VALUES (1)' }
  const opening = openDataFile(file.path, { replacement, migrations: [...migrations, failing] })
  await expect(opening).rejects.toMatchObject({ problem: { code: 'file_not_migrated' } })
  expect(shapeOf(file.path)).toEqual(before)
})
