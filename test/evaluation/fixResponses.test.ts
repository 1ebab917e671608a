import { describe, expect, test } from 'vitest'
import { fixResponse, listProblems, setThemes } from '#main/features/evaluation/fixResponses.ts'
import { loadCodes, loadComments, loadResponses } from '#main/features/evaluation/repository.ts'
import { destroyKey, makeCodes } from '#main/features/evaluation/service.ts'
import { entryDetail } from '#main/features/workspace/entryDetail.ts'
import { newestEntry } from '#main/features/workspace/service.ts'
import type { Identity } from '#shared/evaluation/schema.ts'
import { newCall, refusalOf } from '#test/imports/support/office.ts'
import { feedback, qualtrics, SurveyOffice } from './support.ts'

/** A wave in which learner 1 is counted, and one response leads to nobody, with short ways to put that right. */
async function withNobody(identity: Identity) {
  const survey = await SurveyOffice.open()
  const wave = await survey.wave({ identity })
  const of = { programId: survey.programId, administrationId: wave.id }
  await survey.apply(
    qualtrics([
      { id: 'R_1', email: 'learner1@med.edu', answers: feedback(5) },
      { id: 'R_2', email: 'lerner2@med.edu', answers: feedback(4) },
    ]),
  )
  const load = () => loadResponses(survey.file.db, [wave.id])
  const nobody = (await load()).find(({ state }) => state === 'unknownCode')
  const fix = (said: { code?: string; email?: string; state?: 'counted' | 'excluded' }) =>
    fixResponse(
      survey.file,
      { programId: survey.programId, responseId: nobody?.id ?? wave.id, why: 'A typing error', ...said },
      newCall(),
    )
  return { survey, wave, of, fix, fixed: async () => (await load()).find(({ id }) => id === nobody?.id) }
}

test('the history says what became of a response, and nothing of what was answered', async () => {
  const { survey, fix } = await withNobody('named')
  await fix({ state: 'excluded' })
  const { db } = survey.file
  const newest = (await newestEntry(db))!
  expect((await entryDetail(db, newest)).rows).toEqual([
    { subject: 'Response', field: 'Response', before: 'Nobody has this code', after: 'Excluded' },
    expect.objectContaining({ field: 'Why it is not counted', after: 'A typing error' }),
  ])
})

describe('responses that need a look', () => {
  test('are listed without a code that leads to somebody', async () => {
    const survey = await SurveyOffice.open()
    const of = { programId: survey.programId, administrationId: (await survey.wave()).id }
    const odd = { id: 'R_1', email: 'learner1@med.edu', answers: [9, ...feedback(4).slice(1)] }
    await survey.apply(qualtrics([odd, { id: 'R_2', code: 'NOBODY1', answers: feedback(4) }]))
    const found = await listProblems(survey.file.db, of)
    expect(new Map(found.map(({ state, code }) => [state, code]))).toEqual(
      new Map([
        ['counted', ''],
        ['unknownCode', 'NOBODY1'],
      ]),
    )
  })

  test('of a named wave are tied to somebody by an address or a number', async () => {
    const { survey, fix, fixed } = await withNobody('named')
    const learner = await survey.office.learner('Learner2')
    expect((await refusalOf(fix({ email: 'nobody@med.edu' }))).message).toContain('the address nobody@med.edu')
    expect(await fix({ email: 'LEARNER2@med.edu' })).toMatchObject({ state: 'counted' })
    const byAddress = {
      personId: learner.personId,
      appointmentId: learner.coachId,
      level: 'M2',
      site: 'Main campus',
      code: '',
      why: 'A typing error',
    }
    expect(await fixed()).toMatchObject(byAddress)
    await survey.file.undo(newCall())
    expect(await fixed()).toMatchObject({ personId: null, state: 'unknownCode' })
    await fix({ code: 's1002' })
    expect(await fixed()).toMatchObject(byAddress)
  })

  test('of a confidential wave are tied to somebody by a code, which an address leads to', async () => {
    const { survey, wave, of, fix, fixed } = await withNobody('confidential')
    await makeCodes(survey.file, of, newCall())
    const { personId } = await survey.office.learner('Learner2')
    const own = (await loadCodes(survey.file.db, wave.id)).find((one) => one.personId === personId)!
    expect((await refusalOf(fix({ code: 'NOSUCH' }))).code).toBe('not_found')
    await fix({ email: 'learner2@med.edu' })
    expect(await fixed()).toMatchObject({ personId, code: own.code, state: 'counted' })
    await survey.file.undo(newCall())
    await fix({ code: own.code.toLowerCase() })
    expect(await fixed()).toMatchObject({ personId, code: own.code, state: 'counted' })
    expect(
      await survey.file.db.selectFrom('response').select('id').where('person_id', 'is not', null).execute(),
    ).toEqual([])
  })

  test('are not counted beside another response of the same person, and may be left out', async () => {
    const { fix, fixed } = await withNobody('named')
    expect((await refusalOf(fix({ email: 'learner1@med.edu' }))).code).toBe('conflict')
    expect(await fixed()).toMatchObject({ personId: null, state: 'unknownCode' })
    await fix({ email: 'learner1@med.edu', state: 'excluded' })
    expect(await fixed()).toMatchObject({ personId: expect.any(String), state: 'excluded' })
    expect((await refusalOf(fix({ state: 'counted' }))).code).toBe('conflict')
  })

  test('lead to nobody any more where the key was destroyed', async () => {
    const { survey, of, fix, fixed } = await withNobody('confidential')
    await destroyKey(survey.file, of, newCall())
    expect((await refusalOf(fix({ email: 'learner2@med.edu' }))).code).toBe('conflict')
    expect(await fixed()).toMatchObject({ personId: null, code: '' })
  })

  test('of an anonymous wave lead to nobody', async () => {
    const survey = await SurveyOffice.open()
    const wave = await survey.wave({ identity: 'anonymous' })
    await survey.apply(qualtrics([{ id: 'R_1', answers: feedback(5) }]))
    const [response] = await loadResponses(survey.file.db, [wave.id])
    const fix = { programId: survey.programId, responseId: response!.id, email: 'learner1@med.edu', why: '' }
    expect((await refusalOf(fixResponse(survey.file, fix, newCall()))).code).toBe('conflict')
  })
})

test('comments get their themes, all or none', async () => {
  const survey = await SurveyOffice.open()
  const wave = await survey.wave()
  const rows = ['More time', 'Fewer forms'].map((text, at) => ({
    id: `R_${at}`,
    email: `learner${at + 1}@med.edu`,
    answers: feedback(4, text),
  }))
  await survey.apply(qualtrics(rows))
  const themesOf = async () =>
    Object.fromEntries((await loadComments(survey.file.db, [wave.id])).map(({ text, themes }) => [text, themes]))
  const [forms, time] = await loadComments(survey.file.db, [wave.id])
  const code = (comments: { id: string; themes: string[] }[]) =>
    setThemes(survey.file, { programId: survey.programId, comments }, newCall())
  const themed = [
    { id: forms!.id, themes: ['Load', 'Load'] },
    { id: time!.id, themes: ['Time'] },
  ]
  expect(await code(themed)).toEqual({ changed: 2 })
  expect(await code(themed)).toEqual({ changed: 0 })
  const gone = code([
    { id: time!.id, themes: ['Other'] },
    { id: wave.id, themes: ['Other'] },
  ])
  expect((await refusalOf(gone)).code).toBe('not_found')
  expect(await themesOf()).toEqual({ 'Fewer forms': ['Load'], 'More time': ['Time'] })
})
