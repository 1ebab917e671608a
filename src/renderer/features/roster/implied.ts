import { parseLevel } from '#shared/roster/level.ts'
import { foldText } from '#shared/kernel/text.ts'
import type { Program } from '#shared/program/schema.ts'

/** What a level says of the rest of a learner's place, as texts for the fields that are still blank. */
export function impliedByLevel(program: Program, typed: string): Record<string, string> {
  const read = parseLevel(typed, program)
  if (!read) return {}
  const names = read.classYear === null ? [read.level] : [`Class of ${read.classYear}`, read.level]
  const cohort = program.cohorts.find(({ name }) => names.some((one) => foldText(one) === foldText(name)))
  return {
    ...(read.classYear !== null && { classYear: String(read.classYear) }),
    ...(cohort && { cohortId: cohort.name }),
    ...(read.track !== '' && { track: read.track }),
  }
}
