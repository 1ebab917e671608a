import { foldText } from '#shared/kernel/text.ts'
import { identityLabels, matchKey } from '#shared/roster/identifiers.ts'
import { type IdentityKind, identityKinds } from '#shared/roster/schema.ts'
import type { RowDraft } from '#shared/imports/rowDraft.ts'
import type { ImportProblem } from '#shared/imports/schema.ts'
import type { RowValues } from '#shared/imports/values.ts'

/** An id or e-mail of a row, with the key that two spellings of it share. */
export interface RowIdentity {
  kind: IdentityKind
  value: string
  key: string
}

/** The ids and e-mails of a row, ids first: they outlive an e-mail address. */
export function identitiesOf(values: RowValues): RowIdentity[] {
  const kinds = [...identityKinds.filter((kind) => kind !== 'email'), 'email' as const]
  return kinds.flatMap((kind) => {
    const list = kind === 'email' ? [values.email, ...(values.otherEmails ?? [])] : [values[kind]]
    return list.flatMap((value) => (value ? [{ kind, value, key: `${kind} ${matchKey(kind, value)}` }] : []))
  })
}

/** A name as it is compared: without case, accents and punctuation. */
export function nameKey({ lastName = '', firstName = '' }: RowValues): string {
  return foldText(`${lastName}|${firstName}`).replace(/[^\p{L}\p{N}|]+/gu, '')
}

/**
 * Rows that are certainly the person of an earlier row: one id or e-mail in both, or one name and class year with no id to
 * tell them apart. The first row stands; an error keeps each of the others out.
 */
export function findDuplicates(drafts: readonly RowDraft[]): ImportProblem[] {
  const holders = new Map<string, RowDraft>()
  const namesakes = new Map<string, RowDraft>()
  return drafts.flatMap((draft) => {
    const identities = identitiesOf(draft.values)
    const shared = identities.find(({ key }) => holders.has(key))
    const name = `${nameKey(draft.values)}|${draft.values.classYear ?? ''}`
    const namesake = draft.values.lastName !== undefined && identities.length === 0 ? namesakes.get(name) : undefined
    const earlier = shared ? holders.get(shared.key)! : namesake
    if (!earlier) {
      for (const { key } of identities) holders.set(key, draft)
      if (identities.length === 0) namesakes.set(name, draft)
      return []
    }
    return [duplicate(draft, earlier, shared)]
  })
}

function duplicate(draft: RowDraft, earlier: RowDraft, shared: RowIdentity | undefined): ImportProblem {
  const field = shared?.kind ?? 'lastName'
  const value = shared?.value ?? [draft.values.lastName, draft.values.firstName].filter(Boolean).join(', ')
  const what = shared ? identityLabels[shared.kind] : 'name'
  return {
    sheet: draft.sheet,
    row: draft.row,
    column: draft.letters.get(field) ?? draft.letters.get('fullName') ?? '',
    field,
    level: 'error',
    code: 'duplicate',
    value,
    message: `Row ${draft.row}, ${what} ${value}: row ${earlier.row} has the same. Row ${earlier.row} was taken and this one left out.`,
  }
}
