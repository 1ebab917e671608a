import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DataFile } from '#main/database/dataFile.ts'
import { newId } from '#main/database/newId.ts'
import { createDataFile } from '#main/database/openDataFile.ts'
import type { CallContext } from '#main/dispatcher/handler.ts'
import { changeProgram, listPrograms, startProgram } from '#main/features/program/service.ts'
import { coaches } from '#main/features/roster/coaches.ts'
import { learners } from '#main/features/roster/learners.ts'
import { addRow, editRows, erasePerson, getPerson, listRows, removeRows } from '#main/features/roster/service.ts'
import type { ProblemDetail } from '#shared/kernel/problem.ts'
import type { Program } from '#shared/program/schema.ts'
import { blankCoach, blankLearner } from '#shared/roster/blank.ts'
import type { Learner } from '#shared/roster/schema.ts'

let folder: string
let file: DataFile
let program: Program

const on = (today: string): CallContext => ({
  requestId: newId(),
  actor: 'Dana Reyes',
  now: `${today}T15:00:00.000Z`,
  today,
  signal: new AbortController().signal,
  progress: () => {},
})

const problemOf = async (
  work: Promise<unknown>,
): Promise<{ code: string; message: string; details?: ProblemDetail[] }> =>
  work.then(
    () => ({ code: 'none', message: 'It was not refused.' }),
    (error) => error.problem ?? { code: 'fault', message: String(error) },
  )

const addLearner = (fields: Partial<Learner>, today = '2026-07-01') =>
  addRow(file, learners, program.id, { ...blankLearner(today), ...fields }, on(today))

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coachdesk-roster-'))
  file = await createDataFile(join(folder, 'test.coachdesk'))
  program = await startProgram(
    file,
    {
      name: 'Internal medicine residency',
      kind: 'gme',
      institution: '',
      year: 2026,
      cohorts: [{ name: 'PGY-1' }, { name: 'PGY-2' }],
      sites: [{ name: 'Main campus' }, { name: 'VA hospital' }],
    },
    on('2026-07-01'),
  )
})

afterEach(async () => {
  await file.close()
  await rm(folder, { recursive: true, force: true })
})

describe('a program', () => {
  const draft = () => ({ ...program, cohorts: program.cohorts, sites: program.sites })

  it('keeps its parts in the order given, renames them and takes out those left out', async () => {
    const [main, va] = program.sites
    const changed = await changeProgram(
      file,
      { ...draft(), sites: [{ id: va!.id, name: 'Veterans hospital' }, { name: 'Clinic' }, { ...main! }] },
      on('2026-07-02'),
    )
    expect(changed.sites.map((site) => site.name)).toEqual(['Veterans hospital', 'Clinic', 'Main campus'])
    expect(changed.sites[0]!.id).toBe(va!.id)
    expect(changed.revision).toBeGreaterThan(program.revision)
  })

  it('keeps a site that has people, and says who', async () => {
    await addLearner({ lastName: 'Okafor', siteId: program.sites[0]!.id })
    const problem = await problemOf(changeProgram(file, { ...draft(), sites: [] }, on('2026-07-02')))
    expect(problem).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Main campus still has 1 learner'),
    })
    expect((await listPrograms(file, on('2026-07-02')))[0]!.sites).toHaveLength(2)
  })

  it('refuses a change to what somebody else changed', async () => {
    await changeProgram(file, { ...draft(), name: 'IM residency' }, on('2026-07-02'))
    const problem = await problemOf(changeProgram(file, { ...draft(), name: 'Medicine' }, on('2026-07-02')))
    expect(problem.code).toBe('stale')
  })

  it('counts who is there, not who left', async () => {
    await addLearner({ lastName: 'Okafor' })
    await addLearner({ lastName: 'Núñez', status: 'leave' })
    await addLearner({ lastName: 'Smith', status: 'graduated' })
    await addRow(
      file,
      coaches,
      program.id,
      { ...blankCoach('2026-07-01'), lastName: 'Wu', status: 'departed' },
      on('2026-07-01'),
    )
    expect((await listPrograms(file, on('2026-07-02')))[0]).toMatchObject({ learners: 2, coaches: 0 })
  })
})

describe('a learner', () => {
  it('is found as entered', async () => {
    const fields = {
      lastName: 'de la Cruz',
      firstName: 'Ana',
      email: 'ana@example.edu',
      otherEmails: ['acruz@example.org'],
      studentId: '00012345',
      level: 'PGY-1',
      cohortId: program.cohorts[0]!.id,
      startDate: '2026-06-24',
    }
    await addLearner(fields)
    const rows = await listRows(file, learners, { programId: program.id }, on('2026-07-01'))
    expect(rows).toEqual([expect.objectContaining(fields)])
  })

  it('stands in the list by name, without regard to case and accents', async () => {
    for (const lastName of ['Zimmerman', 'del Río', 'Álvarez', 'Okafor']) await addLearner({ lastName })
    const rows = await listRows(file, learners, { programId: program.id }, on('2026-07-01'))
    expect(rows.map((row) => row.lastName)).toEqual(['Álvarez', 'del Río', 'Okafor', 'Zimmerman'])
  })

  it('who changes status keeps the earlier one in the dated rows, by the day', async () => {
    const row = await addLearner({ lastName: 'Okafor', level: 'PGY-1', startDate: '2026-07-01' })
    await editRows(
      file,
      learners,
      {
        programId: program.id,
        edits: [{ id: row.id, revision: row.revision, set: { status: 'leave' } }],
        effectiveOn: '2026-10-05',
        reason: 'Parental leave',
      },
      on('2026-10-01'),
    )
    const statusOn = async (day: string) =>
      (await listRows(file, learners, { programId: program.id, asOf: day }, on('2026-12-01'))).map((r) => r.status)
    expect(await statusOn('2026-10-04')).toEqual(['active'])
    expect(await statusOn('2026-10-05')).toEqual(['leave'])
    expect(await statusOn('2026-06-30')).toEqual([])
    const person = await getPerson(file, row.personId)
    expect(person.enrolments[0]!.standings).toEqual([
      { fromOn: '2026-07-01', toOn: '2026-10-04', status: 'active', level: 'PGY-1', reason: '' },
      { fromOn: '2026-10-05', toOn: null, status: 'leave', level: 'PGY-1', reason: 'Parental leave' },
    ])
  })

  it('cannot take an id that is somebody else’s, and it says whose it is', async () => {
    await addLearner({ lastName: 'Okafor', firstName: 'Chidi', studentId: '00012345' })
    const row = await addLearner({ lastName: 'Smith' })
    const edits = [{ id: row.id, revision: row.revision, set: { studentId: '00012345' } }]
    const problem = await problemOf(editRows(file, learners, { programId: program.id, edits }, on('2026-07-02')))
    expect(problem.code).toBe('duplicate')
    expect(problem.details).toEqual([{ path: `${row.id}.studentId`, message: expect.stringContaining('Chidi Okafor') }])
  })

  it('can exchange ids with another in one step', async () => {
    const a = await addLearner({ lastName: 'A', studentId: '1' })
    const b = await addLearner({ lastName: 'B', studentId: '2' })
    const edits = [
      { id: a.id, revision: a.revision, set: { studentId: '2' } },
      { id: b.id, revision: b.revision, set: { studentId: '1' } },
    ]
    const rows = await editRows(file, learners, { programId: program.id, edits }, on('2026-07-02'))
    expect(rows.map((row) => row.studentId)).toEqual(['2', '1'])
    expect(rows.every((row, index) => row.revision > edits[index]!.revision)).toBe(true)
  })

  it('is not changed by somebody who saw an earlier version, and neither is anybody else in the same step', async () => {
    const a = await addLearner({ lastName: 'A' })
    const b = await addLearner({ lastName: 'B' })
    const edit = (row: Learner, note: string) => ({ id: row.id, revision: row.revision, set: { note } })
    await editRows(file, learners, { programId: program.id, edits: [edit(b, 'first')] }, on('2026-07-02'))
    const both = { programId: program.id, edits: [edit(a, 'second'), edit(b, 'second')] }
    const problem = await problemOf(editRows(file, learners, both, on('2026-07-02')))
    expect(problem).toMatchObject({ code: 'stale', details: [{ path: b.id }] })
    const notes = (await listRows(file, learners, { programId: program.id }, on('2026-07-02'))).map((row) => row.note)
    expect(notes).toEqual(['', 'first'])
  })

  it('comes back as it was after undo, however it was changed', async () => {
    const row = await addLearner({
      lastName: 'Okafor',
      email: 'a@example.edu',
      otherEmails: ['b@example.edu'],
      level: 'PGY-1',
    })
    const set = {
      lastName: 'Okafor-Lee',
      email: 'new@example.edu',
      otherEmails: [],
      level: 'PGY-2',
      status: 'extended' as const,
      track: 'Primary care',
      note: 'x',
    }
    await editRows(
      file,
      learners,
      { programId: program.id, edits: [{ id: row.id, revision: row.revision, set }] },
      on('2026-09-01'),
    )
    await file.undo(on('2026-09-01'))
    const [back] = await listRows(file, learners, { programId: program.id }, on('2026-09-01'))
    expect({ ...back, revision: 0 }).toEqual({ ...row, revision: 0 })
    expect(back!.revision).toBeGreaterThan(row.revision)
    await file.redo(on('2026-09-01'))
    const [again] = await listRows(file, learners, { programId: program.id }, on('2026-09-01'))
    expect(again).toMatchObject(set)
  })

  it('who is already known keeps one person: as a coach too, and in a second program', async () => {
    const row = await addLearner({ lastName: 'Okafor', firstName: 'Chidi', email: 'chidi@example.edu' })
    const coach = { ...blankCoach('2026-07-01'), lastName: 'Okafor', firstName: 'Chidi', email: 'CHIDI@example.edu' }
    const added = await addRow(file, coaches, program.id, coach, on('2026-07-01'))
    expect(added.personId).toBe(row.personId)
    expect((await problemOf(addRow(file, coaches, program.id, coach, on('2026-07-01')))).code).toBe('duplicate')
    const other = { ...coach, lastName: 'Somebody Else' }
    expect((await problemOf(addRow(file, coaches, program.id, other, on('2026-07-01')))).code).toBe('duplicate')
  })

  it('entered by mistake is taken out, and comes back by undo', async () => {
    const row = await addLearner({ lastName: 'Okafor', studentId: '7' })
    expect(await removeRows(file, learners, { programId: program.id, ids: [row.id] }, on('2026-07-02'))).toEqual({
      removed: 1,
    })
    expect(await listRows(file, learners, { programId: program.id }, on('2026-07-02'))).toEqual([])
    await file.undo(on('2026-07-02'))
    expect(await listRows(file, learners, { programId: program.id }, on('2026-07-02'))).toEqual([
      expect.objectContaining({ id: row.id, studentId: '7' }),
    ])
  })

  it('who is erased is gone with their history, and undo does not bring them back', async () => {
    const row = await addLearner({ lastName: 'Okafor', studentId: '7' })
    const { revision } = await getPerson(file, row.personId)
    expect(
      (await problemOf(erasePerson(file, { personId: row.personId, revision: revision + 1 }, on('2026-07-02')))).code,
    ).toBe('stale')
    await erasePerson(file, { personId: row.personId, revision }, on('2026-07-02'))
    expect((await problemOf(getPerson(file, row.personId))).code).toBe('not_found')
    expect(await listRows(file, learners, { programId: program.id }, on('2026-07-02'))).toEqual([])
    const history = await file.db.selectFrom('history_change').select(['before', 'after']).execute()
    expect(JSON.stringify(history)).not.toContain('Okafor')
    expect((await file.check()).findings).toEqual([])
  })
})
