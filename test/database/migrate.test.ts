import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { copyDataFile } from '#main/database/backup.ts'
import { migrations } from '#main/database/migrations/all.ts'
import { openDataFile } from '#main/database/openDataFile.ts'
import { addPerson, newDataFile } from './support.ts'

/** A released migration never changes: files in the field went through it as it was. A new one adds a line here. */
const frozen: Record<number, string> = {
  1: '4631000ff3c59781dfbe6761ba436b2ef4c3e99479a70e5fdf1ef0a8994ec73d',
}

test('migrations are frozen', () => {
  const hashes = migrations.map(({ version, sql }) => [version, createHash('sha256').update(sql).digest('hex')])
  expect(Object.fromEntries(hashes)).toEqual(frozen)
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1))
})

const second = { version: 2, sql: "ALTER TABLE person ADD COLUMN pronouns TEXT NOT NULL DEFAULT ''" }

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

test('a file of an older version is brought up to date, after the chance to back it up', async () => {
  const file = await newDataFile()
  const id = await addPerson(file)
  await file.close()
  const copy = join(dirname(file.path), 'Before.coachdesk')

  const migrated = await openDataFile(file.path, {
    migrations: [...migrations, second],
    beforeMigration: (path) => copyDataFile(path, copy),
  })
  const later = new Date().toISOString()
  await migrated.write({ requestId: 'r', actor: 'Ana', now: later }, { label: 'Edit' }, async (tx) => {
    await tx.updateTable('person').set({ note: 'new' }).where('id', '=', id).execute()
  })
  const changes = await migrated.db.selectFrom('history_change').select('after').orderBy('id').execute()
  expect(changes.map(({ after }) => 'pronouns' in (JSON.parse(after!) as object))).toEqual([false, true])
  expect((await migrated.check()).findings).toEqual([])
  await migrated.close()

  expect(shapeOf(file.path).version).toBe(2)
  expect(shapeOf(copy).version).toBe(1)
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

  const failing = openDataFile(file.path, { migrations: [...migrations, second, { version: 3, sql }] })
  await expect(failing).rejects.toThrow(reason)
  expect(shapeOf(file.path)).toEqual(before)
  expect((await readdir(dirname(file.path))).toSorted()).toEqual(['Program.coachdesk', 'Program.coachdesk-lock'])

  const again = await openDataFile(file.path)
  await addPerson(again)
  expect((await again.check()).findings).toEqual([])
  await again.close()
})
