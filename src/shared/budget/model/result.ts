import type { Context } from '#shared/budget/model/context.ts'
import { itemsOf } from '#shared/budget/model/inputs.ts'
import { balanceColumn } from '#shared/budget/model/tables/fundCosts.ts'
import { noFund } from '#shared/budget/model/funding.ts'
import { monthColumn } from '#shared/budget/model/tables/months.ts'
import { levelLimits, needColumn } from '#shared/budget/model/tables/staffing.ts'
import { yearColumn } from '#shared/budget/model/years.ts'
import type { BudgetResult } from '#shared/budget/resultSchema.ts'
import { budgetCategories } from '#shared/budget/categories.ts'
import type { Results } from '#shared/calculation/results.ts'

type Figure = number | null

/** The figures of a calculated budget as screens and the command line show them. */
export function budgetResult(context: Context, cells: Results): BudgetResult {
  const { inputs, spans } = context
  const years = spans.map(({ year }) => year)
  const total = (name: string): Figure[] => years.map((year) => cells.amount('totals', String(year), name))
  const totals: BudgetResult['totals'] = {
    learners: total('learners'),
    coaches: total('coaches'),
    coachesAppointed: total('appointed'),
    coachesNeeded: total('needed'),
    coachesToHire: total('toHire'),
    fte: total('fte'),
    direct: total('direct'),
    indirect: total('indirect'),
    total: total('total'),
    costPerLearner: total('perLearner'),
    costPerCoach: total('perCoach'),
  }
  return {
    budgetId: inputs.budgetId,
    scenarioId: inputs.scenarioId,
    scenario: inputs.scenario,
    years,
    complete: [totals.learners, totals.coaches, totals.fte, totals.total].every((figures) => !figures.includes(null)),
    totals,
    byCategory: budgetCategories.map((category) => ({
      category,
      cost: years.map((year) => cells.amount('summary', category, yearColumn(year))),
    })),
    byFund: [...fundFigures(context, cells), unfundedFigures(context, cells)],
    byItem: cells.ids('itemCosts').map((itemKey) => ({
      itemKey,
      cost: years.map((year) => cells.amount('itemCosts', itemKey, yearColumn(year))),
    })),
    staffing: staffingFigures(context, cells),
    effortRoster: rosterFigures(context, cells),
    months: spans[0]!.months.map(({ first }, index) => ({
      month: first,
      byCategory: budgetCategories.map((category) => ({
        category,
        cost: cells.amount('months', category, monthColumn(index + 1)),
      })),
    })),
    problems: [],
  }
}

function fundFigures({ inputs, labels, spans }: Context, cells: Results): BudgetResult['byFund'] {
  return itemsOf(inputs, 'fund').map(({ key }) => {
    const of = (name: keyof typeof balanceColumn): Figure[] =>
      spans.map(({ year }) => cells.amount('fundBalances', key, balanceColumn[name](year)))
    return {
      fund: key,
      name: labels.fund.get(key)!,
      carriedIn: of('carriedIn'),
      available: of('available'),
      cost: of('cost'),
      left: of('left'),
    }
  })
}

/** What no fund pays: nothing is available for it. */
function unfundedFigures({ spans }: Context, cells: Results): BudgetResult['byFund'][number] {
  const cost = spans.map(({ year }) => cells.amount('fundCosts', `|${year}`, 'total'))
  const nothing = spans.map(() => 0)
  const left = cost.map((figure) => (figure === null ? null : 0 - figure))
  return { fund: null, name: noFund, carriedIn: nothing, available: nothing, cost, left }
}

function staffingFigures(context: Context, cells: Results): BudgetResult['staffing'] {
  const { inputs, learners, sites, siteOf, spans } = context
  const limited = new Set(levelLimits(inputs).map(({ level }) => level))
  const levels = [...new Set(learners.map(({ level }) => level))]
  return spans.flatMap(({ year }) =>
    [...sites].map(([label, site]) => {
      const row = `${year}|${label}`
      const figure = (name: string): Figure => cells.amount('staffing', row, name)
      return {
        year,
        site,
        learners: figure('learners'),
        needed: figure('needed'),
        appointed: figure('appointed'),
        toHire: figure('toHire'),
        byLevel: levels.map((level) => ({
          level,
          learners: sumOf(
            learners.filter((row) => row.year === year && row.level === level && siteOf(row.site) === label),
          ),
          needed: limited.has(level) ? figure(needColumn(level)) : null,
        })),
      }
    }),
  )
}

const sumOf = (rows: readonly { learners: Figure }[]): Figure =>
  rows.reduce<Figure>((sum, { learners }) => (sum === null || learners === null ? null : sum + learners), 0)

const loads = { Over: 'over', Fit: 'fit', Room: 'room' } as const

function rosterFigures({ inputs, plan, sites, spans }: Context, cells: Results): BudgetResult['effortRoster'] {
  const names = new Map(inputs.facts.coaches.map(({ appointmentId, name }) => [appointmentId, name]))
  const appointed = cells.ids('effortRoster').map((appointmentId, row) => {
    const figure = (name: string): Figure => cells.amount('effortRoster', row, name)
    const load = cells.value('effortRoster', row, 'load')
    return {
      appointmentId,
      name: names.get(appointmentId)!,
      effort: figure('effort'),
      learners: figure('learners'),
      learnersPerTenth: figure('perTenth'),
      load: load === null ? ('unknown' as const) : loads[load as keyof typeof loads],
    }
  })
  const hires = [...sites].flatMap(([label, site]) => {
    const count = cells.amount('staffing', `${spans[0]!.year}|${label}`, 'toHire')
    if (count === 0) return []
    const name = [`${count ?? 'Coaches'} to be hired`, site].filter(Boolean).join(' · ')
    const effort = plan?.content.effort ?? null
    return [{ appointmentId: null, name, effort, learners: null, learnersPerTenth: null, load: 'unknown' as const }]
  })
  return [...appointed, ...hires]
}
