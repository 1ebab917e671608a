import { describe, expect, test } from 'vitest'
import { compareAnswers, compareDesigns } from '#shared/program/design/compare.ts'
import { type AnswerTo, answerToSchema } from '#shared/program/design/design.ts'
import { designWith, goal } from '#test/program/support.ts'

/** Two states of an item of each list, which differ in every field; `null` and blanks are tried by the test. */
const items: [question: string, list: string, before: object, after: object][] = [
  [
    'goals',
    'choices.goals',
    {
      statement: 'Meet',
      need: 'identity',
      measure: 'Meetings',
      instrument: 'Log',
      unit: '%',
      direction: 'raise',
      baseline: 60,
      target: 80,
      due: '2027-06-30',
      owner: 'Ruiz',
    },
    {
      statement: 'Meet more',
      need: 'academic',
      measure: 'Hours',
      instrument: 'Diary',
      unit: 'points',
      direction: 'hold',
      baseline: 70,
      target: 90,
      due: '2028-06-30',
      owner: 'Chen',
    },
  ],
  [
    'stakeholders',
    'choices.stakeholders',
    {
      name: 'Ruiz',
      body: 'Dean',
      roles: ['approvesBudget'],
      stance: 'champion',
      influence: 'high',
      commitment: 'Time',
      nextStep: 'Call',
      nextContact: '2026-12-01',
      log: [{ id: 'l', on: '2026-11-01', by: 'Reyes', note: 'Met' }],
    },
    {
      name: 'Chen',
      body: 'Chair',
      roles: [],
      stance: 'opposed',
      influence: 'low',
      commitment: 'Money',
      nextStep: 'Write',
      nextContact: '2026-12-02',
      log: [{ id: 'l', on: '2026-11-01', by: 'Ames', note: 'Met' }],
    },
  ],
  ['structure', 'choices.levels', { level: 'M1', learnersPerCoach: 4 }, { level: 'M2', learnersPerCoach: 5 }],
  ['recruitment', 'choices.panel', { name: 'Ruiz', kind: 'faculty' }, { name: 'Chen', kind: 'learner' }],
  [
    'staffing',
    'choices.positions',
    { title: 'Director', holder: 'Ruiz', effort: 2000, duties: 'Leads' },
    { title: 'Dean', holder: 'Chen', effort: 0, duties: 'Reports' },
  ],
  [
    'staffing',
    'choices.funding',
    { source: 'Grant', pays: 'Coaches', endsOn: '2027-06-30' },
    { source: 'Gift', pays: 'Food', endsOn: '2028-06-30' },
  ],
  [
    'buyIn',
    'choices.communications',
    { what: 'Letter', to: 'Learners', channel: 'Mail', on: '2026-08-01', owner: 'Ruiz' },
    { what: 'Talk', to: 'Coaches', channel: 'Hall', on: '2026-08-02', owner: 'Chen' },
  ],
  [
    'development',
    'choices.modules',
    { name: 'Basics', requiredFor: ['coach'], minutes: 60, renewMonths: 12, dueOn: '2026-08-01' },
    { name: 'Peers', requiredFor: [], minutes: 90, renewMonths: 24, dueOn: '2026-08-02' },
  ],
  ['development', 'choices.experts', { name: 'Ruiz', topic: 'Video' }, { name: 'Chen', topic: 'Goals' }],
  [
    'assessment',
    'choices.instruments',
    { name: 'Log', respondents: 'learners', measures: 'Use', licence: 'Ours', waves: [{ id: 'w', name: 'Fall' }] },
    { name: 'Diary', respondents: 'both', measures: 'Worth', licence: 'Theirs', waves: [] },
  ],
  [
    'goals',
    'decisions',
    { what: 'Yes', by: 'Dean', on: '2026-01-01', why: 'Need', rejected: [] },
    { what: 'No', by: 'Chair', on: '2026-01-02', why: 'Cost', rejected: [{ id: 'r', option: 'Wait', why: 'Late' }] },
  ],
  [
    'goals',
    'openPoints',
    { text: 'Who', owner: 'Ruiz', due: '2026-01-01', closedOn: '2026-01-03' },
    { text: 'When', owner: 'Chen', due: '2026-01-02', closedOn: '2026-01-04' },
  ],
  ['goals', 'attachments', { title: 'Memo', place: 'Drive' }, { title: 'Minutes', place: 'Shelf' }],
]

/** An answer with one item in one list. */
function answerWith(question: string, list: string, item: object): AnswerTo {
  const path = list.split('.')
  const content = path.toReversed().reduce<unknown>((inner, key) => ({ [key]: inner }), [{ id: 'i', ...item }])
  return answerToSchema.parse({ question, answer: { choices: {}, ...(content as object) } })
}

describe('nothing that changes in an answer goes unsaid', () => {
  test.each(items)('of an item of %s, %s', (question, list, before, after) => {
    const silent = Object.keys(before).filter((field) => {
      const other = { ...before, [field]: after[field as keyof typeof after] }
      return compareAnswers(answerWith(question, list, before), answerWith(question, list, other)).length !== 1
    })
    expect(silent).toEqual([])
  })

  test('of a goal whose target is still open, or that is to be held', () => {
    const goal = { statement: 'Meet', measure: 'Meetings', unit: '%', direction: 'raise', baseline: 60, target: null }
    const held = { ...goal, direction: 'hold', target: 80 }
    const words = (before: object, after: object) =>
      compareAnswers(answerWith('goals', 'choices.goals', before), answerWith('goals', 'choices.goals', after)).map(
        (change) => change.after,
      )
    expect(words(goal, { ...goal, baseline: 62 })).toEqual(['Meet: Meetings; Raise from 62 %'])
    expect(words(goal, { ...goal, direction: 'lower' })).toEqual(['Meet: Meetings; Lower from 60 %'])
    expect(words(goal, { ...goal, baseline: null })).toEqual(['Meet: Meetings; Raise, in %'])
    expect(words(held, { ...held, baseline: 85 })).toEqual(['Meet: Meetings; Hold at 80 %, 85 % now'])
  })
})

describe('comparing', () => {
  test('a design differs from itself in nothing', () => {
    const design = designWith({ structure: { learnersPerCoach: 8, participation: 'mandatory' } })
    expect(compareDesigns(design, structuredClone(design))).toEqual([])
  })

  test('fields and items of lists are compared by themselves', () => {
    const before = designWith({
      structure: { learnersPerCoach: 4 },
      goals: { goals: [goal({ id: 'a', statement: 'Old' }), goal({ id: 'b', target: 80 })] },
    })
    const after = designWith({
      structure: { learnersPerCoach: 3, participation: 'elective' },
      goals: { goals: [goal({ id: 'b', target: 85 }), goal({ id: 'c', statement: 'New' })] },
    })
    expect(compareDesigns(before, after)).toEqual([
      expect.objectContaining({ question: 'goals', kind: 'removed', before: 'Old: Meetings', after: '' }),
      expect.objectContaining({
        label: 'Goals: Meet',
        kind: 'changed',
        before: 'Meet: Meetings; Reach 80',
        after: 'Meet: Meetings; Reach 85',
      }),
      expect.objectContaining({ kind: 'added', after: 'New: Meetings' }),
      expect.objectContaining({ field: 'participation', kind: 'added', before: '', after: 'Elective' }),
      expect.objectContaining({
        field: 'learnersPerCoach',
        label: 'Learners per coach',
        kind: 'changed',
        before: '1:4',
        after: '1:3',
      }),
    ])
  })
})
