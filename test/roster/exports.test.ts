import { rm } from 'node:fs/promises'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startProgram } from '#main/features/program/service.ts'
import { saveCustomFields } from '#main/features/roster/customFields.ts'
import { exportChanges } from '#main/features/roster/exportChanges.ts'
import { exportElentra, exportMailMerge } from '#main/features/roster/exportLists.ts'
import { exportRoster } from '#main/features/roster/exportRoster.ts'
import { learners } from '#main/features/roster/learners.ts'
import { elentraList } from '#main/features/roster/lists.ts'
import { editRows } from '#main/features/roster/service.ts'
import { listExports } from '#main/features/workspace/repository.ts'
import { Workspace } from '#main/features/workspace/workspace.ts'
import { readSheetFile } from '#main/spreadsheets/readSheetFile.ts'
import type { StagedFile } from '#shared/workspace/schema.ts'
import { blankLearner } from '#shared/roster/blank.ts'
import { Desk, on, problemOf, start } from '#test/roster/support.ts'

/** A workspace with a program open, as exporting needs one. */
async function openDesk(): Promise<{ desk: Desk; workspace: Workspace }> {
  const folder = mkdtempSync(join(tmpdir(), 'coachdesk-exports-'))
  const workspace = new Workspace({
    dataFolder: folder,
    settingsFolder: join(folder, 'settings'),
    version: '0.0.0',
    surface: 'commandLine',
    loadSample: async () => {},
    now: () => new Date(`${start}T12:00:00Z`),
    log: { info: () => {}, warn: () => {}, error: () => 'TEST' },
  })
  onTestFinished(async () => {
    await workspace.close()
    await rm(folder, { recursive: true, force: true })
  })
  await workspace.createAt(join(folder, 'office.coachdesk'))
  const sites = [{ name: 'Main campus' }]
  const draft = { name: 'MD class', kind: 'ume' as const, institution: '', year: 2026, cohorts: [], sites }
  return {
    workspace,
    desk: new Desk(workspace.current(), (await startProgram(workspace.current(), draft, on(start))).id),
  }
}

/** The cells of a written file, read back with our own reader. */
function read(workspace: Workspace, { handle }: StagedFile): Record<string, (string | undefined)[][]> {
  const { bytes, name } = workspace.staging.get(handle)
  const { sheets } = readSheetFile(bytes, name)
  return Object.fromEntries(
    sheets.map((sheet) => [sheet.name, sheet.rows.map((row) => row.cells.map((cell) => cell?.text ?? ''))]),
  )
}

const office = { audience: 'Program office' }

describe('a mail merge', () => {
  it('has a row per pairing that holds, says who is left out, and is logged', async () => {
    const { desk, workspace } = await openDesk()
    const [site] = (await desk.program()).sites
    const ana = await desk.addLearner('García', {
      firstName: 'Ana',
      preferredName: 'Anita',
      email: 'ana@x.edu',
      classYear: 2029,
      level: 'M2',
      siteId: site!.id,
    })
    await desk.addLearner('Alone', { firstName: 'Al' })
    await desk.addLearner('Away', { status: 'leave' })
    const wu = await desk.addCoach('Wu', {
      firstName: 'Ada',
      email: 'wu@x.edu',
      degrees: 'MD',
      department: '=Medicine',
    })
    await desk.pair(ana, wu, start)
    const { programId } = desk
    const fields = [{ name: 'Pager', kind: 'text' as const, choices: [] }]
    const [pager] = await saveCustomFields(desk.file, { programId, appliesTo: 'learners', fields }, on(start))
    await saveCustomFields(desk.file, { programId, appliesTo: 'coaches', fields }, on(start))
    const set = { custom: { [pager!.id]: '0042' } }
    await editRows(desk.file, learners, { programId, edits: [{ id: ana.id, revision: ana.revision, set }] }, on(start))
    const list = await exportMailMerge(workspace, { programId: desk.programId, ...office }, on('2026-09-01'))
    expect(list).toMatchObject({ rows: 1, leftOut: [{ name: 'Al Alone', reason: 'Has no coach.' }] })
    const text = new TextDecoder().decode(workspace.staging.get(list.handle).bytes)
    expect(text.split('\r\n')[0]).toMatch(/,Paired since,Learner Pager,Coach Pager$/)
    expect(text.split('\r\n')[1]).toBe(
      'García,Anita,ana@x.edu,M2,2029,Main campus,Wu,Ada,MD,wu@x.edu,"\'=Medicine",2026-07-01,0042,',
    )
    expect(await listExports(desk.file.db)).toMatchObject([{ what: 'Mail merge', audience: 'Program office', rows: 1 }])
    const earlier = await exportMailMerge(
      workspace,
      { programId: desk.programId, asOf: '2026-06-01', ...office },
      on('2026-09-01'),
    )
    expect(earlier.rows).toBe(0)
  })
})

describe('the list for Elentra', () => {
  const learner = (lastName: string, set: object) => ({
    ...blankLearner(start),
    lastName,
    firstName: 'Ana',
    netId: 'a1',
    email: 'a@x.edu',
    classYear: 2029,
    ...set,
  })
  const options = { organisationId: 4, username: 'netId' as const, group: 'student' }

  it('has what Elentra requires in each row, and leaves out who lacks it', () => {
    const { columns, rows, leftOut } = elentraList(
      [learner('Lee', {}), learner('Ito', { netId: '', email: '' }), learner('Roy', { netId: 'a2', classYear: null })],
      options,
    )
    expect(columns.map(({ header }) => header)).toEqual([
      'First Name',
      'Last Name',
      'Username',
      'Email',
      'Organisation',
      'Group',
      'Role',
      'Cohort',
    ])
    expect(rows).toEqual([
      {
        firstName: 'Ana',
        lastName: 'Lee',
        username: 'a1',
        email: 'a@x.edu',
        organisation: 4,
        group: 'student',
        role: '2029',
        cohort: 'Class of 2029',
      },
    ])
    expect(leftOut).toEqual([
      { name: 'Ana Ito', reason: 'Has no NetID for the user name, no e-mail.' },
      { name: 'Ana Roy', reason: 'Has no class year for the role.' },
    ])
  })

  it('takes the e-mail, or the part before the @, for the user name where that is asked', () => {
    const people = [learner('Lee', { netId: '' })]
    const names = (['email', 'emailName'] as const).map(
      (username) => elentraList(people, { ...options, username }).rows[0]!.username,
    )
    expect(names).toEqual(['a@x.edu', 'a'])
  })

  it('gives nobody a user name that somebody else has', () => {
    const people = [learner('Lee', { email: 'a@x.edu' }), learner('Roy', { netId: 'a2', email: 'A@y.org' })]
    const { rows, leftOut } = elentraList(people, { ...options, username: 'emailName' })
    expect(rows).toEqual([])
    expect(leftOut).toContainEqual({ name: 'Ana Roy', reason: 'Has the user name A, as somebody else does.' })
  })

  it('tells people of one name apart by their middle initial', () => {
    const { rows } = elentraList(
      [
        learner('Lee', { middleName: 'Maria' }),
        learner('Lee', { netId: 'a2' }),
        learner('Roy', { netId: 'a3', middleName: 'B' }),
      ],
      options,
    )
    expect(rows.map(({ firstName }) => firstName)).toEqual(['Ana M.', 'Ana', 'Ana'])
  })

  it('is refused where nobody can be in it', async () => {
    const { desk, workspace } = await openDesk()
    await desk.addLearner('Lee')
    const work = exportElentra(workspace, { programId: desk.programId, ...options, ...office }, on(start))
    expect(await problemOf(work)).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Lee: Has no NetID'),
    })
  })
})

describe('the change report', () => {
  it('has dated changes and corrections of the period, and not what was entered anew', async () => {
    const { desk, workspace } = await openDesk()
    const ana = await desk.addLearner('García', { firstName: 'Ana', email: 'old@x.edu', level: 'M2' }, '2026-07-01')
    const edit = async (set: object, today: string, effectiveOn?: string) => {
      const { revision } = await desk.learner('García', today)
      await editRows(
        desk.file,
        learners,
        { programId: desk.programId, edits: [{ id: ana.id, revision, set }], effectiveOn },
        on(today),
      )
    }
    await edit({ email: 'between@x.edu' }, '2026-09-01')
    await edit({ email: 'new@x.edu', status: 'leave' }, '2026-10-01', '2026-10-05')
    await desk.addLearner('Later', {}, '2026-10-02')
    const input = { programId: desk.programId, from: '2026-09-01', to: '2026-10-31', ...office }
    const sheets = read(workspace, await exportChanges(workspace, input, on('2026-11-01')))
    expect(sheets['Changes']!.slice(1).map((row) => row.slice(1))).toEqual([
      ['Later', 'Learner', 'Joined', '', 'Active'],
      ['García, Ana', 'Learner', 'Status', 'Active', 'On leave'],
    ])
    expect(sheets['Corrected fields']!.slice(1)).toEqual([
      ['García, Ana', 'Learner', 'E-mail', 'old@x.edu', 'new@x.edu'],
    ])
    const upsideDown = exportChanges(workspace, { ...input, from: '2026-12-01' }, on('2026-12-01'))
    expect((await problemOf(upsideDown)).code).toBe('invalid_input')
  })
})

describe('what is on screen', () => {
  it('goes out with its columns and rows, in their order, the program’s own fields too', async () => {
    const { desk, workspace } = await openDesk()
    const [visa] = await saveCustomFields(
      desk.file,
      { programId: desk.programId, appliesTo: 'learners', fields: [{ name: 'Visa until', kind: 'date', choices: [] }] },
      on(start),
    )
    const ana = await desk.addLearner('García', { custom: { [visa!.id]: '7/1/2027' } })
    const bo = await desk.addLearner('Berg')
    await desk.addLearner('Cole')
    const columns = ['status', `custom.${visa!.id}`, 'lastName']
    const onScreen = { kind: 'learners' as const, columns, ids: [ana.id, bo.id] }
    const input = { programId: desk.programId, ...office }
    const sheets = read(workspace, await exportRoster(workspace, { ...input, onScreen }, on(start)))
    expect(Object.keys(sheets)).toEqual(['Learners', 'About this workbook'])
    expect(sheets['Learners']!.map((row) => [row[0], row[2]])).toEqual([
      ['Status', 'Last name'],
      ['Active', 'García'],
      ['Active', 'Berg'],
    ])
    expect(sheets['Learners']![0]![1]).toBe('Visa until')
    const wrong = exportRoster(workspace, { ...input, onScreen: { ...onScreen, columns: ['__proto__'] } }, on(start))
    expect((await problemOf(wrong)).code).toBe('invalid_input')
  })
})
