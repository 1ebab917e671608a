import { describe, expect, it } from 'vitest'
import { previewColumns } from '#renderer/features/roster/import/previewColumns.ts'
import {
  countChips,
  importLabel,
  meaningOf,
  notTaken,
  previewRows,
  previewSentence,
} from '#renderer/features/roster/import/previewModel.ts'
import { changeMapping, groupColumns } from '#renderer/features/roster/import/reading.ts'
import { formatValue } from '#renderer/ui/grid/gridValues.ts'
import type { ImportPreview } from '#shared/imports/schema.ts'

const counts = { rows: 6, create: 3, update: 1, unchanged: 0, skipped: 2, missing: 4, needsYou: 0, toCheck: 2 }
const finding = { sheet: 'S', column: 'B', field: 'level', value: 'M9' }
const column = { sheet: 'S', header: '', hidden: false, reason: '', samples: [] }

const preview: ImportPreview = {
  file: 'roster.csv',
  format: 'csv',
  encoding: 'utf-8',
  delimiter: ',',
  sha256: '',
  sheets: [{ name: 'S', hidden: false }],
  sheet: 'S',
  headerRow: 1,
  headerRows: 1,
  dataRows: 6,
  columns: [
    { ...column, index: 0, field: 'lastName' },
    { ...column, index: 1, field: 'level' },
    { ...column, index: 27, field: null },
  ],
  counts,
  missing: [],
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
  duplicates: [],
  values: {},
  policies: {},
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

describe('a preview with rows that are not taken', () => {
  const waiting: ImportPreview = {
    ...preview,
    counts: { ...counts, create: 2, needsYou: 1 },
    rows: [
      ...preview.rows,
      { ...preview.rows[1]!, row: 4, action: 'needsYou' },
      { ...preview.rows[1]!, row: 5 },
      { ...preview.rows[1]!, row: 6 },
    ],
    problems: [...preview.problems, { ...finding, row: 6, level: 'info', code: 'duplicate', message: 'Taken as one.' }],
  }

  it('tells bad rows, rows that wait, rows left out by the user and rows taken as one with another apart', () => {
    expect(notTaken(waiting, { 'S!5': 'skip' })).toEqual({ bad: 1, waiting: 1, byYou: 1 })
    expect(notTaken(waiting, { 'S!3': 'skip', 'S!5': 'skip' })).toEqual({ bad: 0, waiting: 1, byYou: 2 })
  })
  it('says what a finding means without the row and cell beside it', () => {
    const said = (value: string, message: string) => meaningOf({ row: 3, value, message })
    expect(said('1:2', 'Row 3, Track 1:2: it is no track: choose one.')).toBe('It is no track: choose one.')
    expect(said('', 'Row 3: there is no name.')).toBe('There is no name.')
    expect(said('rob@x.edu', 'Row 3: row 2 has the same e-mail, rob@x.edu.')).toBe(
      'Row 2 has the same e-mail, rob@x.edu.',
    )
    expect(said('x', 'Another sentence.')).toBe('Another sentence.')
  })
  it('counts rows that wait on a chip of their own, and says so', () => {
    expect(countChips(waiting).map(({ label }) => label)).toContain('Waiting')
    expect(previewSentence(waiting, 'learners')).toMatch(/1 waiting for you/)
    expect(importLabel({ ...waiting, counts: { ...waiting.counts, skipped: 0 } }, 'learners')).toMatch(/the other/)
  })
  it('shows what was refused where it stands in the file, marked', () => {
    const columns = previewColumns(preview, 'learners')
    const level = columns.find(({ key }) => key === 'field-level')!
    const bad = previewRows(preview, 'learners')[1]!
    expect(level.value(bad)).toBe('⚠ M9')
    expect(level.editable).toBe(true)
    // Typed over or edited in place, the mark is no part of what the cell says.
    expect(level.parse!('⚠ M3')).toEqual({ ok: true, value: 'M3' })
  })
})

describe('changing what a column is read as', () => {
  const [a, b, c] = preview.columns
  it('names the column by its sheet and letter', () => {
    expect(changeMapping({}, preview.columns, [c!], 'site')).toEqual({ 'S!AB': 'site' })
    expect(changeMapping({ 'S!AB': 'site' }, preview.columns, [a!], null)).toEqual({ 'S!AB': 'site', 'S!A': null })
  })
  it('takes the field from the column that had it', () => {
    expect(changeMapping({}, preview.columns, [c!], 'level')).toEqual({ 'S!AB': 'level', 'S!B': null })
  })
  it('changes the columns of one name on several tabs together', () => {
    const name = { ...a!, header: 'Surname' }
    const year = { ...b!, header: 'Year' }
    const tabs = [name, year, { ...name, sheet: 'T', index: 3 }, { ...year, sheet: 'T', index: 1 }]
    const [names, years] = groupColumns(tabs)
    expect(names!.columns.map(({ sheet }) => sheet)).toEqual(['S', 'T'])
    expect(changeMapping({}, tabs, names!.columns, 'level')).toEqual({
      'S!A': 'level',
      'T!D': 'level',
      'S!B': null,
      'T!B': null,
    })
    expect(years!.columns).toHaveLength(2)
  })
  it('keeps two columns of one name on one sheet apart', () => {
    const twice = [
      { ...c!, header: 'ID' },
      { ...c!, header: 'ID', index: 5 },
    ]
    expect(groupColumns(twice)).toHaveLength(2)
  })
})

describe('what stands in the file and is not taken', () => {
  const known = (code: ImportPreview['problems'][number]['code']) => {
    const problems = [{ ...finding, row: 2, level: 'warning' as const, code, message: '' }]
    const rows = [{ ...preview.rows[0]!, person: { lastName: 'Ruiz', level: 'M2' } }]
    const level = previewColumns(preview, 'learners').find(({ key }) => key === 'field-level')!
    return level.value(previewRows({ ...preview, rows, problems }, 'learners')[0]!)
  }
  it('is shown even where something else is stored, so that it can be put right', () => {
    expect(known('unknownLevel')).toBe('⚠ M9')
  })
  it('is not what was taken with a warning, nor what a warning says of the person', () => {
    expect(known('levelClassYearMismatch')).toBe('M2')
    expect(known('possibleMatch')).toBe('M2')
  })
})

describe('the columns of the preview', () => {
  const keysShown = (part: Partial<ImportPreview>) =>
    previewColumns({ ...preview, ...part }, 'learners')
      .filter(({ hiddenByDefault }) => !hiddenByDefault)
      .map(({ key }) => key)
  it('leave out what is stored and the file does not say', () => {
    const stored = { ...preview.rows[0]!, changes: [], person: { lastName: 'Ruiz', note: 'Stored' } }
    expect(keysShown({ rows: [stored] })).not.toContain('field-note')
    expect(keysShown({ rows: [{ ...stored, action: 'create' }] })).toContain('field-note')
  })
  it('stay as they are when the first row changes, so that the cell being edited stays where it is', () => {
    const same = keysShown({ counts: { ...counts, update: 0, unchanged: 1 } })
    expect(keysShown({ counts: { ...counts, update: 1, unchanged: 0 } })).toEqual(same)
  })
})
