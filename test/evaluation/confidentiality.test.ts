import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { listInstruments, saveInstrument } from '#main/features/evaluation/instruments.ts'
import { loadResponses } from '#main/features/evaluation/repository.ts'
import { destroyKey, makeCodes } from '#main/features/evaluation/service.ts'
import { erasePerson } from '#main/features/roster/service.ts'
import { newCall, refusalOf } from '#test/imports/support/office.ts'
import { feedback, qualtrics, SurveyOffice } from './support.ts'

describe('what leads to people', () => {
  const bytesOf = async (survey: SurveyOffice) =>
    Buffer.concat(
      await Promise.all(['', '-wal'].map((end) => readFile(survey.file.path + end).catch(() => Buffer.alloc(0)))),
    )

  test('well-being is never kept with a name', async () => {
    const survey = await SurveyOffice.open()
    expect(await refusalOf(survey.wave({ instrumentKey: 'pfi', identity: 'named' }))).toMatchObject({
      code: 'conflict',
    })
  })

  test('no new version takes well-being out from under its rules', async () => {
    const survey = await SurveyOffice.open()
    const known = (await listInstruments(survey.file.db, { versions: false })).find(({ key }) => key === 'burnoutItem')!
    const save = (instrument: typeof known) =>
      saveInstrument(survey.file, { instrument, replaces: known.version }, newCall())
    expect((await refusalOf(save({ ...known, dataClass: 'ratings' }))).code).toBe('conflict')
    expect((await refusalOf(save({ ...known, about: 'coach' }))).code).toBe('conflict')
    expect(await save({ ...known, name: 'Burnout, one question' })).toMatchObject({ version: known.version + 1 })
  })

  test('an anonymous wave keeps neither codes nor addresses', async () => {
    const survey = await SurveyOffice.open()
    const wave = await survey.wave({ identity: 'anonymous' })
    await survey.apply(qualtrics([{ id: 'R_1', email: 'learner1@med.edu', code: 'K7', answers: feedback(5) }]))
    expect(await loadResponses(survey.file.db, [wave.id])).toMatchObject([
      { personId: null, code: '', state: 'counted', level: '', site: '' },
    ])
  })

  test('a destroyed key is gone from rows, history and bytes, and takes no more responses', async () => {
    const survey = await SurveyOffice.open()
    const of = { programId: survey.programId, administrationId: (await survey.wave()).id }
    await makeCodes(survey.file, of, newCall())
    const codes = (await survey.file.db.selectFrom('survey_code').select('code').execute()).map(({ code }) => code)
    expect(codes).toHaveLength(12)
    await survey.apply(qualtrics([{ id: 'R_1', code: codes[0]!, answers: feedback(5) }]))
    expect(await loadResponses(survey.file.db, [of.administrationId])).toMatchObject([{ personId: expect.any(String) }])
    expect((await bytesOf(survey)).includes(codes[0]!)).toBe(true)

    expect(await destroyKey(survey.file, of, newCall())).toMatchObject({ codes: 0, keyDestroyedAt: expect.any(String) })

    const bytes = await bytesOf(survey)
    for (const code of codes) expect(bytes.includes(code)).toBe(false)
    expect(await loadResponses(survey.file.db, [of.administrationId])).toMatchObject([
      { personId: null, code: '', state: 'counted', answers: { rapport: 5 } },
    ])
    const late = qualtrics([{ id: 'R_2', email: 'learner2@med.edu', answers: feedback(5) }])
    expect((await refusalOf(survey.apply(late))).code).toBe('conflict')
    expect((await refusalOf(survey.file.undo(newCall()))).code).toBe('not_found')
    expect((await survey.file.check()).findings).toEqual([])
  })

  test('where a key was destroyed, neither the order of the file nor a reason leads back to people', async () => {
    const survey = await SurveyOffice.open()
    const of = { programId: survey.programId, administrationId: (await survey.wave()).id }
    const rows = Array.from({ length: 12 }, (_, at) => ({
      id: `R_${at}`,
      email: `learner${at + 1}@med.edu`,
      answers: feedback(3),
    }))
    await survey.apply(qualtrics([...rows, { id: 'R_12', code: 'S2044', answers: feedback(2) }]))
    const stored = await loadResponses(survey.file.db, [of.administrationId])
    const roster = await Promise.all(rows.map((_, at) => survey.office.learner(`Learner${at + 1}`)))
    const known = stored.flatMap(({ personId }) => personId ?? [])
    expect(known.toSorted()).toEqual(roster.map(({ personId }) => personId).toSorted())
    expect(known).not.toEqual(roster.map(({ personId }) => personId))

    await destroyKey(survey.file, of, newCall())
    expect((await bytesOf(survey)).includes('S2044')).toBe(false)
  })

  test('of somebody erased the answers stay, as those of nobody', async () => {
    const survey = await SurveyOffice.open()
    const wave = await survey.wave({ identity: 'named' })
    await survey.apply(qualtrics([{ id: 'R_1', email: 'learner1@med.edu', answers: feedback(5) }]))
    const [response] = await loadResponses(survey.file.db, [wave.id])
    const person = await survey.office.learner('Learner1')
    expect(response?.personId).toBe(person.personId)
    const { revision } = await survey.file.db
      .selectFrom('person')
      .select('revision')
      .where('id', '=', person.personId)
      .executeTakeFirstOrThrow()
    await erasePerson(survey.file, { personId: person.personId, revision }, newCall())
    expect(await loadResponses(survey.file.db, [wave.id])).toMatchObject([{ personId: null, answers: { rapport: 5 } }])
    expect((await survey.file.check()).findings).toEqual([])
  })
})
