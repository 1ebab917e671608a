import { describe, expect, it } from 'vitest'
import { learners } from '#main/features/roster/learners.ts'
import { bringBack, putOnLeave } from '#main/features/roster/leave.ts'
import { applyRollover } from '#main/features/roster/rollover.ts'
import { editRows } from '#main/features/roster/service.ts'
import type { Learner } from '#shared/roster/schema.ts'
import { Desk, on, problemOf, start } from '#test/roster/support.ts'

const leave = (desk: Desk, row: Learner, fromOn: string, expectedReturnOn?: string) =>
  putOnLeave(
    desk.file,
    {
      programId: desk.programId,
      learnerIds: [row.id],
      fromOn,
      expectedReturnOn,
      status: 'leave',
      reason: 'Parental leave',
    },
    on('2026-09-01'),
  )

const standings = async (desk: Desk, row: Learner) =>
  (await desk.person(row)).enrolments[0]!.standings.map(({ fromOn, toOn, status, level }) => [
    fromOn,
    toOn,
    status,
    level,
  ])

describe('leave', () => {
  it('begins on its day, and the return is planned as what they were before', async () => {
    const desk = await Desk.open()
    const row = await desk.addLearner('Garcia', { status: 'offCycle', level: 'PGY-2' })
    await leave(desk, row, '2026-10-05', '2027-01-04')
    expect(await standings(desk, row)).toEqual([
      ['2026-07-01', '2026-10-04', 'offCycle', 'PGY-2'],
      ['2026-10-05', '2027-01-03', 'leave', 'PGY-2'],
      ['2027-01-04', null, 'offCycle', 'PGY-2'],
    ])
    expect((await desk.learner('Garcia', '2026-11-01')).next).toEqual({
      fromOn: '2027-01-04',
      status: 'offCycle',
      level: 'PGY-2',
    })
    expect((await desk.program('2026-11-01')).learners).toBe(1)
    expect(await desk.findings()).toEqual([])
  })

  it('is extended by a new day of return, and keeps a level planned meanwhile', async () => {
    const desk = await Desk.open()
    const row = await desk.addLearner('Garcia', { level: 'PGY-2' })
    await leave(desk, row, '2026-10-05', '2027-01-04')
    const now = await desk.learner('Garcia', '2026-09-01')
    const edits = [{ id: row.id, revision: now.revision, set: { level: 'PGY-3' } }]
    await editRows(
      desk.file,
      learners,
      { programId: desk.programId, edits, effectiveOn: '2027-07-01' },
      on('2026-09-01'),
    )
    await leave(desk, row, '2026-10-05', '2027-08-01')
    expect(await standings(desk, row)).toEqual([
      ['2026-07-01', '2026-10-04', 'active', 'PGY-2'],
      ['2026-10-05', '2027-06-30', 'leave', 'PGY-2'],
      ['2027-07-01', '2027-07-31', 'leave', 'PGY-3'],
      ['2027-08-01', null, 'active', 'PGY-3'],
    ])
    expect(await desk.findings()).toEqual([])
  })

  it('ends early without a trace of the planned day, and undo plans it again', async () => {
    const desk = await Desk.open()
    const row = await desk.addLearner('Garcia', { level: 'PGY-2' })
    await leave(desk, row, '2026-10-05', '2027-01-04')
    const before = await desk.everything()
    const input = {
      programId: desk.programId,
      learnerIds: [row.id],
      onDay: '2026-12-01',
      status: 'active' as const,
      reason: '',
    }
    const [back] = await bringBack(desk.file, input, on('2026-12-01'))
    expect(back).toMatchObject({ status: 'active', statusFrom: '2026-12-01', next: null })
    expect(await standings(desk, row)).toEqual([
      ['2026-07-01', '2026-10-04', 'active', 'PGY-2'],
      ['2026-10-05', '2026-11-30', 'leave', 'PGY-2'],
      ['2026-12-01', null, 'active', 'PGY-2'],
    ])
    await desk.file.undo(on('2026-12-01'))
    expect(await desk.everything()).toEqual(before)
  })

  it('ends early as something else, and the planned day changes nothing any more', async () => {
    const desk = await Desk.open()
    const row = await desk.addLearner('Garcia', { level: 'PGY-2' })
    await leave(desk, row, '2026-10-05', '2027-09-01')
    const decisions = [{ learnerId: row.id, action: 'promote' as const }]
    await applyRollover(desk.file, { programId: desk.programId, toYear: 2027, decisions }, on('2027-02-01'))
    const input = { programId: desk.programId, learnerIds: [row.id], reason: '' }
    await bringBack(desk.file, { ...input, onDay: '2027-03-01', status: 'offCycle' }, on('2027-03-01'))
    expect(await standings(desk, row)).toEqual([
      ['2026-07-01', '2026-10-04', 'active', 'PGY-2'],
      ['2026-10-05', '2027-02-28', 'leave', 'PGY-2'],
      ['2027-03-01', '2027-06-30', 'offCycle', 'PGY-2'],
      ['2027-07-01', null, 'offCycle', 'PGY-3'],
    ])
    expect(await desk.findings()).toEqual([])
  })

  it('keeps the level somebody came back to past the planned day, and a second leave that is planned', async () => {
    const desk = await Desk.open()
    const row = await desk.addLearner('Garcia', { level: 'PGY-2' })
    await leave(desk, row, '2026-10-05', '2027-01-04')
    await leave(desk, row, '2027-05-01', '2027-06-01')
    const input = { programId: desk.programId, learnerIds: [row.id], reason: '' }
    await bringBack(desk.file, { ...input, onDay: '2026-12-01', status: 'active', level: 'PGY-1' }, on('2026-12-01'))
    expect(await standings(desk, row)).toEqual([
      ['2026-07-01', '2026-10-04', 'active', 'PGY-2'],
      ['2026-10-05', '2026-11-30', 'leave', 'PGY-2'],
      ['2026-12-01', '2027-04-30', 'active', 'PGY-1'],
      ['2027-05-01', '2027-05-31', 'leave', 'PGY-2'],
      ['2027-06-01', null, 'active', 'PGY-2'],
    ])
  })

  it('that began before anything was recorded ends in what is known first', async () => {
    const desk = await Desk.open()
    const row = await desk.addLearner('Garcia', { status: 'extended' }, '2026-09-01')
    await leave(desk, row, '2026-08-01', '2026-10-01')
    expect(await standings(desk, row)).toEqual([
      ['2026-08-01', '2026-09-30', 'leave', ''],
      ['2026-10-01', null, 'extended', ''],
    ])
    expect(await desk.findings()).toEqual([])
  })

  it('is refused of somebody who left, and a return of somebody who is there', async () => {
    const desk = await Desk.open()
    const gone = await desk.addLearner('Gone', { status: 'dismissed' })
    const there = await desk.addLearner('There')
    expect(await problemOf(leave(desk, gone, '2026-10-05'))).toMatchObject({
      code: 'conflict',
      details: [{ path: gone.id }],
    })
    const input = {
      programId: desk.programId,
      learnerIds: [there.id],
      onDay: start,
      status: 'active' as const,
      reason: '',
    }
    expect((await problemOf(bringBack(desk.file, input, on(start)))).code).toBe('conflict')
    expect((await problemOf(leave(desk, there, '2026-10-05', '2026-10-05'))).code).toBe('invalid_input')
  })
})
