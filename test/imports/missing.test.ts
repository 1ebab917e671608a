import { afterEach, beforeEach, expect, it } from 'vitest'
import { listHistory } from '#main/features/workspace/repository.ts'
import { newCall, Office, refusalOf } from '#test/imports/support/office.ts'

let office: Office

beforeEach(async () => {
  office = await Office.open()
  await office.apply('Last name,First name,Student ID\nLi,Ann,001\nRoe,Bob,002\nPoe,Cy,003\n')
})

afterEach(() => office.close())

const statuses = async () => Object.fromEntries((await office.learners()).map((row) => [row.lastName, row.status]))

it('people whom a file does not name get their status in the same entry, and one undo takes all back', async () => {
  const [bob, cy] = [await office.learner('Roe'), await office.learner('Poe')]
  const missing = { statuses: { [bob.personId]: 'withdrawn', [cy.personId]: 'leave' }, fromOn: '2026-09-01' }
  const before = (await listHistory(office.workspace.current().db, { limit: 50 })).length
  const result = await office.apply('Last name,First name,Student ID\nLi,Anna,001\n', 'learners', { missing })
  expect(result).toMatchObject({ marked: 2, counts: { update: 1, missing: 2 } })
  expect(await statuses()).toEqual({ Li: 'active', Roe: 'withdrawn', Poe: 'leave' })
  const [entry, ...older] = await listHistory(office.workspace.current().db, { limit: 50 })
  expect(older).toHaveLength(before)
  expect(entry).toMatchObject({ id: result.entryId, label: 'Import 1 learner from roster.csv, mark 2 not in it' })
  await office.workspace.current().undo(newCall())
  expect(await statuses()).toEqual({ Li: 'active', Roe: 'active', Poe: 'active' })
  expect(await office.learner('Li')).toMatchObject({ firstName: 'Ann' })
})

it('they are marked where the file itself changes nothing; who is in it after all keeps theirs', async () => {
  const [ann, cy] = [await office.learner('Li'), await office.learner('Poe')]
  const missing = { statuses: { [ann.personId]: 'withdrawn', [cy.personId]: 'transferred' }, fromOn: '2026-09-01' }
  const file = 'Last name,First name,Student ID\nLi,Ann,001\nRoe,Bob,002\n'
  expect(await office.apply(file, 'learners', { missing })).toMatchObject({ marked: 1, entryId: expect.any(String) })
  expect(await statuses()).toEqual({ Li: 'active', Roe: 'active', Poe: 'transferred' })
})

it('a status that such people cannot have is refused, and nothing is written', async () => {
  const { personId } = await office.learner('Poe')
  const missing = { statuses: { [personId]: 'sabbatical' }, fromOn: '2026-09-01' }
  const file = 'Last name,First name,Student ID\nLi,Anna,001\nRoe,Bob,002\n'
  const problem = await refusalOf(office.apply(file, 'learners', { missing }))
  expect(problem).toMatchObject({ code: 'invalid_input', message: expect.stringContaining('sabbatical is no status') })
  expect(await office.learner('Li')).toMatchObject({ firstName: 'Ann' })
})
