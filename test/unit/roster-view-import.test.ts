import { describe, expect, it } from 'vitest'
import {
  changeMapping,
  countChips,
  importLabel,
  previewColumns,
  previewRows,
  previewSentence,
} from '#renderer/features/roster/import/previewModel.ts'
import { formatValue } from '#renderer/ui/grid/gridValues.ts'
import type { ImportPreview } from '#shared/imports/schema.ts'

const counts = { rows: 6, create: 3, update: 1, unchanged: 0, skipped: 2, missing: 4, needsYou: 2 }
const finding = { sheet: 'S', column: 'B', field: 'level', value: 'M9' }
const column = { header: '', hidden: false, reason: '', samples: [] }

const preview: ImportPreview = {
  file: 'roster.csv',
  format: 'csv',
  encoding: 'utf-8',
  delimiter: ',',
  sha256: '',
  sheets: [{ name: 'S', hidden: false }],
  sheet: 'S',
  headerRow: 1,
  columns: [
    { ...column, index: 0, field: 'lastName' },
    { ...column, index: 1, field: 'level' },
    { ...column, index: 27, field: null },
  ],
  counts,
  rows: [
    {
      sheet: 'S',
      row: 2,
      action: 'update',
      person: { lastName: 'Ruiz', fte: 0.075, startDate: '2026-07-01', otherEmails: ['a@x.edu', 'b@x.edu'] },
      matchedBy: 'student ID 001',
      changes: [
        { field: 'fte', before: null, after: '0.075' },
        { field: 'site', before: 'North', after: 'Main' },
      ],
    },
    { sheet: 'S', row: 3, action: 'skip', person: {}, matchedBy: null, changes: [] },
  ],
  problems: [
    { ...finding, row: 3, level: 'warning', code: 'unknownLevel', message: 'Row 3: no level.' },
    { ...finding, row: 3, level: 'error', code: 'missing', message: 'Row 3: no name.' },
    { ...finding, row: 2, level: 'info', code: 'nameOrderGuessed', message: 'Row 2: guessed.' },
  ],
  ignoredRows: [],
  notes: [],
  importedBefore: null,
}

describe('the preview of an import', () => {
  const [first, second] = previewRows(preview, 'coaches')

  it('says what changes in words, with the names of the fields', () => {
    expect(first!.changes).toBe('FTE: empty → 0.075; Site: North → Main')
    expect(first!.needsYou).toBeNull()
  })
  it('marks a row by the worst that was found in it', () => {
    expect(second!.needsYou).toBe('error')
    expect(second!.problems).toBe('Row 3: no level. Row 3: no name.')
  })
  it('shows the fields that the file fills, as people read them', () => {
    const columns = previewColumns(preview, 'coaches')
    const shown = (key: string) => {
      const found = columns.find((candidate) => candidate.key === key)!
      return formatValue(found, found.value(first!))
    }
    expect(shown('field-fte')).toBe('0.075')
    expect(shown('field-startDate')).toBe('Jul 1, 2026')
    expect(shown('field-otherEmails')).toBe('a@x.edu, b@x.edu')
    expect(columns.some(({ key }) => key === 'field-npi')).toBe(false)
  })
  it('counts what its chips show', () => {
    expect(countChips(preview).map(({ label, count }) => `${label} ${count}`)).toEqual([
      'New 3',
      'Changed 1',
      'Same 0',
      'Left out 2',
      'Need you 2',
    ])
  })
  it('comes to one sentence and one button', () => {
    expect(previewSentence(preview, 'coaches')).toBe(
      '6 rows: 3 new coaches, 1 changed, 2 left out. Nothing is written yet.',
    )
    expect(importLabel(preview, 'coaches')).toBe('Import the other 4 coaches')
    expect(importLabel({ ...preview, counts: { ...counts, skipped: 0, update: 0, create: 1 } }, 'learners')).toBe(
      'Import 1 learner',
    )
  })
  it('offers no import where nothing would change', () => {
    const nothing = { ...preview, counts: { ...counts, create: 0, update: 0 } }
    expect(importLabel(nothing, 'coaches')).toBeNull()
    expect(previewSentence({ ...preview, counts: { ...counts, rows: 0 } }, 'coaches')).toMatch(/No rows/)
  })
})

describe('changing what a column is read as', () => {
  it('names the column by its letter', () => {
    expect(changeMapping({}, preview.columns, 27, 'site')).toEqual({ AB: 'site' })
    expect(changeMapping({ AB: 'site' }, preview.columns, 0, null)).toEqual({ AB: 'site', A: null })
  })
  it('takes the field from the column that had it', () => {
    expect(changeMapping({}, preview.columns, 27, 'level')).toEqual({ AB: 'level', B: null })
  })
})
