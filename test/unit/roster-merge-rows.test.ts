import { describe, expect, it } from 'vitest'
import { mergeConsequences, mergeRows, peopleToMerge, secondPlace } from '#renderer/features/roster/merge/mergeRows.ts'
import { blankCoach, blankLearner, blankStaffMember } from '#shared/roster/blank.ts'
import type { MergePreview } from '#shared/roster/mergeSchema.ts'

const preview: MergePreview = {
  keepName: 'Ana Ruiz',
  mergeName: 'Anna Ruiz',
  fields: [
    { field: 'lastName', keep: 'Ruiz', merge: 'Ruiz', kept: 'keep' },
    { field: 'firstName', keep: 'Ana', merge: 'Anna', kept: 'keep' },
    { field: 'npi', keep: '', merge: '1234567893', kept: 'merge' },
    { field: 'department', keep: 'Medicine', merge: 'Surgery', kept: 'keep' },
  ],
  moves: { enrolments: 1, appointments: 0, staffRoles: 0, pairings: 2 },
  joins: ['School of Medicine'],
  obstacle: null,
}

describe('two people side by side', () => {
  it('show first where one has to be chosen', () => {
    const rows = mergeRows(preview, {})
    expect(rows.map(({ field, mustChoose }) => [field, mustChoose])).toEqual([
      ['firstName', true],
      ['department', true],
      ['lastName', false],
      ['npi', false],
    ])
    expect(rows.map(({ label }) => label)).toEqual(['First name', 'Department', 'Last name', 'NPI'])
  })
  it('take what was chosen, else what the preview says', () => {
    const taken = Object.fromEntries(mergeRows(preview, { firstName: 'merge' }).map((row) => [row.field, row.taken]))
    expect(taken).toEqual({ firstName: 'merge', department: 'keep', lastName: 'keep', npi: 'merge' })
  })
  it('say what goes over', () => {
    expect(mergeConsequences(preview)).toEqual([
      '1 place as a learner and 2 pairings go over to Ana Ruiz.',
      'The two places in School of Medicine, one after the other, become one.',
    ])
    expect(
      mergeConsequences({
        ...preview,
        moves: { enrolments: 0, appointments: 1, staffRoles: 0, pairings: 0 },
        joins: [],
      }),
    ).toEqual(['1 place as a coach goes over to Ana Ruiz.'])
  })
  it('stand in each other’s way in one roster only', () => {
    const learner = (personId: string) => ({ ...blankLearner('2026-07-01'), personId, id: `place of ${personId}` })
    const coach = { ...blankCoach('2026-07-01'), personId: 'b' }
    expect(secondPlace('a', 'b', [learner('a'), learner('b')], [])).toEqual({ kind: 'learners', id: 'place of b' })
    expect(secondPlace('a', 'b', [learner('a')], [coach])).toBeNull()
  })
  it('can be anybody else of the program, each once', () => {
    const learner = (personId: string, lastName: string) => ({ ...blankLearner('2026-07-01'), personId, lastName })
    const coach = { ...blankCoach('2026-07-01'), personId: 'b', lastName: 'Bo', email: 'bo@example.edu' }
    const learners = [learner('a', 'Abe'), learner('c', 'Cy'), learner('b', 'Bo')]
    const dean = { ...blankStaffMember('2026-07-01'), personId: 'd', lastName: 'Dee', role: 'dean' as const }
    expect(peopleToMerge('a', { learners, coaches: [coach], staff: [dean] })).toEqual([
      { id: 'b', label: 'Bo', description: 'Coach · bo@example.edu' },
      { id: 'c', label: 'Cy', description: 'Learner' },
      { id: 'd', label: 'Dee', description: 'Dean' },
    ])
  })
})
