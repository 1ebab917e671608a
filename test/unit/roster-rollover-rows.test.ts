import { describe, expect, it } from 'vitest'
import {
  actionProblem,
  countActions,
  countsWords,
  decisionsOf,
  rolloverRows,
} from '#renderer/features/roster/rollover/rolloverRows.ts'
import type { RolloverAction } from '#shared/roster/rollover.ts'
import type { RolloverPreview } from '#shared/roster/rolloverSchema.ts'

const at = (level: string, cohort: string | null, status: 'active' | 'leave' | 'graduated' = 'active') => ({
  level,
  status,
  cohort,
})

const preview: RolloverPreview = {
  fromYear: 2026,
  toYear: 2027,
  effectiveOn: '2027-07-01',
  lastLevel: 4,
  rows: [
    {
      learnerId: 'ana',
      name: 'Ana Ruiz',
      from: at('M3', 'Class of 2028'),
      to: at('M4', 'Class of 2028'),
      action: 'promote',
      nextLevel: 'M4',
      reason: 'M3 to M4.',
    },
    {
      learnerId: 'bo',
      name: 'Bo Li',
      from: at('M4', 'Class of 2027'),
      to: at('M4', 'Class of 2027', 'graduated'),
      action: 'graduate',
      nextLevel: null,
      reason: 'M4 is the last level.',
    },
    {
      learnerId: 'cy',
      name: 'Cy Roe',
      from: at('PGY-1', 'PGY-1', 'leave'),
      to: at('PGY-1', 'PGY-1', 'leave'),
      action: 'hold',
      nextLevel: 'PGY-2',
      reason: 'On leave: goes on when back; PGY-1 now.',
    },
  ],
  counts: { promote: 1, graduate: 1, hold: 1 },
  newCohorts: [],
}

const decided = (...decisions: [string, RolloverAction][]) => rolloverRows(preview, new Map(decisions))

describe('the turn of the year, row by row', () => {
  it('says where somebody stands and will; a cohort once, and not where it is the level', () => {
    expect(decided().map(({ now, next }) => [now, next])).toEqual([
      ['M3, Class of 2028', 'M4'],
      ['M4, Class of 2027', 'M4, Graduated'],
      ['PGY-1, On leave', 'PGY-1, On leave'],
    ])
  })
  it('follows what was decided, and says what was proposed', () => {
    const [ana, bo, cy] = decided(['ana', 'hold'], ['bo', 'hold'], ['cy', 'promote'])
    expect([ana?.next, bo?.next, cy?.next]).toEqual(['M3', 'M4', 'PGY-2'])
    expect(ana?.reason).toBe('Decided here; proposed: promote. M3 to M4.')
  })
  it('sends only what was decided otherwise', () => {
    expect(decisionsOf(decided(['ana', 'promote'], ['cy', 'graduate']))).toEqual([
      { learnerId: 'cy', action: 'graduate' },
    ])
  })
  it('counts by what will be done', () => {
    expect(countActions(decided(['ana', 'hold']))).toEqual({ promote: 0, graduate: 1, hold: 2 })
    expect(countsWords({ promote: 1200, graduate: 58, hold: 0 })).toBe('1,200 promoted, 58 graduated, 0 held back')
  })
  it('promotes nobody beyond the last level', () => {
    const [ana, bo] = decided()
    expect(actionProblem(ana!, 'promote')).toBeNull()
    expect(actionProblem(bo!, 'promote')).toMatch(/no level after M4/)
    expect(actionProblem(bo!, 'hold')).toBeNull()
  })
})
