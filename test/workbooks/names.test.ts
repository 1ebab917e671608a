import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sheetNames, tableHeaders, tableNames } from '#main/spreadsheets/write/names.ts'

const lower = (names: string[]): string[] => names.map((name) => name.toLowerCase())

describe('sheet names', () => {
  it('are made safe', () => {
    expect(sheetNames(["Dean's 1/2 [draft]", '', 'History', 'Roster', 'ROSTER'])).toEqual([
      'Dean’s 1 2 draft',
      'Sheet',
      'History sheet',
      'Roster',
      'ROSTER (2)',
    ])
  })

  it('keep the number that tells two long names apart', () => {
    const long = 'A name that is much longer than Excel allows'
    expect(sheetNames([long, long])).toEqual(['A name that is much longer than', 'A name that is much longer (2)'])
  })

  it('are always accepted by Excel', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 6 }), (wanted) => {
        const names = sheetNames(wanted)
        expect(new Set(lower(names)).size).toBe(names.length)
        for (const name of names) {
          expect(name).toMatch(/^[^\\/?*:[\]']{1,31}$/u)
          expect(name.length).toBeLessThanOrEqual(31)
        }
      }),
    )
  })
})

describe('table headers and names', () => {
  it('are filled and unique', () => {
    expect(tableHeaders(['Email', 'email', '', 'two\nlines'])).toEqual(['Email', 'email (2)', 'Column 3', 'two lines'])
  })

  it('are no cell addresses', () => {
    expect(tableNames(['A1', 'a1', 'Dean’s list', '名簿'])).toEqual([
      'Table_A1',
      'Table_a1_2',
      'Table_Dean_s_list',
      'Table_data',
    ])
  })
})
