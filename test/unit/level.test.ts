import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classOfLevel, levelOfClass, parseClassYear, parseLevel } from '#shared/roster/level.ts'

const school = { kind: 'ume', year: 2026 } as const
const residency = { kind: 'gme', year: 2026 } as const

describe('parseLevel', () => {
  it.each([
    ['M1', 'M1', 2030],
    ['m4', 'M4', 2027],
    ['MS-3', 'M3', 2028],
    ['MS 2', 'M2', 2029],
    ['MSIII', 'M3', 2028],
    ['MS IV', 'M4', 2027],
    ['OMS-II', 'M2', 2029],
    ['OMS3', 'M3', 2028],
    ['3rd year', 'M3', 2028],
    ['Third Year', 'M3', 2028],
    ['Year 1', 'M1', 2030],
    ['4', 'M4', 2027],
    ['Class of 2027', 'M4', 2027],
    ['2029', 'M2', 2029],
    ['Class of 2035', '', 2035],
  ])('reads %s in a medical school of 2026-27', (text, level, classYear) => {
    expect(parseLevel(text, school)).toEqual({ level, classYear, track: '' })
  })

  it.each([
    ['PGY-1', 'PGY-1'],
    ['PGY2', 'PGY-2'],
    ['pgy 3', 'PGY-3'],
    ['PGY III', 'PGY-3'],
    ['R2', 'PGY-2'],
    ['PL-2', 'PGY-2'],
    ['Intern', 'PGY-1'],
    ['2', 'PGY-2'],
    ['2nd year', 'PGY-2'],
    ['Fellow', 'Fellow'],
  ])('reads %s in a residency', (text, level) => {
    expect(parseLevel(text, residency)).toEqual({ level, classYear: null, track: '' })
  })

  it('knows the years of a PhD, with their track', () => {
    expect(parseLevel('G2', school)).toEqual({ level: 'G2', classYear: null, track: 'MD/PhD' })
  })

  it.each(['M5', 'PGY', 'Sophomore', 'M', 'PGY-9', '0', '12', 'Resident', '', 'Class of 27th'])(
    'does not know %s',
    (text) => {
      expect(parseLevel(text, school)).toBeNull()
    },
  )

  it('gives no medical-school level to a class year in a residency', () => {
    expect(parseLevel('2027', residency)?.level).toBe('')
  })

  it('reads what it writes', () => {
    const canonical = fc.constantFrom('M1', 'M2', 'M3', 'M4', 'G1', 'G5', 'PGY-1', 'PGY-7', 'Fellow')
    fc.assert(
      fc.property(canonical, fc.integer({ min: 2000, max: 2090 }), (level, year) => {
        for (const kind of ['ume', 'gme'] as const) expect(parseLevel(level, { kind, year })?.level).toBe(level)
      }),
    )
  })
})

describe('level and class year', () => {
  it('imply each other by the academic year', () => {
    expect(levelOfClass(2027, 2026)).toBe('M4')
    expect(levelOfClass(2031, 2026)).toBeNull()
    expect(levelOfClass(2026, 2026)).toBeNull()
    expect(classOfLevel('PGY-2', 2026)).toBeNull()
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2090 }), fc.integer({ min: 1, max: 4 }), (year, ahead) => {
        const classYear = year + ahead
        expect(classOfLevel(levelOfClass(classYear, year)!, year)).toBe(classYear)
        expect(levelOfClass(classYear, year)).toBe(`M${5 - ahead}`)
      }),
    )
  })

  it.each([
    ['Class of 2029', 2029],
    ["'29", 2029],
    ['c/o 2029', 2029],
    ['CO 2029', 2029],
  ])('reads the class year in %s', (text, year) => {
    expect(parseClassYear(text)).toBe(year)
  })
})
