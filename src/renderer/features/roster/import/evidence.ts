import { fieldsOf } from '#shared/imports/fields.ts'
import type { ImportRow } from '#shared/imports/schema.ts'
import type { Program } from '#shared/program/schema.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'
import { fieldText } from './previewColumns.ts'
import type { Stored } from './useStored.ts'

/** What two say of one field, side by side. */
export interface Evidence {
  field: string
  label: string
  left: string
  right: string
  /** Both say something, and not the same. */
  differs: boolean
}

/** Every field that either of two says, in the order of the roster. */
export function compare(kind: PeopleKind, left: ImportRow['person'], right: ImportRow['person']): Evidence[] {
  return fieldsOf(kind).flatMap(({ key, label }) => {
    const [a, b] = [fieldText(kind, key, left), fieldText(kind, key, right)]
    if (a === '' && b === '') return []
    return [{ field: key, label, left: a, right: b, differs: a !== '' && b !== '' && a !== b }]
  })
}

/** Somebody of the roster as a row of a file would say it. */
export function storedPerson(row: Stored, program: Program): ImportRow['person'] {
  const nameIn = (parts: readonly { id: string; name: string }[], id: string | null): string =>
    parts.find((part) => part.id === id)?.name ?? ''
  return Object.fromEntries<ImportRow['person'][string]>([
    ...Object.entries(inWordsOfLists(row)).filter((entry): entry is [string, ImportRow['person'][string]] =>
      isShowable(entry[1]),
    ),
    ['site', nameIn(program.sites, row.siteId)],
    ...('cohortId' in row ? [['cohort', nameIn(program.cohorts, row.cohortId)] as const] : []),
    ...('effort' in row ? [['fte', row.effort === null ? null : row.effort / 10_000] as const] : []),
  ])
}

/** A role as a list calls it: from, until and note. */
function inWordsOfLists(row: Stored): object {
  if (!('fromOn' in row)) return { ...row, custom: undefined }
  const { fromOn, toOn, roleNote, ...same } = row
  return { ...same, startDate: fromOn, endDate: toOn, note: roleNote }
}

const isShowable = (value: unknown): value is ImportRow['person'][string] =>
  value === null || typeof value === 'string' || typeof value === 'number' || Array.isArray(value)
