import type { BudgetInputs } from '#shared/budget/model/inputs.ts'
import type { YearSpan } from '#shared/budget/model/years.ts'
import { Rows } from '#shared/budget/model/tables/rows.ts'
import { singleRow, type TableData, type TableShape } from '#shared/calculation/table.ts'

/** What is one number for the whole budget: the named cells of the workbook. */
export const assumptionsTable: TableShape = {
  name: 'assumptions',
  title: 'Assumptions',
  single: true,
  columns: [
    {
      name: 'coachSource',
      header: 'Coaches come from',
      unit: 'text',
      definition: 'appointments: those appointed; rule: as many as the ratio needs; both: appointed and to be hired.',
    },
    { name: 'learnersPerCoach', header: 'Learners per coach', unit: 'count' },
    {
      name: 'hoursPerLearner',
      header: 'Coach hours per learner',
      unit: 'quantity',
      definition: 'Hours a coach gives a learner in a year.',
    },
    { name: 'hoursPerYear', header: 'Hours of a full-time year', unit: 'quantity' },
    { name: 'meetingsPerLearner', header: 'Meetings per learner', unit: 'count', definition: 'Planned in a year.' },
    {
      name: 'heldShare',
      header: 'Share of meetings held',
      unit: 'rate',
      definition: 'Of the meetings planned, those expected to be held and paid.',
    },
    { name: 'sessions', header: 'Sessions per year', unit: 'count' },
    { name: 'administrations', header: 'Administrations per year', unit: 'count' },
    {
      name: 'vacancy',
      header: 'Vacancy',
      unit: 'rate',
      definition: 'Share of the pay and fringe of positions to be hired that is not spent.',
    },
  ],
}

/** The ratio in force: the budget's own, or the design's. */
export const ratioOf = ({ assumptions, facts }: BudgetInputs): number | null =>
  assumptions.learnersPerCoach ?? facts.design.learnersPerCoach

export const meetingsOf = ({ assumptions, facts }: BudgetInputs): number | null =>
  assumptions.meetingsPerLearner ?? facts.design.meetingsPerYear

export function assumptionsData(inputs: BudgetInputs): TableData {
  const { assumptions, facts } = inputs
  return singleRow({
    coachSource: assumptions.coachSource,
    learnersPerCoach: ratioOf(inputs),
    hoursPerLearner: assumptions.hoursPerLearner,
    hoursPerYear: assumptions.hoursPerYear,
    meetingsPerLearner: meetingsOf(inputs),
    heldShare: assumptions.heldShare,
    sessions: assumptions.sessionsPerYear,
    administrations: assumptions.administrationsPerYear ?? facts.design.administrationsPerYear,
    vacancy: assumptions.vacancy,
  })
}

/** Raises and inflation: what a fiscal year's salaries and prices are over those of the year before. */
export const yearsTable: TableShape = {
  name: 'years',
  title: 'Fiscal years',
  key: 'year',
  columns: [
    { name: 'year', header: 'Fiscal year', unit: 'text' },
    { name: 'raise', header: 'Raise', unit: 'rate', definition: 'Over the salaries of the year before.' },
    { name: 'inflation', header: 'Inflation', unit: 'rate', definition: 'Over the prices of the year before.' },
  ],
}

export function yearsData({ assumptions }: BudgetInputs, spans: readonly YearSpan[]): TableData {
  const rows = new Rows(['year', 'raise', 'inflation'])
  spans.forEach(({ year, label }, index) => {
    // Amounts are entered for the first year: nothing is raised in it.
    const raise = index === 0 ? 0 : (assumptions.raises[year] ?? null)
    const inflation = index === 0 ? 0 : (assumptions.inflation[year] ?? null)
    rows.add(String(year), '', [label, raise, inflation])
  })
  return rows.data()
}
