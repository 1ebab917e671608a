/** The pages of the window, as the rail and the breadcrumb tell them apart. */
const pages = [
  ['home', /^\/$/],
  ['newProgram', /^\/programs\/new$/],
  ['programs', /^\/programs$/],
  ['design', /^\/programs\/[^/]+\/design$/],
  ['compare', /^\/programs\/[^/]+\/design\/compare$/],
  ['charter', /^\/programs\/[^/]+\/design\/charter$/],
  ['question', /^\/programs\/[^/]+\/design\/[^/]+$/],
  ['settings', /^\/programs\/[^/]+\/settings$/],
  ['learners', /^\/programs\/[^/]+\/learners$/],
  ['coaches', /^\/programs\/[^/]+\/coaches$/],
  ['staff', /^\/programs\/[^/]+\/staff$/],
  ['stakeholders', /^\/programs\/[^/]+\/stakeholders$/],
  ['meetings', /^\/programs\/[^/]+\/meetings$/],
  ['person', /^\/programs\/[^/]+\/people\/[^/]+$/],
  ['import', /^\/programs\/[^/]+\/import$/],
  ['newYear', /^\/programs\/[^/]+\/new-year$/],
  ['budget', /^\/programs\/[^/]+\/budget$/],
  ['budgetSummary', /^\/programs\/[^/]+\/budget\/summary$/],
  ['evaluation', /^\/programs\/[^/]+\/evaluation$/],
  ['data', /^\/data$/],
] as const

export type PageName = (typeof pages)[number][0]

/** The page at a path, or null where there is none. */
export function pageAt(pathname: string): PageName | null {
  const path = pathname === '/' ? pathname : pathname.replace(/\/$/, '')
  return pages.find(([, pattern]) => pattern.test(path))?.[0] ?? null
}
