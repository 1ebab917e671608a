import type { Design } from '#shared/program/design/design.ts'

/**
 * The design as it leaves the office, in a charter or a workbook. Those documents go to the people they name: what the
 * office thinks of a stakeholder, and what it said to them or is about to, stays behind.
 */
export function withoutOfficeNotes(design: Design): Design {
  const { stakeholders } = design
  const named = stakeholders.choices.stakeholders.map((person) => ({
    ...person,
    stance: null,
    influence: null,
    nextStep: '',
    nextContact: null,
    log: [],
  }))
  return { ...design, stakeholders: { ...stakeholders, choices: { stakeholders: named } } }
}
