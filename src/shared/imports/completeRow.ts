import { classOfLevel, levelOfClass } from '#shared/roster/level.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'
import type { CellProblem } from '#shared/imports/cellReaders.ts'
import type { FieldKey } from '#shared/imports/field.ts'
import { identifying } from '#shared/imports/fields.ts'
import { cohortOf, findPlace, type TargetProgram, usualCohortName } from '#shared/imports/places.ts'
import type { RowDraft } from '#shared/imports/rowDraft.ts'
import type { RowValues } from '#shared/imports/values.ts'

export type Report = (field: FieldKey, value: string, problem: CellProblem) => void

/** Moves a suffix and a nickname out of the name columns, and reports a name of one word. */
export function completeName(draft: RowDraft, report: Report): void {
  const { values } = draft
  const suffix = / (jr\.?|sr\.?|ii|iii|iv)$/i.exec(values.lastName ?? '')
  if (suffix && values.lastName) {
    values.lastName = values.lastName.slice(0, suffix.index).replace(/,$/, '')
    values.suffix ??= suffix[1]!
  }
  const nickname = /^(.+?) (?:\(([^()]+)\)|["“]([^"”]+)["”])$/.exec(values.firstName ?? '')
  if (nickname) {
    values.firstName = nickname[1]!
    values.preferredName ??= (nickname[2] ?? nickname[3])!
  }
  if (values.lastName && values.firstName) return
  // Where the file has no column of last names, a first name is no substitute for one.
  const named = draft.letters.has('lastName') || draft.letters.has('fullName')
  const only = values.lastName ?? (named ? (values.firstName ?? values.preferredName) : undefined)
  if (only === undefined) {
    if (![...identifying].some((key) => values[key] !== undefined)) {
      const message =
        'there is no name and no ID or e-mail. The row was left out; fill one in and import the file again.'
      report('lastName', '', { level: 'error', code: 'missing', message })
    }
    return
  }
  values.lastName = only
  delete values.firstName
  report('lastName', only, {
    level: 'warning',
    code: 'nameIncomplete',
    message: 'there is one name only. It was taken as the last name.',
  })
}

/** Class year and level imply each other in a medical school; where both are said and differ, both are kept. */
export function completeLevel(draft: RowDraft, kind: PeopleKind, program: TargetProgram, report: Report): void {
  if (kind !== 'learners' || program.kind !== 'ume') return
  const { values, derived } = draft
  if (values.classYear !== undefined && values.level === undefined) {
    const level = levelOfClass(values.classYear, program.year)
    if (level) {
      values.level = level
      derived.add('level')
    }
  } else if (values.level !== undefined && values.classYear === undefined) {
    const classYear = classOfLevel(values.level, program.year)
    if (classYear !== null) {
      values.classYear = classYear
      derived.add('classYear')
    }
  }
  const implied = classOfLevel(values.level ?? '', program.year)
  if (implied === null || values.classYear === undefined || implied === values.classYear) return
  const expected = values.status !== undefined && values.status !== 'active'
  report('level', values.level!, {
    level: expected ? 'info' : 'warning',
    code: 'levelClassYearMismatch',
    message: `it is the level of the class of ${implied} this year, and the row says ${values.classYear}. Both were kept.`,
  })
}

/** Finds cohort and site by name. A program that has none yet gets those of the file; otherwise an unknown one is left out. */
export function resolvePlaces(draft: RowDraft, kind: PeopleKind, program: TargetProgram, report: Report): void {
  const { values, derived } = draft
  if (values.site !== undefined && program.sites.length > 0) {
    const site = findPlace(program.sites, values.site)
    if (!site) report('site', values.site, unknown('unknownSite', 'site'))
    assign(values, 'site', site)
  }
  if (kind !== 'learners') return
  if (values.cohort !== undefined) {
    const usual = usualCohortName(values.cohort, program)
    const cohort =
      program.cohorts.length === 0
        ? usual
        : (findPlace(program.cohorts, values.cohort) ?? findPlace(program.cohorts, usual))
    if (!cohort) report('cohort', values.cohort, unknown('unknownCohort', 'cohort'))
    assign(values, 'cohort', cohort)
    return
  }
  const implied = cohortOf(values, program)
  const cohort = implied && program.cohorts.length > 0 ? findPlace(program.cohorts, implied) : implied
  if (!cohort) return
  values.cohort = cohort
  derived.add('cohort')
}

const unknown = (code: 'unknownSite' | 'unknownCohort', noun: string): CellProblem => ({
  level: 'warning',
  code,
  message: `the program has no ${noun} of this name. It was left empty; add the ${noun} to the program or correct the name.`,
})

function assign(values: RowValues, key: 'site' | 'cohort', name: string | null): void {
  if (name) values[key] = name
  else delete values[key]
}

export function checkDates({ values }: RowDraft, report: Report): void {
  if (!values.startDate || !values.endDate || values.startDate <= values.endDate) return
  const message = `it is before the start, ${values.startDate}. It was left empty.`
  report('endDate', values.endDate, { level: 'warning', code: 'implausibleDate', message })
  delete values.endDate
}
