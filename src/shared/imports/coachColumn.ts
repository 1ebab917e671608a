import type { Id } from '#shared/kernel/ids.ts'
import { matchKey } from '#shared/roster/identifiers.ts'
import { splitName } from '#shared/roster/personName.ts'
import { comparableName } from '#shared/imports/likeness.ts'
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

/** Whom the coach columns of a row name: by e-mail, else by a name that one coach only has. Null for nobody. */
export function findCoach({ coachEmail, coachName }: RowValues, known: KnownCoaches): KnownCoach | null {
  const byEmail = coachEmail === undefined ? undefined : known.byEmail.get(matchKey('email', coachEmail))
  if (byEmail || coachName === undefined) return byEmail ?? null
  return known.byName.get(nameKey(splitName(coachName))) ?? null
}

const namesOf = ({ lastName, firstName, preferredName }: KnownCoach): string[] =>
  [...new Set([firstName, preferredName])]
    .filter((given) => given !== '')
    .map((given) => nameKey({ lastName, firstName: given }))

function nameKey(values: RowValues): string {
  const { last, first } = comparableName(values)
  return `${last}|${first}`
}
