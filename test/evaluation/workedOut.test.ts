import { expect, test } from 'vitest'
import { evidenceOf } from '#main/features/evaluation/evidence.ts'
import { exportOutcomes } from '#main/features/evaluation/exportOutcomes.ts'
import { showOverview, showResults } from '#main/features/evaluation/figures.ts'
import { fixResponse } from '#main/features/evaluation/fixResponses.ts'
import { loadResponses } from '#main/features/evaluation/repository.ts'
import { workedOut } from '#main/features/evaluation/workedOut.ts'
import { removeAdministration } from '#main/features/evaluation/service.ts'
import { newestEntry } from '#main/features/workspace/service.ts'
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

test('what is kept is given up for what comes later, also after entries of a clock that was ahead', async () => {
  const survey = await SurveyOffice.open()
  const { programId, file } = survey
  const { db } = file
  const wave = await survey.wave({ identity: 'named' })
  const rows = Array.from({ length: 12 }, (_, at) => ({
    id: `R_${at}`,
    email: `learner${at + 1}@med.edu`,
    answers: feedback(3 + (at % 3)),
  }))
  await survey.apply(qualtrics(rows))
  const late = { id: 'ffffffff-ffff-7fff-bfff-ffffffffffff', at: '2099-01-01T00:00:00.000Z', actor: 'Elsewhere' }
  await file.write(newCall(), { label: 'A later clock' }, async (tx) => {
    const entry = { ...late, kind: 'do' as const, label: 'Elsewhere', reason: null, reverses_id: null }
    await tx
      .insertInto('history_entry')
      .values({ ...entry, request_id: late.id })
      .execute()
    const told = { audience: 'dean', what: 'outcomes', file_name: 'x.xlsx', year: 2026, content: null } as const
    const nothing = { administrations: '[]', suppressed: '[]', published: '{}' }
    await tx
      .insertInto('evaluation_release')
      .values({ ...late, program_id: programId, ...told, ...nothing })
      .execute()
    return null
  })

  const counted = async () => (await evidenceOf(db, programId, wave.instrumentKey)).respondents.length
  expect(await counted()).toBe(12)
  const [first] = await loadResponses(db, [wave.id])
  await fixResponse(file, { programId, responseId: first!.id, state: 'excluded', why: '' }, newCall())
  expect(await newestEntry(db)).not.toBe(late.id)
  expect(await counted()).toBe(11)

  const before = await evidenceOf(db, programId, wave.instrumentKey)
  await exportOutcomes(survey.office.workspace, { programId, audience: 'dean' }, newCall())
  expect(await evidenceOf(db, programId, wave.instrumentKey)).not.toBe(before)
  // What was decided before a release is held no longer: of a large wave it fills the memory.
  const { evidence } = await workedOut(db)
  expect([...evidence.values()].map(({ byInstrument }) => byInstrument.size)).toEqual([1])
})
