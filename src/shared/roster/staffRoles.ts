import { foldText, tidyText } from '#shared/kernel/text.ts'

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

const synonyms: Record<StaffRole, string> = {
  director: 'director, program director, pd, coaching director, director of coaching, course director',
  associateDirector:
    'associate director, associate program director, assistant program director, apd, assistant director, deputy director, co director',
  leadCoach: 'lead coach, coach lead, head coach, coach director, senior coach',
  dean: 'dean, vice dean, associate dean, assistant dean, senior associate dean, dio, designated institutional official',
  administrator: 'administrator, program administrator, pa, program manager, manager, admin',
  coordinator: 'coordinator, program coordinator, pc, residency coordinator, assistant',
  dataManager: 'data manager, data analyst, analyst, data management, data',
  evaluator: 'evaluator, evaluation lead, assessment lead, evaluation, statistician',
  trainer: 'trainer, coach trainer, faculty developer, faculty development, coach development',
  learningSpecialist: 'learning specialist, academic support, learning services',
  chiefResident: 'chief resident, chief, chiefs',
  other: 'other, other role',
}

const spellings = new Map(
  staffRoles.flatMap((role) => [role, ...synonyms[role].split(', ')].map((text) => [foldRole(text), role] as const)),
)

/** "Program Director", "APD", "Assoc. dean": the role meant, or null where it is none that is known. */
export function parseStaffRole(text: string): StaffRole | null {
  return spellings.get(foldRole(text)) ?? null
}

function foldRole(text: string): string {
  return foldText(tidyText(text))
    .replace(/\bassoc\b\.?/, 'associate')
    .replace(/\basst\b\.?/, 'assistant')
    .replace(/[^a-z]+/g, ' ')
    .trim()
}
