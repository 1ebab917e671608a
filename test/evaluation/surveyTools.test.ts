import { describe, expect, test } from 'vitest'
import { makeCodes } from '#main/features/evaluation/service.ts'
import { newCall, refusalOf } from '#test/imports/support/office.ts'
import { SurveyOffice } from './support.ts'

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

  test('REDCap: of several events, a wave has that of its name or its days, and where neither tells, that is said', async () => {
    const survey = await SurveyOffice.open()
    const line = (event: string, learner: number, day: string) =>
      [learner, event, `learner${learner}@med.edu`, day, ...pfi.map(() => 2)].join()
    const file = [
      ['record_id', 'redcap_event_name', 'email', 'pfi_timestamp', ...pfi].join(),
      ...[1, 2].map((learner) => line('fall_2025_arm_1', learner, '2025-10-05')),
      ...[1, 2].map((learner) => line('fall_2026_arm_1', learner, '2026-10-05')),
    ].join('\n')

    const unclear = await survey.preview(file, { instrumentKey: 'pfi', wave: { name: 'Well-being' } })
    expect(unclear.rows.map(({ row }) => row)).toEqual([2, 3, 4, 5])
    expect(unclear.notes.map(({ code }) => code)).toContain('unclearEvents')

    await survey.apply(file, { instrumentKey: 'pfi', wave: { name: 'Fall 2025' } })
    const [made] = await survey.file.db.selectFrom('administration').select(['opens_on', 'closes_on']).execute()
    expect(made).toEqual({ opens_on: '2025-10-05', closes_on: '2025-10-05' })

    const wave = await survey.wave({ instrumentKey: 'pfi', name: 'Well-being' })
    const byDays = await survey.preview(file, { administrationId: wave.id })
    expect(byDays.rows.map(({ row, state }) => [row, state])).toEqual([
      [4, 'counted'],
      [5, 'counted'],
    ])
    expect(byDays.notes).toContainEqual({
      code: 'otherEvents',
      message: '1 event is not of this wave and left out: fall_2025_arm_1.',
    })
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
