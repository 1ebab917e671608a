import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '#main/database/newId.ts'
import { createDataFile } from '#main/database/openDataFile.ts'
import { startProgram } from '#main/features/program/service.ts'
import { learners } from '#main/features/roster/learners.ts'
import { insertPeople } from '#main/features/roster/people.ts'
import { blankLearner } from '#shared/roster/blank.ts'
import type { Learner } from '#shared/roster/schema.ts'

const today = '2026-11-22'
const lastNames = ['Okafor', 'Núñez', 'Smith', 'García-Lee', 'van der Berg', 'Chen', "O'Neill", 'Kowalski', 'Haddad']
const firstNames = ['Ana', 'Chidi', 'Mei', 'José', 'Fatima', 'Liam', 'Noor', 'Priya', 'Tomás', 'Zoë', 'Ida']

/** A learner that is the same in every run. */
export function learnerAt(index: number): Learner {
  return {
    ...blankLearner(today),
    lastName: `${lastNames[index % lastNames.length]!} ${(index * 7919) % 9973}`,
    firstName: firstNames[index % firstNames.length]!,
    email: `learner${index}@example.edu`,
    studentId: String(index).padStart(8, '0'),
    classYear: 2027 + (index % 4),
    level: `M${4 - (index % 4)}`,
  }
}

/** Makes a data file with one program of so many learners, in a folder of its own, and hands it to `use`. */
export async function withDataFile<T>(
  howMany: number,
  use: (path: string, programId: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'coachdesk-bench-'))
  try {
    const path = join(folder, 'bench.coachdesk')
    return await use(path, await fill(path, howMany))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function fill(path: string, howMany: number): Promise<string> {
  const file = await createDataFile(path)
  const call = () => ({
    requestId: newId(),
    actor: 'Bench',
    now: `${today}T12:00:00.000Z`,
    today,
    signal: new AbortController().signal,
    progress: () => {},
  })
  const draft = { name: 'Bench', kind: 'ume' as const, institution: '', year: 2026, cohorts: [], sites: [] }
  const program = await startProgram(file, draft, call())
  const rows = Array.from({ length: howMany }, (_, index) => learnerAt(index))
  await file.write(call(), { label: 'Fill' }, async (tx) => {
    const ids = await insertPeople(tx, rows)
    const people = rows.map((row, index) => ({ personId: ids[index]!, row }))
    await learners.insert(tx, program.id, people, today)
  })
  await file.close()
  return program.id
}
