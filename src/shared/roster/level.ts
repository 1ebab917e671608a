import { classYearOf } from '#shared/program/defaults.ts'
import type { ProgramKind } from '#shared/program/schema.ts'
import { foldText, tidyText } from '#shared/kernel/text.ts'

/** What a level cell says: the level as it is stored, and what follows from it. */
export interface ReadLevel {
  /** 'M3', 'G1', 'PGY-2', 'Fellow', or '' where only a class year was given that is not in school this year. */
  level: string
  classYear: number | null
  track: string
}

/** The track of a student in the years of a second degree. */
export const mdPhdTrack = 'MD/PhD'

const roman = new Map([
  ['i', 1],
  ['ii', 2],
  ['iii', 3],
  ['iv', 4],
  ['v', 5],
  ['vi', 6],
  ['vii', 7],
  ['viii', 8],
])

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh']

const numberOf = (text: string): number => roman.get(text) ?? Number(text)

/**
 * Reads a level as programs write it: M3, MS-3, MSIII, OMS-II, "3rd year", Class of 2027, G2, PGY2, R2, PL-2, Intern, Fellow.
 * A bare number or "third year" is read as the program's own kind has it. Null where it is no level.
 */
export function parseLevel(text: string, program: { kind: ProgramKind; year: number }): ReadLevel | null {
  const clean = foldText(tidyText(text))
    .replace(/[.\s_-]+/g, ' ')
    .trim()
  const classYear = parseClassYear(clean)
  if (classYear !== null) {
    const level = program.kind === 'ume' ? levelOfClass(classYear, program.year) : null
    return { level: level ?? '', classYear, track: '' }
  }

  const student = /^(?:o?ms?|med(?:ical)? student(?: year)?) ?([1-4]|i{1,3}|iv)$/.exec(clean)
  if (student) return studentLevel(numberOf(student[1]!), program.year)

  const graduate = /^(?:g|gs|phd(?: year)?) ?([1-8])$/.exec(clean)
  if (graduate) return { level: `G${graduate[1]}`, classYear: null, track: mdPhdTrack }

  const resident = /^(?:pgy|pg|r|pl|resident(?: year)?) ?([1-8]|i{1,3}|iv|v|vi{1,3})$/.exec(clean)
  if (resident) return residentLevel(numberOf(resident[1]!))
  if (clean === 'intern' || clean === 'internship') return residentLevel(1)
  if (/^(?:clinical )?fellow(?: ?[1-4])?$/.test(clean)) return { level: 'Fellow', classYear: null, track: '' }

  const year = yearInProgram(clean)
  if (year === null) return null
  if (program.kind === 'gme') return year <= 8 ? residentLevel(year) : null
  return year <= 4 ? studentLevel(year, program.year) : null
}

/** "3", "3rd year", "third year", "year 3": the same words in a school and in a residency. */
function yearInProgram(clean: string): number | null {
  const digits = /^(?:year |yr |y)?([1-8])(?:(?:st|nd|rd|th)? (?:year|yr)(?: student| resident)?)?$/.exec(clean)
  if (digits) return Number(digits[1])
  const word = /^(\w+) (?:year|yr)(?: student| resident)?$/.exec(clean)
  const index = word ? ordinals.indexOf(word[1]!) : -1
  return index < 0 ? null : index + 1
}

const studentLevel = (level: number, year: number): ReadLevel => ({
  level: `M${level}`,
  classYear: classYearOf(level, year),
  track: '',
})

const residentLevel = (year: number): ReadLevel => ({ level: `PGY-${year}`, classYear: null, track: '' })

/** "Class of 2027", "c/o 2027", "2027" or "'27"; null where it is no year of graduation. */
export function parseClassYear(text: string): number | null {
  const match = /^(?:class of |class |c\/o |co )?(?:(20\d{2}|19[5-9]\d)|['’](\d{2}))$/.exec(foldText(tidyText(text)))
  if (!match) return null
  return match[1] ? Number(match[1]) : 2000 + Number(match[2])
}

/** The level of a class in an academic year: in 2026-27 the class of 2027 is M4. Null before and after the four years. */
export function levelOfClass(classYear: number, academicYear: number): string | null {
  const level = 4 - (classYear - academicYear - 1)
  return level >= 1 && level <= 4 ? `M${level}` : null
}

/** The class year a level implies in an academic year; null for G years, residents and fellows, where none is implied. */
export function classOfLevel(level: string, academicYear: number): number | null {
  const match = /^M([1-4])$/.exec(level)
  return match ? classYearOf(Number(match[1]), academicYear) : null
}
