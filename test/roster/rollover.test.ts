import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { learners } from '#main/features/roster/learners.ts'
import { applyRollover, previewRollover } from '#main/features/roster/rollover.ts'
import { editRows } from '#main/features/roster/service.ts'
import { levelOfClass } from '#shared/roster/level.ts'
import { cohortAfter, lastLevelOf, nextLevel, proposeRollover, type RolloverLearner } from '#shared/roster/rollover.ts'
import { learnerStatuses } from '#shared/roster/schema.ts'
import { Desk, on, problemOf, start } from '#test/roster/support.ts'

const school = { kind: 'ume', toYear: 2027, effectiveOn: '2027-07-01', lastLevel: 4 } as const
const residency = { ...school, kind: 'gme', lastLevel: 3 } as const

const learner = (set: Partial<RolloverLearner>): RolloverLearner => {
  const level = set.level ?? 'M2'
  return {
    level,
    levelThen: level,
    status: 'active',
    classYear: null,
    track: '',
    startDate: null,
    endDate: null,
    ...set,
  }
}

describe('the rule of the turn of the year', () => {
  test.each([
    ['M2 of the class that fits', learner({ classYear: 2029 }), school, 'promote'],
    ['M4 of the class that ends', learner({ level: 'M4', classYear: 2027 }), school, 'graduate'],
    ['M4 of a later class', learner({ level: 'M4', classYear: 2028 }), school, 'hold'],
    ['M2 of a class that is elsewhere', learner({ classYear: 2031 }), school, 'hold'],
    ['a PhD year', learner({ level: 'G2', track: 'MD/PhD', status: 'research' }), school, 'promote'],
    ['M2 who may go on to a PhD', learner({ track: 'MD/PhD' }), school, 'hold'],
    ['research without a PhD', learner({ status: 'research' }), school, 'hold'],
    ['PGY-2', learner({ level: 'PGY-2' }), residency, 'promote'],
    ['the last year', learner({ level: 'PGY-3' }), residency, 'graduate'],
    ['the last year of five', learner({ level: 'PGY-3' }), { ...residency, lastLevel: 5 }, 'promote'],
    ['a preliminary intern', learner({ level: 'PGY-1', track: 'Preliminary' }), residency, 'graduate'],
    ['a fellow', learner({ level: 'Fellow' }), residency, 'hold'],
    ['nobody knows which level', learner({ level: '' }), residency, 'hold'],
    ['somebody who starts then', learner({ level: 'PGY-1', startDate: '2027-07-01' }), residency, 'hold'],
    ['somebody who ends before', learner({ level: 'PGY-1', endDate: '2027-03-31' }), residency, 'hold'],
    ['a graduate who ends before', learner({ level: 'PGY-3', endDate: '2027-06-20' }), residency, 'graduate'],
    ['somebody promoted already', learner({ level: 'PGY-1', levelThen: 'PGY-2' }), residency, 'hold'],
  ] as const)('%s', (_, somebody, rollover, action) => {
    expect(proposeRollover(somebody, rollover).action).toBe(action)
  })

  const anybody = fc.record({
    level: fc.constantFrom('', 'M1', 'M2', 'M3', 'M4', 'G1', 'G4', 'PGY-1', 'PGY-3', 'Fellow'),
    status: fc.constantFrom(...learnerStatuses),
    classYear: fc.option(fc.integer({ min: 2025, max: 2033 })),
    track: fc.constantFrom('', 'MD/PhD', 'Preliminary'),
  })

  test('promotes only who is active, or in PhD years, to the level that follows and that the class year implies', () => {
    fc.assert(
      fc.property(anybody, fc.constantFrom(school, residency), (set, rollover) => {
        const somebody = learner(set)
        const { action, reason } = proposeRollover(somebody, rollover)
        const next = nextLevel(somebody.level, rollover.lastLevel)
        const active = somebody.status === 'active' || somebody.level.startsWith('G')
        const expected = somebody.classYear === null ? null : levelOfClass(somebody.classYear, 2027)
        const fits = !somebody.level.startsWith('M') || somebody.classYear === null || expected === next
        expect(action !== 'promote' || (next !== null && active && fits)).toBe(true)
        expect(action !== 'graduate' || active).toBe(true)
        expect(reason).toMatch(/\.$/)
      }),
    )
  })

  test('a residency is as long as its cohorts say, or its learners', () => {
    expect(lastLevelOf('gme', ['PGY-1', 'PGY-2', 'PGY4'], ['PGY-5'])).toBe(4)
    expect(lastLevelOf('gme', ['Blue team'], ['PGY-5', 'Fellow'])).toBe(5)
    expect(lastLevelOf('gme', [], [])).toBe(3)
    expect(lastLevelOf('ume', ['PGY-1'], [])).toBe(4)
  })

  test('a resident moves to the cohort of the year, a class stays itself', () => {
    expect(cohortAfter('gme', 'PGY1', 'PGY-2')).toBe('PGY-2')
    expect(cohortAfter('gme', 'Blue team', 'PGY-2')).toBeNull()
    expect(cohortAfter('gme', null, 'PGY-2')).toBeNull()
    expect(cohortAfter('ume', 'Class of 2029', 'M3')).toBeNull()
  })
})

describe('the turn of the year', () => {
  const options = (desk: Desk) => ({ programId: desk.programId, toYear: 2027, decisions: [] })

  async function residents() {
    const desk = await Desk.open({ cohorts: [{ name: 'PGY-1' }, { name: 'PGY-3' }] })
    const [first, third] = (await desk.program()).cohorts
    const intern = await desk.addLearner('Intern', { level: 'PGY-1', cohortId: first!.id })
    const senior = await desk.addLearner('Senior', { level: 'PGY-3', cohortId: third!.id })
    const away = await desk.addLearner('Away', { level: 'PGY-1', status: 'leave', cohortId: first!.id })
    const wu = await desk.addCoach('Wu')
    for (const row of [intern, senior]) await desk.pair(row, wu, start)
    return { desk, intern, senior, away }
  }

  it('is previewed with what becomes of each, and nothing is written', async () => {
    const { desk } = await residents()
    const before = await desk.everything()
    const preview = await previewRollover(desk.file, { programId: desk.programId }, on('2027-05-20'))
    expect(preview).toMatchObject({
      fromYear: 2026,
      toYear: 2027,
      effectiveOn: '2027-07-01',
      lastLevel: 3,
      counts: { promote: 1, graduate: 1, hold: 1 },
      newCohorts: ['PGY-2'],
    })
    expect(preview.rows.map(({ name, action, to, reason }) => [name, action, to, reason])).toEqual([
      ['Away', 'hold', { level: 'PGY-1', status: 'leave', cohort: 'PGY-1' }, 'On leave: goes on when back; PGY-1 now.'],
      ['Intern', 'promote', { level: 'PGY-2', status: 'active', cohort: 'PGY-2' }, 'PGY-1 to PGY-2.'],
      ['Senior', 'graduate', { level: 'PGY-3', status: 'graduated', cohort: 'PGY-3' }, 'PGY-3 is the last level.'],
    ])
    expect(await desk.everything()).toEqual(before)
  })

  it('does what the preview said from its day on, and ends what graduates had', async () => {
    const { desk, senior } = await residents()
    expect(await applyRollover(desk.file, options(desk), on('2027-05-20'))).toEqual({
      promote: 1,
      graduate: 1,
      hold: 1,
    })
    const names = async (day: string) =>
      (await desk.learners(day)).map((row) => [row.lastName, row.level, row.status, row.coachName])
    expect(await names('2027-06-30')).toEqual([
      ['Away', 'PGY-1', 'leave', ''],
      ['Intern', 'PGY-1', 'active', 'Wu'],
      ['Senior', 'PGY-3', 'active', 'Wu'],
    ])
    expect(await names('2027-07-01')).toEqual([
      ['Away', 'PGY-1', 'leave', ''],
      ['Intern', 'PGY-2', 'active', 'Wu'],
    ])
    expect((await desk.person(senior)).pairings).toMatchObject([{ toOn: '2027-06-30', endedWhy: 'Year 2027-28' }])
    const program = await desk.program('2027-05-20')
    expect(program).toMatchObject({ year: 2027, learners: 3 })
    expect(program.cohorts.map(({ name }) => name)).toEqual(['PGY-1', 'PGY-3', 'PGY-2'])
    expect((await desk.program('2027-07-01')).learners).toBe(2)
    expect(await desk.findings()).toEqual([])
  })

  it('is one entry, undone as one', async () => {
    const { desk } = await residents()
    const before = await desk.everything()
    await applyRollover(desk.file, options(desk), on('2027-07-01'))
    expect((await desk.file.undoStep()).undo?.label).toBe('Promote 1 learner to 2027-28')
    await desk.file.undo(on('2027-07-01'))
    expect(await desk.everything()).toEqual(before)
  })

  it('follows decisions, refuses those that cannot be, and happens once', async () => {
    const { desk, intern, senior, away } = await residents()
    const decide = (learnerId: string, action: 'promote' | 'hold') =>
      applyRollover(desk.file, { ...options(desk), decisions: [{ learnerId, action }] }, on('2027-07-01'))
    expect(await problemOf(decide(senior.id, 'promote'))).toMatchObject({
      code: 'conflict',
      details: [{ path: senior.id, message: 'Senior has no level after PGY-3.' }],
    })
    const decisions = [
      { learnerId: intern.id, action: 'hold' as const },
      { learnerId: away.id, action: 'promote' as const },
    ]
    await applyRollover(desk.file, { ...options(desk), decisions }, on('2027-07-01'))
    expect((await desk.learners('2027-07-01')).map((row) => [row.lastName, row.level, row.status])).toEqual([
      ['Away', 'PGY-2', 'leave'],
      ['Intern', 'PGY-1', 'active'],
    ])
    expect((await problemOf(decide(intern.id, 'hold'))).message).toContain('is in 2027-28, so the next year is 2028-29')
  })

  it('takes planned levels along, and drops what is planned for graduates', async () => {
    const desk = await Desk.open()
    const intern = await desk.addLearner('Intern', { level: 'PGY-1' })
    const senior = await desk.addLearner('Senior', { level: 'PGY-3' })
    for (const row of [intern, senior]) {
      const edits = [{ id: row.id, revision: row.revision, set: { status: 'offCycle' as const } }]
      await editRows(desk.file, learners, { programId: desk.programId, edits, effectiveOn: '2027-10-01' }, on(start))
    }
    await applyRollover(desk.file, options(desk), on('2027-06-01'))
    const later = await desk.learners(undefined, '2027-11-01')
    expect(later.map((row) => [row.lastName, row.level, row.status])).toEqual([
      ['Intern', 'PGY-2', 'offCycle'],
      ['Senior', 'PGY-3', 'graduated'],
    ])
    expect(await desk.findings()).toEqual([])
  })

  it('graduates who ends with the year on whatever day it is done, and leaves out who left before', async () => {
    const decided = async (today: string) => {
      const desk = await Desk.open()
      await desk.addLearner('Earlier', { level: 'PGY-3', endDate: '2026-12-31' })
      await desk.addLearner('Senior', { level: 'PGY-3', endDate: '2027-06-30' })
      await applyRollover(desk.file, options(desk), on(today))
      return (await desk.learners(undefined, '2027-09-01')).map((row) => [row.lastName, row.status])
    }
    const graduated = [
      ['Earlier', 'active'],
      ['Senior', 'graduated'],
    ]
    expect(await decided('2027-05-20')).toEqual(graduated)
    expect(await decided('2027-07-10')).toEqual(graduated)
  })

  it('holds from a day of the year that begins, and from no other', async () => {
    const desk = await Desk.open()
    await desk.addLearner('Intern', { level: 'PGY-1' })
    const from = (effectiveOn: string) =>
      previewRollover(desk.file, { programId: desk.programId, effectiveOn }, on('2027-05-20'))
    expect((await from('2027-06-24')).effectiveOn).toBe('2027-06-24')
    expect((await from('2028-06-30')).effectiveOn).toBe('2028-06-30')
    for (const day of ['2026-07-01', '2028-07-01'])
      expect(await problemOf(from(day))).toMatchObject({ code: 'invalid_input', details: [{ path: 'effectiveOn' }] })
  })

  it('begins a class in a medical school, whose classes stay', async () => {
    const desk = await Desk.open({ kind: 'ume', cohorts: [{ name: 'Class of 2027' }, { name: 'Class of 2029' }] })
    const [ending, second] = (await desk.program()).cohorts
    await desk.addLearner('Fourth', { level: 'M4', classYear: 2027, cohortId: ending!.id })
    await desk.addLearner('Second', { level: 'M2', classYear: 2029, cohortId: second!.id })
    await applyRollover(desk.file, options(desk), on('2027-06-01'))
    expect((await desk.program()).cohorts.map(({ name }) => name)).toEqual([
      'Class of 2027',
      'Class of 2029',
      'Class of 2031',
    ])
    expect(await desk.learner('Second', '2027-07-01')).toMatchObject({
      level: 'M3',
      classYear: 2029,
      cohortId: second!.id,
    })
  })
})
