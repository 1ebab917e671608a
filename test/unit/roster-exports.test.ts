import { describe, expect, it } from 'vitest'
import { rosterWorkbook } from '#main/features/roster/workbook.ts'
import { exportSentence } from '#renderer/features/roster/export/exports.ts'
import { onScreen } from '#renderer/features/roster/export/onScreen.ts'
import { coachColumns } from '#renderer/features/roster/coachColumns.ts'
import { learnerColumns } from '#renderer/features/roster/learnerColumns.ts'
import { initialGridState } from '#renderer/ui/grid/gridTypes.ts'
import type { Program } from '#shared/program/schema.ts'
import { blankLearner } from '#shared/roster/blank.ts'
import type { CustomField } from '#shared/roster/customFields.ts'
import type { RosterKind } from '#shared/roster/schema.ts'

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
  it('can be exported whichever columns are shown, the program’s own too', () => {
    const fields: CustomField[] = [{ id: 'f1', appliesTo: 'learners', name: 'Group', kind: 'text', choices: [] }]
    const coachFields = fields.map((field) => ({ ...field, appliesTo: 'coaches' as const }))
    const roster = {
      program,
      learners: [],
      coaches: [],
      staff: [],
      day: '2026-07-01',
      audience: '',
      actor: '',
      now: '',
      version: '',
    }
    const keys = {
      learners: learnerColumns(program, fields).map(({ key }) => key),
      coaches: coachColumns(program, coachFields).map(({ key }) => key),
    }
    const headersOf = (kind: RosterKind) => {
      const { sheets } = rosterWorkbook({
        ...roster,
        fields: [...fields, ...coachFields],
        onScreen: { kind, columns: keys[kind], ids: [] },
      })
      return sheets.flatMap((sheet) => (sheet.kind === 'table' ? sheet.columns : []))
    }
    expect(headersOf('learners').map(({ key }) => key)).toEqual(keys.learners)
    expect(headersOf('coaches').map(({ key }) => key)).toEqual(keys.coaches)
  })
  it('is said before it is exported, and of how many', () => {
    const some = { kind: 'learners' as const, columns: ['lastName'], ids: ['1', '3'] }
    expect(exportSentence('screen', program, undefined, some)).toBe('2 of 3 learners, with the columns shown.')
    expect(exportSentence('screen', program, '2026-03-01', some)).toBe(
      '2 learners, with the columns shown, as they stood on Mar 1, 2026.',
    )
  })
})
