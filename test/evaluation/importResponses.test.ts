import { describe, expect, test } from 'vitest'
import { fixResponse, listProblems } from '#main/features/evaluation/fixResponses.ts'
import { loadComments, loadResponses } from '#main/features/evaluation/repository.ts'
import { listAdministrations } from '#main/features/evaluation/service.ts'
import { newCall } from '#test/imports/support/office.ts'
import { feedback, qualtrics, SurveyOffice } from './support.ts'

describe('a Qualtrics export', () => {
  test('is taken for its instrument and wave, linked by address, and scored from labels or figures', async () => {
    const survey = await SurveyOffice.open()
    const wave = await survey.wave()
    const file = qualtrics([
      { id: 'R_1', email: 'learner1@med.edu', answers: feedback('Strongly agree', 'More time, please') },
      { id: 'R_2', email: 'LEARNER2@med.edu', answers: feedback(4) },
    ])
    const preview = await survey.preview(file)
    expect(preview).toMatchObject({ tool: 'qualtrics', headerRow: 3, headerRows: 3, administrationId: wave.id })
    expect(preview.instrument).toMatchObject({ key: 'coachFeedback', version: 1 })
    expect(preview.missingItems).toEqual([])
    expect(preview.columns.find(({ field }) => field === 'rapport')).toMatchObject({ reason: 'By its wording' })
    expect(preview.labels).toContainEqual(
      expect.objectContaining({ item: 'rapport', text: 'Strongly agree', value: 5 }),
    )
    expect(preview.rows[0]).toMatchObject({
      row: 4,
      action: 'create',
      state: 'counted',
      response: {
        responseId: 'R_1',
        email: 'learner1@med.edu',
        recordedAt: '2026-09-10T09:04:01',
        answers: { rapport: 5, questions: 5, goalHelp: 5, availability: 5, safety: 5, keepCoach: 1 },
        comments: { comment: 'More time, please' },
      },
    })
    expect((await survey.apply(file)).counts).toMatchObject({ create: 2, skipped: 0 })
    const responses = await loadResponses(survey.file.db, [wave.id])
    expect(responses.map(({ level, site, state }) => ({ level, site, state }))).toEqual([
      { level: 'M2', site: 'Main campus', state: 'counted' },
      { level: 'M2', site: 'Main campus', state: 'counted' },
    ])
    expect(responses.every(({ personId }) => personId !== null)).toBe(true)
  })

  test('gives no place to machines, coordinates, addresses and names of people in the data file', async () => {
    const survey = await SurveyOffice.open()
    await survey.wave()
    const file = qualtrics([{ id: 'R_secretid', email: 'learner1@med.edu', answers: feedback(5) }])
    const { notes, columns } = await survey.preview(file)
    expect(notes.find(({ code }) => code === 'locationNotStored')?.message).toContain('IPAddress')
    expect(columns.filter(({ header }) => /IPAddress|Location/.test(header)).map(({ samples }) => samples)).toEqual([
      [],
      [],
      [],
    ])
    await survey.apply(file)
    const stored = JSON.stringify([
      await survey.file.db.selectFrom('response').selectAll().execute(),
      await survey.file.db.selectFrom('history_change').select('after').where('table_name', '=', 'response').execute(),
    ])
    for (const secret of ['203.0.113.7', '-105.27', 'learner1@med.edu', 'R_secretid'])
      expect(stored).not.toContain(secret)
  })

  test('names what cannot be a figure, and keeps it out', async () => {
    const survey = await SurveyOffice.open()
    const wave = await survey.wave()
    const file = qualtrics([
      { id: 'R_0', email: 'learner9@med.edu', status: 'Survey Preview', answers: feedback(5) },
      { id: 'R_1', email: 'learner1@med.edu', answers: [7, 5, 5, 5, 5, 'Yes', ''] },
      { id: 'R_2', email: 'learner1@med.edu', answers: feedback(3) },
      { id: 'R_3', code: 'NOBODY', answers: feedback(4) },
      { id: 'R_4', email: 'learner2@med.edu', finished: 'False', answers: [4, '', '', '', '', '', ''] },
      { id: 'R_5', email: 'learner3@med.edu', answers: ['Einverstanden', 4, 4, 4, 4, 'Yes', ''] },
      { id: 'R_6', email: 'learner4@med.edu', answers: [60, 70, 80, 90, 100, 'Yes', ''] },
    ])
    const { rows, problems, counts, notes } = await survey.preview(file)
    expect(rows.map(({ state, action }) => `${action} ${state}`)).toEqual([
      'skip preview',
      'create counted',
      'create duplicate',
      'create unknownCode',
      'create partial',
      'create counted',
      'create outOfRange',
    ])
    expect(counts.states).toEqual({ preview: 1, counted: 2, duplicate: 1, unknownCode: 1, partial: 1, outOfRange: 1 })
    expect(problems).toContainEqual(
      expect.objectContaining({ row: 5, field: 'rapport', code: 'outOfRange', value: '7' }),
    )
    expect(problems).toContainEqual(
      expect.objectContaining({ row: 9, field: 'rapport', code: 'unmapped', value: 'Einverstanden' }),
    )
    expect(notes.map(({ code }) => code)).toContain('previewsDropped')

    const said = await survey.preview(file, {
      values: { rapport: { Einverstanden: '4' } },
      rows: { 'survey!6': 'skip' },
    })
    expect(said.rows[5]?.response.answers.rapport).toBe(4)
    await survey.apply(file)
    const found = await listProblems(survey.file.db, { programId: survey.programId, administrationId: wave.id })
    expect(found.map(({ state }) => state).toSorted()).toEqual([
      'counted',
      'counted',
      'duplicate',
      'outOfRange',
      'partial',
      'unknownCode',
    ])
  })

  test('leaves out what the survey tool took for spam, words and all, until somebody counts it', async () => {
    const survey = await SurveyOffice.open()
    const wave = await survey.wave({ identity: 'anonymous' })
    const file = qualtrics([
      { id: 'R_1', answers: feedback(5, 'Meet more often than now') },
      { id: 'R_2', status: 'Spam', answers: feedback(1, 'Buy cheap watches here today') },
      { id: 'R_3', status: '8', answers: feedback(1) },
      { id: 'R_4', status: '9', answers: feedback(1) },
    ])
    await survey.apply(file)
    const load = () => loadResponses(survey.file.db, [wave.id])
    expect((await load()).map(({ state }) => state).toSorted()).toEqual(['counted', 'excluded', 'excluded'])
    expect((await loadComments(survey.file.db, [wave.id])).map(({ text }) => text)).toEqual([
      'Meet more often than now',
    ])
    const { id } = (await load()).find(({ state }) => state === 'excluded')!
    const of = { programId: survey.programId, responseId: id }
    await fixResponse(survey.file, { ...of, state: 'counted', why: '' }, newCall())
    expect((await survey.preview(file)).counts).toMatchObject({ unchanged: 3, states: { counted: 2, excluded: 1 } })
  })

  test('read twice adds nothing, and corrected later changes what differs', async () => {
    const survey = await SurveyOffice.open()
    await survey.wave()
    const row = { id: 'R_1', email: 'learner1@med.edu', answers: feedback(5, 'Meet more often than now') }
    const file = qualtrics([row])
    await survey.apply(file)
    const again = await survey.preview(file)
    expect(again.importedBefore).not.toBeNull()
    expect(again.counts).toMatchObject({ create: 0, unchanged: 1 })
    expect(await survey.apply(file)).toMatchObject({ runId: null, counts: { create: 0 } })
    await survey.apply(qualtrics([{ ...row, answers: feedback(4, 'Meet more often than now') }]))
    const waves = (await listAdministrations(survey.file.db, survey.programId)).map(({ id }) => id)
    expect(await loadResponses(survey.file.db, waves)).toMatchObject([{ answers: { rapport: 4 } }])
    expect(await loadComments(survey.file.db, waves)).toMatchObject([{ text: 'Meet more often than now' }])
    await survey.file.undo(newCall())
    await survey.file.undo(newCall())
    expect(await loadResponses(survey.file.db, waves)).toEqual([])
    expect(await loadComments(survey.file.db, waves)).toEqual([])
  })
})

test('an export that has grown keeps what was put right by hand, and finds the coach of a pairing that was put right', async () => {
  const survey = await SurveyOffice.open()
  const wave = await survey.wave()
  const rows = [
    { id: 'R_1', email: 'learner1@med.edu', answers: feedback(5) },
    { id: 'R_2', email: 'lerner2@med.edu', answers: feedback(4) },
    { id: 'R_3', email: 'learner3@med.edu', finished: 'False', answers: [4, '', '', '', '', '', ''] },
  ]
  const pairings = survey.file.db.selectFrom('pairing')
  const { from_on: began } = await pairings.select('from_on').executeTakeFirstOrThrow()
  const pairFrom = (day: string) =>
    survey.file.write(newCall(), { label: 'Say when pairings began' }, async (tx) => {
      await tx.updateTable('pairing').set({ from_on: day }).execute()
    })
  await pairFrom('2026-11-20')
  const late = await survey.preview(qualtrics(rows))
  expect(late.notes.find(({ code }) => code === 'noCoach')?.message).toMatch(/^1 response counts for no coach: /)
  await survey.apply(qualtrics(rows))
  await pairFrom(began)
  const load = () => loadResponses(survey.file.db, [wave.id])
  const put = async (state: string, said: { email: string } | { state: 'counted' }) => {
    const responseId = (await load()).find((response) => response.state === state)!.id
    await fixResponse(survey.file, { programId: survey.programId, responseId, why: '', ...said }, newCall())
  }
  await put('unknownCode', { email: 'learner2@med.edu' })
  await put('partial', { state: 'counted' })

  const grown = qualtrics([...rows, { id: 'R_4', email: 'learner4@med.edu', answers: feedback(4) }])
  const { counts, notes } = await survey.preview(grown)
  expect(counts).toMatchObject({ create: 1, update: 2, unchanged: 1, states: { counted: 4 } })
  expect(notes.map(({ code }) => code)).not.toContain('noCoach')
  await survey.apply(grown)
  const stored = await load()
  expect(stored.map(({ state, personId }) => [state, personId === null])).toEqual(
    Array.from({ length: 4 }, () => ['counted', false]),
  )
  expect(stored.every(({ appointmentId }) => appointmentId !== null)).toBe(true)
})

test('a long export, which a worker reads, comes wholly and in its order', async () => {
  const survey = await SurveyOffice.open(1)
  const wave = await survey.wave({ identity: 'named' })
  const people = 1200
  const rows = Array.from({ length: people }, (_, at) => ({
    id: `R_${at}`,
    email: at === 700 ? 'learner1@med.edu' : `nobody${at}@med.edu`,
    answers: feedback(1 + (at % 5)),
  }))
  const file = qualtrics(rows)
  const preview = await survey.preview(file)
  expect(preview.rows.map(({ response }) => response.responseId)).toEqual(rows.map(({ id }) => id))
  expect(preview.counts.states).toEqual({ counted: 1, unknownCode: people - 1 })
  const { counts } = await survey.apply(file)
  expect(counts.create).toBe(people)
  const stored = await loadResponses(survey.file.db, [wave.id])
  expect(stored.map(({ answers }) => answers['rapport'])).toEqual(rows.map((_, at) => 1 + (at % 5)))
  expect(stored.findIndex(({ personId }) => personId !== null)).toBe(700)
  expect((await survey.preview(file)).counts).toMatchObject({ create: 0, unchanged: people })
})

test('a wave that is named is made with the import, and undone with it', async () => {
  const survey = await SurveyOffice.open()
  const file = qualtrics([{ id: 'R_1', email: 'learner1@med.edu', answers: feedback(5) }])
  const wave = { name: 'First wave' }
  const preview = await survey.preview(file, { wave })
  expect(preview).toMatchObject({ administrationId: null, counts: { create: 1 }, rows: [{ state: 'counted' }] })
  const { administrationId } = await survey.apply(file, { wave })
  const waves = await listAdministrations(survey.file.db, survey.programId)
  expect(waves).toMatchObject([
    { id: administrationId, name: 'First wave', identity: 'confidential', opensOn: '2026-09-10', codes: 1 },
  ])
  expect((await survey.preview(file, { wave: { name: 'first WAVE' } })).counts).toMatchObject({
    create: 0,
    unchanged: 1,
  })
  await survey.file.undo(newCall())
  expect(await listAdministrations(survey.file.db, survey.programId)).toEqual([])
})
