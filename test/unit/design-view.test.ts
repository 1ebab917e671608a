import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Bind, bindItem, bindTo } from '#renderer/features/program/design/bind.ts'
import { errorsIn, prepared } from '#renderer/features/program/design/checkAnswer.ts'
import {
  gistOf,
  readinessInWords,
  stateInWords,
  versionInWords,
} from '#renderer/features/program/design/designWords.ts'
import { parseFigure } from '#renderer/features/program/design/fields.tsx'
import { newItem, withoutUntouched } from '#renderer/features/program/design/newItem.ts'
import { settingLines } from '#renderer/features/program/design/settingLines.ts'
import { accessForKey, allowedAccesses, moveInTable, withAccess } from '#renderer/features/program/design/sharing.ts'
import { answerSchemas, blankDesign, type Design } from '#shared/program/design/design.ts'
import { dataClasses, sharingSchema, usualSharing } from '#shared/program/design/audiences.ts'
import type { Goal } from '#shared/program/design/goals.ts'
import { settingsOf } from '#shared/program/design/settings.ts'

const goal = (statement = ''): Goal =>
  newItem<Goal>({
    statement,
    need: null,
    measure: '',
    instrument: '',
    unit: '',
    direction: null,
    baseline: null,
    target: null,
    due: null,
    owner: '',
  })

describe('binding', () => {
  it('changes the one member, at any depth, and leaves the rest', () => {
    let value = { lists: { names: ['a', 'b', 'c'], other: 1 } }
    const root: Bind<typeof value> = {
      value,
      path: '',
      errorAt: () => undefined,
      markUnreadable: () => {},
      edit: (next) => (value = next),
      choose: (next) => (value = next),
    }
    const name = bindItem(bindTo(bindTo(root, 'lists'), 'names'), 1)
    expect(name.path).toBe('lists.names.1')
    name.edit('x')
    expect(value).toEqual({ lists: { names: ['a', 'x', 'c'], other: 1 } })
  })
})

describe('checking an answer', () => {
  const { goals } = blankDesign()
  const withGoals = (...list: Goal[]) => ({ ...goals, choices: { ...goals.choices, goals: list } })

  it('finds nothing wrong with an item that was only just added, and does not store it', () => {
    const answer = withGoals(goal(), { ...goal(), statement: 'Learners feel known' })
    expect([...errorsIn('goals', answer)]).toEqual([])
    const { value, isWhole } = prepared('goals', answer)
    expect(value.choices.goals.map(({ statement }) => statement)).toEqual(['Learners feel known'])
    expect(isWhole).toBe(false)
  })

  it('finds what is wrong where it stands, once something was entered', () => {
    const answer = withGoals(goal(), { ...goal(), measure: 'Share met' })
    expect([...errorsIn('goals', answer)]).toEqual([['choices.goals.1.statement', 'Say what is to be reached.']])
  })

  it('says why a target lies on the wrong side of its baseline', () => {
    const answer = withGoals({ ...goal(), statement: 'More meetings', direction: 'raise', baseline: 60, target: 50 })
    expect(errorsIn('goals', answer).get('choices.goals.0.target')).toMatch(/below the baseline of 60/)
  })

  it('stores a whole answer as its schema has it', () => {
    const answer = { ...goals, notes: '  Asked in May. ' }
    expect(prepared('goals', answer)).toEqual({ value: answerSchemas.goals.parse(answer), isWhole: true })
  })

  it('leaves blank lines out', () => {
    expect(withoutUntouched({ materials: ['CV', '', '  ', 'Letter'] })).toEqual({ materials: ['CV', 'Letter'] })
  })
})

describe('figures', () => {
  it('are read as people type them', () => {
    expect(['82', '4.2', '1,250', '82 %', '-3', '.5'].map(parseFigure)).toEqual([82, 4.2, 1250, 82, -3, 0.5])
    expect(['', 'many', '1-2', '.'].map(parseFigure)).toEqual([null, null, null, null])
  })
})

describe('who may see what', () => {
  it('offers exactly what the schema takes', () => {
    for (const dataClass of dataClasses)
      for (const access of ['none', 'aggregated', 'own', 'named'] as const)
        expect(sharingSchema.safeParse(withAccess(usualSharing, 'dean', dataClass, access)).success).toBe(
          allowedAccesses(dataClass).includes(access),
        )
  })

  it('takes letters, but none for what may not be chosen', () => {
    expect(accessForKey('W', 'roster')).toBe('named')
    expect(accessForKey('t', 'meetingContent')).toBe('own')
    expect(accessForKey('w', 'wellBeing')).toBeNull()
    expect(accessForKey('x', 'roster')).toBeNull()
    expect(accessForKey('constructor', 'roster')).toBeNull()
  })

  it('moves within the table, whatever is pressed', () => {
    const keys = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End')
    fc.assert(
      fc.property(fc.array(keys), (presses) => {
        let place: readonly [number, number] = [0, 0]
        for (const key of presses) {
          place = moveInTable(place, key, 8, 7)!
          expect(place[0]).toBeGreaterThanOrEqual(0)
          expect(place[0]).toBeLessThan(8)
          expect(place[1]).toBeGreaterThanOrEqual(0)
          expect(place[1]).toBeLessThan(7)
        }
      }),
    )
    expect(moveInTable([3, 3], 'Enter', 8, 7)).toBeNull()
  })
})

describe('what the answers set', () => {
  const line = (design: Design, name: string) =>
    settingLines(design, settingsOf(design)).find((each) => each.name === name)!

  it('says what holds while nothing is decided', () => {
    const blank = blankDesign()
    expect(line(blank, 'learnersPerCoach')).toMatchObject({ value: '', decided: false, question: 'structure' })
    expect(line(blank, 'minimumRatings')).toMatchObject({ value: '5 answers', decided: false })
    expect(line(blank, 'blindedScores')).toMatchObject({ value: 'Yes', decided: false })
  })

  it('follows an answer', () => {
    const blank = blankDesign()
    const { structure } = blank
    const design = {
      ...blank,
      structure: { ...structure, choices: { ...structure.choices, learnersPerCoach: 8, changeOpensOn: '2026-08-01' } },
    }
    expect(line(design, 'learnersPerCoach')).toMatchObject({ value: '1:8', decided: true, field: 'learnersPerCoach' })
    expect(line(design, 'changeWindow').value).toBe('from Aug 1, 2026')
    expect(gistOf(design, 'structure')).toBe('1:8')
  })

  it('has a line for every setting', () => {
    const blank = blankDesign()
    expect(settingLines(blank, settingsOf(blank)).map(({ name }) => name)).toEqual(Object.keys(settingsOf(blank)))
  })
})

describe('versions and readiness', () => {
  const version = { id: 'x', number: 2, adoptedOn: null, adoptedBy: '' }

  it('are said in words', () => {
    expect(versionInWords({ ...version, state: 'draft' })).toBe('Draft of version 2')
    expect(versionInWords({ ...version, state: 'adopted', adoptedOn: '2026-07-01', adoptedBy: 'the dean' })).toBe(
      'Version 2, adopted Jul 1, 2026 by the dean',
    )
    expect(versionInWords({ ...version, state: 'superseded', adoptedOn: '2026-07-01' })).toMatch(/since replaced$/)
  })

  it('count what is answered, open and contradictory', () => {
    const state = { question: 'goals' as const, state: 'partly' as const, missing: [], openPoints: 2, late: 0 }
    const wrong = {
      id: 'a',
      severity: 'wrong' as const,
      question: 'goals' as const,
      field: 'goals',
      message: '',
      fix: '',
    }
    expect(readinessInWords({ answered: 0, questions: [state], findings: [] })).toBe(
      '0 of 1 questions answered, 2 open points',
    )
    expect(
      readinessInWords({ answered: 0, questions: [state], findings: [wrong, { ...wrong, severity: 'warning' }] }),
    ).toBe('0 of 1 questions answered, 2 open points, 1 contradiction')
    expect(stateInWords({ ...state, missing: [{ field: 'problem', label: 'Problem' }] }).words).toBe('1 to decide')
  })
})
