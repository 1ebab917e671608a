import { describe, expect, it } from 'vitest'
import { noteCodes, readFixture, rowNumbers, texts } from './support.ts'

describe('a tidy roster', () => {
  const expected = [
    ['Student ID', 'Last name', 'First name', 'Email', 'Start date', 'Effort', 'Active'],
    ['00012345', 'Álvarez', 'Inés', 'inés.alvarez@example.edu', '2026-07-01', '0.1', 'TRUE'],
    ['00012346', "O'Brien", 'Sam', 'sam.obrien@example.edu', '2026-06-24', '0.05', 'FALSE'],
    ['00012347', 'Nguyễn', 'Thị Hà', 'ha.nguyen@example.edu', '1999-12-31', '1', 'TRUE'],
  ]

  it.each(['tidy-openpyxl.xlsx', 'tidy-libreoffice.xlsx'])('reads the same from %s', (name) => {
    const file = readFixture(name)
    expect(file).toMatchObject({ name, format: 'xlsx', encoding: null, delimiter: null, notes: [] })
    expect(file.sheets.map((sheet) => sheet.name)).toEqual(['Learners'])
    expect(texts(file.sheets[0])).toEqual(expected)
    expect(file.sheets[0]!.rows[1]!.cells.map((cell) => cell?.kind)).toEqual([
      'text',
      'text',
      'text',
      'text',
      'date',
      'number',
      'boolean',
    ])
  })

  it('is plain data: it survives JSON unchanged', () => {
    const file = readFixture('tidy-openpyxl.xlsx')
    expect(JSON.parse(JSON.stringify(file))).toEqual(file)
  })
})

describe('what other programs write', () => {
  it('reads prefixed elements, whatever the prefix of the relationship id', () => {
    const file = readFixture('prefixed.xlsx')
    expect(file.sheets[0]!.name).toBe('Roster')
    expect(texts(file.sheets[0])).toEqual([['Name'], ['Ann']])
  })

  it('reads strict files and their ISO dates', () => {
    expect(texts(readFixture('strict.xlsx').sheets[0])).toEqual([['2026-07-01', '2026-07-01 08:30', 'TRUE']])
  })

  it('follows absolute and percent-encoded targets without regard to case', () => {
    expect(texts(readFixture('odd-part-names.xlsx').sheets[0])).toEqual([['1']])
  })

  it('reads parts in UTF-16', () => {
    expect(texts(readFixture('utf-16-part.xlsx').sheets[0])).toEqual([['7']])
  })

  it('counts rows and cells that have no address', () => {
    const [sheet] = readFixture('without-addresses.xlsx').sheets
    expect(rowNumbers(sheet)).toEqual([1, 5, 6])
    expect(texts(sheet)).toEqual([['1', null, '3'], [null, null, '7', '8'], ['9']])
  })

  it('reads inline strings, and leaves text that looks like code alone', () => {
    const [sheet] = readFixture('inline-strings.xlsx').sheets
    expect(texts(sheet)).toEqual([['Ann Lee', 'plain', '__proto__', '=1+1']])
    expect(sheet!.rows[0]!.cells[3]!.kind).toBe('text')
  })

  it('joins rich text, drops phonetic text, decodes escapes, and shows nothing for blanks', () => {
    const [sheet] = readFixture('rich-text.xlsx').sheets
    expect(texts(sheet)).toEqual([['Ann Lee'], ['山田'], ['Bell and _x0041_'], ['one\ntwo'], ['last']])
    expect(rowNumbers(sheet)).toEqual([1, 2, 3, 4, 6])
  })

  it('does not take the anchors of form controls for rows', () => {
    expect(texts(readFixture('form-control.xlsx').sheets[0])).toEqual([['1']])
  })

  it('caps columns and says so, whatever dimension the sheet claims', () => {
    const file = readFixture('far-cell.xlsx')
    expect(rowNumbers(file.sheets[0])).toEqual([1, 1_048_576])
    expect(texts(file.sheets[0])).toEqual([['1'], ['2']])
    expect(noteCodes(file)).toEqual(['truncatedColumns'])
  })
})

describe('dates and numbers', () => {
  it('honours the 1904 calendar', () => {
    expect(texts(readFixture('calendar-1904.xlsx').sheets[0])[1]).toEqual(['2026-07-01', '2026-07-01 08:30'])
  })

  it('shows numbers as their cells do where that matters', () => {
    const shown = readFixture('number-formats.xlsx').sheets[0]!.rows.map(({ cells }) => [
      cells[1]!.text,
      cells[0]!.text,
      cells[0]!.kind,
    ])
    expect(shown).toEqual([
      ['00000000', '00012345', 'number'],
      ['000\\-00\\-0000', '123-45-6789', 'number'],
      ['"E"00000', 'E00042', 'number'],
      ['0.00E+00', '1.23E+09', 'number'],
      ['0.0%', '12.5%', 'number'],
      ['"$"#,##0.00', '1234.5', 'number'],
      ['General', '0.3', 'number'],
      ['General', '1234567893', 'number'],
      ['0', '2027', 'number'],
      ['mmm d, yyyy', '2026-07-01', 'date'],
      ['m/d/yy h:mm', '2026-07-01 08:30', 'date'],
      ['h:mm AM/PM', '12:00', 'text'],
      ['[h]:mm', '36:00', 'text'],
      ['[$-409]d\\-mmm\\-yy;@', '2026-07-01', 'date'],
      ['[Red]0', '46204', 'number'],
      ['yyyy-mm-dd', '60', 'number'],
      ['yyyy-mm-dd', '1900-02-28', 'date'],
      ['yyyy-mm-dd', '0', 'number'],
    ])
  })
})

describe('formulas and errors', () => {
  it('takes the values that were saved with formulas', () => {
    const [sheet] = readFixture('formulas-with-values.xlsx').sheets
    expect(texts(sheet)[1]).toEqual(['Ann', 'Lee', 'ann.lee@example.edu', '3', '#DIV/0!', null, '2026-07-01'])
    expect(sheet!.rows[1]!.cells[4]!.kind).toBe('error')
  })

  it('marks formulas without a saved value, and shows the formula', () => {
    const row = readFixture('formulas-without-values.xlsx').sheets[0]!.rows[1]!
    expect(row.cells.map((cell) => cell?.kind)).toEqual(['text', 'text', ...Array(5).fill('formulaNoValue')])
    expect(row.cells[3]!.text).toBe('=1+2')
  })

  it('keeps error cells as errors', () => {
    const [sheet] = readFixture('error-cells.xlsx').sheets
    expect(texts(sheet)).toEqual([['#N/A'], ['#REF!'], ['#DIV/0!']])
    expect(sheet!.rows.every(({ cells }) => cells[0]!.kind === 'error')).toBe(true)
  })

  it('reads the saved value of a link to another workbook, and says so', () => {
    const file = readFixture('external-link.xlsx')
    expect(texts(file.sheets[0])).toEqual([['kept']])
    expect(noteCodes(file)).toEqual(['externalLinkCached'])
  })

  it('ignores macros, and says so', () => {
    const file = readFixture('macros.xlsm')
    expect(file.format).toBe('xlsm')
    expect(noteCodes(file)).toEqual(['macrosIgnored'])
  })
})

describe('what stands beside the cells', () => {
  it('gives a merged value to every row of the merge that holds something', () => {
    const [sheet] = readFixture('merged.xlsx').sheets
    expect(rowNumbers(sheet)).toEqual([1, 3, 4, 5, 6])
    expect(texts(sheet).slice(2)).toEqual([
      ['Class of 2027', 'Ann Lee'],
      ['Class of 2027', 'Ben Ode'],
      ['Class of 2027', 'Cy Park'],
    ])
    expect(sheet!.merges).toContainEqual({ top: 4, left: 0, bottom: 6, right: 0 })
  })

  it('reads hidden rows, columns and sheets, marks them, and says where they are', () => {
    const file = readFixture('hidden.xlsx')
    expect(file.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Learners', false],
      ['Old list', true],
      ['Lookups', true],
    ])
    expect(file.sheets[0]!.hiddenColumns).toEqual([1])
    expect(file.sheets[0]!.rows.filter(({ hidden }) => hidden).map(({ number }) => number)).toEqual([3])
    expect(noteCodes(file)).toEqual(['hiddenSheets', 'hiddenRows', 'hiddenColumns'])
    expect(file.notes[0]!.message).toBe('2 hidden sheets: "Old list", "Lookups".')
    expect(file.notes[2]!.message).toBe('Sheet "Learners": 1 hidden column (B).')
  })

  it('tells a filter that is set from filter buttons', () => {
    const filtered = readFixture('filtered.xlsx').sheets.map(({ name, filtered }) => [name, filtered])
    expect(filtered).toEqual([
      ['Criteria', true],
      ['Hidden by filter', true],
      ['Buttons only', false],
      ['Table', true],
    ])
  })

  it('keeps where a link leads beside what it shows', () => {
    const rows = readFixture('links.xlsx').sheets[0]!.rows
    expect(rows[1]!.cells[1]).toEqual({ text: 'Write to Ann', kind: 'text', link: 'mailto:ann.lee@example.edu' })
    expect(rows[2]!.cells[1]).toEqual({ text: 'ben.ode@example.edu', kind: 'text' })
  })
})
