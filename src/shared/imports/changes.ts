import { foldText } from '#shared/kernel/text.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { CustomField } from '#shared/roster/customFields.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'
import { carriedKeys } from '#shared/imports/fields.ts'
import { formatValue } from '#shared/imports/formatValue.ts'
import type { KnownPerson } from '#shared/imports/matchPeople.ts'
import type { RowDraft } from '#shared/imports/rowDraft.ts'
import type { ImportOptions, ImportRow } from '#shared/imports/schema.ts'
import type { RowValues, Value, ValueKey } from '#shared/imports/values.ts'

const nameKeys = ['lastName', 'firstName', 'middleName', 'suffix', 'preferredName'] as const

/** Fields of the place in this program. Somebody known from another program has none of them here yet. */
const placeKeys: ReadonlySet<ValueKey> = new Set<ValueKey>([
  'classYear',
  'level',
  'status',
  'cohort',
  'site',
  'track',
  'coachType',
  'capacity',
  'role',
  'title',
  'fte',
  'startDate',
  'endDate',
])

/**
 * What the row changes of a person who is known: the fields it says something else of. A blank never erases, an initial
 * never replaces the name it stands for, and a value that merely follows from others yields to what is stored. A field
 * that is to be left is left; one whose blanks are to be filled changes only where nothing is stored.
 */
export function changedValues(
  draft: RowDraft,
  known: KnownPerson,
  kind: PeopleKind,
  policies: NonNullable<ImportOptions['policies']>,
): RowValues {
  const mayChange = (key: ValueKey): boolean => {
    const policy = policies[key] ?? 'overwrite'
    if (carriedKeys[kind].has(key) || policy === 'leave') return false
    return policy === 'overwrite' || known.values[key] === undefined || untouchedBlank(key, known)
  }
  const stated = (Object.keys(draft.values) as ValueKey[]).filter((key) => !draft.derived.has(key) && mayChange(key))
  const changed = pick(
    draft,
    known,
    stated.filter((key) => !keepsName(key, draft, known)),
  )
  const levelMoved = (['classYear', 'level', 'cohort'] as const).some((key) => changed[key] !== undefined)
  const following = [...draft.derived].filter(
    (key) => mayChange(key) && (levelMoved || known.values[key] === undefined),
  )
  return { ...changed, ...pick(draft, known, following) }
}

/** A choice that every row has, in the state that says nothing was chosen. */
const untouchedBlank = (key: ValueKey, { values }: KnownPerson): boolean =>
  key === 'coachType' && values.coachType === 'unspecified'

function pick(draft: RowDraft, known: KnownPerson, keys: readonly ValueKey[]): RowValues {
  const changed: RowValues = {}
  for (const key of keys) {
    const after = key === 'otherEmails' ? allEmails(draft, known) : draft.values[key]
    if (after !== undefined && !same(known.values[key], after)) Object.assign(changed, { [key]: after })
  }
  return changed
}

/** Other addresses are added, never taken away. */
function allEmails({ values }: RowDraft, { values: stored }: KnownPerson): string[] {
  const main = values.email ?? stored.email
  return [...new Set([...(stored.otherEmails ?? []), ...(values.otherEmails ?? [])])].filter((email) => email !== main)
}

function same(before: Value | undefined, after: Value): boolean {
  return Array.isArray(after) ? after.join('\n') === (Array.isArray(before) ? before.join('\n') : '') : before === after
}

function keepsName(key: ValueKey, draft: RowDraft, known: KnownPerson): boolean {
  if (!(nameKeys as readonly string[]).includes(key)) return false
  if (draft.nameGuessed && words(draft.values) === words(known.values)) return true
  const [before, after] = [known.values[key], draft.values[key]]
  return key === 'middleName' && typeof before === 'string' && typeof after === 'string' && abbreviates(after, before)
}

/** The same words, whichever of them are first and last name. */
const words = (values: RowValues): string =>
  nameKeys
    .flatMap((key) => foldText(values[key] ?? '').split(/[^\p{L}]+/u))
    .filter((word) => word !== '')
    .sort()
    .join(' ')

/** "M." for "Marie". */
function abbreviates(short: string, long: string): boolean {
  const initial = foldText(short).replace('.', '')
  return initial.length === 1 && long.length > 2 && foldText(long).startsWith(initial)
}

/** What the row changes of the fields that the program added. Policies name these by the field's name. */
export function changedCustom(
  draft: RowDraft,
  known: Pick<KnownPerson, 'custom'> | null,
  fields: readonly CustomField[],
  policies: NonNullable<ImportOptions['policies']>,
): Record<Id, string> {
  const changed = fields.flatMap(({ id, name }) => {
    const [before = '', after] = [known?.custom[id], draft.customFields.get(id)]
    const policy = policies[name] ?? 'overwrite'
    if (after === undefined || after === before || policy === 'leave') return []
    return policy === 'fillBlanks' && before !== '' ? [] : [[id, after] as const]
  })
  return Object.fromEntries(changed)
}

/** The changes in words, in the order of the fields. */
export function describeChanges(set: RowValues, known: KnownPerson, kind: PeopleKind): ImportRow['changes'] {
  return (Object.entries(set) as [ValueKey, Value][])
    .filter(([key]) => known.placeId !== null || !placeKeys.has(key))
    .map(([field, after]) => {
      const before = known.values[field]
      return {
        field,
        before: before === undefined ? null : formatValue(kind, field, before),
        after: formatValue(kind, field, after),
      }
    })
}
