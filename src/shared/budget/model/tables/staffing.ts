import type { Context } from '#shared/budget/model/context.ts'
import type { BudgetInputs } from '#shared/budget/model/inputs.ts'
import { inYear } from '#shared/budget/model/coaches.ts'
import { type YearSpan, yearColumn } from '#shared/budget/model/years.ts'
import { ratioOf } from '#shared/budget/model/tables/assumptions.ts'
import { Rows } from '#shared/budget/model/tables/rows.ts'
import { yearColumns } from '#shared/budget/model/tables/rates.ts'
import {
  add,
  ceiling,
  cell,
  column,
  divide,
  equal,
  type Expression,
  literal,
  lookup,
  max,
  min,
  multiply,
  subtract,
  sum,
  text,
  when,
} from '#shared/calculation/expression.ts'
import type { TableData, TableShape } from '#shared/calculation/table.ts'

/** Limits of one level, as the roster writes it: at most so many of its learners for one coach. */
export function levelLimits({ assumptions, facts }: BudgetInputs): { level: string; learnersPerCoach: number }[] {
  const limits = assumptions.learnersPerCoachByLevel ?? facts.design.learnersPerCoachByLevel
  const known = new Map(facts.levels.map((level) => [level.toLowerCase(), level]))
  const written = (level: string): string => known.get(level.toLowerCase()) ?? level
  return [...new Map(limits.map(({ level, learnersPerCoach }) => [written(level), learnersPerCoach]))].map(
    ([level, learnersPerCoach]) => ({ level, learnersPerCoach }),
  )
}

export const levelLimitsTable: TableShape = {
  name: 'levelLimits',
  title: 'Learners per coach by level',
  key: 'level',
  columns: [
    { name: 'level', header: 'Level', unit: 'text' },
    {
      name: 'learnersPerCoach',
      header: 'Learners per coach',
      unit: 'count',
      definition: 'No coach has more learners of this level.',
    },
  ],
}

export function levelLimitsData(inputs: BudgetInputs): TableData {
  const rows = new Rows(['level', 'learnersPerCoach'])
  for (const { level, learnersPerCoach } of levelLimits(inputs)) rows.add(level, '', [level, learnersPerCoach])
  return rows.data()
}

export const learnersTable: TableShape = {
  name: 'learners',
  title: 'Learners',
  columns: [
    { name: 'year', header: 'Fiscal year', unit: 'text' },
    { name: 'site', header: 'Site', unit: 'text' },
    { name: 'level', header: 'Level', unit: 'text' },
    {
      name: 'learners',
      header: 'Learners',
      unit: 'count',
      definition:
        'Who need a coach at the start of the year: the roster moved on by a level each July, with the intakes.',
    },
  ],
}

export function learnersData({ learners, spans, siteOf }: Context): TableData {
  const labels = new Map(spans.map(({ year, label }) => [year, label]))
  const rows = new Rows(['year', 'site', 'level', 'learners'])
  for (const { year, site, level, learners: count } of learners)
    rows.add(`${year}|${site}|${level}`, '', [labels.get(year)!, siteOf(site), level, count])
  return rows.data()
}

/** The coaches who are appointed, with the years they count in. */
export const coachesTable = (spans: readonly YearSpan[]): TableShape => ({
  name: 'coaches',
  title: 'Appointed coaches',
  columns: [
    { name: 'coach', header: 'Coach', unit: 'text' },
    { name: 'site', header: 'Site', unit: 'text' },
    { name: 'plan', header: 'Plan', unit: 'text' },
    ...yearColumns(spans, 'count').map((year) => ({
      ...year,
      definition: '1 where the coach is appointed for half of the year or more.',
    })),
  ],
})

export function coachesData({ coaches, labels, siteOf, spans }: Context): TableData {
  const rows = new Rows(['coach', 'site', 'plan', ...spans.map(({ year }) => yearColumn(year))])
  for (const appointed of coaches) {
    const { appointmentId, site } = appointed.coach
    const plan = labels.payPlan.get(appointed.plan?.key ?? '') ?? null
    const present = spans.map((span) => (inYear(span, appointed) ? 1 : 0))
    rows.add(appointmentId, '', [labels.coach.get(appointmentId)!, siteOf(site), plan, ...present])
  }
  return rows.data()
}

/** Where the need of coaches is figured by learners for each coach, or by hours for each learner. */
const bases = ['learnersPerCoach', 'levels', 'hoursPerLearner'] as const

export const needColumn = (level: string): string => `need ${level}`

export const staffingKey = (year: string, site: string): string => `${year} · ${site}`

const here = { year: column('year'), site: column('site') }
const learnersOf = (level: string): Expression => sum('learners', 'learners', { ...here, level: text(level) })
const fromCoaches = cell('assumptions', 'coachSource')

/** Coaches needed, appointed and to be hired, by fiscal year and site. */
export function staffingTable(spans: readonly YearSpan[], levels: readonly string[]): TableShape {
  const ofLevels = levels.map((level) => column(needColumn(level)))
  const byRatio = ceiling(divide(column('learners'), cell('assumptions', 'learnersPerCoach')))
  const hours = multiply(column('learners'), cell('assumptions', 'hoursPerLearner'))
  const fullTime = multiply(cell('assumptions', 'hoursPerYear'), lookup('payPlans', column('plan'), 'effort'))
  const need: Record<(typeof bases)[number], Expression> = {
    learnersPerCoach: ofLevels.length > 0 ? max(byRatio, ...ofLevels) : byRatio,
    levels: ofLevels.length > 1 ? max(...ofLevels) : (ofLevels[0] ?? byRatio),
    hoursPerLearner: ceiling(divide(hours, fullTime)),
  }
  const kinds = bases.flatMap((basis) => spans.map(({ year, label }) => ({ basis, year, kind: `${basis} ${label}` })))
  return {
    name: 'staffing',
    title: 'Coaches needed',
    key: 'key',
    columns: [
      { name: 'key', header: 'Year and site', unit: 'text' },
      { name: 'year', header: 'Fiscal year', unit: 'text' },
      { name: 'site', header: 'Site', unit: 'text' },
      { name: 'plan', header: 'Plan', unit: 'text', definition: 'How coaches to be hired are paid.' },
      { name: 'learners', header: 'Learners', unit: 'count', computed: sum('learners', 'learners', here) },
      ...levels.map((level) => ({
        name: needColumn(level),
        header: `Needed for ${level}`,
        unit: 'count' as const,
        definition: `Learners of ${level}, divided by those a coach may have of this level.`,
        computed: ceiling(divide(learnersOf(level), lookup('levelLimits', text(level), 'learnersPerCoach'))),
      })),
      {
        name: 'needed',
        header: 'Coaches needed',
        unit: 'count',
        definition: 'Rounded up to whole coaches.',
        computedByKind: Object.fromEntries(kinds.map(({ basis, kind }) => [kind, need[basis]])),
      },
      {
        name: 'appointed',
        header: 'Appointed',
        unit: 'count',
        computedByKind: Object.fromEntries(
          kinds.map(({ year, kind }) => [kind, sum('coaches', yearColumn(year), { site: column('site') })]),
        ),
      },
      {
        name: 'toHire',
        header: 'To be hired',
        unit: 'count',
        definition: 'Needed less appointed, where coaches are hired for the need.',
        computed: when(
          equal(fromCoaches, text('appointments')),
          literal(0),
          max(literal(0), subtract(column('needed'), column('appointed'))),
        ),
      },
      {
        name: 'filled',
        header: 'Needed and appointed',
        unit: 'count',
        definition: 'Where coaches are counted as the ratio needs them: those of them who are appointed already.',
        computed: when(equal(fromCoaches, text('rule')), min(column('needed'), column('appointed')), literal(0)),
      },
      {
        name: 'coaches',
        header: 'Coaches',
        unit: 'count',
        definition: 'Paid for: appointed and to be hired.',
        computed: add(when(equal(fromCoaches, text('rule')), column('filled'), column('appointed')), column('toHire')),
      },
    ],
  }
}

export function staffingData({ inputs, labels, plan, sites, spans }: Context): TableData {
  const rows = new Rows(['key', 'year', 'site', 'plan'])
  const basis = basisOf(inputs)
  const planLabel = plan === null ? null : labels.payPlan.get(plan.key)!
  for (const { year, label } of spans)
    for (const site of sites.keys())
      rows.add(`${year}|${site}`, `${basis} ${label}`, [staffingKey(label, site), label, site, planLabel])
  return rows.data()
}

function basisOf(inputs: BudgetInputs): (typeof bases)[number] {
  if (inputs.assumptions.ratioBasis === 'hoursPerLearner') return 'hoursPerLearner'
  return ratioOf(inputs) === null && levelLimits(inputs).length > 0 ? 'levels' : 'learnersPerCoach'
}
