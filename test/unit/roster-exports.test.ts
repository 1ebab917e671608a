import { describe, expect, it } from 'vitest'
import { exportSentence } from '#renderer/features/roster/export/exports.ts'
import { onScreen } from '#renderer/features/roster/export/onScreen.ts'
import { learnerColumns } from '#renderer/features/roster/learnerColumns.ts'
import { initialGridState } from '#renderer/ui/grid/gridTypes.ts'
import type { Program } from '#shared/program/schema.ts'
import { blankLearner } from '#shared/roster/blank.ts'

const program: Program = {
  id: 'p',
  revision: 1,
  name: 'School of Medicine',
  kind: 'ume',
  institution: '',
  year: 2026,
  cohorts: [],
  sites: [],
  learners: 3,
  coaches: 1,
  archivedOn: null,
}
const columns = learnerColumns(program, [])
const row = (id: string, lastName: string, level: string) => ({ ...blankLearner('2026-07-01'), id, lastName, level })
const rows = [row('1', 'Ruiz', 'M3'), row('2', 'Adams', 'M1'), row('3', 'Li', 'M3')]

describe('what is on screen', () => {
  it('is the rows that pass the filters, in the order of the sort', () => {
    const state = {
      ...initialGridState,
      filters: { level: { kind: 'contains' as const, text: 'm3' } },
      sort: [{ id: 'lastName', desc: false }],
    }
    expect(onScreen('learners', columns, rows, state).ids).toEqual(['3', '1'])
  })
  it('is the columns that are shown, pinned ones first, then as they were moved', () => {
    const state = {
      ...initialGridState,
      order: ['email', 'status', 'lastName'],
      shown: { middleName: true, coachName: false },
    }
    const keys = onScreen('learners', columns, rows, state).columns
    expect(keys.slice(0, 4)).toEqual(['lastName', 'firstName', 'email', 'status'])
    expect(keys).toContain('middleName')
    expect(keys).not.toContain('coachName')
    expect(keys).not.toContain('suffix')
  })
  it('is said before it is exported, and of how many', () => {
    const some = { kind: 'learners' as const, columns: ['lastName'], ids: ['1', '3'] }
    expect(exportSentence('screen', program, undefined, some)).toBe('2 of 3 learners, with the columns shown.')
    expect(exportSentence('screen', program, '2026-03-01', some)).toBe(
      '2 learners, with the columns shown, as they stood on Mar 1, 2026.',
    )
  })
})
