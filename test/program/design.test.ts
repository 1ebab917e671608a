import { expect, test } from 'vitest'
import { getReadiness, loadTasks, setTask } from '#main/features/program/calendar.ts'
import {
  adoptDesign,
  compareVersions,
  copyDesign,
  discardDraft,
  getDesign,
  listVersions,
  saveAnswer,
  settingsInForce,
  startVersion,
} from '#main/features/program/design.ts'
import { listBenchmarks } from '#main/features/program/benchmarks.ts'
import { loadRosterFacts } from '#main/features/program/rosterFacts.ts'
import { archiveProgram, startProgram } from '#main/features/program/service.ts'
import { entryDetail } from '#main/features/workspace/entryDetail.ts'
import { externalUrl } from '#main/desktop/security/externalUrl.ts'
import { headlinesOf } from '#shared/program/calendar/alerts.ts'
import { benchmarksFor, compareWithBenchmark } from '#shared/program/design/benchmarks.ts'
import { answerToSchema, questions } from '#shared/program/design/design.ts'
import { choicesInWords } from '#shared/program/design/designWords.ts'
import { blankDesign } from '#shared/program/design/design.ts'
import { settingsOf } from '#shared/program/design/settings.ts'
import { Desk, on, problemOf, start } from '#test/roster/support.ts'

const later = '2026-11-22'

/** Answers question 3 in the draft, on top of what is there. */
async function decide(desk: Desk, choices: object, revision?: number) {
  const { programId, file } = desk
  const { answer, revision: read } = (await getDesign(file.db, { programId })).answers.structure
  const to = answerToSchema.parse({
    question: 'structure',
    answer: { ...answer, choices: { ...answer.choices, ...choices } },
  })
  return saveAnswer(file, { programId, revision: revision ?? read, ...to }, on(later))
}

test('nothing answered is version 1, a draft that is not in the file', async () => {
  const { file, programId } = await Desk.open()
  const { version, answers } = await getDesign(file.db, { programId })
  expect(version).toEqual({ id: null, number: 1, state: 'draft', adoptedOn: null, adoptedBy: '' })
  expect(questions.every((question) => answers[question].revision === 0)).toBe(true)
  expect(await listVersions(file.db, programId)).toEqual([])
})

test('an answer is saved, set, undone and done again', async () => {
  const desk = await Desk.open()
  const { file, programId } = desk
  const saved = await decide(desk, { learnersPerCoach: 8 })
  expect(saved.version).toMatchObject({ number: 1, state: 'draft' })
  expect(saved.answers.structure).toMatchObject({ revision: 1, savedBy: 'Dana Reyes' })
  expect((await settingsInForce(file.db, programId)).settings.learnersPerCoach).toMatchObject({
    value: 8,
    decided: true,
  })
  await file.undo(on(later))
  expect((await getDesign(file.db, { programId })).version.id).toBeNull()
  await file.redo(on(later))
  expect((await getDesign(file.db, { programId })).settings.learnersPerCoach.value).toBe(8)
  expect(await desk.findings()).toEqual([])
})

test('the second of two edits sees what differs, and nothing is lost', async () => {
  const desk = await Desk.open()
  await decide(desk, { learnersPerCoach: 8 })
  await decide(desk, { learnersPerCoach: 6 })
  const problem = await problemOf(decide(desk, { learnersPerCoach: 10 }, 1))
  expect(problem).toMatchObject({
    code: 'stale',
    details: [{ path: 'answer.learnersPerCoach', message: 'Learners per coach: 1:6 is saved, 1:10 was entered.' }],
  })
  expect(problem.message).toContain('Dana Reyes changed it')
  const { settings } = await getDesign(desk.file.db, { programId: desk.programId })
  expect(settings.learnersPerCoach.value).toBe(6)
})

test('two questions are answered side by side', async () => {
  const desk = await Desk.open()
  const { file, programId } = desk
  await decide(desk, { learnersPerCoach: 8 })
  const goals = answerToSchema.parse({ question: 'goals', answer: { choices: { problem: 'Drift' } } })
  await saveAnswer(file, { programId, revision: 0, ...goals }, on(later))
  const { answers } = await getDesign(file.db, { programId })
  expect([answers.structure.revision, answers.goals.revision]).toEqual([1, 1])
})

test('adopted, revised, compared: the draft changes nothing until it is adopted', async () => {
  const desk = await Desk.open()
  const { file, programId } = desk
  await decide(desk, { learnersPerCoach: 4 })
  const first = await adoptDesign(file, { programId, on: '2026-06-10', by: 'Committee' }, on(later))
  expect(first).toMatchObject({ number: 1, state: 'adopted', adoptedOn: '2026-06-10', adoptedBy: 'Committee' })
  expect(await problemOf(decide(desk, { learnersPerCoach: 3 }))).toMatchObject({ code: 'conflict' })

  const second = await startVersion(file, programId, on(later))
  expect(await problemOf(startVersion(file, programId, on(later)))).toMatchObject({ code: 'conflict' })
  await decide(desk, { learnersPerCoach: 3 })
  expect((await settingsInForce(file.db, programId)).settings.learnersPerCoach.value).toBe(4)

  const early = await problemOf(adoptDesign(file, { programId, on: '2026-06-09', by: 'Committee' }, on(later)))
  expect(early).toMatchObject({ code: 'conflict', details: [{ path: 'on' }] })
  await adoptDesign(file, { programId, on: '2026-11-20', by: 'Committee' }, on(later))
  expect((await settingsInForce(file.db, programId)).settings.learnersPerCoach.value).toBe(3)
  expect((await listVersions(file.db, programId)).map(({ number, state }) => `${number} ${state}`)).toEqual([
    '2 adopted',
    '1 superseded',
  ])
  const { changes } = await compareVersions(file.db, { from: first.id!, to: second.id! })
  expect(changes).toEqual([
    expect.objectContaining({ field: 'learnersPerCoach', before: '1:4', after: '1:3', kind: 'changed' }),
  ])
  // The first version still says what it said.
  expect((await getDesign(file.db, { programId, versionId: first.id! })).settings.learnersPerCoach.value).toBe(4)
  await file.undo(on(later))
  expect((await listVersions(file.db, programId)).map(({ state }) => state)).toEqual(['draft', 'adopted'])
  expect(await desk.findings()).toEqual([])
})

test('an answer opened before the version was adopted is stale in the next one where it changed in between', async () => {
  const desk = await Desk.open()
  const { file, programId } = desk
  await decide(desk, { learnersPerCoach: 8 })
  await decide(desk, { learnersPerCoach: 6 })
  await adoptDesign(file, { programId, on: '2026-06-10', by: 'Committee' }, on(later))
  await startVersion(file, programId, on(later))
  expect(await problemOf(decide(desk, { learnersPerCoach: 10 }, 1))).toMatchObject({ code: 'stale' })
  expect((await decide(desk, { learnersPerCoach: 10 }, 2)).answers.structure.revision).toBe(3)
  await file.undo(on(later))
  await file.undo(on(later))
  await file.redo(on(later))
  expect((await getDesign(file.db, { programId })).settings.learnersPerCoach.value).toBe(6)
  expect(await desk.findings()).toEqual([])
})

test('a draft is given up, and comes back by undo', async () => {
  const desk = await Desk.open()
  const { file, programId } = desk
  await decide(desk, { learnersPerCoach: 4 })
  await discardDraft(file, programId, on(later))
  expect(await listVersions(file.db, programId)).toEqual([])
  expect(await problemOf(discardDraft(file, programId, on(later)))).toMatchObject({ code: 'conflict' })
  await file.undo(on(later))
  expect((await getDesign(file.db, { programId })).settings.learnersPerCoach.value).toBe(4)
})

test('the history says what became of an answer, field by field', async () => {
  const desk = await Desk.open()
  await decide(desk, { learnersPerCoach: 8 })
  await decide(desk, { learnersPerCoach: 6 })
  const [entry] = await desk.file.db.selectFrom('history_entry').selectAll().orderBy('seq', 'desc').limit(1).execute()
  expect(entry!.label).toBe('Answer question 3, structure')
  const text = JSON.stringify(await entryDetail(desk.file.db, entry!.id))
  expect(text).toContain('"field":"Question 3, Learners per coach","before":"1:8","after":"1:6"')
})

test('a design is copied to another program, all or some of it', async () => {
  const desk = await Desk.open()
  const { file, programId } = desk
  const draft = { name: 'Fellowship', kind: 'gme', institution: '', year: 2026, cohorts: [], sites: [] } as const
  const other = await startProgram(file, { ...draft, cohorts: [], sites: [] }, on(start))
  const copy = { fromProgramId: programId, toProgramId: other.id }
  expect(await problemOf(copyDesign(file, copy, on(later)))).toMatchObject({ code: 'conflict' })
  await decide(desk, { learnersPerCoach: 4 })
  expect(
    await problemOf(copyDesign(file, { fromProgramId: programId, toProgramId: programId }, on(later))),
  ).toMatchObject({
    code: 'conflict',
  })
  const { settings } = await copyDesign(file, copy, on(later))
  expect(settings.learnersPerCoach.value).toBe(4)
  await decide(desk, { learnersPerCoach: 5 })
  await copyDesign(file, { ...copy, questions: ['goals'] }, on(later))
  expect((await getDesign(file.db, { programId: other.id })).settings.learnersPerCoach.value).toBe(4)
})

test('a program is archived and brought back', async () => {
  const { file, programId } = await Desk.open()
  const put = (archived: boolean) => archiveProgram(file, { programId, archived }, on(later))
  expect((await put(true)).archivedOn).toBe(later)
  expect((await put(true)).archivedOn).toBe(later)
  await file.undo(on(later))
  expect((await put(false)).archivedOn).toBeNull()
})

test('the roster counts who is there: paired, away, over capacity, and whose coach left', async () => {
  const desk = await Desk.open()
  const paired = await desk.addLearner('Ames')
  const other = await desk.addLearner('Bell')
  await desk.addLearner('Cole', { status: 'leave' })
  await desk.addLearner('Drew', { status: 'withdrawn' })
  const open = await desk.addLearner('Elam', { level: 'PGY-1' })
  const coach = await desk.addCoach('Wu', { capacity: 1 })
  const leaving = await desk.addCoach('Young')
  await desk.addCoach('Zane', { status: 'sabbatical' })
  await desk.pair(paired, coach, start)
  await desk.pair(other, coach, start)
  const facts = await loadRosterFacts(desk.file.db, desk.programId, later)
  expect(facts).toMatchObject({ learners: 4, paired: 2, coaches: 2, coachGone: [] })
  expect(facts.unpaired).toEqual([open.personId])
  expect(facts.overCapacity).toEqual([coach.personId])
  expect(facts.levels).toContainEqual({ level: 'PGY-1', learners: 1 })
  expect((await loadRosterFacts(desk.file.db, desk.programId, '2026-06-01')).paired).toBe(0)
  expect(leaving.personId).not.toBe(coach.personId)
})

test('a coach whose time is over coaches nobody, unless there is another', async () => {
  const desk = await Desk.open()
  const [left, both] = [await desk.addLearner('Ames'), await desk.addLearner('Bell')]
  const over = await desk.addCoach('Wu', { endDate: '2026-09-30' })
  const here = await desk.addCoach('Young')
  for (const learner of [left, both]) await desk.pair(learner, over, start)
  await desk.pair(both, here, '2026-08-01', { keepCurrent: true })
  const factsOn = (day: string) => loadRosterFacts(desk.file.db, desk.programId, day)
  expect(await factsOn('2026-09-30')).toMatchObject({ paired: 2, unpaired: [], coachGone: [] })
  const facts = await factsOn('2026-10-01')
  expect(facts).toMatchObject({ paired: 1, unpaired: [], coachGone: [left.personId] })
  const [paired] = headlinesOf(facts, settingsOf(blankDesign()))
  expect(paired).toMatchObject({ value: '50 %', detail: '1 of 2 learners' })
})

test('a task is done, seen as done, and open again', async () => {
  const desk = await Desk.open()
  await decide(desk, { startsOn: '2026-08-01' })
  const { file, programId } = desk
  const set = (key: string, done: boolean) => setTask(file, { programId, year: 2026, key, done }, on(later))
  expect(await set('orientation', true)).toMatchObject({ status: 'done', done: { by: 'Dana Reyes' } })
  expect(await set('orientation', true)).toMatchObject({ status: 'done' })
  expect(await set('orientation', false)).toMatchObject({ status: 'late', done: null })
  expect(await problemOf(set('holiday', true))).toMatchObject({ code: 'not_found' })
  await file.undo(on(later))
  const rows = await file.db.selectFrom('program_task').select('task').execute()
  expect(rows).toEqual([{ task: 'orientation' }])
})

test('an open point done in an earlier year is done; what comes every year is open again', async () => {
  const desk = await Desk.open()
  const { file, programId } = desk
  const openPoint = { id: 'o', text: 'Who pays', owner: '', due: '2026-06-15', closedOn: null }
  const to = answerToSchema.parse({ question: 'staffing', answer: { choices: {}, openPoints: [openPoint] } })
  await saveAnswer(file, { programId, revision: 0, ...to }, on(later))
  for (const key of ['openPoint.o', 'rosters'])
    await setTask(file, { programId, year: 2025, key, done: true }, on('2026-06-20'))
  const tasks = await loadTasks(file, programId, 2026, on(later))
  expect(tasks.find(({ key }) => key === 'openPoint.o')).toMatchObject({ status: 'done' })
  expect(tasks.find(({ key }) => key === 'rosters')).toMatchObject({ done: null })
})

test('readiness asks the roster of the day', async () => {
  const desk = await Desk.open()
  await decide(desk, { learnersPerCoach: 1 })
  for (const name of ['Ames', 'Bell', 'Cole']) await desk.addLearner(name)
  await desk.addCoach('Wu')
  const { findings } = await getReadiness(desk.file, { programId: desk.programId }, on(later))
  expect(findings[0]).toMatchObject({
    severity: 'wrong',
    field: 'learnersPerCoach',
    message: 'The ratio needs 3 coaches for 3 learners, 1 is active.',
  })
})

test('every benchmark cites a source or says that there is none, beside a choice that exists', async () => {
  const benchmarks = await listBenchmarks()
  expect(benchmarks.length).toBeGreaterThan(30)
  const blank = blankDesign()
  const wrong = benchmarks.filter(({ question, field, sources, population, strength, figure, range, usual }) => {
    const isThere = field === null || choicesInWords(blank, question).some((choice) => choice.field === field)
    const isCited = sources.length > 0 && population !== '' && strength !== ''
    const isSilent = figure !== '' || range === null
    const fits = !range || !usual || (usual.from >= range.from && usual.to <= range.to)
    return !(isThere && isCited && isSilent && fits)
  })
  expect(wrong).toEqual([])
  expect(benchmarks.find(({ field }) => field === 'stipendCents')).toMatchObject({ figure: '' })
})

test('every source of a benchmark is a link that opens outside', async () => {
  const addresses = (await listBenchmarks()).flatMap(({ sources }) => sources.map(({ address }) => address))
  expect(addresses.length).toBeGreaterThan(30)
  expect(addresses.filter((address) => externalUrl(address) === null)).toEqual([])
})

test('an own number stands beside the published range', async () => {
  const at = { question: 'structure', field: 'learnersPerCoach' } as const
  const [ume, gme] = benchmarksFor(await listBenchmarks(), at, 'ume')
  expect([ume!.kind, gme!.kind]).toEqual(['ume', 'gme'])
  expect(compareWithBenchmark(ume!, 12)).toMatchObject({
    position: 'highEnd',
    words: 'Your 1:12; published range 1:2 to 1:20, usual 1:5 to 1:10',
  })
  expect(compareWithBenchmark(gme!, 12).position).toBe('above')
  const [length] = benchmarksFor(await listBenchmarks(), { question: 'structure', field: 'lengthMonths' }, 'gme')
  expect(compareWithBenchmark(length!, 48).words).toBe('Your 48 months; published 36 months')
  expect(compareWithBenchmark(gme!, null)).toMatchObject({ position: null, words: 'published range 1:1 to 1:8' })
})
