import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { listInstruments, saveInstrument } from '#main/features/evaluation/instruments.ts'
import { fixResponse, listProblems, setThemes } from '#main/features/evaluation/fixResponses.ts'
import { loadComments, loadResponses } from '#main/features/evaluation/repository.ts'
import { destroyKey, listAdministrations, makeCodes } from '#main/features/evaluation/service.ts'
import { erasePerson } from '#main/features/roster/service.ts'
import { newCall, refusalOf } from '#test/imports/support/office.ts'
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
    const codes = await survey.file.db.selectFrom('survey_code').select(['code', 'person_id']).execute()
    const responses = await loadResponses(survey.file.db, [wave.id])
    const free = codes.find(
      ({ person_id }) => !responses.some((one) => one.personId === person_id && one.state === 'counted'),
    )!
    const nobody = responses.find(({ state }) => state === 'unknownCode')!
    const fix = { programId: survey.programId, responseId: nobody.id, why: 'A typing error' }
    expect((await refusalOf(fixResponse(survey.file, { ...fix, code: 'NOSUCH' }, newCall()))).code).toBe('not_found')
    expect(await fixResponse(survey.file, { ...fix, code: free.code }, newCall())).toMatchObject({ state: 'counted' })
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

describe('exports of other tools', () => {
  const pfi = Array.from({ length: 16 }, (_, at) => `pfi_${at + 1}`)

  test('REDCap: the event of the wave, checkboxes, completion, codes', async () => {
    const survey = await SurveyOffice.open()
    const wave = await survey.wave({ instrumentKey: 'pfi', name: 'Baseline' })
    await makeCodes(survey.file, { programId: survey.programId, administrationId: wave.id }, newCall())
    const [first, second] = await survey.file.db.selectFrom('survey_code').select('code').orderBy('code').execute()
    const names = [
      'record_id',
      'redcap_event_name',
      'redcap_survey_identifier',
      'pfi_timestamp',
      ...pfi,
      'pfi_complete',
    ]
    const answers = (level: number) => pfi.map(() => level)
    const file = [
      names,
      ['1', 'baseline_arm_1', first!.code, '2026-09-05 10:00:00', ...answers(3), '2'],
      ['1', 'year_end_arm_1', first!.code, '2027-05-05 10:00:00', ...answers(4), '2'],
      ['2', 'baseline_arm_1', second!.code, '[not completed]', 2, ...Array<string>(15).fill(''), '0'],
      ['3', 'screening_arm_1', '', '', ...Array<string>(16).fill(''), ''],
    ]
    const preview = await survey.preview(file.map((line) => line.join(',')).join('\n'), { administrationId: wave.id })
    expect(preview).toMatchObject({ tool: 'redcap', instrument: { key: 'pfi' }, missingItems: [] })
    expect(preview.rows.map(({ row, state, response }) => [row, state, response.responseId])).toEqual([
      [2, 'counted', '1 / baseline_arm_1'],
      [4, 'partial', '2 / baseline_arm_1'],
    ])
    expect(preview.ignoredRows.map(({ row }) => row)).toEqual([3, 5])
    expect(preview.notes.map(({ code }) => code)).toContain('monitoringDuty')
  })

  test('Google Forms, Microsoft Forms and a plain sheet', async () => {
    const survey = await SurveyOffice.open()
    await survey.wave({ identity: 'anonymous' })
    const asked = [
      '"My coach and I work well together."',
      'My coach asks questions that make me think',
      'My coach helps me set goals and follow them up.',
      'My coach is there when we agreed to meet.',
      'I can speak openly with my coach.',
      'I would keep my coach.',
    ].join(',')
    const google = await survey.preview(
      `Timestamp,Email Address,${asked}\n9/12/2026 8:01:00,learner1@med.edu,5,4,4,4,4,Yes\n`,
    )
    expect(google).toMatchObject({
      tool: 'googleForms',
      rows: [{ state: 'counted', response: { recordedAt: '2026-09-12T08:01:00' } }],
    })
    expect(google.notes.map(({ code }) => code)).toContain('peopleNotStored')
    const microsoft = await survey.preview(
      `ID,Start time,Completion time,Email,Name,${asked}\n1,9/12/26 8:00:00,9/12/26 20:01:00,anonymous,,5,4,4,4,4,No\n`,
    )
    expect(microsoft).toMatchObject({
      tool: 'microsoftForms',
      rows: [
        { response: { responseId: '1', email: '', recordedAt: '2026-09-12T20:01:00', answers: { keepCoach: 0 } } },
      ],
    })
    const plain = await survey.preview(`Feedback 2026\nDate,${asked}\n2026-09-12,5 - Strongly agree,4,4,4,4,Yes\n`)
    expect(plain).toMatchObject({ tool: 'plain', headerRow: 2, rows: [{ response: { answers: { rapport: 5 } } }] })
  })

  test('a renamed item is missed, and found where the administrator says so', async () => {
    const survey = await SurveyOffice.open()
    await survey.wave({ identity: 'anonymous' })
    const file = 'Date,rapport,questions,goalHelp,availability,openness,keepCoach\n2026-09-12,5,4,4,4,4,Yes\n'
    const preview = await survey.preview(file)
    expect(preview.missingItems).toEqual(['safety'])
    expect(preview.notes.find(({ code }) => code === 'missingItem')?.message).toContain('safety')
    expect((await survey.preview(file, { mapping: { openness: 'safety' } })).missingItems).toEqual([])
    expect((await refusalOf(survey.preview(file, { mapping: { nothere: 'safety' } }))).code).toBe('invalid_input')
  })
})

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

  test('a response that is somebody’s is put right without their code', async () => {
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
