import type { Topic } from '#shared/contract/wire.ts'

// Program rows carry counts of people, and people's rows carry the names of sites and cohorts.
const people: Topic[] = ['roster', 'program']

const topicsOf: Record<string, Topic[]> = {
  program: people,
  cohort: people,
  site: people,
  design_version: ['program'],
  design_answer: ['program'],
  program_task: ['program'],
  person: people,
  person_identity: people,
  enrolment: people,
  enrolment_standing: people,
  appointment: people,
  appointment_standing: people,
  pairing: ['roster'],
  meeting: ['coaching'],
  module_completion: ['coaching'],
  observation: ['coaching'],
  staff_role: ['roster'],
  custom_field: ['roster'],
  custom_value: ['roster'],
  budget: ['budget'],
  budget_scenario: ['budget'],
  budget_item: ['budget'],
  budget_difference: ['budget'],
  budget_note: ['budget'],
  ledger_entry: ['budget'],
  ledger_account: ['budget'],
  instrument_version: ['evaluation'],
  administration: ['evaluation'],
  survey_code: ['evaluation'],
  response: ['evaluation'],
  response_comment: ['evaluation'],
  evaluation_release: ['evaluation'],
  grid_view: ['views'],
  import_run: ['imports'],
  export_run: ['exports'],
}

/** What the window has to read again after a write to these tables. */
export function touchedTopics(tables: Iterable<string>, hasEntry: boolean): Topic[] {
  const topics = new Set([...tables].flatMap((table) => topicsOf[table] ?? []))
  // An undone import is shown as rolled back, and what Ctrl+Z would do is part of the workspace.
  if (hasEntry) for (const topic of ['history', 'imports', 'workspace'] as const) topics.add(topic)
  return [...topics]
}
