import { identityLabels, matchKey } from '#shared/roster/identifiers.ts'
import { type IdentityKind, identityKinds } from '#shared/roster/schema.ts'
import type { FieldKey } from '#shared/imports/field.ts'
import {
  areTwo,
  comparableName,
  type ComparableName,
  type Likeness,
  mailbox,
  nameLikeness,
} from '#shared/imports/likeness.ts'
import type { RowDraft } from '#shared/imports/rowDraft.ts'
import type { ImportDuplicate } from '#shared/imports/schema.ts'
import type { RowValues, ValueKey } from '#shared/imports/values.ts'

/** An id or e-mail of a row, with the key that two spellings of it share. */
export interface RowIdentity {
  kind: IdentityKind
  value: string
  key: string
}

const idsFirst = [...identityKinds.filter((kind) => kind !== 'email'), 'email' as const]

// A row is asked for them at every step of the comparison.
const identities = new WeakMap<RowValues, readonly RowIdentity[]>()

/** The ids and e-mails of a row, ids first: they outlive an e-mail address. As they were when first asked for. */
export function identitiesOf(values: RowValues): readonly RowIdentity[] {
  let found = identities.get(values)
  if (!found) identities.set(values, (found = readIdentities(values)))
  return found
}

function readIdentities(values: RowValues): RowIdentity[] {
  const found: RowIdentity[] = []
  for (const kind of idsFirst) {
    const value = values[kind]
    if (value) found.push({ kind, value, key: `${kind} ${matchKey(kind, value)}` })
  }
  for (const value of values.otherEmails ?? [])
    found.push({ kind: 'email', value, key: `email ${matchKey('email', value)}` })
  return found
}

/** A row that is an earlier one again, or perhaps. */
export interface Repeat extends Likeness {
  earlier: RowDraft
  later: RowDraft
  certain: boolean
  /** The field that both share, to point at. */
  field: ValueKey
}

/**
 * Rows that are the person of an earlier row: for certain by an id, an e-mail or the very name in another Unicode form;
 * perhaps by a near name, a nickname or a mailbox. Rows whose ids of a kind or class years differ are two people.
 */
export function findRepeats(drafts: readonly RowDraft[]): Repeat[] {
  const seen = new SeenRows()
  return drafts.flatMap((draft) => {
    const identities = identitiesOf(draft.values)
    const repeat = seen.find(draft, identities)
    if (!repeat?.certain) seen.add(draft, identities)
    return repeat ?? []
  })
}

class SeenRows {
  private readonly byIdentity = new Map<string, RowDraft>()
  private readonly byMailbox = new Map<string, RowDraft>()
  private readonly byExactName = new Map<string, RowDraft[]>()
  private readonly near = new NearNames<RowDraft>()

  find(later: RowDraft, identities: readonly RowIdentity[]): Repeat | null {
    const { values } = later
    for (const { kind, value, key } of identities) {
      const earlier = this.byIdentity.get(key)
      if (!earlier) continue
      const reason = `the same ${identityLabels[kind]}, ${value}`
      return { earlier, later, certain: true, reason, score: 1, field: kind }
    }
    if (values.lastName === undefined) return null
    const name = comparableName(values)
    const namesake = this.byExactName.get(name.exact)?.find((row) => !areTwo(row.values, values))
    if (namesake && (!namesake.values.email || !values.email))
      return { earlier: namesake, later, certain: true, reason: 'the same name', score: 1, field: 'lastName' }
    const sameBox = values.email === undefined ? undefined : this.byMailbox.get(mailbox(values.email))
    if (sameBox && !areTwo(sameBox.values, values)) {
      const reason = `addresses of one mailbox, ${sameBox.values.email} and ${values.email}`
      return { earlier: sameBox, later, certain: false, reason, score: 0.95, field: 'email' }
    }
    const like = this.near.find(name, values)
    return (
      like && { earlier: like.item, later, certain: false, reason: like.reason, score: like.score, field: 'lastName' }
    )
  }

  add(draft: RowDraft, identities: readonly RowIdentity[]): void {
    for (const { key } of identities) if (!this.byIdentity.has(key)) this.byIdentity.set(key, draft)
    if (draft.values.email !== undefined) this.byMailbox.set(mailbox(draft.values.email), draft)
    if (draft.values.lastName === undefined) return
    const name = comparableName(draft.values)
    const namesakes = this.byExactName.get(name.exact)
    if (namesakes) namesakes.push(draft)
    else this.byExactName.set(name.exact, [draft])
    this.near.add(draft, name, draft.values)
  }
}

/** Comparing everybody with everybody would take hours: of a common name, so many are compared. */
const mostCompared = 60

/**
 * People to be found by a near name. Only those are compared who share a part of the name and, where both say one, the
 * class year.
 */
export class NearNames<T> {
  private readonly blocks = new Map<string, { item: T; name: ComparableName; values: RowValues }[]>()

  add(item: T, name: ComparableName, values: RowValues): void {
    for (const block of blocksOf(name)) {
      const members = this.blocks.get(block)
      if (members) members.push({ item, name, values })
      else this.blocks.set(block, [{ item, name, values }])
    }
  }

  /** The most alike, or null where nobody is. */
  find(name: ComparableName, values: RowValues): (Likeness & { item: T }) | null {
    let best: (Likeness & { item: T }) | null = null
    for (const block of blocksOf(name)) {
      const members = this.blocks.get(block) ?? []
      for (let index = 0; index < Math.min(members.length, mostCompared); index += 1) {
        const other = members[index]!
        // Ids that differ are told apart in no time, and most rosters have some.
        const like = areTwo(values, other.values) ? null : nameLikeness(name, other.name)
        if (like && like.score > (best?.score ?? 0)) best = { ...like, item: other.item }
      }
    }
    return best
  }
}

/** Whoever is alike has the last name in common, or the first name and how the last begins, or both the other way round. */
const blocksOf = ({ last, first }: ComparableName): string[] =>
  last === '' || first === ''
    ? []
    : [`l ${last}`, `f ${first} ${last.slice(0, 2)}`, `x ${[last, first].sort().join(' ')}`]

/** What two rows of one person say differently, so that somebody has to decide. An initial does not contradict a name. */
export function conflictsOf(earlier: RowDraft, later: RowDraft): ValueKey[] {
  return (Object.keys(later.values) as ValueKey[]).filter((key) => {
    if (later.derived.has(key) || earlier.derived.has(key) || key === 'otherEmails') return false
    const [before, after] = [earlier.values[key], later.values[key]]
    if (before === undefined || before === after) return false
    if (typeof before !== 'string' || typeof after !== 'string') return true
    return !saysTheSame(key, before, after)
  })
}

const nameParts: ReadonlySet<FieldKey> = new Set<FieldKey>([
  'lastName',
  'firstName',
  'middleName',
  'suffix',
  'coachName',
])

function saysTheSame(key: ValueKey, a: string, b: string): boolean {
  if (!nameParts.has(key)) return a === b
  const bare = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '')
  const [left, right] = [bare(a), bare(b)]
  return left === right || (key === 'middleName' && (left.startsWith(right) || right.startsWith(left)))
}

export const asDuplicate = ({ earlier, later, certain, reason, score }: Repeat): ImportDuplicate => ({
  sheets: [earlier.sheet, later.sheet],
  rows: [earlier.row, later.row],
  certain,
  reason: `${reason.charAt(0).toUpperCase()}${reason.slice(1)}`,
  score,
})
