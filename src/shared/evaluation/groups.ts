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

/** The groups of one kind, by their labels as people read them ("PGY-2" before "PGY-10"). */
export function groupsBy<M>(members: readonly M[], grouping: Grouping, of: (member: M) => Grouped): Group<M>[] {
  const groups = new Map<string, { label: string; members: M[] }>()
  for (const member of members) {
    const key = keyOf[grouping](of(member))
    const known = groups.get(key)
    if (known) known.members.push(member)
    else groups.set(key, { label: labelOf[grouping](of(member)), members: [member] })
  }
  return [...groups]
    .map(([key, group]) => ({ key, ...group }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true }))
}
