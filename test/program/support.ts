import { blankDesign, type Design, designSchema, questions } from '#shared/program/design/design.ts'
import type { RosterFacts } from '#shared/program/rosterFacts.ts'

/** The day that the rules are asked on. */
export const today = '2026-11-22'

export const nobody: RosterFacts = {
  learners: 0,
  paired: 0,
  unpaired: [],
  levels: [],
  groups: [],
  coaches: 0,
  overCapacity: [],
  coachGone: [],
}

export const ids = (n: number): string[] => Array.from({ length: n }, (_, index) => `p${index}`)

/** A design with some choices made. */
export function designWith(choices: Partial<Record<keyof Design, object>>): Design {
  const blank = blankDesign()
  return designSchema.parse(
    Object.fromEntries(questions.map((q) => [q, { ...blank[q], choices: { ...blank[q].choices, ...choices[q] } }])),
  )
}

export const goal = (fields: object) => ({ id: 'g', statement: 'Meet', measure: 'Meetings', ...fields })
