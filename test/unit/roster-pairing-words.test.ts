import { describe, expect, it } from 'vitest'
import {
  coachChoices,
  loadWords,
  pairedDays,
  pairingsOf,
  roomWarning,
} from '#renderer/features/roster/pairing/pairingWords.ts'
import type { Program } from '#shared/program/schema.ts'
import { blankCoach } from '#shared/roster/blank.ts'
import type { Coach, Pairing } from '#shared/roster/schema.ts'

const pairing = (id: string, fromOn: string, toOn: string | null): Pairing => ({
  id,
  learnerId: 'ana',
  learnerPersonId: 'p-ana',
  learnerName: 'Ana Ruiz',
  coachId: 'grace',
  coachPersonId: 'p-grace',
  coachName: 'Grace Okafor',
  fromOn,
  toOn,
  startedWhy: '',
  endedWhy: '',
})

const ids = (pairings: readonly Pairing[]) => pairings.map(({ id }) => id)

describe('the pairings of somebody', () => {
  const all = [
    pairing('first', '2023-07-01', '2024-06-30'),
    pairing('second', '2024-07-01', '2025-06-30'),
    pairing('held', '2025-07-01', null),
    pairing('planned', '2027-07-01', null),
    { ...pairing('else', '2025-07-01', null), learnerId: 'bo' },
  ]
  it('are told apart by the day, the latest that ended first', () => {
    const { now, toCome, earlier } = pairingsOf('ana', all, '2026-11-22')
    expect([ids(now), ids(toCome), ids(earlier)]).toEqual([['held'], ['planned'], ['second', 'first']])
  })
  it('hold on their first day and on their last', () => {
    expect(ids(pairingsOf('ana', all, '2024-06-30').now)).toEqual(['first'])
    expect(ids(pairingsOf('ana', all, '2024-07-01').now)).toEqual(['second'])
  })
  it('are those of both sides for a coach', () => {
    expect(ids(pairingsOf('grace', all, '2026-11-22').now)).toEqual(['held', 'else'])
  })
  it('say their days', () => {
    expect(pairedDays({ fromOn: '2026-07-01', toOn: null }, '2026-11-22')).toBe('since Jul 1, 2026')
    expect(pairedDays({ fromOn: '2027-07-01', toOn: null }, '2026-11-22')).toBe('from Jul 1, 2027')
    expect(pairedDays({ fromOn: '2026-07-01', toOn: '2027-01-14' }, '2026-11-22')).toBe(
      'since Jul 1, 2026, until Jan 14, 2027',
    )
    expect(pairedDays({ fromOn: '2024-07-01', toOn: '2025-06-30' }, '2026-11-22')).toBe('Jul 1, 2024 to Jun 30, 2025')
  })
})

const coach = (lastName: string, part: Partial<Coach>): Coach => ({
  ...blankCoach('2026-07-01'),
  id: lastName,
  lastName,
  ...part,
})

describe('the coaches to choose from', () => {
  const program = { sites: [{ id: 'n', name: 'North' }] } as unknown as Program
  it('stand with room first, then full, then away; who left is not among them', () => {
    const coaches = [
      coach('Away', { status: 'sabbatical' }),
      coach('Full', { capacity: 6, load: 6 }),
      coach('Closed', { status: 'full', capacity: 6, load: 2 }),
      coach('Zed', { capacity: 6, load: 5 }),
      coach('Abe', { capacity: null, load: 9 }),
      coach('Gone', { status: 'departed' }),
    ]
    expect(coachChoices(coaches, program).map(({ id }) => id)).toEqual(['Abe', 'Zed', 'Closed', 'Full', 'Away'])
  })
  it('say what the choice depends on', () => {
    const [choice] = coachChoices(
      [coach('Okafor', { status: 'full', capacity: 8, load: 6, siteId: 'n', department: 'Medicine' })],
      program,
    )
    expect(choice?.description).toBe('Full · 6 of 8 learners · North · Medicine')
  })
  it('warn before they have more than they take, and only then', () => {
    expect(loadWords({ load: 1, capacity: null })).toBe('1 learner')
    expect(roomWarning({ load: 7, capacity: 8 }, 1)).toBeUndefined()
    expect(roomWarning({ load: 9, capacity: null }, 9)).toBeUndefined()
    expect(roomWarning({ load: 8, capacity: 8 }, 1)).toBe('Has 8 of 8 learners; one more makes 9.')
    expect(roomWarning({ load: 7, capacity: 8 }, 3)).toBe('Has 7 of 8 learners; 3 more make 10.')
  })
})
