import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeWorkbook } from '#main/spreadsheets/writeWorkbook.ts'
import { Office, refusalOf } from '#test/imports/support/office.ts'

let office: Office

beforeEach(async () => {
  office = await Office.open()
})

afterEach(() => office.close())

const tidy = `Last name,First name,Email,Student ID,Class,Status,Campus
Li,Ann,ann.li@example.edu,00000001,Class of 2028,Active,Main campus
Nuñez,José,jose@example.edu,00000002,Class of 2030,LOA,north campus
van der Berg,Zoë,zoe@example.edu,00000003,Class of 2027,Active,Main campus
`

describe('a tidy roster', () => {
  it('says what it would do, and writes nothing', async () => {
    const preview = await office.preview(tidy)
    expect(preview).toMatchObject({
      file: 'roster.csv',
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ',',
      headerRow: 1,
      counts: { rows: 3, create: 3, update: 0, unchanged: 0, skipped: 0, missing: 0, needsYou: 0, toCheck: 0 },
      problems: [],
      notes: [],
      importedBefore: null,
    })
    expect(preview.rows[1]).toMatchObject({
      row: 3,
      action: 'create',
      matchedBy: null,
      person: {
        lastName: 'Nuñez',
        firstName: 'José',
        studentId: '00000002',
        classYear: 2030,
        level: 'M1',
        status: 'leave',
      },
    })
    expect(await office.learners()).toEqual([])
  })

  it('comes in with levels, cohorts and sites, in one entry of the history after a backup', async () => {
    const { counts, runId, entryId } = await office.apply(tidy)
    expect(counts).toMatchObject({ create: 3, skipped: 0 })
    const cohort = (name: string) => office.program.cohorts.find((part) => part.name === name)!.id
    const site = (name: string) => office.program.sites.find((part) => part.name === name)!.id
    expect(await office.learner('Nuñez')).toMatchObject({
      firstName: 'José',
      email: 'jose@example.edu',
      studentId: '00000002',
      level: 'M1',
      status: 'leave',
      cohortId: cohort('Class of 2030'),
      siteId: site('North campus'),
    })
    const file = office.workspace.current()
    expect(await file.undoStep()).toMatchObject({ undo: { entryId, label: 'Import 3 learners from roster.csv' } })
    expect(await file.db.selectFrom('import_run').selectAll().execute()).toMatchObject([
      { id: runId, entry_id: entryId, file_name: 'roster.csv', created: 3, updated: 0, imported_as: 'learners' },
    ])
    expect((await office.workspace.listBackups()).map(({ reason }) => reason)).toContain('import')
    expect((await file.check()).findings).toEqual([])
  })

  it('changes nothing when it comes again: no entry, no run, and a note when it came', async () => {
    const first = await office.apply(tidy)
    expect(await office.preview(tidy)).toMatchObject({
      counts: { create: 0, update: 0, unchanged: 3 },
      importedBefore: '2026-09-15T15:00:00.000Z',
    })
    expect(await office.apply(tidy)).toMatchObject({ runId: null, entryId: null, counts: { unchanged: 3 } })
    expect((await office.workspace.current().undoStep()).undo?.entryId).toBe(first.entryId)
  })

  it('is gone without a trace when it is undone, and can come again', async () => {
    const people = () => office.workspace.current().db.selectFrom('person').selectAll().execute()
    const before = await office.learners()
    await office.apply(tidy)
    const { undo } = await office.workspace.current().undoStep()
    await office.workspace
      .current()
      .reverse({ requestId: crypto.randomUUID(), actor: 'Dana Reyes', now: '2026-09-22T09:00:00.000Z' }, undo!.entryId)
    expect(await office.learners()).toEqual(before)
    expect(await people()).toEqual([])
    expect((await office.preview(tidy)).importedBefore).toBeNull()
    expect((await office.apply(tidy)).counts.create).toBe(3)
  })
})

describe('an awkward text file', () => {
  it('with a title, semicolons, windows-1252 and a footer comes in all the same', async () => {
    const text = [
      'Coaching roster fall 2026;;;',
      '',
      'Name;E-mail;Level;Start',
      '"Núñez, José ""Pepe"" M.";Jose@Example.EDU ;MS-1;2026-08-03',
      '"van der Berg, Zoë, Jr.";mailto:zoe@example.edu;MSIV;Aug 7, 2023',
      'Ana García;ana@example.edu;2nd year;8/15/2025',
      '',
      'Total;3;;',
    ].join('\r\n')
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0))
    const preview = await office.preview(bytes)
    expect(preview).toMatchObject({ encoding: 'windows-1252', delimiter: ';', headerRow: 3 })
    expect(preview.ignoredRows.map(({ row, reason }) => `${row} ${reason}`)).toEqual([
      '1 Above the header',
      '2 Blank',
      '7 Blank',
      '8 A total',
    ])
    expect(preview.rows.map(({ row, person }) => [row, person])).toEqual([
      [
        4,
        expect.objectContaining({
          lastName: 'Núñez',
          firstName: 'José',
          middleName: 'M.',
          preferredName: 'Pepe',
          email: 'jose@example.edu',
          level: 'M1',
        }),
      ],
      [
        5,
        expect.objectContaining({
          lastName: 'van der Berg',
          firstName: 'Zoë',
          suffix: 'Jr.',
          email: 'zoe@example.edu',
          startDate: '2023-08-07',
        }),
      ],
      [
        6,
        expect.objectContaining({
          lastName: 'García',
          firstName: 'Ana',
          level: 'M2',
          classYear: 2029,
          startDate: '2025-08-15',
        }),
      ],
    ])
    expect(preview.problems.map(({ row, code, level }) => [row, code, level])).toEqual([
      [6, 'nameOrderGuessed', 'info'],
    ])
  })

  it('with __proto__ and formulas for text is only text', async () => {
    await office.apply('Last name,First name,__proto__,Track\nLi,Ann,polluted,=1+1\n')
    expect((await office.learner('Li')).track).toBe('=1+1')
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

describe('a workbook', () => {
  it('keeps dates, zeros and shares as they are typed', async () => {
    const bytes = await writeWorkbook({
      title: 'Coaches',
      creator: 'Test',
      created: '2026-06-15T12:00:00.000Z',
      sheets: [
        { kind: 'facts', name: 'Read me', title: 'Read me', facts: [{ label: 'From', value: 'Office' }] },
        {
          kind: 'table',
          name: 'Coaches',
          title: 'Coaches',
          columns: [
            { header: 'Coach', key: 'name', type: 'text' },
            { header: 'Employee ID', key: 'id', type: 'text' },
            { header: 'Effort', key: 'effort', type: 'percent' },
            { header: 'Max learners', key: 'max', type: 'integer' },
            { header: 'Type', key: 'type', type: 'text' },
            { header: 'Start', key: 'start', type: 'date' },
          ],
          rows: [
            { name: 'Okafor, Ngozi, MD, PhD', id: '00123', effort: 750, max: 6, type: 'Growth', start: '2026-07-01' },
          ],
        },
      ],
    })
    const preview = await office.preview(bytes, 'coaches')
    expect(preview.notes.map(({ code }) => code)).toEqual(['sheetsNotRead'])
    expect(preview.problems).toEqual([])
    expect(preview.rows[0]!.person).toEqual({
      lastName: 'Okafor',
      firstName: 'Ngozi',
      degrees: 'MD, PhD',
      employeeId: '00123',
      fte: 0.075,
      capacity: 6,
      coachType: 'growth',
      startDate: '2026-07-01',
    })
    await office.apply(bytes, 'coaches')
    expect(await office.coaches()).toMatchObject([
      { lastName: 'Okafor', degrees: 'MD, PhD', effort: 750, capacity: 6, startDate: '2026-07-01' },
    ])
  })
})

describe('a program without cohorts and sites', () => {
  it('gets those of its first roster', async () => {
    await office.close()
    office = await Office.open({ cohorts: [], sites: [] })
    const preview = await office.preview(tidy)
    expect(preview.notes).toEqual([
      { code: 'newCohorts', message: expect.stringContaining('Class of 2027, Class of 2028, Class of 2030') },
      { code: 'newSites', message: expect.stringContaining('Main campus, north campus') },
    ])
    await office.apply(tidy)
    const rows = await office.learners()
    expect(rows.every(({ cohortId, siteId }) => cohortId !== null && siteId !== null)).toBe(true)
    expect((await office.preview(tidy)).counts.unchanged).toBe(3)
  })
})

describe('a file that cannot be imported', () => {
  it.each([
    ['First name,Class\nAnn,2028\nBob,2029\n', 'Row 1: no column is a last name or a name, so no row can be stored.'],
    ['Room,Locker\n214,17\n', 'Row 1: no column is a last name or a name, so no row can be stored.'],
    ['Email,Class\nann@example.edu,2028\n', 'Row 1: no column is a last name or a name, so only people who are known'],
  ])('for want of a column with names says so, with file and row: %j', async (content, sentence) => {
    const preview = await office.preview(content)
    expect(preview.counts.skipped).toBe(preview.counts.rows)
    expect(preview.problems.filter(({ row, column }) => row === 1 && column === '')).toHaveLength(1)
    const problem = await refusalOf(office.apply(content))
    expect(problem.code).toBe('invalid_rows')
    expect(problem.message).toMatch(/^roster\.csv, sheet .+: Row 1/)
    expect(problem.message).toContain(sentence)
    expect(await office.learners()).toEqual([])
  })

  it('is refused where the reader cannot read it', async () => {
    expect((await refusalOf(office.preview(new Uint8Array([0x50, 0x4b, 3, 4, 1, 2])))).code).toBe('unreadable_sheet')
    expect((await refusalOf(office.preview(''))).code).toBe('unreadable_sheet')
  })

  it('is refused where the program, the sheet or the file is not there', async () => {
    const nobody = '01900000-0000-7000-8000-000000000000'
    expect((await refusalOf(office.preview(tidy, 'learners', { programId: nobody }))).code).toBe('not_found')
    expect((await refusalOf(office.preview(tidy, 'learners', { sheet: 'Fall' }))).code).toBe('not_found')
    expect((await refusalOf(office.preview(tidy, 'learners', { handle: 'gone' }))).code).toBe('not_found')
  })

  it('leaves nothing behind when it is cancelled', async () => {
    const signal = AbortSignal.abort(new Error('The user cancelled.'))
    await expect(office.apply(tidy, 'learners', {}, signal)).rejects.toThrow('The user cancelled.')
    expect(await office.learners()).toEqual([])
    expect(await office.workspace.listBackups()).toEqual([])
  })
})
