import { expect, test } from 'vitest'
import { loadProcess } from '#main/features/coaching/service.ts'
import {
  getRecord,
  listMeetings,
  removeRecords,
  saveCompletion,
  saveMeetings,
  saveObservation,
} from '#main/features/coaching/records.ts'
import { mergePeople } from '#main/features/roster/mergePeople.ts'
import { editRows, erasePerson, removeRows } from '#main/features/roster/service.ts'
import { coaches } from '#main/features/roster/coaches.ts'
import { entryDetail } from '#main/features/workspace/entryDetail.ts'
import { listCorrections } from '#main/features/workspace/service.ts'
import { Desk, on, problemOf } from '#test/roster/support.ts'
import { decide, today, usualAnswers } from './support.ts'

const meeting = { outcome: 'held', mode: null, minutes: null } as const

/** Two learners with Okafor, and Lindgren, who coaches nobody. */
async function office() {
  const desk = await Desk.open()
  await decide(desk, usualAnswers)
  const [ruiz, chen] = [await desk.addLearner('Ruiz'), await desk.addLearner('Chen')]
  const [okafor, lindgren] = [await desk.addCoach('Okafor'), await desk.addCoach('Lindgren')]
  for (const learner of [ruiz, chen]) await desk.pair(learner, okafor, '2026-07-01')
  return { desk, file: desk.file, programId: desk.programId, ruiz, chen, okafor, lindgren }
}

type Office = Awaited<ReturnType<typeof office>>

/** Two meetings, a module and an observation of Okafor. */
async function record({ file, programId, ruiz, chen, okafor, lindgren }: Office) {
  const meetings = await saveMeetings(
    file,
    {
      programId,
      meetings: [
        { ...meeting, learnerId: ruiz.id, coachId: okafor.id, on: '2026-09-10', mode: 'video', minutes: 45 },
        { ...meeting, learnerId: chen.id, coachId: okafor.id, on: '2026-10-01', outcome: 'missed' },
      ],
    },
    on(today),
  )
  const completion = await saveCompletion(
    file,
    { programId, completion: { coachId: okafor.id, moduleId: 'm-basics', on: '2026-08-20' } },
    on(today),
  )
  const observation = await saveObservation(
    file,
    {
      programId,
      observation: { coachId: okafor.id, observerId: lindgren.id, on: '2026-11-02', round: 'Round 1' },
    },
    on(today),
  )
  return { meetings, completion, observation }
}

test('meetings, modules and observations are recorded, listed, changed and taken out, and each step can be undone', async () => {
  const there = await office()
  const { file, programId, okafor, ruiz } = there
  const { meetings, completion } = await record(there)
  const stored = await getRecord(file.db, { programId, coachId: okafor.id })
  expect(stored.meetings.map(({ learnerName, on: day, outcome }) => [learnerName, day, outcome])).toEqual([
    ['Chen', '2026-10-01', 'missed'],
    ['Ruiz', '2026-09-10', 'held'],
  ])
  expect(stored.completions).toMatchObject([{ moduleName: 'Coaching basics', coachName: 'Okafor' }])
  expect(stored.observations).toMatchObject([{ observerName: 'Lindgren', round: 'Round 1' }])
  expect(stored.modules.map(({ id }) => id)).toEqual(['m-basics', 'm-bias', 'm-panel'])

  const held = meetings.find(({ learnerId }) => learnerId === ruiz.id)!
  const [longer] = await saveMeetings(file, { programId, meetings: [{ ...held, minutes: 60 }] }, on(today))
  expect(longer).toMatchObject({ minutes: 60, revision: 2 })
  const stale = saveMeetings(file, { programId, meetings: [{ ...held, minutes: 30 }] }, on(today))
  expect((await problemOf(stale)).code).toBe('stale')

  const ids = [completion.id]
  expect(await removeRecords(file, { programId, kind: 'completions', ids }, on(today))).toEqual({ removed: 1 })
  const gone = removeRecords(file, { programId, kind: 'completions', ids }, on(today))
  expect((await problemOf(gone)).code).toBe('not_found')
  for (let step = 0; step < 5; step += 1) await file.undo(on(today))
  expect(await getRecord(file.db, { programId, coachId: okafor.id })).toMatchObject({
    meetings: [],
    completions: [],
    observations: [],
  })
  for (let step = 0; step < 5; step += 1) await file.redo(on(today))
  expect((await listMeetings(file.db, { programId })).map(({ minutes }) => minutes)).toEqual([null, 60])
  expect(await there.desk.findings()).toEqual([])
})

test('the history says in words what was recorded, and a change report takes none of it for a correction', async () => {
  const there = await office()
  const { file } = there
  await record(there)
  const entries = await file.db.selectFrom('history_entry').select(['id', 'label']).orderBy('seq', 'desc').execute()
  expect(entries.slice(0, 3).map(({ label }) => label)).toEqual([
    'Record the observation of Okafor',
    'Record Coaching basics of Okafor',
    'Record 2 meetings',
  ])
  const words = await Promise.all(entries.slice(0, 3).map(({ id }) => entryDetail(file.db, id)))
  expect(words.map(({ rows }) => rows.map(({ field, after }) => `${field}: ${after}`))).toEqual([
    ['Observer: Lindgren', 'Observed on: Nov 2, 2026', 'Round: Round 1'],
    ['Module: Coaching basics', 'Module done on: Aug 20, 2026'],
    [
      'Met learner: Ruiz',
      'Met coach: Okafor',
      'Met on: Sep 10, 2026',
      'Meeting: Held',
      'How they met: Video',
      'Minutes: 45',
      'Met learner: Chen',
      'Met coach: Okafor',
      'Met on: Oct 1, 2026',
      'Meeting: Missed',
    ],
  ])
  expect([...(await listCorrections(file, { from: '2026-01-01', to: '2027-12-31' })).values()].flat()).toEqual([])
})

test.each([
  ['a day that lies ahead', { on: '2026-12-01' }, 'conflict', 'Dec 1, 2026 lies ahead.'],
  ['a meeting of that day', { on: '2026-09-10' }, 'conflict', 'Ruiz with Okafor on Sep 10, 2026 is recorded already.'],
  ['a learner of elsewhere', { learnerId: '0190a000-0000-7000-8000-000000000000' }, 'not_found', 'A learner is not'],
])('%s is refused, and nothing is written', async (_, over, code, message) => {
  const there = await office()
  const { file, programId, ruiz, okafor } = there
  await record(there)
  const draft = { ...meeting, learnerId: ruiz.id, coachId: okafor.id, on: '2026-09-11' }
  const problem = await problemOf(
    saveMeetings(file, { programId, meetings: [draft, { ...draft, ...over }] }, on(today)),
  )
  expect(problem).toMatchObject({ code, message: expect.stringContaining(message) as string })
  expect(await listMeetings(file.db, { programId })).toHaveLength(2)
})

test('a module that question 7 does not have, the same one twice, and observing oneself are refused', async () => {
  const there = await office()
  const { file, programId, okafor } = there
  await record(there)
  const done = { coachId: okafor.id, moduleId: 'm-basics', on: '2026-08-20' }
  const complete = (over: object) =>
    problemOf(saveCompletion(file, { programId, completion: { ...done, ...over } }, on(today)))
  expect((await complete({ moduleId: 'm-none' })).code).toBe('not_found')
  expect((await complete({})).message).toBe('Coaching basics on Aug 20, 2026 is recorded already. Enter another day.')
  expect((await complete({ on: '2027-01-01' })).code).toBe('conflict')
  const alone = { coachId: okafor.id, observerId: okafor.id, on: '2026-11-02', round: '' }
  const problem = await problemOf(saveObservation(file, { programId, observation: alone }, on(today)))
  expect(problem.message).toBe('Okafor cannot observe themselves. Choose another coach, or nobody.')
})

test('what a coach did is told against the design, and leave is held against nobody', async () => {
  const there = await office()
  const { desk, file, programId, okafor, lindgren } = there
  await record(there)
  const late = await desk.addLearner('Late', {}, '2026-11-10')
  await desk.pair(late, okafor, '2026-11-10')
  const process = await loadProcess(file.db, programId, { year: 2026, until: today })
  // 145 of 184 days of the term passed: one meeting each of Ruiz and Chen, none yet of who came in November.
  expect(process.get(okafor.id)).toEqual({
    meetings: { required: 2, held: 1, missed: 1, learners: 2, learnersBelow: 1, wantedPercent: null },
    training: { required: 2, done: 1, missing: [{ name: 'Bias in feedback', why: 'notDone', dueOn: null }] },
    observation: { required: 1, done: 1 },
  })
  expect(process.get(lindgren.id)).toMatchObject({
    meetings: { required: 0, held: 0, learners: 0, learnersBelow: 0 },
    observation: { required: 1, done: 0 },
  })
})

test('records go over with a merge, go with an erased person and a removed place, and the history forgets them too', async () => {
  const there = await office()
  const { desk, file, programId, ruiz, okafor, lindgren } = there
  await record(there)
  const again = await desk.addCoach('Okafor-Bell', { startDate: '2025-07-01', endDate: '2026-06-30' }, '2025-07-01')
  await editRows(
    file,
    coaches,
    {
      programId,
      edits: [{ id: again.id, revision: again.revision, set: { status: 'departed' } }],
      effectiveOn: '2026-06-30',
    },
    on('2026-06-30'),
  )
  await saveCompletion(
    file,
    { programId, completion: { coachId: again.id, moduleId: 'm-bias', on: '2026-02-01' } },
    on(today),
  )
  const byThemselves = { coachId: okafor.id, observerId: again.id, on: '2026-02-01', round: 'Round 0' }
  await saveObservation(file, { programId, observation: byThemselves }, on(today))
  await mergePeople(file, { keepId: okafor.personId, mergeId: again.personId, take: {} }, on(today))
  const merged = await getRecord(file.db, { programId, coachId: okafor.id })
  expect(merged.completions.map(({ moduleName }) => moduleName)).toEqual(['Coaching basics', 'Bias in feedback'])

  expect(merged.observations.map(({ observerName }) => observerName)).toEqual(['Lindgren', null])

  await removeRows(file, coaches, { programId, ids: [lindgren.id] }, on(today))
  expect((await getRecord(file.db, { programId, coachId: okafor.id })).observations).toMatchObject([
    { on: '2026-11-02', observerId: null, observerName: null },
    { on: '2026-02-01', observerId: null },
  ])
  await erasePerson(file, { personId: ruiz.personId, revision: 1 }, on(today))
  expect((await listMeetings(file.db, { programId })).map(({ learnerName }) => learnerName)).toEqual(['Chen'])
  const kept = await file.db
    .selectFrom('history_change')
    .select(['before', 'after'])
    .where('table_name', '=', 'meeting')
    .execute()
  expect(JSON.stringify(kept)).not.toContain(ruiz.id)
  expect(await desk.findings()).toEqual([])
})
