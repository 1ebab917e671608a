import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listDuplicatePeople, mergePeople } from '#main/features/roster/mergePeople.ts'
import { editRows, erasePerson } from '#main/features/roster/service.ts'
import { coaches } from '#main/features/roster/coaches.ts'
import {
  addStaff,
  editStaff,
  endStaff,
  findPersonByEmail,
  listStaff,
  removeStaff,
} from '#main/features/roster/staff.ts'
import { entryDetail } from '#main/features/workspace/entryDetail.ts'
import { changeProgram } from '#main/features/program/service.ts'
import { addDays } from '#shared/kernel/plainDate.ts'
import { holdsOn } from '#shared/roster/pairing.ts'
import { type StaffMember, tenureOn, withoutPast } from '#shared/roster/staff.ts'
import { parseStaffRole, staffRoleLabels, staffRoles } from '#shared/roster/staffRoles.ts'
import { Desk, on, problemOf, start } from '#test/roster/support.ts'

type Given = Partial<StaffMember> & { lastName?: string }

const add = (desk: Desk, staff: Given, { today = start, personId }: { today?: string; personId?: string } = {}) =>
  addStaff(desk.file, { programId: desk.programId, personId, staff: { role: 'director', ...staff } }, on(today))

const edit = (desk: Desk, row: StaffMember, set: Partial<StaffMember>, today: string, effectiveOn?: string) =>
  editStaff(
    desk.file,
    { programId: desk.programId, edits: [{ id: row.id, revision: row.revision, set }], effectiveOn },
    on(today),
  )

const staffOf = (desk: Desk, asOf?: string, today = start) =>
  listStaff(desk.file, { programId: desk.programId, asOf }, on(today))

const days = (rows: readonly StaffMember[]) => rows.map(({ role, fromOn, toOn }) => [role, fromOn, toOn])

const lastEntry = (desk: Desk) =>
  desk.file.db.selectFrom('history_entry').select(['id', 'label']).orderBy('seq', 'desc').executeTakeFirstOrThrow()

describe('staff', () => {
  it('is entered with a role from a day on, and is in the person’s record', async () => {
    const desk = await Desk.open()
    const [site] = (await desk.program()).sites
    const row = await add(desk, {
      lastName: 'Okafor',
      firstName: 'Ada',
      role: 'administrator',
      title: 'Program manager',
      effort: 5000,
      siteId: site!.id,
      roleNote: 'Half time',
    })
    expect(row).toMatchObject({ lastName: 'Okafor', role: 'administrator', effort: 5000, fromOn: start, toOn: null })
    expect((await desk.person(row)).staff).toEqual([
      {
        id: row.id,
        programId: desk.programId,
        programName: 'Internal medicine residency',
        site: 'Main campus',
        role: 'administrator',
        title: 'Program manager',
        effort: 5000,
        fromOn: start,
        toOn: null,
        note: 'Half time',
      },
    ])
    expect((await lastEntry(desk)).label).toBe('Add Ada Okafor as administrator')
    const { rows } = await entryDetail(desk.file.db, (await lastEntry(desk)).id)
    expect(rows).toContainEqual({ subject: 'Ada Okafor', field: 'Role', before: null, after: 'Administrator' })
    expect(rows).toContainEqual({ subject: 'Ada Okafor', field: 'Effort', before: null, after: '0.50 FTE' })
  })

  it('may be a coach who is known by e-mail, but only when that is said', async () => {
    const desk = await Desk.open()
    const coach = await desk.addCoach('Lee', { firstName: 'Ana', email: 'ana@example.edu' })
    const before = await desk.everything()
    expect(await problemOf(add(desk, { lastName: 'Lee', email: 'ANA@example.edu' }))).toMatchObject({
      code: 'duplicate',
      details: [{ path: 'email', message: 'It belongs to Ana Lee.' }],
    })
    expect(await desk.everything()).toEqual(before)
    const known = await findPersonByEmail(desk.file, 'Ana@Example.edu')
    expect(known).toEqual({
      personId: coach.personId,
      name: 'Ana Lee',
      email: 'ana@example.edu',
      about: ['coach in Internal medicine residency'],
    })
    expect(await findPersonByEmail(desk.file, 'nobody@example.edu')).toBeNull()
    const row = await add(desk, { role: 'director' }, { personId: coach.personId })
    expect(row).toMatchObject({ personId: coach.personId, lastName: 'Lee', email: 'ana@example.edu' })
    expect((await findPersonByEmail(desk.file, 'ana@example.edu'))!.about).toEqual([
      'coach in Internal medicine residency',
      'director in Internal medicine residency',
    ])
    await desk.file.undo(on(start))
    expect((await desk.person(coach)).staff).toEqual([])
  })

  it('keeps what held before another role, title or effort', async () => {
    const desk = await Desk.open()
    const row = await add(desk, { lastName: 'Lee', role: 'associateDirector', effort: 1000 })
    const [after] = await edit(desk, row, { role: 'director', effort: 2000 }, '2026-11-01', '2027-01-01')
    expect(after).toMatchObject({ id: row.id, role: 'director', fromOn: '2027-01-01', toOn: null })
    expect(days(await staffOf(desk, '2026-12-31'))).toEqual([['associateDirector', start, '2026-12-31']])
    expect(days(await staffOf(desk, '2027-01-01'))).toEqual([['director', '2027-01-01', null]])
    // Until the new role begins both stand in the list, then only the one that holds.
    expect(await staffOf(desk, undefined, '2026-12-01')).toHaveLength(2)
    expect(days(await staffOf(desk, undefined, '2027-02-01'))).toEqual([['director', '2027-01-01', null]])
    expect((await desk.person(row)).staff.map(({ role, effort }) => [role, effort])).toEqual([
      ['associateDirector', 1000],
      ['director', 2000],
    ])
    await desk.file.undo(on('2026-11-01'))
    expect(days(await staffOf(desk))).toEqual([['associateDirector', start, null]])
    await desk.file.redo(on('2026-11-01'))
    expect(await staffOf(desk, undefined, '2026-12-01')).toHaveLength(2)
    expect(await desk.findings()).toEqual([])
  })

  it('is corrected where it begins that day or later, and where only site, dates or note change', async () => {
    const desk = await Desk.open()
    const row = await add(desk, { lastName: 'Lee', role: 'trainer' })
    const [same] = await edit(desk, row, { role: 'evaluator' }, start)
    const [later] = await edit(desk, same!, { roleNote: 'Simulation', toOn: '2027-06-30' }, '2026-10-01')
    expect(days(await staffOf(desk))).toEqual([['evaluator', start, '2027-06-30']])
    expect(later!.roleNote).toBe('Simulation')
    const [ended] = await edit(desk, later!, { title: 'Head of simulation' }, '2028-01-01')
    expect(ended).toMatchObject({ fromOn: start, toOn: '2027-06-30', title: 'Head of simulation' })
  })

  it('shares name and e-mail with the coach who is the same person', async () => {
    const desk = await Desk.open()
    const coach = await desk.addCoach('Lee', { email: 'ana@example.edu', note: 'Prefers mornings' })
    const row = await add(desk, {}, { personId: coach.personId })
    await edit(desk, row, { lastName: 'Lee-Park', roleNote: 'Until a successor is found' }, start)
    expect(await desk.coach('Lee-Park')).toMatchObject({ email: 'ana@example.edu', note: 'Prefers mornings' })
    const now = await desk.coach('Lee-Park')
    const stale = editRows(
      desk.file,
      coaches,
      { programId: desk.programId, edits: [{ id: now.id, revision: coach.revision, set: { note: '' } }] },
      on(start),
    )
    expect((await problemOf(stale)).code).toBe('stale')
  })

  it('cannot hold one role twice on a day, end before it begins, or be changed unseen', async () => {
    const desk = await Desk.open()
    const row = await add(desk, { lastName: 'Lee' })
    expect(await problemOf(add(desk, {}, { personId: row.personId, today: '2026-09-01' }))).toMatchObject({
      code: 'duplicate',
      message: 'Lee is director of this program already, from Jul 1, 2026.',
    })
    const trainer = await add(desk, { role: 'trainer' }, { personId: row.personId })
    expect(trainer.personId).toBe(row.personId)
    expect(await problemOf(edit(desk, trainer, { role: 'director' }, start))).toMatchObject({
      details: [{ path: `${trainer.id}.role` }],
    })
    expect(await problemOf(edit(desk, trainer, { toOn: '2026-01-01' }, start))).toMatchObject({
      code: 'invalid_input',
      details: [{ path: `${trainer.id}.toOn` }],
    })
    await edit(desk, trainer, { title: 'Coach trainer' }, start)
    expect(await problemOf(edit(desk, trainer, { title: 'Other' }, start))).toMatchObject({ code: 'stale' })
    expect(await problemOf(add(desk, { role: 'dean' }))).toMatchObject({ details: [{ path: 'lastName' }] })
    expect(await problemOf(add(desk, {}, { personId: desk.programId }))).toMatchObject({ code: 'not_found' })
  })

  it('ends on a day and stays in the list until somebody follows', async () => {
    const desk = await Desk.open()
    const row = await add(desk, { lastName: 'Lee' })
    const end = (toOn: string) =>
      endStaff(desk.file, { programId: desk.programId, ids: [row.id], toOn }, on('2026-11-01'))
    expect(await problemOf(end('2026-06-30'))).toMatchObject({ code: 'invalid_input' })
    await end('2026-12-31')
    expect((await lastEntry(desk)).label).toBe('End Lee, director')
    expect(await staffOf(desk, '2027-01-01')).toEqual([])
    expect(days(await staffOf(desk, undefined, '2027-03-01'))).toEqual([['director', start, '2026-12-31']])
    await add(desk, { fromOn: '2027-01-01' }, { personId: row.personId, today: '2027-03-01' })
    expect(days(await staffOf(desk, undefined, '2027-03-01'))).toEqual([['director', '2027-01-01', null]])
  })

  it('is removed without the person, and erased with them', async () => {
    const desk = await Desk.open()
    const row = await add(desk, { lastName: 'Zweistein', title: 'Assistant dean' })
    await removeStaff(desk.file, { programId: desk.programId, ids: [row.id] }, on(start))
    expect((await desk.person(row)).staff).toEqual([])
    await desk.file.undo(on(start))
    const { id: personId, revision } = await desk.person(row)
    await erasePerson(desk.file, { personId, revision }, on(start))
    expect(await staffOf(desk)).toEqual([])
    const images = await desk.file.db.selectFrom('history_change').select(['before', 'after']).execute()
    expect(JSON.stringify(images)).not.toMatch(/Zweistein|Assistant dean/)
    expect(await desk.findings()).toEqual([])
  })

  it('goes over when two people are merged, unless both hold the role at one time', async () => {
    const desk = await Desk.open()
    const coach = await desk.addCoach('Lee')
    const row = await add(desk, { lastName: 'Lee', firstName: 'Ana' })
    const merge = () => mergePeople(desk.file, { keepId: coach.personId, mergeId: row.personId, take: {} }, on(start))
    const twin = await add(desk, {}, { personId: coach.personId })
    expect(await problemOf(merge())).toMatchObject({ code: 'conflict', message: /both have the role Director in/ })
    await removeStaff(desk.file, { programId: desk.programId, ids: [twin.id] }, on(start))
    expect((await merge()).staff).toMatchObject([{ id: row.id, role: 'director' }])
    await desk.file.undo(on(start))
    expect((await desk.person(row)).staff).toHaveLength(1)
    expect(await desk.findings()).toEqual([])
  })

  it('is found where the same person was entered as a coach', async () => {
    const desk = await Desk.open()
    await desk.addCoach('Okafor', { firstName: 'Adaeze' })
    await add(desk, { lastName: 'Okafor', firstName: 'Adaeze', role: 'dean' })
    expect(await listDuplicatePeople(desk.file, desk.programId, on(start))).toMatchObject([
      { keep: { about: 'Coach' }, merge: { about: 'Dean' } },
    ])
  })

  it('holds its site: one with staff is not removed', async () => {
    const desk = await Desk.open()
    const { sites, ...program } = await desk.program()
    await add(desk, { lastName: 'Lee', siteId: sites[0]!.id })
    expect(await problemOf(changeProgram(desk.file, { ...program, sites: [] }, on(start)))).toMatchObject({
      code: 'conflict',
      message: 'Main campus still has 1 staff role. Move them first, then remove the site.',
    })
  })
})

describe('the list of today', () => {
  const day = fc.integer({ min: 0, max: 400 }).map((offset) => addDays('2026-01-01', offset))
  const period = fc.record({
    personId: fc.constantFrom('a', 'b'),
    fromOn: day,
    length: fc.option(fc.integer({ min: 0, max: 200 })),
  })
  const row = period.map(({ length, ...rest }) => ({
    ...rest,
    toOn: length === null ? null : addDays(rest.fromOn, length),
  }))

  it('has everything that holds or is to come, and of each person something', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), day, (rows, today) => {
        const shown = withoutPast(rows, today)
        expect(rows.filter((each) => tenureOn(each, today) !== 'ended').every((each) => shown.includes(each))).toBe(
          true,
        )
        expect(new Set(shown.map(({ personId }) => personId))).toEqual(new Set(rows.map(({ personId }) => personId)))
        for (const each of rows) expect(tenureOn(each, today) === 'now').toBe(holdsOn(each, today))
      }),
    )
  })
})

describe('roles', () => {
  it('are read as people write them', () => {
    for (const role of staffRoles) expect(parseStaffRole(staffRoleLabels[role])).toBe(role)
    expect(
      ['PD', 'Assoc. Program Director', 'Assistant Dean', 'program coordinator', 'chief'].map(parseStaffRole),
    ).toEqual(['director', 'associateDirector', 'dean', 'coordinator', 'chiefResident'])
    expect(parseStaffRole('Astronaut')).toBeNull()
  })
})
