import { describe, expect, test } from 'vitest'
import { answerToSchema, blankDesign } from '#shared/program/design/design.ts'
import { choicesInWords } from '#shared/program/design/designWords.ts'
import { settingsOf } from '#shared/program/design/settings.ts'
import { usualSharing } from '#shared/program/design/audiences.ts'
import { designWith, goal } from '#test/program/support.ts'

const issuesOf = (question: string, choices: object): string[] => {
  const result = answerToSchema.safeParse({ question, answer: { choices } })
  return result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

describe('what is refused in place', () => {
  test('text that is too long is said in a sentence, never in the words of the checker', () => {
    const long = 'x'.repeat(9000)
    const goal = { id: 'g', statement: long, measure: long, target: 2_000_000 }
    const messages = [
      ...issuesOf('goals', { problem: long, goals: [goal] }),
      ...issuesOf('stakeholders', { stakeholders: [{ id: 's', name: long, commitment: long }] }),
      ...issuesOf('staffing', { stipendCents: -1, positions: [{ id: 'p', title: long }] }),
      ...issuesOf('development', { modules: [{ id: 'm', name: long }] }),
    ]
    expect(messages.length).toBeGreaterThanOrEqual(8)
    expect(messages.filter((message) => !/: (Keep it under|Enter) .+\.$/.test(message))).toEqual([])
  })

  test('a ratio of zero', () => {
    expect(issuesOf('structure', { learnersPerCoach: 0 })).toEqual([
      'answer.choices.learnersPerCoach: Enter 1 to 200 learners for one coach; a ratio of zero gives nobody a coach.',
    ])
  })

  test('a target on the wrong side of its baseline', () => {
    const raise = issuesOf('goals', { goals: [goal({ direction: 'raise', baseline: 80, target: 72 })] })
    expect(raise).toEqual([expect.stringContaining('goals.0.target: 72 is below the baseline of 80')])
    const lower = issuesOf('goals', { goals: [goal({ direction: 'lower', baseline: 40, target: 46 })] })
    expect(lower).toEqual([expect.stringContaining('46 is above the baseline of 40')])
    expect(issuesOf('goals', { goals: [goal({ direction: 'raise', baseline: 80, target: 80 })] })).toEqual([])
  })

  test('windows that close before they open', () => {
    const window = { changeOpensOn: '2027-02-01', changeClosesOn: '2027-01-01' }
    expect(issuesOf('structure', window)).toEqual([expect.stringContaining('changeClosesOn')])
    const call = { callOpensOn: '2027-02-01', callClosesOn: '2027-01-01' }
    expect(issuesOf('recruitment', call)).toEqual([expect.stringContaining('callClosesOn')])
  })

  test('well-being with a name, and what was said outside the pair', () => {
    const dean = { ...usualSharing.dean, wellBeing: 'named', meetingContent: 'named' }
    expect(issuesOf('assessment', { sharing: { ...usualSharing, dean } })).toEqual([
      expect.stringContaining('sharing.dean.wellBeing: Well-being answers are never shown with a name'),
      expect.stringContaining('sharing.dean.meetingContent: What was said'),
    ])
  })
})

describe('settings', () => {
  test('nothing decided leaves honest defaults', () => {
    const settings = settingsOf(blankDesign())
    expect(Object.values(settings).filter(({ decided }) => decided)).toEqual([])
    expect(settings.learnersPerCoach).toEqual({
      value: null,
      decided: false,
      question: 'structure',
      field: 'learnersPerCoach',
    })
    expect([settings.minimumRatings.value, settings.minimumComments.value]).toEqual([5, 10])
    expect(settings.sharing.value).toEqual(usualSharing)
  })

  test('every setting names a field of its question', () => {
    const design = blankDesign()
    for (const { question, field } of Object.values(settingsOf(design)))
      expect(choicesInWords(design, question).map((choice) => choice.field)).toContain(field)
  })

  test('decided choices become settings, and mandatory means everybody', () => {
    const modules = [
      { id: 'a', name: 'Basics', requiredFor: ['coach', 'leadCoach'] },
      { id: 'b', name: 'Peers', requiredFor: ['observer'] },
    ]
    const settings = settingsOf(
      designWith({ structure: { participation: 'mandatory', learnersPerCoach: 8 }, development: { modules } }),
    )
    expect(settings.learnersPerCoach).toMatchObject({ value: 8, decided: true })
    expect(settings.coveragePercent).toMatchObject({ value: 100, decided: false })
    expect(settings.modulesByRole.value).toEqual({
      coach: ['Basics'],
      leadCoach: ['Basics'],
      panelist: [],
      observer: ['Peers'],
    })
  })
})
