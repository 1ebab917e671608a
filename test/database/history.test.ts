import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openDataFile } from '#main/database/openDataFile.ts'
import { addPerson, context, newDataFile, person } from './support.ts'

/** The file through a plain connection, as another tool would open it. */
async function withPlainConnection(path: string, act: (database: Database.Database) => void): Promise<void> {
  const database = new Database(path)
  try {
    act(database)
  } finally {
    database.close()
  }
}

test.each([
  ["UPDATE history_entry SET label = 'x'", 'append-only'],
  ['DELETE FROM history_entry', 'append-only'],
  ['UPDATE history_change SET after = NULL', 'append-only'],
  ['DELETE FROM history_change', 'append-only'],
  ["UPDATE person SET note = 'x'", 'only inside a write'],
  ['DELETE FROM person', 'only inside a write'],
])('the file itself refuses: %s', async (sql, reason) => {
  const file = await newDataFile()
  await addPerson(file)
  await file.close()
  await withPlainConnection(file.path, (database) => {
    expect(() => database.exec(sql)).toThrow(reason)
  })
})

test('a write cannot rewrite the history either', async () => {
  const file = await newDataFile()
  await addPerson(file)
  const rewriting = file.write(context(), { label: 'Rewrite' }, async (tx) => {
    await tx.updateTable('history_entry').set({ label: 'x' }).execute()
  })
  await expect(rewriting).rejects.toThrow('append-only')
})

test('the logs of imports and exports only grow', async () => {
  const file = await newDataFile()
  const run = { id: 'e', at: 'now', actor: 'Ana', what: 'roster', file_name: 'R.xlsx', audience: 'Dean', rows: 3 }
  await file.write(context(), { label: 'Export' }, async (tx) => {
    await tx.insertInto('export_run').values(run).execute()
  })
  const removing = file.write(context(), { label: 'Hide' }, async (tx) => {
    await tx.deleteFrom('export_run').execute()
  })
  await expect(removing).rejects.toThrow('append-only')
})

test('rows that hang on a person are in the history of that person, also when they go parents first', async () => {
  const file = await newDataFile()
  const personId = await addPerson(file)
  await file.write(context(), { label: 'Enrol' }, async (tx) => {
    await tx
      .insertInto('program')
      .values({ id: 'p', revision: 1, name: 'IM', kind: 'gme', institution: '', year: 2026 })
      .execute()
    await tx.insertInto('enrolment').values(enrolment(personId)).execute()
    await tx.insertInto('enrolment_standing').values(standing).execute()
  })
  await file.erasePerson(context(), 'nobody', async (tx) => {
    await tx.deleteFrom('enrolment_standing').execute()
    await tx.deleteFrom('enrolment').execute()
  })
  const changes = await file.db.selectFrom('history_change').select(['table_name', 'person_id']).orderBy('id').execute()
  expect(changes).toEqual([
    { table_name: 'person', person_id: personId },
    { table_name: 'program', person_id: null },
    { table_name: 'enrolment', person_id: personId },
    { table_name: 'enrolment_standing', person_id: personId },
    { table_name: 'enrolment_standing', person_id: personId },
    { table_name: 'enrolment', person_id: personId },
  ])
})

test('the check finds a row that the history does not know', async () => {
  const file = await newDataFile()
  await addPerson(file)
  const id = await addPerson(file, { last_name: 'Okafor' })
  await file.close()
  await withPlainConnection(file.path, (database) => {
    database.exec('DROP TRIGGER person_update; DROP TRIGGER person_insert; DROP TRIGGER person_delete')
    database.exec("UPDATE person SET note = 'slipped in' WHERE last_name = 'Garcia'")
    database.prepare('DELETE FROM person WHERE id = ?').run(id)
    const row = person({ last_name: 'Ghost' })
    database
      .prepare(
        `INSERT INTO person (${Object.keys(row).join(',')}) VALUES (${Object.keys(row)
          .map(() => '?')
          .join(',')})`,
      )
      .run(...Object.values(row))
  })
  const again = await openDataFile(file.path)
  const { ok, findings } = await again.check()
  await again.close()
  expect(ok).toBe(false)
  expect(findings).toEqual([
    '2 rows of person differ from what the history says.',
    '1 row of person are gone without a trace in the history.',
  ])
})

test('the check finds standings that overlap and places without one', async () => {
  const file = await newDataFile()
  const personId = await addPerson(file)
  await file.write(context(), { label: 'Enrol' }, async (tx) => {
    await tx
      .insertInto('program')
      .values({ id: 'p', revision: 1, name: 'IM', kind: 'gme', institution: '', year: 2026 })
      .execute()
    await tx
      .insertInto('enrolment')
      .values([enrolment(personId), { ...enrolment(personId), id: 'f' }])
      .execute()
    await tx
      .insertInto('enrolment_standing')
      .values([
        { ...standing, to_on: '2026-12-31' },
        { ...standing, id: 't', from_on: '2026-12-31' },
      ])
      .execute()
  })
  expect((await file.check()).findings).toEqual([
    '1 standing of enrolment overlap with the next one.',
    '1 enrolment has no standing.',
  ])
})

const enrolment = (personId: string) => ({
  id: 'e',
  revision: 1,
  person_id: personId,
  program_id: 'p',
  cohort_id: null,
  site_id: null,
  class_year: null,
  track: '',
  starts_on: '2026-07-01',
  ends_on: null,
})

const standing = {
  id: 's',
  revision: 1,
  enrolment_id: 'e',
  from_on: '2026-07-01',
  to_on: null,
  status: 'active' as const,
  level: 'PGY-1',
  reason: '',
}
