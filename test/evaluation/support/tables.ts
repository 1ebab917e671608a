import * as fc from 'fast-check'
import type { Likeness } from '#shared/evaluation/protection/likeness.ts'
import { partition } from '#shared/evaluation/protection/partition.ts'
import { protect, type Verdict } from '#shared/evaluation/protection/protect.ts'
import { type Publication, publication } from '#shared/evaluation/protection/publication.ts'

export const minimum = 5

export interface Respondent {
  person: string
  level: string
  site: string
}

export function decide(
  people: readonly string[],
  candidates: readonly Publication[],
  released: readonly Publication[] = [],
  pairs: readonly (readonly [number, number])[] = [],
  likenesses: readonly Likeness[] = [],
): Map<string, Verdict> {
  const parts = partition(people, [...released, ...candidates])
  return protect({
    people,
    partition: parts,
    candidates,
    released,
    minimum,
    pairs,
    unpaired: [],
    has: () => true,
    likenesses,
  })
}

/** A wave of a table: how many answered in each cell, as "level site". */
export function wave(cells: Record<string, number>, prefix = ''): Respondent[] {
  return Object.entries(cells).flatMap(([cell, people]) => {
    const [level = '', site = ''] = cell.split(' ')
    return Array.from({ length: people }, (_, at) => ({ person: `${prefix}${cell} ${at}`, level, site }))
  })
}

/** Everybody, levels, sites, cells: the larger first within each. */
export function table(respondents: readonly Respondent[], from = 0, prefix = ''): Publication[] {
  const by = (key: (respondent: Respondent) => string) => {
    const groups = new Map<string, number[]>()
    respondents.forEach((respondent, at) => {
      const group = groups.get(key(respondent)) ?? []
      groups.set(key(respondent), [...group, at + from])
    })
    return [...groups]
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([name, members]) => publication(`${prefix}${name}`, members))
  }
  return [
    ...by(() => 'all'),
    ...by(({ level }) => level),
    ...by(({ site }) => site),
    ...by(({ level, site }) => `${level} ${site}`),
  ]
}

export const shownOf = (publications: readonly Publication[], verdicts: ReadonlyMap<string, Verdict>) =>
  publications.filter(({ key }) => verdicts.get(key) === 'shown')

export function rowOf({ terms }: Publication, width: number): number[] {
  const row = Array.from({ length: width }, () => 0)
  for (const { responses, times } of terms) for (const response of responses) row[response]! += times
  return row
}

/** How many answered in each cell of a table, as `wave` takes it: many of them few. */
export const cellsOf = (levels: number, sites: number) =>
  fc
    .array(fc.oneof(fc.nat(4), fc.nat(12)), { minLength: levels * sites, maxLength: levels * sites })
    .map((counts) =>
      Object.fromEntries(counts.map((people, at) => [`L${Math.floor(at / sites)} S${at % sites}`, people])),
    )
