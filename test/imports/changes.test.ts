import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startProgram } from '#main/features/program/service.ts'
import { newCall, Office } from '#test/imports/support/office.ts'

let office: Office

beforeEach(async () => {
  office = await Office.open()
  await office.apply(`Last name,First name,Middle name,Email,Student ID,Class,Status,Campus,Track
Li,Ann,Marie,ann@example.edu,001,2028,Active,Main campus,Rural
Roe,Bob,,bob@example.edu,002,2028,Active,Main campus,
Poe,Cy,,cy@example.edu,003,2029,Active,North campus,
`)
})

afterEach(() => office.close())

describe('a roster of people who are known', () => {
  it('changes only what differs; a blank never erases', async () => {
    const before = await office.learner('Li')
    const file = 'Last name,First name,Student ID,Email,Status,Track\nLi,Ann,001,ann.li@example.edu,LOA,\n'
    const preview = await office.preview(file)
    expect(preview.rows).toMatchObject([
      {
        action: 'update',
        matchedBy: 'student ID 001',
        changes: [
          { field: 'email', before: 'ann@example.edu', after: 'ann.li@example.edu' },
          { field: 'status', before: 'Active', after: 'On leave' },
        ],
      },
    ])
    expect(preview.counts).toMatchObject({ update: 1, missing: 2 })
    await office.apply(file)
    const { email, status, revision, ...rest } = await office.learner('Li')
    expect({ email, status }).toEqual({ email: 'ann.li@example.edu', status: 'leave' })
    expect(revision).toBeGreaterThan(before.revision)
    const { email: _email, status: _status, revision: _revision, ...restBefore } = before
    expect(rest).toEqual(restBefore)
  })

  it('leaves no change behind for those it says nothing new of', async () => {
    const { entryId } = await office.apply(
      'Last name,First name,Student ID,Status\nLi,Ann,001,LOA\nRoe,Bob,002,Active\n',
    )
    const roe = await office.learner('Roe')
    const changes = await office.workspace
      .current()
      .db.selectFrom('history_change')
      .select('person_id')
      .where('entry_id', '=', entryId!)
      .execute()
    expect(changes.length).toBeGreaterThan(0)
    expect(changes.map(({ person_id }) => person_id)).not.toContain(roe.personId)
  })

  it('is put back exactly when it is undone', async () => {
    const before = await office.learners()
    await office.apply('Last name,First name,Student ID,Status,Level\nLi,Anna,001,LOA,M1\nNew,Nia,009,Active,M1\n')
    expect(await office.learners()).not.toEqual(before)
    await office.workspace.current().undo(newCall())
    const withoutRevision = (rows: typeof before) => rows.map(({ revision: _revision, ...row }) => row)
    expect(withoutRevision(await office.learners())).toEqual(withoutRevision(before))
  })

  it('does not put an initial in place of the name it stands for', async () => {
    const preview = await office.preview('Last name,First name,Middle initial,Student ID\nLi,Ann,M.,001\n')
    expect(preview.counts.unchanged).toBe(1)
  })

  it('does not take a guessed order of names for a change', async () => {
    await office.apply('Last name,First name,Student ID\nde Souza Lima,Rui,004\n')
    const preview = await office.preview('Name,Student ID\nRui de Souza Lima,004\nAnn Marie Li,001\n')
    expect(preview.counts).toMatchObject({ update: 0, unchanged: 2 })
  })

  it('does not move somebody held back to the level of their class', async () => {
    await office.apply('Last name,First name,Student ID,Level,Class,Status\nRoe,Bob,002,M2,2028,Extended\n')
    expect(await office.learner('Roe')).toMatchObject({ level: 'M2', classYear: 2028 })
    expect((await office.preview('Last name,First name,Student ID,Class\nRoe,Bob,002,2028\n')).counts.unchanged).toBe(1)
  })

  it('moves level and cohort along with the class year', async () => {
    await office.apply('Last name,First name,Student ID,Class\nRoe,Bob,002,2029\n')
    const cohort = office.program.cohorts.find(({ name }) => name === 'Class of 2029')
    expect(await office.learner('Roe')).toMatchObject({ classYear: 2029, level: 'M2', cohortId: cohort!.id })
  })
})

const matches = async (content: string) =>
  (await office.preview(content)).rows.map(({ action, matchedBy }) => `${action}: ${matchedBy ?? 'new'}`)

describe('who a row is', () => {
  it('is found by id before e-mail, then by name with class year', async () => {
    expect(await matches('Last name,First name,Student ID,Email\nLee,Ann,001,other@example.edu\n')).toEqual([
      'update: student ID 001',
    ])
    expect(await matches('Last name,First name,Email\nLi,Ann,ANN@example.edu\n')).toEqual([
      'unchanged: e-mail ann@example.edu',
    ])
    expect(await matches('Last name,First name,Class\nLI,ann,2028\n')).toEqual(['update: name and class of 2028'])
    expect(await matches('Last name,First name,Class\nLi,Ann,2027\n')).toEqual(['create: new'])
  })

  it('is somebody new where the name is the same and the e-mail is not; the user is told', async () => {
    const preview = await office.preview('Last name,First name,Email,Class\nLi,Ann,a.li@example.edu,2028\n')
    expect(preview.rows[0]!.action).toBe('create')
    expect(preview.problems).toMatchObject([{ code: 'sameName', level: 'warning', row: 2 }])
  })

  it('may be said by an id alone, in a list of changes', async () => {
    const file = 'Student ID,Status\n002,Graduated\n777,Active\n'
    const preview = await office.preview(file)
    expect(preview.rows.map(({ action }) => action)).toEqual(['update', 'skip'])
    expect(preview.problems).toMatchObject([
      { level: 'info', code: 'missing', row: 1 },
      { level: 'error', code: 'missing', row: 3 },
    ])
    await office.apply(file)
    expect(await office.learner('Roe')).toMatchObject({ status: 'graduated', firstName: 'Bob' })
  })

  it('cannot be two rows', async () => {
    const preview = await office.preview('Student ID,Email\n001,\n,ann@example.edu\n')
    expect(preview.rows.map(({ action }) => action)).toEqual(['unchanged', 'skip'])
    expect(preview.problems).toMatchObject([
      { code: 'missing', level: 'info' },
      { code: 'duplicate', row: 3 },
    ])
    expect(preview.duplicates).toMatchObject([{ rows: [2, 3], certain: true, score: 1 }])
  })
})

describe('an id that belongs to somebody else', () => {
  it('is left out and reported, and the rest of the row comes in', async () => {
    const file = 'Last name,First name,Student ID,Email,Track\nLi,Ann,001,bob@example.edu,Urban\n'
    const preview = await office.preview(file)
    expect(preview.problems).toMatchObject([
      { code: 'idTaken', level: 'warning', column: 'D', value: 'bob@example.edu' },
    ])
    expect(preview.problems[0]!.message).toContain('it belongs to Bob Roe')
    await office.apply(file)
    expect(await office.learner('Li')).toMatchObject({ email: 'ann@example.edu', track: 'Urban' })
    expect(await office.learner('Roe')).toMatchObject({ email: 'bob@example.edu' })
  })
})

describe('somebody known from another program', () => {
  it('gets a second place and stays one person', async () => {
    const call = newCall()
    const draft = { name: 'Residency', kind: 'gme' as const, institution: '', year: 2026, cohorts: [], sites: [] }
    const residency = await startProgram(office.workspace.current(), draft, call)
    const student = await office.learner('Li')
    office.program = residency
    const preview = await office.preview('Name,Email,Employee ID,PGY\n"Li, Ann",ann@example.edu,E1,PGY-1\n')
    expect(preview.rows).toMatchObject([
      {
        action: 'create',
        matchedBy: 'e-mail ann@example.edu',
        changes: [{ field: 'employeeId', before: null, after: 'E1' }],
      },
    ])
    await office.apply('Name,Email,Employee ID,PGY\n"Li, Ann",ann@example.edu,E1,PGY-1\n')
    const resident = await office.learner('Li')
    expect(resident).toMatchObject({
      personId: student.personId,
      middleName: 'Marie',
      studentId: '001',
      employeeId: 'E1',
      level: 'PGY-1',
      classYear: null,
      track: '',
    })
    expect(await office.workspace.current().db.selectFrom('person').select('id').execute()).toHaveLength(3)
  })
})
