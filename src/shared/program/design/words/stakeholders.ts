import type { Choices } from '#shared/program/design/design.ts'
import {
  influenceLabels,
  type Stakeholder,
  stakeholderRoleLabels,
  stanceLabels,
} from '#shared/program/design/stakeholders.ts'
import { day, list, someOf, type WordsOf } from '#shared/program/design/words/field.ts'

export const stakeholdersWords: WordsOf<Choices<'stakeholders'>> = {
  stakeholders: list<Stakeholder>('Stakeholders', ({ name }) => name, stakeholderDetails, 'needed'),
}

function stakeholderDetails(person: Stakeholder): string[] {
  return [
    person.body,
    someOf(stakeholderRoleLabels)(person.roles),
    person.stance ? stanceLabels[person.stance] : '',
    person.influence ? `${influenceLabels[person.influence]} influence` : '',
    person.commitment,
    person.nextStep && `next: ${person.nextStep}`,
    person.nextContact ? `next contact ${day(person.nextContact)}` : '',
    ...person.log.map(({ on, by, note }) => `${day(on)}${by && `, ${by}`}: ${note}`),
  ]
}
