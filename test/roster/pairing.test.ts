import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { coaches } from '#main/features/roster/coaches.ts'
import { learners } from '#main/features/roster/learners.ts'
import { endPairings, listPairings, pairLearners, removePairings } from '#main/features/roster/pairLearners.ts'
import { editRows, erasePerson, removeRows } from '#main/features/roster/service.ts'
import { listHistory } from '#main/features/workspace/repository.ts'
import { addDays } from '#shared/kernel/plainDate.ts'
import { endProblem, holdsOn, type LearnerPairing, planPairing } from '#shared/roster/pairing.ts'
import { Desk, on, problemOf, start } from '#test/roster/support.ts'

const dayOf = (offset: number) => addDays('2026-07-01', offset)

describe('the rule of pairing', () => {
  const requests = fc.array(
    fc.record({
      coachId: fc.constantFrom('a', 'b', 'c'),
      fromOn: fc.integer({ min: 0, max: 60 }).map(dayOf),
      keepCurrent: fc.boolean(),
    }),
    { maxLength: 12 },
  )

  /** A learner's pairings after following the rule for each request. */
  function follow(wanted: { coachId: string; fromOn: string; keepCurrent: boolean }[]): LearnerPairing[] {
    let pairings: LearnerPairing[] = []
    for (const [index, request] of wanted.entries()) {
      const step = planPairing(pairings, request)
      if (step.kind !== 'pair') continue
      const endOf = new Map(step.ends.map(({ pairing, toOn }) => [pairing.id, toOn]))
      const { coachId, fromOn } = request
      pairings = pairings.map((pairing) => ({ ...pairing, toOn: endOf.get(pairing.id) ?? pairing.toOn }))
      pairings.push({ id: String(index), coachId, fromOn, toOn: step.toOn })
    }
    return pairings
  }

  test('never pairs a learner with one coach twice on a day, nor for less than a day', () => {
    fc.assert(
      fc.property(requests, (wanted) => {
        const pairings = follow(wanted)
        for (let offset = 0; offset <= 61; offset += 1) {
          const held = pairings.filter((pairing) => holdsOn(pairing, dayOf(offset))).map(({ coachId }) => coachId)
          expect(new Set(held).size).toBe(held.length)
        }
        for (const { fromOn, toOn } of pairings) expect(toOn === null || toOn >= fromOn).toBe(true)
      }),
    )
  })

  test('gives a learner one coach at a time, unless the one they have is kept', () => {
    fc.assert(
      fc.property(requests, (wanted) => {
        const pairings = follow(wanted.map((request) => ({ ...request, keepCurrent: false })))
        for (let offset = 0; offset <= 61; offset += 1)
          expect(pairings.filter((pairing) => holdsOn(pairing, dayOf(offset))).length).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('leaves one coach, the one asked for, where the ones they have are not kept', () => {
    const have = (coachId: string, fromOn: string): LearnerPairing => ({ id: coachId, coachId, fromOn, toOn: null })
    const [a, b] = [have('a', '2026-07-01'), have('b', '2026-08-01')]
    const change = { coachId: 'a', fromOn: '2026-09-01', keepCurrent: false }
    expect(planPairing([a, b], change)).toEqual({ kind: 'unchanged', ends: [{ pairing: b, toOn: '2026-08-31' }] })
    expect(planPairing([a, b], { ...change, keepCurrent: true })).toEqual({ kind: 'unchanged', ends: [] })
    expect(planPairing([a, b], { ...change, fromOn: '2026-08-01' })).toMatchObject({ kind: 'refused', pairing: b })
  })

  test('sets an end once, or brings forward one that has not come', () => {
    const open = { fromOn: '2026-07-01', toOn: null }
    const planned = { fromOn: '2026-07-01', toOn: '2027-06-30' }
    const past = { fromOn: '2026-07-01', toOn: '2026-08-31' }
    expect(endProblem(open, '2026-07-01', '2026-10-01')).toBeNull()
    expect(endProblem(open, '2026-06-30', '2026-10-01')).toBe('beginsLater')
    expect(endProblem(planned, '2026-12-31', '2026-10-01')).toBeNull()
    expect(endProblem(planned, '2027-06-30', '2026-10-01')).toBe('endsThen')
    expect(endProblem(planned, '2027-07-31', '2026-10-01')).toBe('endsThen')
    expect(endProblem(past, '2026-08-01', '2026-10-01')).toBe('alreadyEnded')
  })
})

describe('pairings', () => {
  it('answer who was whose coach on any day, after a change of coach', async () => {
    const desk = await Desk.open()
    const [ana, wu, lee] = [await desk.addLearner('Garcia'), await desk.addCoach('Wu'), await desk.addCoach('Lee')]
    await desk.pair(ana, wu, '2026-07-01')
    expect(await desk.pair(ana, lee, '2026-10-05')).toEqual({ paired: 1, ended: 1, unchanged: 0, warnings: [] })
    expect(await desk.pair(ana, lee, '2026-11-01')).toMatchObject({ paired: 0, unchanged: 1 })

    const coachOn = async (day: string) => (await desk.learners(day))[0]?.coachName
    expect(await coachOn('2026-10-04')).toBe('Wu')
    expect(await coachOn('2026-10-05')).toBe('Lee')
    const loads = (await desk.coaches('2026-10-05')).map((coach) => [coach.lastName, coach.load])
    expect(loads).toEqual([
      ['Lee', 1],
      ['Wu', 0],
    ])
    const pairings = await listPairings(desk.file, { programId: desk.programId })
    expect(pairings).toEqual([
      expect.objectContaining({
        coachName: 'Wu',
        fromOn: '2026-07-01',
        toOn: '2026-10-04',
        endedWhy: 'Change of coach',
      }),
      expect.objectContaining({ coachName: 'Lee', fromOn: '2026-10-05', toOn: null, endedWhy: '' }),
    ])
    expect(
      (await listPairings(desk.file, { programId: desk.programId, asOf: '2026-08-01' })).map((p) => p.coachName),
    ).toEqual(['Wu'])
    expect((await desk.person(ana)).pairings).toEqual(pairings)
    expect((await desk.person(lee)).pairings).toEqual([pairings[1]])
    expect(await desk.findings()).toEqual([])
  })

  it('keep the coach a learner has where that is asked, and name both', async () => {
    const desk = await Desk.open()
    const [ana, wu, lee] = [await desk.addLearner('Garcia'), await desk.addCoach('Wu'), await desk.addCoach('Lee')]
    await desk.pair(ana, wu, '2026-07-01')
    await desk.pair(ana, lee, '2026-08-01', { keepCurrent: true })
    expect(await desk.learner('Garcia', '2026-09-01')).toMatchObject({ coachId: lee.id, coachName: 'Wu; Lee' })
  })

  it('end with the other coach where one of two is to be the only one', async () => {
    const desk = await Desk.open()
    const [ana, wu, lee] = [await desk.addLearner('Garcia'), await desk.addCoach('Wu'), await desk.addCoach('Lee')]
    await desk.pair(ana, wu, '2026-07-01')
    await desk.pair(ana, lee, '2026-08-01', { keepCurrent: true })
    expect(await desk.pair(ana, wu, '2026-09-01')).toMatchObject({ paired: 0, ended: 1, unchanged: 1 })
    expect((await desk.learner('Garcia', '2026-08-31')).coachName).toBe('Wu; Lee')
    expect((await desk.learner('Garcia', '2026-09-01')).coachName).toBe('Wu')
  })

  it('warn of a coach with more learners than they take, and pair all the same', async () => {
    const desk = await Desk.open()
    const wu = await desk.addCoach('Wu', { capacity: 1 })
    const pairs = [await desk.addLearner('A'), await desk.addLearner('B')].map(({ id }) => ({
      learnerId: id,
      coachId: wu.id,
    }))
    const input = { programId: desk.programId, pairs, fromOn: start, why: '', keepCurrent: false }
    const { warnings } = await pairLearners(desk.file, input, on(start))
    expect(warnings).toEqual([{ coachId: wu.id, message: 'Wu has 2 learners from Jul 1, 2026, and takes 1.' }])
    expect((await desk.coach('Wu')).load).toBe(2)
    await desk.file.undo(on(start))
    expect((await desk.coach('Wu')).load).toBe(0)
  })

  it('are refused with somebody who is not there on that day, naming each, with nothing written', async () => {
    const desk = await Desk.open()
    const wu = await desk.addCoach('Wu')
    const gone = await desk.addLearner('Gone', { status: 'withdrawn' })
    const late = await desk.addLearner('Late', { startDate: '2026-09-01' })
    const over = await desk.addLearner('Over', { endDate: '2026-07-15' })
    const fine = await desk.addLearner('Fine')
    const pairs = [gone, late, over, fine].map(({ id }) => ({ learnerId: id, coachId: wu.id }))
    const input = { programId: desk.programId, pairs, fromOn: '2026-08-01', why: '', keepCurrent: false }
    const problem = await problemOf(pairLearners(desk.file, input, on('2026-08-01')))
    expect(problem.code).toBe('conflict')
    expect(problem.details).toEqual([
      { path: gone.id, message: 'Gone left (withdrawn) by Aug 1, 2026.' },
      { path: late.id, message: 'Late starts only on Sep 1, 2026.' },
      { path: over.id, message: 'Over ended on Jul 15, 2026.' },
    ])
    expect(await listPairings(desk.file, { programId: desk.programId })).toEqual([])
  })

  it('that begin the same day are not overwritten: the mistake is taken out first', async () => {
    const desk = await Desk.open()
    const [ana, wu, lee] = [await desk.addLearner('Garcia'), await desk.addCoach('Wu'), await desk.addCoach('Lee')]
    await desk.pair(ana, wu, start)
    const problem = await problemOf(desk.pair(ana, lee, start))
    expect(problem).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Garcia begins with Wu on Jul 1, 2026'),
    })
    const [wrong] = await listPairings(desk.file, { programId: desk.programId })
    await removePairings(desk.file, { ids: [wrong!.id] }, on(start))
    await desk.pair(ana, lee, start)
    expect((await desk.learner('Garcia')).coachName).toBe('Lee')
  })

  it('are ended once', async () => {
    const desk = await Desk.open()
    const [ana, wu] = [await desk.addLearner('Garcia'), await desk.addCoach('Wu')]
    await desk.pair(ana, wu, start)
    const [pairing] = await listPairings(desk.file, { programId: desk.programId })
    const end = (toOn: string) =>
      endPairings(desk.file, { ids: [pairing!.id], toOn, why: 'Moved away' }, on('2026-10-01'))
    const early = await problemOf(end('2026-06-30'))
    expect(early).toMatchObject({ code: 'conflict', details: [{ path: pairing!.id }] })
    expect(early.message).toContain('Garcia with Wu begins only on Jul 1, 2026')
    expect(await end('2026-09-30')).toEqual({ ended: 1 })
    expect((await problemOf(end('2026-09-15'))).message).toContain('ended already on Sep 30, 2026')
    expect((await desk.person(ana)).pairings).toMatchObject([{ toOn: '2026-09-30', endedWhy: 'Moved away' }])
    expect(await desk.learner('Garcia', '2026-10-01')).toMatchObject({ coachId: null, coachName: '' })
  })

  it('end with somebody who leaves, and what was only planned never begins', async () => {
    const desk = await Desk.open()
    const [ana, bo] = [await desk.addLearner('Ana'), await desk.addLearner('Bo')]
    const [wu, lee] = [await desk.addCoach('Wu'), await desk.addCoach('Lee')]
    await desk.pair(ana, wu, start)
    await desk.pair(ana, lee, '2027-01-01')
    await desk.pair(bo, wu, start)
    const leave = { id: ana.id, revision: ana.revision, set: { status: 'transferred' as const } }
    const edit = { programId: desk.programId, edits: [leave], effectiveOn: '2026-12-01' }
    await editRows(desk.file, learners, edit, on('2026-11-20'))
    expect((await desk.person(ana)).pairings).toMatchObject([
      { coachName: 'Wu', toOn: '2026-11-30', endedWhy: 'Transferred out' },
    ])
    const retire = { id: wu.id, revision: wu.revision, set: { status: 'retired' as const } }
    await editRows(
      desk.file,
      coaches,
      { programId: desk.programId, edits: [retire], reason: 'Retires' },
      on('2027-02-01'),
    )
    expect((await desk.person(bo)).pairings).toMatchObject([{ toOn: '2027-01-31', endedWhy: 'Retires' }])
    expect(await desk.findings()).toEqual([])
  })

  it('go with a row taken out, and come back with it by undo', async () => {
    const desk = await Desk.open()
    const [ana, wu] = [await desk.addLearner('Garcia'), await desk.addCoach('Wu')]
    await desk.pair(ana, wu, start)
    const before = await desk.everything()
    await removeRows(desk.file, coaches, { programId: desk.programId, ids: [wu.id] }, on(start))
    expect((await desk.person(ana)).pairings).toEqual([])
    await desk.file.undo(on(start))
    expect(await desk.everything()).toEqual(before)
  })

  it('are gone with an erased coach, from the history of their learners too', async () => {
    const desk = await Desk.open()
    const [ana, wu] = [await desk.addLearner('Garcia'), await desk.addCoach('Wu')]
    const pairs = [{ learnerId: ana.id, coachId: wu.id }]
    const input = { programId: desk.programId, pairs, fromOn: start, why: 'Quixotic Wu asked', keepCurrent: false }
    await pairLearners(desk.file, input, on(start))
    const { revision } = await desk.person(wu)
    await erasePerson(desk.file, { personId: wu.personId, revision }, on('2026-07-02'))
    const changes = await desk.file.db.selectFrom('history_change').selectAll().execute()
    const entries = await desk.file.db.selectFrom('history_entry').selectAll().execute()
    expect(JSON.stringify([changes, entries])).not.toContain('Quixotic')
    expect((await desk.person(ana)).pairings).toEqual([])
    expect(await desk.findings()).toEqual([])
  })

  it('are in the history of both, in words', async () => {
    const desk = await Desk.open()
    const ana = await desk.addLearner('Garcia', { firstName: 'Ana' })
    const wu = await desk.addCoach('Wu', { firstName: 'Ada' })
    await desk.pair(ana, wu, start)
    const words = [
      { field: 'Learner', before: null, after: 'Ana Garcia' },
      { field: 'Coach', before: null, after: 'Ada Wu' },
      { field: 'Paired from', before: null, after: 'Jul 1, 2026' },
    ]
    for (const { personId } of [ana, wu])
      expect((await listHistory(desk.file.db, { personId, limit: 1 }))[0]).toMatchObject({
        label: 'Pair Ana Garcia with Ada Wu',
        changes: words,
      })
  })
})
