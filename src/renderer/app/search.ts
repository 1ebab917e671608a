import * as z from 'zod'

/**
 * What a page keeps in its address, so that it can be linked to and Back returns to it. Every value is plain text: an
 * address that was typed or cut short loses a part, never the page.
 */
const text = z.string().optional().catch(undefined)

export const dataTabs = ['files', 'backups', 'history', 'imports', 'exports'] as const
export type DataTab = (typeof dataTabs)[number]

export const newProgramSearch = z.object({
  /** What comes after a short form: the import. */
  next: z.enum(['import']).optional().catch(undefined),
})

export const homeSearch = z.object({
  /** The program it is about; the one used last, when absent. */
  program: text,
})

export const rosterSearch = z.object({
  /** The id of a saved view. */
  view: text,
  q: text,
  sort: text,
  /** Column filters, as the roster pages write them. */
  filters: text,
  /** The person in the inspector. */
  person: text,
  asOf: text,
})

export const importSearch = z.object({
  as: z.enum(['learners', 'coaches', 'staff']).default('learners').catch('learners'),
})

export const questionSearch = z.object({
  /** The field to go to: "choices.learnersPerCoach". */
  field: text,
})

/** The versions to compare, by id; the newest and the one before, when absent. */
export const compareSearch = z.object({ from: text, to: text })

/** The version to print, by id; the draft, else the adopted one, when absent. */
export const charterSearch = z.object({ version: text })

export const budgetTabs = ['plan', 'positions', 'lines', 'rates', 'scenarios', 'actuals'] as const
export type BudgetTab = (typeof budgetTabs)[number]

export const budgetSearch = z.object({
  tab: z.enum(budgetTabs).default('plan').catch('plan'),
  /** A version of the budget by id; the newest, when absent. */
  version: text,
  /** A scenario by id; the base, when absent. */
  scenario: text,
  /** The item a link leads to, by its key. */
  item: text,
  /** The assumption a link leads to. */
  field: text,
})

export const budgetSummarySearch = z.object({ version: text, scenario: text })

export const evaluationTabs = ['waves', 'results', 'goals', 'coaches', 'comments', 'instruments', 'released'] as const
export type EvaluationTab = (typeof evaluationTabs)[number]

export const evaluationSearch = z.object({
  tab: z.enum(evaluationTabs).default('waves').catch('waves'),
  /** For whom the figures are shown; the program director, when absent. */
  audience: text,
  /** The academic year, by the calendar year it begins in; the one the program is in, when absent. */
  year: text,
  /** The wave in the inspector, by id. */
  wave: text,
  /** The release in the inspector, by id. */
  release: text,
  /** An instrument by its key; the first that was used, when absent. */
  instrument: text,
  /** The scale or item whose figures are shown. */
  measure: text,
  /** The groups: by level, by site; everybody, when absent. */
  by: text,
  /** The coach, where the audience is a coach. */
  coach: text,
})

export const dataSearch = z.object({ tab: z.enum(dataTabs).default('files').catch('files') })

/** Reads "?a=1&b=two" into texts: a search for 007 stays 007. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search))
}

/** Writes what `parseSearch` reads; what is empty or absent is left out. */
export function stringifySearch(search: Record<string, unknown>): string {
  const entries = Object.entries(search).filter(([, value]) => typeof value === 'string' && value !== '')
  const query = new URLSearchParams(entries as [string, string][]).toString()
  return query === '' ? '' : `?${query}`
}
