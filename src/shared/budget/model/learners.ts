import type { YearSpan } from '#shared/budget/model/years.ts'
import type { Assumptions } from '#shared/budget/assumptionsSchema.ts'
import type { StaffingFacts } from '#shared/budget/staffingFactsSchema.ts'
import { academicYearOf } from '#shared/program/academicYear.ts'

/** Learners who need a coach at the start of a fiscal year, at one level and site; null: an intake is not known. */
export interface LearnerCount {
  year: number
  level: string
  site: string
  learners: number | null
}

type Counts = ReadonlyMap<string, number | null>

/**
 * Who needs a coach in each fiscal year. The roster is taken from the academic year it is read in to the one the fiscal
 * year starts in: on each July 1 every level moves on to the next, the last one graduates, and an intake comes in, as the
 * assumptions say or as many as are at the first level now. Who is away is expected back in the next year, at the level
 * they left. Levels outside the order of the program (fellows, years of a second degree) stay as they are.
 */
export function projectLearners(
  facts: Pick<StaffingFacts, 'levels' | 'learners' | 'programYear'>,
  { intakes }: Pick<Assumptions, 'intakes'>,
  spans: readonly YearSpan[],
): LearnerCount[] {
  const rows = [...facts.learners, ...intakes]
  const sites = [...new Set(rows.map(({ site }) => site))].toSorted()
  const levels = [...new Set([...facts.levels, ...rows.map(({ level }) => level)])]
  return sites.flatMap((site) => {
    const roster = facts.learners.filter((row) => row.site === site)
    const entering = intakes.filter((row) => row.site === site)
    const now = sumsByLevel(roster, ({ learners }) => learners)
    const away = sumsByLevel(roster, (row) => row.away)
    const enter = (level: string, fiscalYear: number): number | null => {
      const said = entering.find((row) => row.level === level)
      if (said) return said.learners[fiscalYear] ?? null
      return level === facts.levels[0] ? (now.get(level) ?? 0) + (away.get(level) ?? 0) : 0
    }

    // The counts of each academic year from the one of the roster on.
    const ahead: Counts[] = [now]
    return spans.flatMap((span) => {
      const academicYear = academicYearOf(span.start)
      const steps = Math.max(0, academicYear - facts.programYear)
      for (let step = ahead.length; step <= steps; step += 1) {
        const fiscalYear = span.year - (steps - step)
        const back = step === 1 ? away : new Map<string, number>()
        const before = ahead[step - 1]!
        ahead.push(
          new Map(levels.map((level) => [level, movedOn(level, facts.levels, before, enter(level, fiscalYear), back)])),
        )
      }
      return levels.map((level) => ({
        year: span.year,
        level,
        site,
        learners: ahead[steps]!.get(level) ?? missing(level, ahead[steps]!),
      }))
    })
  })
}

/** Zero where a level has nobody, null where its count is not known. */
const missing = (level: string, counts: Counts): number | null => (counts.has(level) ? null : 0)

function movedOn(
  level: string,
  order: readonly string[],
  before: Counts,
  entered: number | null,
  back: ReadonlyMap<string, number>,
): number | null {
  const index = order.indexOf(level)
  const from = index === -1 ? level : order[index - 1]
  const moved = from === undefined ? 0 : before.has(from) ? before.get(from)! : 0
  return moved === null || entered === null ? null : moved + entered + (back.get(level) ?? 0)
}

function sumsByLevel<T extends { level: string }>(rows: readonly T[], count: (row: T) => number): Map<string, number> {
  const sums = new Map<string, number>()
  for (const row of rows) sums.set(row.level, (sums.get(row.level) ?? 0) + count(row))
  return sums
}
