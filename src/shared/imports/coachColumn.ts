import type { Id } from '#shared/kernel/ids.ts'
import { matchKey } from '#shared/roster/identifiers.ts'
import { splitName } from '#shared/roster/personName.ts'
import { areStrangers, comparableName } from '#shared/imports/likeness.ts'
import type { RowValues } from '#shared/imports/values.ts'

/** A coach of the program, as the coach columns of a learner roster may name them. */
export interface KnownCoach {
  /** Of the appointment. */
  id: Id
  lastName: string
  firstName: string
  preferredName: string
  emails: string[]
}

export interface KnownCoaches {
  readonly byEmail: ReadonlyMap<string, KnownCoach>
  /** Null where several coaches are called so. */
  readonly byName: ReadonlyMap<string, KnownCoach | null>
}

export function indexCoaches(coaches: readonly KnownCoach[]): KnownCoaches {
  const byName = new Map<string, KnownCoach | null>()
  for (const coach of coaches) {
    for (const name of namesOf(coach)) byName.set(name, byName.has(name) && byName.get(name) !== coach ? null : coach)
  }
  const byEmail = coaches.flatMap((coach) => coach.emails.map((email) => [matchKey('email', email), coach] as const))
  return { byEmail: new Map(byEmail), byName }
}

/** Whom the coach columns of a row name; two of them where the name is that of one and the address that of another. */
export type NamedCoach = { coach: KnownCoach } | { byEmail: KnownCoach; byName: KnownCoach | null } | null

/** Finds them by e-mail, else by a name that one coach only has. */
export function findCoach({ coachEmail, coachName }: RowValues, known: KnownCoaches): NamedCoach {
  const byEmail = coachEmail === undefined ? undefined : known.byEmail.get(matchKey('email', coachEmail))
  const name = coachName === undefined ? null : splitName(coachName)
  const byName = name && known.byName.get(nameKey(name))
  if (!byEmail) return byName ? { coach: byName } : null
  if (!name || byName === byEmail) return { coach: byEmail }
  if (byName) return { byEmail, byName }
  // Nobody is called so: a misspelt name is no contradiction, a wholly different one is.
  return areStrangers(comparableName(name), comparableName({ ...byEmail }))
    ? { byEmail, byName: null }
    : { coach: byEmail }
}

const namesOf = ({ lastName, firstName, preferredName }: KnownCoach): string[] =>
  [...new Set([firstName, preferredName])]
    .filter((given) => given !== '')
    .map((given) => nameKey({ lastName, firstName: given }))

function nameKey(values: RowValues): string {
  const { last, first } = comparableName(values)
  return `${last}|${first}`
}
