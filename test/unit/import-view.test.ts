import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellEdits } from '#renderer/features/roster/import/cellEdits.ts'
import { compare } from '#renderer/features/roster/import/evidence.ts'
import { missingChoices } from '#renderer/features/roster/import/missing.ts'
import type { PreviewRow } from '#renderer/features/roster/import/previewModel.ts'
import { answered, answerOf, holdsBack, keepAnswered, questionsOf } from '#renderer/features/roster/import/questions.ts'
import { changeMapping, changePolicy, decideRows, forgetColumns } from '#renderer/features/roster/import/reading.ts'
import { changeMeaning, meaningsOf, unknownValues } from '#renderer/features/roster/import/unknownValues.ts'
import type { ImportColumn, ImportPreview, ImportProblem } from '#shared/imports/schema.ts'
import type { Program } from '#shared/program/schema.ts'
import { splitName } from '#shared/roster/personName.ts'

const column = (sheet: string, index: number, field: string): ImportColumn => ({
  sheet,
  index,
  field,
  header: field,
  hidden: false,
  reason: '',
  samples: [],
})

const row = (sheet: string, number: number, person: PreviewRow['person']): PreviewRow => ({
  id: `${sheet}!${number}`,
  sheet,
  row: number,
  action: 'create',
  needsYou: null,
  changes: '',
  matchedBy: '',
  problems: '',
  person,
  refused: {},
})

describe('typing into the preview', () => {
  const columns = [column('M3', 0, 'fullName'), column('M3', 27, 'npi'), column('M4', 0, 'lastName')]
  const rows = [
    row('M3', 7, { lastName: 'Núñez', firstName: 'Ana', middleName: 'María', suffix: 'Jr.' }),
    row('M4', 2, {}),
  ]
  const edit = (rowId: string, key: string, value: string | null) =>
    cellEdits([{ rowId, key: `field-${key}`, value }], rows, columns, 'learners')

  it('writes into the cell of the file, by its address', () => {
    expect(edit('M3!7', 'npi', '1234567893').cells).toEqual({ 'M3!AB7': '1234567893' })
    expect(edit('M4!2', 'lastName', null).cells).toEqual({ 'M4!A2': '' })
  })
  it('writes a part of a name into the column of whole names', () => {
    expect(edit('M3!7', 'firstName', 'Anna').cells).toEqual({ 'M3!A7': 'Núñez Jr., Anna María' })
  })
  it('puts two parts changed at once into one cell', () => {
    const edits = [
      { rowId: 'M3!7', key: 'field-firstName', value: 'Eva' },
      { rowId: 'M3!7', key: 'field-lastName', value: 'Ortiz' },
    ]
    expect(cellEdits(edits, rows, columns, 'learners').cells).toEqual({ 'M3!A7': 'Ortiz Jr., Eva María' })
  })
  it('writes into the column of an own field, by its header', () => {
    const own = { ...column('M4', 3, ''), field: null, header: 'SHIRT', ownField: 'Shirt' }
    const { cells } = cellEdits(
      [{ rowId: 'M4!2', key: 'field-SHIRT', value: 'M' }],
      rows,
      [...columns, own],
      'learners',
    )
    expect(cells).toEqual({ 'M4!D2': 'M' })
  })
  it('refuses what the sheet has no column for', () => {
    const { cells, rejected } = edit('M4!2', 'npi', '1')
    expect(cells).toEqual({})
    expect(rejected).toEqual([{ rowId: 'M4!2', key: 'field-npi', message: expect.stringContaining('NPI') }])
  })
  it('writes names that are read back as they were typed', () => {
    const word = fc.stringMatching(/^[A-Z][a-z]{2,8}[b-df-hj-np-tv-z]$/)
    fc.assert(
      fc.property(word, word, word, (lastName, firstName, middleName) => {
        const known = [row('M3', 7, { lastName: 'X', firstName, middleName })]
        const edits = [{ rowId: 'M3!7', key: 'field-lastName', value: lastName }]
        const text = cellEdits(edits, known, columns, 'learners').cells['M3!A7']!
        expect(splitName(text)).toMatchObject({ lastName, firstName, middleName, order: 'stated' })
      }),
    )
  })
})

const problem = (part: Partial<ImportProblem>): ImportProblem => ({
  sheet: 'S',
  row: 2,
  column: 'B',
  field: 'level',
  level: 'warning',
  code: 'unknownLevel',
  value: '',
  message: '',
  ...part,
})

describe('wordings that were not understood', () => {
  const problems = [
    problem({ value: 'Chief' }),
    problem({ value: 'chief ', row: 3 }),
    problem({ field: 'status', code: 'unknownStatus', value: 'Gap year', row: 4 }),
    problem({ code: 'npiLength', field: 'npi', value: '12' }),
  ]

  it('are listed once, however they are spelled, the most frequent first', () => {
    expect(unknownValues({ problems, values: {} }, [])).toEqual([
      { field: 'level', value: 'Chief', rows: 2, meaning: null },
      { field: 'status', value: 'Gap year', rows: 1, meaning: null },
    ])
  })
  it('stay in the list when their meaning was said, so that it can be changed', () => {
    const values = changeMeaning({}, { field: 'level', value: 'Chief' }, 'PGY-4')
    expect(values).toEqual({ level: { Chief: 'PGY-4' } })
    expect(unknownValues({ problems: [], values }, [])).toEqual([
      { field: 'level', value: 'Chief', rows: 0, meaning: 'PGY-4' },
    ])
    expect(changeMeaning(values, { field: 'level', value: 'CHIEF' }, null)).toEqual({})
  })
  it('are those of the own fields that have choices too', () => {
    const own = { appliesTo: 'learners' as const, choices: ['Small', 'Large'] }
    const fields = [
      { ...own, id: 'f1', name: 'Shirt', kind: 'choice' as const },
      { ...own, id: 'f2', name: 'Locker', kind: 'number' as const, choices: [] },
    ]
    const found = [
      problem({ code: 'invalidCustomValue', field: 'SHIRT', value: 'XL' }),
      problem({ code: 'invalidCustomValue', field: 'Locker', value: 'twelve' }),
    ]
    expect(unknownValues({ problems: found, values: {} }, fields)).toEqual([
      { field: 'Shirt', value: 'XL', rows: 1, meaning: null },
    ])
    const program = { kind: 'ume', cohorts: [], sites: [] } as unknown as Program
    expect(meaningsOf('Shirt', 'learners', program, fields).map(({ id }) => id)).toEqual(['Small', 'Large'])
  })
})

const preview = (part: Partial<ImportPreview>): ImportPreview =>
  ({ rows: [], problems: [], duplicates: [], ...part }) as unknown as ImportPreview

describe('what only the user can tell', () => {
  const duplicate = { sheets: ['S', 'S'], reason: 'The same e-mail', score: 1, certain: true }
  const asked = questionsOf(
    preview({
      rows: [{ sheet: 'S', row: 9, action: 'needsYou', person: {}, matchedBy: null, changes: [] }],
      duplicates: [
        { ...duplicate, rows: [2, 3] },
        { ...duplicate, rows: [4, 5], certain: false, score: 0.9 },
        { ...duplicate, rows: [8, 9] },
      ],
      problems: [problem({ row: 6, code: 'possibleMatch', personId: 'p1', otherPersonId: 'p2' })],
    }),
  )

  it('asks first what holds a row back, last what is settled unless one objects', () => {
    expect(asked.map(({ id }) => id)).toEqual(['S!8 S!9', 'S!6 p1', 'S!4 S!5', 'S!2 S!3'])
  })
  it('waits for who a row is whose id is that of somebody with another name', () => {
    const row = { sheet: 'S', row: 6, action: 'needsYou' as const, person: {}, matchedBy: null, changes: [] }
    const problems = [problem({ row: 6, code: 'possibleMatch', personId: 'p1' })]
    expect(questionsOf(preview({ rows: [row], problems })).map(holdsBack)).toEqual([true])
    expect(asked.map(holdsBack)).toEqual([true, false, false, false])
  })
  it('knows every answer it gave, and takes it back', () => {
    for (const question of asked) {
      const answers =
        question.kind === 'twice' ? (['first', 'second', 'two'] as const) : (['person', 'other', 'new', 'out'] as const)
      for (const answer of answers) {
        const rows = answered(question, answer, {})
        expect(answerOf(question, rows)).toBe(answer)
        expect(answered(question, null, rows)).toEqual({})
      }
    }
  })
  it('changes an answer without leaving the earlier one behind', () => {
    const question = asked[0]!
    const first = answered(question, 'second', {})
    expect(answered(question, 'first', first)).toEqual({ 'S!9': 'skip' })
  })
  it('keeps a question that was answered in its place, and drops one that is settled', () => {
    const [, known] = asked
    const rows = answered(known!, 'new', {})
    expect(keepAnswered(asked, [asked[0]!, asked[2]!], rows).map(({ id }) => id)).toEqual([
      'S!8 S!9',
      'S!6 p1',
      'S!4 S!5',
    ])
  })
})

describe('decisions and policies', () => {
  it('decide rows together and take the decision back', () => {
    const rows = decideRows({ 'S!1': 'create' }, ['S!1', 'S!2'], 'skip')
    expect(rows).toEqual({ 'S!1': 'skip', 'S!2': 'skip' })
    expect(decideRows(rows, ['S!1'], null)).toEqual({ 'S!2': 'skip' })
  })
  it('leave a column to be recognised again once what was said of it is taken back', () => {
    const columns = [column('M3', 0, 'lastName'), column('M3', 1, 'site')]
    const mapping = changeMapping({}, columns, [columns[1]!], null)
    expect(mapping).toEqual({ 'M3!B': null })
    expect(forgetColumns(mapping, [columns[1]!])).toEqual({})
  })
  it('say nothing of a field that overwrites, as every field does', () => {
    expect(changePolicy({ level: 'leave' }, 'level', 'overwrite')).toEqual({})
    expect(changePolicy({}, 'level', 'fillBlanks')).toEqual({ level: 'fillBlanks' })
  })
  it('never offer to delete somebody who is missing', () => {
    expect(missingChoices('learners').map(({ label }) => label)).toEqual([
      'Keep as they are',
      'Graduated',
      'Transferred out',
      'Withdrawn',
      'Dismissed',
      'On leave',
      'On military leave',
      'Research year',
    ])
    expect(missingChoices('coaches')[0]!.id).toBe('keep')
  })
})

describe('evidence side by side', () => {
  it('marks what both say differently, and leaves out what neither says', () => {
    const found = compare(
      'learners',
      { lastName: 'Lee', email: 'a@x.edu', npi: '' },
      { lastName: 'Lee', email: 'b@x.edu', level: 'M3' },
    )
    expect(found.map(({ label, differs }) => [label, differs])).toEqual([
      ['Last name', false],
      ['E-mail', true],
      ['Level', false],
    ])
  })
})
