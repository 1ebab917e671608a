/** What a line can be put in (domain.md 4.5), in the order of a budget request. */
export const lineCategories = [
  'coaches',
  'leadership',
  'administration',
  'training',
  'evaluation',
  'materials',
  'events',
  'travel',
  'recognition',
  'software',
  'other',
  'contingency',
] as const

/** What the office spends money on; vacancy and F&A are figured. */
export const budgetCategories = [...lineCategories, 'vacancy', 'indirect'] as const
export type BudgetCategory = (typeof budgetCategories)[number]
export const budgetCategoryLabels: Record<BudgetCategory, string> = {
  coaches: 'Coaches',
  leadership: 'Leadership',
  administration: 'Administration and data',
  training: 'Coach training',
  evaluation: 'Evaluation',
  materials: 'Materials and printing',
  events: 'Food and events',
  travel: 'Travel',
  recognition: 'Recognition',
  software: 'Software',
  other: 'Other',
  contingency: 'Contingency',
  vacancy: 'Vacancy savings',
  indirect: 'Facilities and administration (F&A)',
}
export const positionRoles = [
  'coach',
  'leadCoach',
  'director',
  'associateDirector',
  'dean',
  'administrator',
  'coordinator',
  'dataManager',
  'evaluator',
  'trainer',
  'other',
] as const
export type PositionRole = (typeof positionRoles)[number]
export const positionRoleLabels: Record<PositionRole, string> = {
  coach: 'Coach',
  leadCoach: 'Lead coach',
  director: 'Program director',
  associateDirector: 'Associate director',
  dean: 'Dean',
  administrator: 'Program administrator',
  coordinator: 'Coordinator',
  dataManager: 'Data manager',
  evaluator: 'Evaluator',
  trainer: 'Trainer',
  other: 'Other',
}
/** The category that a position's cost is counted in. */
export const categoryOfRole: Record<PositionRole, BudgetCategory> = {
  coach: 'coaches',
  leadCoach: 'leadership',
  director: 'leadership',
  associateDirector: 'leadership',
  dean: 'leadership',
  administrator: 'administration',
  coordinator: 'administration',
  dataManager: 'administration',
  evaluator: 'evaluation',
  trainer: 'training',
  other: 'administration',
}
