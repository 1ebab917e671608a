import { expect, test } from 'vitest'
import { removeItems, saveItems } from '#main/features/budget/items.ts'
import { saveScenario, setDifferences } from '#main/features/budget/scenarios.ts'
import {
  approveBudget,
  copyBudget,
  getBudget,
  listBudgets,
  removeBudget,
  saveAssumptions,
} from '#main/features/budget/service.ts'
import { getDesign, saveAnswer } from '#main/features/program/design.ts'
import { archiveProgram, startProgram } from '#main/features/program/service.ts'
import { erasePerson } from '#main/features/roster/service.ts'
import { entryDetail } from '#main/features/workspace/entryDetail.ts'
import { listHistory } from '#main/features/workspace/repository.ts'
import { newId } from '#main/database/newId.ts'
import { budgetItemDraftSchema } from '#shared/budget/itemSchemas.ts'
import { answerToSchema } from '#shared/program/design/design.ts'
import { Desk, on, problemOf } from '#test/roster/support.ts'
import { add, startBudget, winter } from './support.ts'

test('a budget starts with what the design decided, and the caps that are public', async () => {
  const desk = await Desk.open()
  const { file, programId } = desk
  const { answer, revision } = (await getDesign(file.db, { programId })).answers.staffing
  const choices = {
    ...answer.choices,
    payModel: 'stipend',
    stipendCents: 250_000,
    positions: [{ id: 'p', title: 'Coaching director', holder: '', effort: 1500, duties: '' }],
    funding: [{ id: 'f', source: 'Department of Medicine', pays: 'all', endsOn: '2028-06-30' }],
  }
  const to = answerToSchema.parse({ question: 'staffing', answer: { ...answer, choices } })
  await saveAnswer(file, { programId, revision, ...to }, on(winter))

  const { budget, items } = await startBudget(desk)
  const of = (kind: string) => items.filter((item) => item.kind === kind).map(({ content }) => content)
  expect(budget).toMatchObject({ number: 1, status: 'draft', settings: { startMonth: 7, years: 3 } })
  expect(of('position')).toMatchObject([{ role: 'director', effort: 1500, baseSalary: null }])
  expect(of('fund')).toMatchObject([{ name: 'Department of Medicine', endsOn: '2028-06-30', amounts: {} }])
  expect(of('payPlan')).toMatchObject([{ model: 'stipend', stipend: 250_000 }])
  expect(of('salaryCap')).toMatchObject([
    { fromOn: '2023-01-01', amount: 21_210_000 },
    { fromOn: '2024-01-01', amount: 22_190_000 },
    { fromOn: '2025-01-01', amount: 22_570_000 },
  ])
  await file.undo(on(winter))
  expect(await listBudgets(file.db, programId)).toEqual([])
  expect(await desk.findings()).toEqual([])
})

test('parts are added, changed and removed, each undone by itself and told of in words', async () => {
  const desk = await Desk.open()
  const { file } = desk
  const line = {
    kind: 'line',
    content: { category: 'materials', item: 'Handbooks', unitCost: 1250, driver: 'learners' },
  }
  const added = await add(desk, await startBudget(desk), line)
  const handbooks = added.items.find(({ kind }) => kind === 'line')
  const budgetId = added.budget.id
  const change = { ...handbooks!, content: { ...handbooks!.content, unitCost: 1475 } } as never
  await saveItems(file, { budgetId, items: [change] }, on(winter))
  const [entry] = await listHistory(file.db, { limit: 1 })
  expect(entry?.label).toBe('Change Handbooks in the budget')
  expect((await entryDetail(file.db, entry!.id)).rows).toMatchObject([
    { field: 'Line Handbooks: unit cost', before: '$12.50', after: '$14.75' },
  ])
  expect(await problemOf(saveItems(file, { budgetId, items: [change] }, on(winter)))).toMatchObject({
    code: 'stale',
    details: [{ path: handbooks!.id }],
  })
  const { items } = await removeItems(file, { budgetId, ids: [handbooks!.id] }, on(winter))
  expect(items.filter(({ kind }) => kind === 'line')).toEqual([])
  await file.undo(on(winter))
  await file.undo(on(winter))
  expect((await getBudget(file.db, budgetId, winter)).items.find(({ kind }) => kind === 'line')?.content).toMatchObject(
    { unitCost: 1250 },
  )
  expect(await desk.findings()).toEqual([])
})

test('a scenario holds only its differences, each checked against its field', async () => {
  const desk = await Desk.open()
  const { file } = desk
  const { budget } = await startBudget(desk)
  const budgetId = budget.id
  const call = () => on(winter)
  const { scenarios } = await saveScenario(file, { budgetId, name: '1:10', note: '' }, call())
  const scenarioId = scenarios[0]!.id
  const set = [{ itemKey: null, field: 'learnersPerCoach', value: 10 }]
  const changed = await setDifferences(file, { budgetId, scenarioId, set, clear: [] }, call())
  expect(changed.scenarios[0]?.differences).toEqual(set)
  const entries = await listHistory(file.db, { limit: 1 })
  expect((await entryDetail(file.db, entries[0]!.id)).rows).toMatchObject([
    { field: 'Assumptions: learners for each coach', before: null, after: '10' },
  ])
  for (const [field, value] of [
    ['learnersPerCoach', 0],
    ['__proto__', 1],
    ['nothing', 1],
  ] as const) {
    const bad = setDifferences(
      file,
      { budgetId, scenarioId, set: [{ itemKey: null, field, value }], clear: [] },
      call(),
    )
    expect(await problemOf(bad)).toMatchObject({ code: 'invalid_input' })
  }
  const again = saveScenario(file, { budgetId, name: '1:10', note: '' }, call())
  expect(await problemOf(again)).toMatchObject({ code: 'duplicate' })
  const clear = [{ itemKey: null, field: 'learnersPerCoach' }]
  const cleared = await setDifferences(file, { budgetId, scenarioId, set: [], clear }, call())
  expect(cleared.scenarios[0]?.differences).toEqual([])
})

test('an approved budget is locked with the facts of the day; a new version goes on from it', async () => {
  const desk = await Desk.open()
  const { file, programId } = desk
  const coach = await desk.addCoach('Stone', { effort: 500, capacity: 4 })
  const started = await add(
    desk,
    await startBudget(desk),
    { kind: 'coachPay', content: { appointmentId: coach.id, baseSalary: 24_000_000 } },
    { kind: 'position', content: { role: 'director', personId: coach.personId, baseSalary: 20_000_000, effort: 1000 } },
  )
  const { budget } = await saveAssumptions(
    file,
    {
      budgetId: started.budget.id,
      revision: started.budget.revision,
      assumptions: { ...started.budget.assumptions, raises: { 2028: 300 } },
    },
    on(winter),
  )
  const approve = { budgetId: budget.id, revision: budget.revision, on: '2027-03-03', by: 'Dean Park' }
  const approved = await approveBudget(file, approve, on(winter))
  expect(approved.budget).toMatchObject({ status: 'approved', approvedOn: '2027-03-03', approvedBy: 'Dean Park' })
  expect(approved.facts.coaches).toMatchObject([{ name: 'Stone', effort: 500 }])
  const locked = problemOf(removeBudget(file, budget.id, on(winter)))
  expect(await locked).toMatchObject({ code: 'conflict', message: expect.stringContaining('is locked') as string })

  // The roster goes on; what was approved does not.
  await desk.addCoach('Reed')
  expect((await getBudget(file.db, budget.id, winter)).facts.coaches).toHaveLength(1)
  const next = await copyBudget(file, { budgetId: budget.id, name: 'FY28 request', firstYear: 2028 }, on(winter))
  expect(next.budget).toMatchObject({ number: 2, status: 'draft', settings: { firstYear: 2028, name: 'FY28 request' } })
  expect(next.facts.coaches).toHaveLength(2)
  const content = (kind: string) => next.items.find((item) => item.kind === kind)?.content
  expect(content('coachPay')).toMatchObject({ baseSalary: 24_720_000 })
  expect(content('position')).toMatchObject({ baseSalary: 20_600_000, holder: 'Stone' })

  await approveBudget(file, { ...approve, budgetId: next.budget.id, revision: next.budget.revision }, on(winter))
  expect((await listBudgets(file.db, programId)).map(({ status }) => status)).toEqual(['approved', 'superseded'])
  expect(await desk.findings()).toEqual([])
})

test('an erased coach is named by no budget, not by an approved one and not in the history', async () => {
  const desk = await Desk.open()
  const { file } = desk
  const coach = await desk.addCoach('Quillfeather', { effort: 500 })
  const started = await add(
    desk,
    await startBudget(desk),
    { kind: 'coachPay', content: { appointmentId: coach.id, stipend: 100_000, note: 'Quillfeather asked' } },
    { kind: 'position', content: { role: 'trainer', personId: coach.personId, holder: 'Quillfeather', effort: 100 } },
  )
  const { id, revision } = started.budget
  await approveBudget(file, { budgetId: id, revision, on: winter, by: 'Dean' }, on(winter))
  const person = await desk.person(coach)
  await erasePerson(file, { personId: person.id, revision: person.revision }, on(winter))
  const { items, facts } = await getBudget(file.db, id, winter)
  expect(items.filter(({ kind }) => kind === 'coachPay')).toEqual([])
  expect(items.find(({ kind }) => kind === 'position')?.content).toMatchObject({ personId: null, holder: '' })
  expect(facts.coaches).toMatchObject([{ name: 'A coach since erased' }])
  const tables = await Promise.all(
    (['budget', 'budget_item', 'history_change', 'history_entry', 'request'] as const).map((table) =>
      file.db.selectFrom(table).selectAll().execute(),
    ),
  )
  expect(JSON.stringify(tables)).not.toContain('Quillfeather')
  expect(await desk.findings()).toEqual([])
})

test('a new version has the scenarios of the old one', async () => {
  const desk = await Desk.open()
  const { file } = desk
  const key = newId()
  const started = await add(desk, await startBudget(desk), {
    kind: 'line',
    key,
    content: { category: 'travel', item: 'Retreat' },
  })
  const budgetId = started.budget.id
  const { scenarios } = await saveScenario(
    file,
    { budgetId, name: 'No retreat', note: 'If the grant ends' },
    on(winter),
  )
  const set = [{ itemKey: key, field: 'removed', value: true }]
  await setDifferences(file, { budgetId, scenarioId: scenarios[0]!.id, set, clear: [] }, on(winter))
  const copy = await copyBudget(file, { budgetId, name: 'Second' }, on(winter))
  expect(copy.scenarios).toMatchObject([{ name: 'No retreat', note: 'If the grant ends', differences: set }])
  expect(copy.scenarios[0]?.id).not.toBe(scenarios[0]!.id)
})

test('a new version for later years has the amounts of its first year, those of its scenarios too', async () => {
  const desk = await Desk.open()
  const { file } = desk
  const [director, fixed, retreat] = [newId(), newId(), newId()]
  const { budget } = await add(
    desk,
    await startBudget(desk),
    { kind: 'position', key: director, content: { role: 'director', baseSalary: 24_000_001 } },
    { kind: 'position', key: fixed, content: { role: 'dean', baseSalary: 10_000_000, raises: false } },
    { kind: 'line', key: retreat, content: { category: 'events', item: 'Retreat', unitCost: 333 } },
  )
  const assumptions = { ...budget.assumptions, raises: { 2028: 300, 2029: 250 }, inflation: { 2028: 200 } }
  const budgetId = budget.id
  await saveAssumptions(file, { budgetId, revision: budget.revision, assumptions }, on(winter))
  const { scenarios } = await saveScenario(file, { budgetId, name: 'Better paid', note: '' }, on(winter))
  const set = [
    { itemKey: director, field: 'baseSalary', value: 30_000_000 },
    { itemKey: fixed, field: 'baseSalary', value: 20_000_000 },
    { itemKey: retreat, field: 'unitCost', value: 1000 },
  ]
  await setDifferences(file, { budgetId, scenarioId: scenarios[0]!.id, set, clear: [] }, on(winter))
  const copy = await copyBudget(file, { budgetId, name: 'FY29 request', firstYear: 2029 }, on(winter))
  const content = (key: string) => copy.items.find((item) => item.key === key)?.content
  // 240,000.01 * 1.03 = 247,200.01; * 1.025 = 253,380.01.
  expect(content(director)).toMatchObject({ baseSalary: 25_338_001 })
  expect(content(fixed)).toMatchObject({ baseSalary: 10_000_000 })
  expect(content(retreat)).toMatchObject({ unitCost: 340 })
  expect(copy.scenarios[0]?.differences.map(({ value }) => value)).toEqual([31_672_500, 20_000_000, 1020])
})

test('keys are given once, and a position is held by somebody of the data file, under the name they go by', async () => {
  const desk = await Desk.open()
  const { file } = desk
  const key = newId()
  const { budget } = await add(desk, await startBudget(desk), { kind: 'fund', key, content: { name: 'Dean' } })
  const save = (...drafts: object[]) =>
    saveItems(
      file,
      { budgetId: budget.id, items: drafts.map((draft) => budgetItemDraftSchema.parse(draft)) },
      on(winter),
    )
  const again = { kind: 'fund', key, content: { name: 'Dean again' } }
  expect(await problemOf(save(again))).toMatchObject({ code: 'duplicate' })
  const [one, other] = [{ ...again, key: newId() }, again]
  expect(await problemOf(save(one, { ...other, key: one.key }))).toMatchObject({ code: 'duplicate' })
  const held = (personId: string) => ({ kind: 'position', content: { role: 'director', personId } })
  expect(await problemOf(save(held(newId())))).toMatchObject({ code: 'not_found' })
  const coach = await desk.addCoach('Ansari', { firstName: 'Christopher', preferredName: 'Chris' })
  const { items } = await save(held(coach.personId))
  expect(items.at(-1)?.content).toMatchObject({ holder: 'Chris Ansari' })
})

test('effort elsewhere is that of programs in use and of appointments that hold', async () => {
  const desk = await Desk.open()
  const { file } = desk
  const call = () => on(winter)
  const school = await startProgram(
    file,
    { name: 'School', kind: 'ume', institution: '', year: 2026, cohorts: [], sites: [] },
    call(),
  )
  const elsewhere = new Desk(file, school.id)
  const stays = await elsewhere.addCoach('Stays', { effort: 500 })
  await elsewhere.addCoach('Ends', { effort: 700, endDate: '2026-10-31' })
  await elsewhere.addCoach('Left', { effort: 900, status: 'departed' })
  const { budget } = await startBudget(desk)
  const effort = async () => (await getBudget(file.db, budget.id, winter)).facts.effortElsewhere
  expect(await effort()).toEqual({ [stays.personId]: 500 })
  await archiveProgram(file, { programId: school.id, archived: true }, call())
  expect(await effort()).toEqual({})
})

test('what a scenario has otherwise is told of in the words of its field', async () => {
  const desk = await Desk.open()
  const { file } = desk
  const key = newId()
  const director = { kind: 'position', key, content: { role: 'director', title: 'Director' } }
  const { budget } = await add(desk, await startBudget(desk), director)
  const { scenarios } = await saveScenario(file, { budgetId: budget.id, name: 'Frozen', note: '' }, on(winter))
  const set = [
    { itemKey: key, field: 'raises', value: false },
    { itemKey: null, field: 'raises', value: { 2028: 0 } },
  ]
  await setDifferences(file, { budgetId: budget.id, scenarioId: scenarios[0]!.id, set, clear: [] }, on(winter))
  const [entry] = await listHistory(file.db, { limit: 1 })
  expect((await entryDetail(file.db, entry!.id)).rows).toMatchObject([
    { field: 'Director: gets raises', before: null, after: 'No' },
    { field: 'Assumptions: raise', before: null, after: 'FY28 0 %' },
  ])
})
