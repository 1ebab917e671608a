import { describe, expect, it } from 'vitest'
import { coaches } from '#main/features/roster/coaches.ts'
import { learners } from '#main/features/roster/learners.ts'
import { putOnLeave } from '#main/features/roster/leave.ts'
import { applyRollover } from '#main/features/roster/rollover.ts'
import { editRows } from '#main/features/roster/service.ts'
import type { Coach, Learner } from '#shared/roster/schema.ts'
import { Desk, on } from '#test/roster/support.ts'

/** Edits a learner on a day, from a day on. */
async function edit(desk: Desk, row: Learner, set: Partial<Learner>, today: string, effectiveOn = today) {
  const { revision } = await desk.learner(row.lastName, today)
  const edits = [{ id: row.id, revision, set }]
  await editRows(desk.file, learners, { programId: desk.programId, edits, effectiveOn }, on(today))
}

const standings = async (desk: Desk, row: Learner) =>
  (await desk.person(row)).enrolments[0]!.standings.map(({ fromOn, toOn, status, level }) => [
    fromOn,
    toOn,
    status,
    level,
  ])

const leave = (desk: Desk, row: Learner, fromOn: string, expectedReturnOn: string) =>
  putOnLeave(
    desk.file,
    { programId: desk.programId, learnerIds: [row.id], fromOn, expectedReturnOn, status: 'leave', reason: '' },
    on(fromOn),
  )

describe('a change from a day on', () => {
  it('keeps somebody out who leaves before the new level that was planned', async () => {
    const desk = await Desk.open()
    const row = await desk.addLearner('Garcia', { level: 'PGY-1' })
    await applyRollover(desk.file, { programId: desk.programId, toYear: 2027, decisions: [] }, on('2027-05-20'))
    const before = await desk.everything()
    await edit(desk, row, { status: 'withdrawn' }, '2027-06-10')
    expect(await standings(desk, row)).toEqual([
      ['2026-07-01', '2027-06-09', 'active', 'PGY-1'],
      ['2027-06-10', null, 'withdrawn', 'PGY-1'],
    ])
    expect(await desk.findings()).toEqual([])
    await desk.file.undo(on('2027-06-10'))
    expect(await desk.everything()).toEqual(before)
  })

  it('keeps somebody out who left before they were recorded', async () => {
    const desk = await Desk.open()
    const row = await desk.addLearner('Garcia', { level: 'PGY-1' }, '2026-09-01')
    await edit(desk, row, { level: 'PGY-2' }, '2026-09-01', '2027-07-01')
    await edit(desk, row, { status: 'withdrawn' }, '2026-09-02', '2026-08-01')
    expect(await standings(desk, row)).toEqual([['2026-08-01', null, 'withdrawn', 'PGY-1']])
    expect(await desk.findings()).toEqual([])
  })

  it('goes on in what is planned of other fields, and ends where the same field is planned', async () => {
    const desk = await Desk.open()
    const row = await desk.addLearner('Garcia', { level: 'PGY-1' })
    await applyRollover(desk.file, { programId: desk.programId, toYear: 2027, decisions: [] }, on('2027-05-20'))
    await edit(desk, row, { status: 'offCycle' }, '2027-06-10')
    await edit(desk, row, { level: 'PGY-3' }, '2027-06-20')
    expect(await standings(desk, row)).toEqual([
      ['2026-07-01', '2027-06-09', 'active', 'PGY-1'],
      ['2027-06-10', '2027-06-19', 'offCycle', 'PGY-1'],
      ['2027-06-20', '2027-06-30', 'offCycle', 'PGY-3'],
      ['2027-07-01', null, 'offCycle', 'PGY-2'],
    ])
  })

  it('does not put somebody on leave again who is back by then', async () => {
    const desk = await Desk.open()
    const row = await desk.addLearner('Garcia', { level: 'PGY-1' })
    await leave(desk, row, '2026-10-05', '2027-01-04')
    await edit(desk, row, { level: 'PGY-2' }, '2026-11-01', '2027-07-01')
    expect((await desk.learner('Garcia', '2027-07-01')).status).toBe('active')
    await edit(desk, row, { level: 'PGY-3' }, '2026-11-02', '2026-12-01')
    expect(await standings(desk, row)).toEqual([
      ['2026-07-01', '2026-10-04', 'active', 'PGY-1'],
      ['2026-10-05', '2026-11-30', 'leave', 'PGY-1'],
      ['2026-12-01', '2027-01-03', 'leave', 'PGY-3'],
      ['2027-01-04', '2027-06-30', 'active', 'PGY-3'],
      ['2027-07-01', null, 'active', 'PGY-2'],
    ])
  })

  it('in the past changes what held then, and no level of today', async () => {
    const desk = await Desk.open()
    const row = await desk.addLearner('Garcia', { level: 'PGY-1' })
    await edit(desk, row, { level: 'PGY-2' }, '2027-07-01')
    await edit(desk, row, { status: 'extended' }, '2027-08-01', '2027-03-01')
    expect(await standings(desk, row)).toEqual([
      ['2026-07-01', '2027-02-28', 'active', 'PGY-1'],
      ['2027-03-01', '2027-06-30', 'extended', 'PGY-1'],
      ['2027-07-01', null, 'extended', 'PGY-2'],
    ])
  })

  it('before the day somebody was recorded leaves what they were since their start', async () => {
    const desk = await Desk.open()
    const known = await desk.addLearner('Garcia', { level: 'PGY-2', startDate: '2025-07-01' }, '2026-09-01')
    const unknown = await desk.addLearner('Hart', { level: 'PGY-2' }, '2026-09-01')
    for (const row of [known, unknown]) await edit(desk, row, { status: 'leave' }, '2026-09-01', '2026-08-01')
    expect(await standings(desk, known)).toEqual([
      ['2025-07-01', '2026-07-31', 'active', 'PGY-2'],
      ['2026-08-01', null, 'leave', 'PGY-2'],
    ])
    expect(await standings(desk, unknown)).toEqual([['2026-08-01', null, 'leave', 'PGY-2']])
    expect(await desk.findings()).toEqual([])
  })

  it('of a coach keeps the capacity that is planned', async () => {
    const desk = await Desk.open()
    const coach = await desk.addCoach('Wu', { capacity: 4 })
    const change = async (set: Partial<Coach>, effectiveOn: string) => {
      const edits = [{ id: coach.id, revision: (await desk.coach('Wu')).revision, set }]
      await editRows(desk.file, coaches, { programId: desk.programId, edits, effectiveOn }, on('2026-07-01'))
    }
    await change({ capacity: 8 }, '2027-01-01')
    await change({ status: 'full' }, '2026-10-01')
    const held = (await desk.person(coach)).appointments[0]!.standings
    expect(held.map(({ fromOn, status, capacity }) => [fromOn, status, capacity])).toEqual([
      ['2026-07-01', 'active', 4],
      ['2026-10-01', 'full', 4],
      ['2027-01-01', 'full', 8],
    ])
  })
})
