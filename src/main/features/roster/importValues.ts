import { fieldsOf } from '#shared/imports/fields.ts'
import type { RowValues } from '#shared/imports/values.ts'
import type { Program } from '#shared/program/schema.ts'
import type { Patch } from '#shared/roster/patch.ts'
import type { Coach, Learner, PeopleKind } from '#shared/roster/schema.ts'

/** A stored row as a spreadsheet would say it: blanks left out, cohort and site by name. */
export function valuesOf(kind: PeopleKind, row: Readonly<Record<string, unknown>>, program: Program): RowValues {
  const { cohortId, siteId, effort, ...same } = row
  const stored: Record<string, unknown> = {
    ...same,
    cohort: program.cohorts.find(({ id }) => id === cohortId)?.name,
    site: program.sites.find(({ id }) => id === siteId)?.name,
    fte: effort,
  }
  const entries = fieldsOf(kind).map(({ key }) => [key, stored[key]] as const)
  return Object.fromEntries(entries.filter(([, value]) => !isBlank(value)))
}

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** The same values as the fields of a row. The program has every cohort and site they name. */
export function patchOf<R extends Learner | Coach>(values: RowValues, program: Program): Patch<R> {
  const { cohort, site, fte, ...same } = values
  const patch = {
    ...same,
    ...(cohort === undefined ? {} : { cohortId: program.cohorts.find(({ name }) => name === cohort)!.id }),
    ...(site === undefined ? {} : { siteId: program.sites.find(({ name }) => name === site)!.id }),
    ...(fte === undefined ? {} : { effort: fte }),
  }
  return patch as Patch<R>
}
