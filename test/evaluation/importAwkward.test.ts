import { describe, expect, test } from 'vitest'
import { loadComments, loadResponses } from '#main/features/evaluation/repository.ts'
import { refusalOf } from '#test/imports/support/office.ts'
import { feedback, qualtrics, SurveyOffice } from './support.ts'

const asked = [
  'My coach and I work well together.',
  'My coach asks questions that make me think.',
  'My coach helps me set goals and follow them up.',
  'My coach is there when we agreed to meet.',
  'I can speak openly with my coach.',
  'I would keep my coach.',
]
const csv = (rows: readonly (readonly (string | number)[])[]): string => rows.map((row) => row.join(',')).join('\n')
const codesOf = (notes: readonly { code: string }[]): string[] => notes.map(({ code }) => code)

describe('a survey that was asked on another scale', () => {
  const sevens = qualtrics(
    [5, 6, 7, 4].map((first, at) => ({
      id: `R_${at}`,
      email: `learner${at + 1}@med.edu`,
      answers: [first, 7, 6, 3, 5, 'Yes', ''],
    })),
  )

  test('gives no answer to a figure, also where it is on the scale by chance', async () => {
    const survey = await SurveyOffice.open()
    const wave = await survey.wave()
    const { rows, notes, problems } = await survey.preview(sevens)
    expect(rows.map(({ state }) => state)).toEqual(Array(4).fill('outOfRange'))
    expect(rows.map(({ response }) => response.answers)).toEqual(rows.map(() => ({ keepCoach: 1 })))
    expect(notes.find(({ code }) => code === 'changedScale')?.message).toMatch(/rapport, .*4 of 4 responses/)
    expect(problems).toContainEqual(
      expect.objectContaining({ row: 4, field: 'availability', code: 'outOfRange', value: '3', column: 'U' }),
    )
    await survey.apply(sevens)
    const stored = await loadResponses(survey.file.db, [wave.id])
    expect(stored).toHaveLength(4)
    expect(stored.map(({ state, leftOut }) => [state, leftOut.length])).toEqual(stored.map(() => ['outOfRange', 5]))
  })

  test('counts once each value is said to stand for one of the scale', async () => {
    const survey = await SurveyOffice.open()
    await survey.wave()
    await survey.apply(sevens)
    const values = { '*': { '3': '2', '4': '3', '5': '4', '6': '4', '7': '5' } }
    const { rows, notes, counts } = await survey.preview(sevens, { values })
    expect(rows.map(({ state, action }) => `${action} ${state}`)).toEqual(Array(4).fill('update counted'))
    expect(rows[0]?.response.answers).toMatchObject({ rapport: 4, questions: 5, goalHelp: 4, availability: 2 })
    expect(counts.toCheck).toBe(0)
    expect(codesOf(notes)).not.toContain('changedScale')
  })

  test('slips of two people are theirs, and cost nobody else an answer', async () => {
    const survey = await SurveyOffice.open()
    await survey.wave()
    const { rows, notes } = await survey.preview(
      qualtrics(
        [7, 7, 4, 4, 4].map((rapport, at) => ({
          id: `R_${at}`,
          email: `learner${at + 1}@med.edu`,
          answers: [rapport, 4, 4, 4, 4, 'Yes', ''],
        })),
      ),
    )
    expect(rows.map(({ response }) => response.answers['rapport'])).toEqual([undefined, undefined, 4, 4, 4])
    expect(codesOf(notes)).toContain('beyondScale')
    expect(codesOf(notes)).not.toContain('changedScale')
  })
})

test('labels of another language are named, kept out, and read once they are said', async () => {
  const survey = await SurveyOffice.open()
  await survey.wave()
  const file = qualtrics([
    { id: 'R_1', email: 'learner1@med.edu', answers: ['Stimme zu', 'Teils', 'Stimme zu', 'Teils', 'Teils', 'Ja', ''] },
  ])
  const { rows, notes } = await survey.preview(file)
  expect(rows).toMatchObject([{ state: 'outOfRange', response: { answers: {} } }])
  expect(notes.find(({ code }) => code === 'unmapped')?.message).toContain('6 answers')
  expect(notes.find(({ code }) => code === 'outOfRange')?.message).toContain('1 response')
  const values = { '*': { 'Stimme zu': '4', Teils: '3', Ja: '1' } }
  expect((await survey.preview(file, { values })).rows).toMatchObject([
    { state: 'counted', response: { answers: { rapport: 4, questions: 3, keepCoach: 1 } } },
  ])
})

test('what is kept out is counted in the notes', async () => {
  const survey = await SurveyOffice.open()
  await survey.wave()
  const { notes } = await survey.preview(
    qualtrics([
      { id: 'R_1', email: 'learner1@med.edu', answers: feedback(4) },
      { id: 'R_2', email: 'learner1@med.edu', answers: feedback(3) },
      { id: 'R_3', code: 'NOBODY', answers: feedback(4) },
      { id: 'R_4', email: 'nobody@else.org', answers: feedback(4) },
      { id: 'R_5', email: 'learner2@med.edu', finished: 'False', answers: [4, '', '', '', '', '', ''] },
    ]),
  )
  const messages = Object.fromEntries(notes.map(({ code, message }) => [code, message]))
  expect(messages).toMatchObject({
    duplicate: '1 second response of one person is in no figure.',
    unknownCode: '2 responses that lead to nobody asked are in no figure.',
    partial: '1 unfinished response is in no figure.',
  })
})

describe('rows that come twice in one file', () => {
  test('with one id they are one response; the second is kept and not counted, also when read again', async () => {
    const survey = await SurveyOffice.open()
    const wave = await survey.wave({ identity: 'anonymous' })
    const file = qualtrics([
      { id: 'R_1', answers: feedback(4) },
      { id: 'R_1', answers: feedback(4) },
      { id: 'R_1', answers: feedback(2) },
    ])
    await survey.apply(file)
    const states = (await loadResponses(survey.file.db, [wave.id])).map(({ state }) => state)
    expect(states.toSorted()).toEqual(['counted', 'duplicate', 'duplicate'])
    expect((await survey.preview(file)).counts).toMatchObject({ create: 0, update: 0, unchanged: 3 })
  })

  test('without an id they are several people who say the same', async () => {
    const survey = await SurveyOffice.open()
    await survey.wave({ identity: 'anonymous' })
    const file = csv([['Date', ...asked], ...Array.from({ length: 3 }, () => ['2026-09-12', 4, 4, 4, 4, 4, 'Yes'])])
    expect((await survey.apply(file)).counts).toMatchObject({ create: 3, states: { counted: 3 } })
    expect((await survey.preview(file)).counts).toMatchObject({ create: 0, unchanged: 3 })
  })
})

describe('headers of other tools', () => {
  test('SurveyMonkey writes a matrix over two rows', async () => {
    const survey = await SurveyOffice.open()
    await survey.wave()
    const about = ['Respondent ID', 'Collector ID', 'Start Date', 'End Date', 'IP Address', 'Email Address']
    const file = csv([
      [...about, 'How far do you agree?', '', '', '', '', asked[5]!, 'What would make coaching more useful to you?'],
      [...about.map(() => ''), ...asked.slice(0, 5), 'Response', 'Open-Ended Response'],
      [
        '11400000001',
        '4001',
        '9/12/2026 12:01:11 AM',
        '9/12/2026 12:05:11 AM',
        '203.0.113.4',
        'learner1@med.edu',
        ...feedback('Agree', 'More time'),
      ],
    ])
    expect(await survey.preview(file)).toMatchObject({
      instrument: { key: 'coachFeedback' },
      missingItems: [],
      headerRows: 2,
      rows: [
        {
          row: 3,
          state: 'counted',
          response: {
            responseId: '11400000001',
            recordedAt: '2026-09-12T00:05:11',
            answers: { rapport: 4, questions: 4, goalHelp: 4, availability: 4, safety: 4, keepCoach: 1 },
            comments: { comment: 'More time' },
          },
        },
      ],
    })
  })

  test('variables without capitals name their items', async () => {
    const survey = await SurveyOffice.open()
    await survey.wave({ identity: 'anonymous' })
    const file = csv([
      ['record_id', 'survey_timestamp', 'rapport', 'questions', 'goal_help', 'availability', 'safety', 'keep_coach'],
      ['1', '2026-09-12', 4, 4, 4, 4, 4, 1],
    ])
    expect(await survey.preview(file)).toMatchObject({ tool: 'redcap', missingItems: [], counts: { create: 1 } })
  })

  test('named columns are of the instrument that has the names, whichever others have as many items', async () => {
    const survey = await SurveyOffice.open()
    await survey.wave({ instrumentKey: 'olbi', name: 'Before' })
    const file = (prefix: string) => {
      const names = Array.from({ length: 16 }, (_, at) => `${prefix}_${at + 1}`)
      return `record_id,${names.join()}\n1,${names.map(() => 2).join()}`
    }
    expect((await survey.preview(file('pfi'))).instrument?.key).toBe('pfi')
    // Numbers alone go by what was asked before, and where that does not decide either, somebody has to say.
    expect((await survey.preview(file('q'))).instrument?.key).toBe('olbi')
    await survey.wave({ instrumentKey: 'pfi', name: 'Besides' })
    expect((await survey.preview(file('q'))).instrument).toBeNull()
  })

  test('one column with a number is no instrument', async () => {
    const survey = await SurveyOffice.open()
    const file = csv([
      ['Email', 'Custom Data 1'],
      ['learner1@med.edu', '3'],
    ])
    const { instrument, notes } = await survey.preview(file)
    expect(instrument).toBeNull()
    expect(codesOf(notes)).toContain('noInstrument')
    expect((await refusalOf(survey.apply(file))).code).toBe('invalid_input')
  })

  test('rows of an unknown instrument wait with what they say of themselves, and what to do is named', async () => {
    const survey = await SurveyOffice.open()
    const { rows, counts, problems } = await survey.preview(
      csv([
        ['Timestamp', 'Email Address', 'How full is the moon?', 'What else?'],
        ['2026-09-12', 'learner1@med.edu', '3', 'It shone on all of us alike'],
        ['2026-09-13', '', '5', 'There was too much of it tonight'],
      ]),
    )
    expect(counts).toMatchObject({ rows: 2, needsYou: 2, create: 0 })
    expect(rows).toMatchObject([
      {
        row: 2,
        action: 'needsYou',
        response: {
          email: 'learner1@med.edu',
          recordedAt: '2026-09-12',
          answers: {},
          comments: { 'What else?': 'It shone on all of us alike' },
        },
      },
      { row: 3, action: 'needsYou' },
    ])
    expect(problems).toMatchObject([{ row: 1, level: 'error', code: 'noInstrument' }])
    expect(problems[0]!.message).toContain('Say which it is')
  })

  test('names that objects have of their own are words like others', async () => {
    const survey = await SurveyOffice.open()
    const wave = await survey.wave({ identity: 'anonymous' })
    const written = (word: string) => `words that were ${word} by hand`
    const file = csv([
      ['__proto__', 'constructor', 'Date', ...asked],
      [written('put down'), 'x', '2026-09-12', 'constructor', 4, 4, 4, 4, 'Yes'],
      [written('typed'), 'y', '2026-09-12', '__proto__', 4, 4, 4, 4, 'toString'],
    ])
    const { problems } = await survey.preview(file)
    expect(problems.map(({ value }) => value)).toEqual(['constructor', '__proto__', 'toString'])
    await survey.apply(file)
    const comments = await loadComments(survey.file.db, [wave.id])
    expect(comments.map(({ item, text }) => [item, text])).toEqual([
      ['__proto__', written('put down')],
      ['__proto__', written('typed')],
    ])
  })

  test('column names alone are told from responses', async () => {
    const survey = await SurveyOffice.open()
    const refusal = await refusalOf(survey.preview(qualtrics([]), { wave: { name: 'Fall' } }))
    expect(refusal).toMatchObject({ code: 'unreadable_sheet' })
    expect(refusal.message).toContain('no response')
  })
})
