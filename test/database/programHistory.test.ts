import { expect, it } from 'vitest'
import { changeProgram, startProgram } from '#main/features/program/service.ts'
import { coaches } from '#main/features/roster/coaches.ts'
import { saveCustomFields } from '#main/features/roster/customFields.ts'
import { learners } from '#main/features/roster/learners.ts'
import { editRows, removeRows } from '#main/features/roster/service.ts'
import { listHistory } from '#main/features/workspace/repository.ts'
import { Desk, on, start } from '#test/roster/support.ts'

const school = { name: 'School', kind: 'ume' as const, institution: '', year: 2026, cohorts: [], sites: [] }

it('the history of a program has what changed in it, removed rows too, and nothing of another program', async () => {
  const desk = await Desk.open()
  const { file, programId } = desk
  const other = new Desk(file, (await startProgram(file, school, on(start))).id)
  const ours = await desk.addLearner('Abel')
  const coach = await desk.addCoach('Bond')
  const theirs = await other.addLearner('Cole')
  await editRows(
    file,
    learners,
    { programId, edits: [{ id: ours.id, revision: ours.revision, set: { status: 'leave', firstName: 'Ann' } }] },
    on('2026-08-01'),
  )
  await other.addCoach('Dunn')
  const fields = [{ name: 'Shirt', kind: 'text' as const, choices: [] }]
  await saveCustomFields(file, { programId: other.programId, appliesTo: 'learners', fields }, on(start))
  await removeRows(file, learners, { programId: other.programId, ids: [theirs.id] }, on(start))
  await removeRows(file, coaches, { programId, ids: [coach.id] }, on(start))
  await changeProgram(file, { ...(await desk.program()), year: 2027 }, on(start))

  const labels = async (of: Desk, limit = 100) =>
    (await listHistory(file.db, { programId: of.programId, limit })).map(({ label }) =>
      label.split(' ').slice(0, 2).join(' '),
    )
  expect(await labels(desk)).toEqual([
    'Change Internal',
    'Remove 1',
    'Edit Ann',
    'Add Bond',
    'Add Abel',
    'Start Internal',
  ])
  expect(await labels(other)).toEqual(['Remove 1', 'Change the', 'Add Dunn', 'Add Cole', 'Start School'])
  expect(await labels(desk, 2)).toEqual(['Change Internal', 'Remove 1'])
  const [, removed] = await listHistory(file.db, { programId, limit: 2 })
  const older = await listHistory(file.db, { programId, before: removed!.id, limit: 1 })
  expect(older[0]!.label).toMatch(/^Edit Ann/)
})
