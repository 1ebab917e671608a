import type { Response } from '#shared/evaluation/responsesSchema.ts'
import type { Grouping } from '#shared/evaluation/resultSchema.ts'

/** The key of everybody who answered. */
export const everybody = 'all'

type Grouped = Pick<Response, 'level' | 'site'>

const keyOf: Record<Grouping, (of: Grouped) => string> = {
  none: () => everybody,
  level: ({ level }) => `level:${level}`,
  site: ({ site }) => `site:${site}`,
  levelAndSite: ({ level, site }) => `cell:${level}|${site}`,
}

const unknown = 'not known'

const labelOf: Record<Grouping, (of: Grouped) => string> = {
  none: () => 'Everybody',
  level: ({ level }) => level || `Level ${unknown}`,
  site: ({ site }) => site || `Site ${unknown}`,
  levelAndSite: ({ level, site }) => `${level || `Level ${unknown}`}, ${site || `site ${unknown}`}`,
}

export interface Group<M> {
  readonly key: string
  readonly label: string
  readonly members: readonly M[]
}

const byLevel = new Set<Grouping>(['level', 'levelAndSite'])
const bySite = new Set<Grouping>(['site', 'levelAndSite'])

/** The groups of one kind, by their labels as people read them ("PGY-2" before "PGY-10"). */
export function groupsBy<M>(members: readonly M[], grouping: Grouping, of: (member: M) => Grouped): Group<M>[] {
  const [hasLevels, hasSites] = [byLevel.has(grouping), bySite.has(grouping)]
  // By level and then by site: to make a key of both for each of 50,000 members takes longer than all the rest.
  const levels = new Map<string, Map<string, { key: string; label: string; members: M[] }>>()
  for (const member of members) {
    const one = of(member)
    const level = hasLevels ? one.level : ''
    const site = hasSites ? one.site : ''
    const sites = levels.get(level) ?? new Map<string, { key: string; label: string; members: M[] }>()
    const known = sites.get(site)
    if (known) known.members.push(member)
    else {
      levels.set(level, sites)
      sites.set(site, { key: keyOf[grouping](one), label: labelOf[grouping](one), members: [member] })
    }
  }
  return [...levels.values()]
    .flatMap((sites) => [...sites.values()])
    .sort((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true }))
}
