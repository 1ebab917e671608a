import type { Administration } from '#shared/evaluation/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { foldText, tidyText } from '#shared/kernel/text.ts'

/** Somebody of the population of a wave, as they stood on its opening day. */
export interface SurveyPerson {
  readonly personId: Id
  readonly emails: readonly string[]
  /** Student, employee and other ids, which survey tools are given in place of a code. */
  readonly ids: readonly string[]
  readonly level: string
  readonly site: string
  /** The coach that their answers are about: their own of that day, or the one they are. */
  readonly appointmentId: Id | null
}

/** A coach whom answers may be about, by every name and address they go by. */
export interface SurveyCoach {
  readonly appointmentId: Id
  readonly names: readonly string[]
}

export interface SurveyPeople {
  readonly people: readonly SurveyPerson[]
  readonly coaches: readonly SurveyCoach[]
  readonly codes: readonly { code: string; personId: Id }[]
}

/** Whose a response is, and the coach it is about. */
export interface Whose {
  readonly person: SurveyPerson | null
  /** What it names is nobody's. */
  readonly unknown: string | null
}

const fold = (text: string): string => foldText(tidyText(text))

/** Tells whose a response is by its code or its address, as far as the wave is tied to people at all. */
export function personFinder(
  { people, codes }: SurveyPeople,
  identity: Administration['identity'],
): (response: { code: string; email: string }) => Whose {
  if (identity === 'anonymous') return () => ({ person: null, unknown: null })
  const byId = new Map(people.map((person) => [person.personId, person]))
  const byCode = new Map(codes.map(({ code, personId }) => [fold(code), byId.get(personId) ?? null]))
  const byNumber = new Map(people.flatMap((person) => person.ids.map((id) => [fold(id), person])))
  const byEmail = new Map(people.flatMap((person) => person.emails.map((email) => [fold(email), person])))
  return ({ code, email }) => {
    const person = byCode.get(fold(code)) ?? byNumber.get(fold(code)) ?? byEmail.get(fold(email)) ?? null
    if (person) return { person, unknown: null }
    if (code !== '') return { person, unknown: `Nobody of this wave has the code ${code}` }
    return { person, unknown: email === '' ? 'It has neither a code nor an address' : 'Nobody asked has this address' }
  }
}

/** Tells which coach a name or address means; null where it means none, or several. */
export function coachFinder({ coaches }: SurveyPeople): (text: string) => Id | null {
  const byName = Map.groupBy(
    coaches.flatMap(({ appointmentId, names }) => names.map((name) => ({ appointmentId, name: fold(name) }))),
    ({ name }) => name,
  )
  return (text) => {
    const found = new Set(byName.get(fold(text.replace(/^dr\.?\s+/i, '')))?.map(({ appointmentId }) => appointmentId))
    return found.size === 1 ? [...found][0]! : null
  }
}
