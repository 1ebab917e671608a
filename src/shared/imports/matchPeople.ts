import type { Id } from '#shared/kernel/ids.ts'
import { identityLabels, matchKey } from '#shared/roster/identifiers.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'
import { identitiesOf, NearNames } from '#shared/imports/duplicates.ts'
import { areStrangers, areTwo, comparableName, type Likeness, mailbox } from '#shared/imports/likeness.ts'
import type { RowDraft } from '#shared/imports/rowDraft.ts'
import type { RowValues } from '#shared/imports/values.ts'

/** Somebody the data file knows already. */
export interface KnownPerson {
  personId: Id
  /** Their place in this program; null where they are known from another one. */
  placeId: Id | null
  /** They ended: not being in a file is no news. */
  gone: boolean
  values: RowValues
  /** What their place here holds in the fields that the program added, by field id. */
  custom: Readonly<Record<Id, string>>
  /** Who coaches them today, by appointment. */
  coachId: Id | null
  /** Of somebody without such a place: they are in this program as something else, so that their name is known here. */
  isHere?: boolean
  /** Of staff: what they are in each role they hold, held or will hold in this program. */
  roles?: readonly KnownPerson[]
}

/** Who a row is, and how that was found: "student ID 00123456". */
export interface Match {
  person: KnownPerson
  matchedBy: string
}

/** Everybody the data file knows, ready to be found by id, e-mail or name. */
export interface KnownPeople {
  readonly byIdentity: ReadonlyMap<string, KnownPerson>
  /** Only those in this program: a name alone says nothing across programs. */
  readonly byName: ReadonlyMap<string, readonly KnownPerson[]>
  readonly byMailbox: ReadonlyMap<string, KnownPerson>
  readonly byId: ReadonlyMap<Id, KnownPerson>
  readonly near: NearNames<KnownPerson>
}

/** A name as it is compared: without case, accents and punctuation. */
function nameKey(values: RowValues): string {
  const { last, first } = comparableName(values)
  return `${last}|${first}`
}

// The same people are compared with the same file as often as something about it is corrected.
const indexed = new WeakMap<readonly KnownPerson[], KnownPeople>()

export function indexKnown(people: readonly KnownPerson[]): KnownPeople {
  let known = indexed.get(people)
  if (!known) indexed.set(people, (known = indexOf(people)))
  return known
}

function indexOf(people: readonly KnownPerson[]): KnownPeople {
  const placed = people.filter(({ placeId, isHere }) => placeId !== null || isHere)
  const near = new NearNames<KnownPerson>()
  for (const person of placed) near.add(person, comparableName(person.values), person.values)
  return {
    near,
    byId: new Map(people.map((person) => [person.personId, person])),
    byMailbox: new Map(
      placed.flatMap((person) => (person.values.email ? [[mailbox(person.values.email), person] as const] : [])),
    ),
    byIdentity: new Map(
      people.flatMap((person) => identitiesOf(person.values).map(({ key }) => [key, person] as const)),
    ),
    byName: Map.groupBy(placed, ({ values }) => nameKey(values)),
  }
}

/** Who the row is: by id, then by e-mail, then by exact name with evidence. Null for somebody new. */
export function matchPerson(draft: RowDraft, known: KnownPeople, kind: PeopleKind): Match | null {
  for (const { kind: idKind, value, key } of identitiesOf(draft.values)) {
    const person = known.byIdentity.get(key)
    if (person) return { person, matchedBy: `${identityLabels[idKind]} ${value}` }
  }
  const possible = namesakesOf(draft, known).filter((person) => !differentPeople(draft.values, person.values))
  const [person] = possible
  if (!person || possible.length > 1) return null
  if (kind !== 'learners') return { person, matchedBy: 'name, the only one in the program' }
  const { classYear } = draft.values
  const { classYear: stored } = person.values
  // A list of changes often has names alone; a class year that differs is somebody else's.
  if (classYear === undefined) return { person, matchedBy: 'name, the only one in the program' }
  return stored === classYear ? { person, matchedBy: `name and class of ${classYear}` } : null
}

/**
 * An id or e-mail says who the row is, and nothing else does: its name is wholly another's. Most likely the id slipped
 * into the wrong row, and taking it would turn one person into another.
 */
export function isDoubtful({ person }: Match, draft: RowDraft): boolean {
  if (!areStrangers(comparableName(draft.values), comparableName(person.values))) return false
  const theirs = new Set(identitiesOf(person.values).map(({ key }) => key))
  return identitiesOf(draft.values).filter(({ key }) => theirs.has(key)).length < 2
}

/** Whose name and e-mail a row has, where its id is somebody else's: most likely the id is the mistake. */
export function nameAndEmailOf(draft: RowDraft, { person }: Match, known: KnownPeople): KnownPerson | null {
  const { email } = draft.values
  if (email === undefined) return null
  const other = known.byIdentity.get(`email ${matchKey('email', email)}`)
  if (!other || other === person) return null
  return areStrangers(comparableName(draft.values), comparableName(other.values)) ? null : other
}

/** Who of the program may be the person of a row nobody is certainly: offered with the reason, never taken by itself. */
export function possibleMatch(draft: RowDraft, known: KnownPeople): (Likeness & { person: KnownPerson }) | null {
  const { values } = draft
  if (values.lastName === undefined) return null
  const sameBox = values.email === undefined ? undefined : known.byMailbox.get(mailbox(values.email))
  if (sameBox && !areTwo(sameBox.values, values))
    return { person: sameBox, reason: 'an address of the same mailbox', score: 0.95 }
  const like = known.near.find(comparableName(values), values)
  return like && { person: like.item, reason: like.reason, score: like.score }
}

/** People of the program who have the row's first and last name. */
function namesakesOf(draft: RowDraft, known: KnownPeople): readonly KnownPerson[] {
  return draft.values.lastName === undefined ? [] : (known.byName.get(nameKey(draft.values)) ?? [])
}

const distinguishing = ['studentId', 'employeeId', 'aamcId', 'npi', 'netId', 'email'] as const

/** Both have an id or e-mail of one kind, and it is not the same: two people of one name stay two. */
function differentPeople(a: RowValues, b: RowValues): boolean {
  return distinguishing.some((key) => a[key] !== undefined && b[key] !== undefined && a[key] !== b[key])
}
