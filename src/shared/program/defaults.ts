import type { ProgramKind } from '#shared/program/schema.ts'

/**
 * The cohorts a program of this kind usually has in an academic year: the four classes of a medical school
 * ("Class of 2027", the wording learning platforms key on, [Elentra-users]), the years of a three-year residency.
 */
export function usualCohorts(kind: ProgramKind, year: number): string[] {
  return kind === 'ume'
    ? [4, 3, 2, 1].map((level) => `Class of ${classYearOf(level, year)}`)
    : ['PGY-1', 'PGY-2', 'PGY-3']
}

/** The class year of a medical student of level 1 to 4: in 2026-27 an M4 is of the class of 2027. */
export function classYearOf(level: number, academicYear: number): number {
  return academicYear + 1 + (4 - level)
}
