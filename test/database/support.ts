import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { DataFile, WriteContext } from '#main/database/dataFile.ts'
import { newId } from '#main/database/newId.ts'
import { createDataFile } from '#main/database/openDataFile.ts'
import type { PersonTable } from '#main/database/tables/roster.ts'
import { type ProblemCode, Refusal } from '#shared/kernel/problem.ts'

/** A folder of its own for one test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'coachdesk-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export async function newDataFile(folder = temporaryFolder()): Promise<DataFile> {
  const file = await createDataFile(join(folder, 'Program.coachdesk'))
  onTestFinished(() => file.close())
  return file
}

export const context = (over: Partial<WriteContext> = {}): WriteContext => ({
  requestId: newId(),
  actor: 'Ana Admin',
  now: '2026-08-01T12:00:00.000Z',
  ...over,
})

export const person = (over: Partial<PersonTable> = {}): PersonTable => ({
  id: newId(),
  revision: 1,
  last_name: 'Garcia',
  first_name: 'Ana',
  middle_name: '',
  suffix: '',
  preferred_name: '',
  degrees: '',
  department: '',
  specialty: '',
  note: '',
  ...over,
})

export async function addPerson(file: DataFile, over: Partial<PersonTable> = {}): Promise<string> {
  const row = person(over)
  await file.write(context(), { label: `Add ${row.first_name} ${row.last_name}` }, (tx) =>
    tx
      .insertInto('person')
      .values(row)
      .execute()
      .then(() => null),
  )
  return row.id
}

/** The code that a refused promise was refused with; fails the test where it was not refused. */
export async function refusalOf(promise: Promise<unknown>): Promise<ProblemCode> {
  const error = await promise.then(
    () => new Error('It was not refused.'),
    (error: unknown) => error,
  )
  if (!(error instanceof Refusal)) throw error
  return error.problem.code
}
