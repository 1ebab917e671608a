import { expect, test } from 'vitest'
import { showOverview, showResults } from '#main/features/evaluation/figures.ts'
import { fixResponse } from '#main/features/evaluation/fixResponses.ts'
import { loadResponses } from '#main/features/evaluation/repository.ts'
import { removeAdministration } from '#main/features/evaluation/service.ts'
import { newCall } from '#test/imports/support/office.ts'
import { feedback, qualtrics, SurveyOffice } from './support.ts'

test('what is kept of the waves is true after every change of them, and outlives a change of the roster', async () => {
  const survey = await SurveyOffice.open()
  const { programId, office } = survey
  const wave = await survey.wave({ identity: 'named' })
  const rows = Array.from({ length: 12 }, (_, at) => ({
    id: `R_${at}`,
    email: `learner${at + 1}@med.edu`,
    answers: feedback(at < 6 ? 3 : 5),
  }))
  const asked = { programId, audience: 'programDirector' } as const
  const results = () =>
    showResults(survey.file.db, { ...asked, instrumentKey: wave.instrumentKey, groupBy: 'none', year: undefined })
  const shown = async () => (await results()).cells.find(({ measure }) => measure.startsWith('scale:'))?.n
  const received = async () =>
    (await showOverview(survey.file.db, asked)).waves.map(({ name, rates }) => [name, rates[0]?.received])

  expect(await received()).toEqual([['Fall 2026', 0]])
  await survey.apply(qualtrics(rows))
  expect(await shown()).toBe(12)
  expect(await received()).toEqual([['Fall 2026', 12]])

  const [first] = await loadResponses(survey.file.db, [wave.id])
  await fixResponse(survey.file, { programId, responseId: first!.id, state: 'excluded', why: '' }, newCall())
  expect(await shown()).toBe(11)
  await survey.file.undo(newCall())
  expect(await shown()).toBe(12)

  const kept = await results()
  await office.apply('Last name,First name,Email\nNewcomer,Nora,nora@med.edu\n')
  expect(await results()).toBe(kept)

  await removeAdministration(survey.file, { programId, administrationId: wave.id }, newCall())
  expect(await received()).toEqual([])
  await survey.file.undo(newCall())
  expect(await received()).toEqual([['Fall 2026', 12]])
  expect(await shown()).toBe(12)
})
