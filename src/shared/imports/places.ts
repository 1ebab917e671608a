import { foldText, tidyText } from '#shared/kernel/text.ts'
import type { ProgramKind } from '#shared/program/schema.ts'
import type { CustomField } from '#shared/roster/customFields.ts'
import { parseLevel } from '#shared/roster/level.ts'
import type { KnownCoach } from '#shared/imports/coachColumn.ts'

/** The program a roster is read for: what its levels mean, and which cohorts and sites it has. */
export interface TargetProgram {
  kind: ProgramKind
  /** The academic year by the year it starts in. */
  year: number
  cohorts: readonly string[]
  sites: readonly string[]
  /** Whom the coach columns of a learner roster may name. */
  coaches: readonly KnownCoach[]
  /** The fields it added for rosters of this kind. */
  customFields: readonly CustomField[]
}

const fold = (text: string): string =>
  foldText(tidyText(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A cohort or site by the name it has in the program, whatever the case, accents and punctuation; null where it has none. */
export function findPlace(names: readonly string[], wanted: string): string | null {
  const folded = fold(wanted)
  return names.find((name) => fold(name) === folded) ?? null
}

/** The usual name of a cohort: "Class of 2029" for a class however it is written, "PGY-1" for a year of residency. */
export function usualCohortName(text: string, program: TargetProgram): string {
  const read = parseLevel(text, program)
  if (!read) return text
  return (
    cohortOf({ ...(read.classYear === null ? {} : { classYear: read.classYear }), level: read.level }, program) ?? text
  )
}

/** The cohort that class year or level imply, by its usual name; null where they imply none. */
export function cohortOf(values: { classYear?: number; level?: string }, program: TargetProgram): string | null {
  if (program.kind === 'ume') return values.classYear === undefined ? null : `Class of ${values.classYear}`
  return values.level ? values.level : null
}
