import type { Choice } from '#renderer/ui/form/Choice.tsx'
import type { ImportPreview, ImportProblemCode } from '#shared/imports/schema.ts'
import { foldText, tidyText } from '#shared/kernel/text.ts'
import type { Program } from '#shared/program/schema.ts'
import type { CustomField } from '#shared/roster/customFields.ts'
import { coachTypeLabels } from '#shared/roster/coachTypes.ts'
import { coachStatuses, coachTypes, learnerStatuses, type PeopleKind } from '#shared/roster/schema.ts'
import { staffRoleLabels, staffRoles } from '#shared/roster/staffRoles.ts'
import { coachStatusFacts, learnerStatusFacts } from '#shared/roster/statuses.ts'
import type { Reading } from './reading.ts'

/** A wording of the file that says nothing here, until somebody says what is meant. */
export interface UnknownValue {
  /** A field of every roster, or one of the program by its name. */
  field: string
  value: string
  /** How many rows say so; 0 where that is settled. */
  rows: number
  /** What is meant; '' leaves the value empty, null where nothing was said. */
  meaning: string | null
}

const codes: ReadonlySet<ImportProblemCode> = new Set<ImportProblemCode>([
  'unknownLevel',
  'unknownStatus',
  'unknownCohort',
  'unknownSite',
  'unknownChoice',
])

/** Two spellings that differ in case, accents or spaces are one wording, as they are for the import. */
const wording = (text: string): string => foldText(tidyText(text))

/** The wordings that were not understood, the most frequent first, and those whose meaning was said. */
export function unknownValues(
  { problems, values }: Pick<ImportPreview, 'problems' | 'values'>,
  ownFields: readonly CustomField[],
): UnknownValue[] {
  const own = new Map(ownFields.filter(hasMeanings).map(({ name }) => [wording(name), name]))
  const found = new Map<string, UnknownValue>()
  for (const { code, field: named, value } of problems) {
    const field = code === 'invalidCustomValue' ? own.get(wording(named ?? '')) : codes.has(code) ? named : null
    if (!field) continue
    const key = `${field}\n${wording(value)}`
    const before = found.get(key)
    if (before) before.rows += 1
    else found.set(key, { field, value, rows: 1, meaning: null })
  }
  const open = [...found.values()].sort((a, b) => b.rows - a.rows || a.value.localeCompare(b.value))
  const settled = Object.entries(values).flatMap(([field, meanings]) =>
    Object.entries(meanings).map(([value, meaning]): UnknownValue => ({
      field,
      value,
      rows: 0,
      meaning,
    })),
  )
  return [...open, ...settled.filter(({ field, value }) => !found.has(`${field}\n${wording(value)}`))]
}

/** The meanings with one wording changed; null forgets what was said of it. */
export function changeMeaning(
  values: NonNullable<Reading['values']>,
  { field, value }: Pick<UnknownValue, 'field' | 'value'>,
  meaning: string | null,
): NonNullable<Reading['values']> {
  const { [field]: ofField = {}, ...others } = values
  const kept = Object.entries(ofField).filter(([said]) => wording(said) !== wording(value))
  const meanings = Object.fromEntries(meaning === null ? kept : [...kept, [value, meaning]])
  return Object.keys(meanings).length === 0 ? others : { ...others, [field]: meanings }
}

const studentLevels = ['M1', 'M2', 'M3', 'M4', 'G1', 'G2', 'G3', 'G4', 'G5']
const residentLevels = ['PGY-1', 'PGY-2', 'PGY-3', 'PGY-4', 'PGY-5', 'PGY-6', 'PGY-7', 'Fellow']

/** What the values of a field can mean: in words that the field is read from. */
export function meaningsOf(
  field: string,
  kind: PeopleKind,
  program: Program,
  ownFields: readonly CustomField[],
): Choice[] {
  const own = ownFields.find(({ name }) => name === field)
  const words = own ? ownWords(own) : wordsOf(field, kind, program)
  return words.map((word) => ({ id: word, label: word }))
}

const hasMeanings = ({ kind }: CustomField): boolean => kind === 'choice' || kind === 'yesNo'

const ownWords = ({ kind, choices }: CustomField): string[] => (kind === 'yesNo' ? ['Yes', 'No'] : choices)

function wordsOf(field: string, kind: PeopleKind, { kind: programKind, cohorts, sites }: Program): string[] {
  if (field === 'level') return programKind === 'ume' ? studentLevels : residentLevels
  if (field === 'cohort') return cohorts.map(({ name }) => name)
  if (field === 'site') return sites.map(({ name }) => name)
  if (field === 'role') return staffRoles.map((role) => staffRoleLabels[role])
  if (field === 'coachType') return coachTypes.map((type) => coachTypeLabels[type])
  if (field !== 'status') return []
  return kind === 'learners'
    ? learnerStatuses.map((status) => learnerStatusFacts[status].label)
    : coachStatuses.map((status) => coachStatusFacts[status].label)
}
