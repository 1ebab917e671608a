import { academicYearOf, formatAcademicYear } from '#shared/program/academicYear.ts'
import { usualCohorts } from '#shared/program/defaults.ts'
import type { Program, ProgramKind } from '#shared/program/schema.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'

/** A cohort or site while it is edited: a new one has no id yet, so each has a key to be told apart by. */
export interface Part {
  key: string
  id?: string
  name: string
}

export interface Draft {
  name: string
  kind: ProgramKind
  institution: string
  year: number
  cohorts: Part[]
  sites: Part[]
}

/** A new program as it most often is: the academic year of today, the usual cohorts. */
export function newDraft(today: PlainDate): Draft {
  const year = academicYearOf(today)
  return { name: '', kind: 'ume', institution: '', year, cohorts: proposeCohorts('ume', year), sites: [] }
}

export function draftOf({ name, kind, institution, year, cohorts, sites }: Program): Draft {
  return { name, kind, institution, year, cohorts: cohorts.map(partOf), sites: sites.map(partOf) }
}

const partOf = ({ id, name }: { id: string; name: string }): Part => ({ key: id, id, name })

export function proposeCohorts(kind: ProgramKind, year: number): Part[] {
  return usualCohorts(kind, year).map((name) => ({ key: name, name }))
}

/** Whether the cohorts are still those that were proposed, so that another proposal may take their place. */
export function areProposed(cohorts: readonly Part[], kind: ProgramKind, year: number): boolean {
  const usual = usualCohorts(kind, year)
  return cohorts.length === usual.length && cohorts.every(({ id, name }, index) => !id && name === usual[index])
}

/** The academic years to choose from: around today, and the one a program is in. */
export function yearChoices(today: PlainDate, chosen: number): { id: string; label: string }[] {
  const now = academicYearOf(today)
  const years = new Set([now - 2, now - 1, now, now + 1, now + 2, chosen])
  return [...years]
    .sort((one, other) => one - other)
    .map((year) => ({ id: String(year), label: formatAcademicYear(year) }))
}

/** The list with one part moved up (-1) or down (+1); as it was where there is no way to go. */
export function movePart(parts: readonly Part[], index: number, by: -1 | 1): Part[] {
  const moved = [...parts]
  const other = moved[index + by]
  if (!other || !moved[index]) return moved
  moved[index + by] = moved[index]
  moved[index] = other
  return moved
}
