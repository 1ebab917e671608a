/** What people do for a program beside coaching, in the field's terms. */
export const staffRoles = [
  'director',
  'associateDirector',
  'leadCoach',
  'dean',
  'administrator',
  'coordinator',
  'dataManager',
  'evaluator',
  'trainer',
  'learningSpecialist',
  'chiefResident',
  'other',
] as const
export type StaffRole = (typeof staffRoles)[number]

/** How each role is called on screen. */
export const staffRoleLabels: Record<StaffRole, string> = {
  director: 'Director',
  associateDirector: 'Associate director',
  leadCoach: 'Lead coach',
  dean: 'Dean',
  administrator: 'Administrator',
  coordinator: 'Coordinator',
  dataManager: 'Data manager',
  evaluator: 'Evaluator',
  trainer: 'Trainer',
  learningSpecialist: 'Learning specialist',
  chiefResident: 'Chief resident',
  other: 'Other role',
}
