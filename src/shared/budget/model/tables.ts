import type { Context } from '#shared/budget/model/context.ts'
import { sameLines, samePeople } from '#shared/budget/model/sameInputs.ts'
import { type Timing, Timings } from '#shared/budget/model/timing.ts'
import type { YearSpan } from '#shared/budget/model/years.ts'
import { assumptionsData, assumptionsTable, yearsData, yearsTable } from '#shared/budget/model/tables/assumptions.ts'
import { coachPayData, coachPayTable } from '#shared/budget/model/tables/coachPay.ts'
import { effortRosterData, effortRosterTable } from '#shared/budget/model/tables/effortRoster.ts'
import {
  fundBalancesData,
  fundBalancesTable,
  fundCostsData,
  fundCostsTable,
} from '#shared/budget/model/tables/fundCosts.ts'
import {
  driversData,
  driversTable,
  linesData,
  linesTable,
  unitCostsData,
  unitCostsTable,
} from '#shared/budget/model/tables/lines.ts'
import { monthsData, monthsTable, timingsData, timingsTable } from '#shared/budget/model/tables/months.ts'
import { payGroupsData, payGroupsTable } from '#shared/budget/model/tables/payGroups.ts'
import { personnelData, personnelTable, withEfforts } from '#shared/budget/model/tables/personnel.ts'
import {
  capsData,
  capsTable,
  fringeData,
  fringeTable,
  fundsData,
  fundsTable,
  payPlansData,
  payPlansTable,
} from '#shared/budget/model/tables/rates.ts'
import { salariesData, salariesTable } from '#shared/budget/model/tables/salaries.ts'
import {
  coachesData,
  coachesTable,
  learnersData,
  learnersTable,
  levelLimitsData,
  levelLimitsTable,
  staffingData,
  staffingTable,
} from '#shared/budget/model/tables/staffing.ts'
import {
  itemCostsData,
  itemCostsTable,
  summaryData,
  summaryTable,
  totalsData,
  totalsTable,
} from '#shared/budget/model/tables/summary.ts'
import type { TableData, TablesData, TableShape } from '#shared/calculation/table.ts'

/** The tables of a budget of these years, in the order in which they build on each other. */
export const tableShapes = (spans: readonly YearSpan[], limitedLevels: readonly string[]): TableShape[] => [
  assumptionsTable,
  yearsTable,
  fringeTable(spans),
  capsTable,
  fundsTable(spans),
  payPlansTable,
  levelLimitsTable,
  learnersTable,
  coachesTable(spans),
  staffingTable(spans, limitedLevels),
  payGroupsTable(spans),
  driversTable(spans),
  salariesTable(spans),
  personnelTable(spans),
  coachPayTable(spans),
  unitCostsTable(spans),
  linesTable(spans),
  fundCostsTable,
  fundBalancesTable(spans),
  summaryTable(spans),
  totalsTable,
  itemCostsTable(spans),
  timingsTable(spans),
  monthsTable(spans),
  effortRosterTable,
]

/** The rows of all tables of a budget. */
export interface BudgetRows {
  context: Context
  data: TablesData
  /** How costs of people, and of lines, lie in the first fiscal year. */
  timings: { people: readonly Timing[]; lines: readonly Timing[] }
}

/**
 * Makes the rows of all tables. The long ones, of people and lines, are taken from those of a similar budget where nothing
 * they are made of differs: that is the most of the work of an edit.
 */
export function budgetRows(context: Context, like: BudgetRows | null = null): BudgetRows {
  const { inputs, spans } = context
  const people = like && samePeople(inputs, like.context.inputs, spans) ? peopleOf(like, context) : peopleRows(context)
  const lines = like && sameLines(inputs, like.context.inputs) ? linesOf(like) : lineRows(context)
  const timings = { people: people.timings, lines: lines.timings }
  const data = {
    assumptions: assumptionsData(inputs),
    years: yearsData(inputs, spans),
    fringe: fringeData(context),
    caps: capsData(context),
    funds: fundsData(context),
    payPlans: payPlansData(context),
    levelLimits: levelLimitsData(inputs),
    learners: learnersData(context),
    coaches: coachesData(context),
    staffing: staffingData(context),
    payGroups: payGroupsData(context),
    drivers: driversData(),
    salaries: salariesData(context),
    personnel: people.personnel,
    coachPay: people.coachPay,
    unitCosts: unitCostsData(context),
    lines: lines.lines,
    fundCosts: fundCostsData(context),
    fundBalances: fundBalancesData(context),
    summary: summaryData(),
    totals: totalsData(context),
    itemCosts: itemCostsData(context),
    timings: timingsData([...timings.people, ...timings.lines], context),
    months: monthsData(),
    effortRoster: effortRosterData(context),
  }
  return { context, data, timings }
}

interface PeopleRows {
  personnel: TableData
  coachPay: TableData
  timings: readonly Timing[]
}

function peopleRows(context: Context): PeopleRows {
  const timings = new Timings(context.spans[0]!)
  const [personnel, coachPay] = [personnelData(context, timings), coachPayData(context, timings)]
  return { personnel, coachPay, timings: timings.noted() }
}

const peopleOf = ({ data, timings }: BudgetRows, context: Context): PeopleRows => ({
  personnel: withEfforts(data.personnel!, context),
  coachPay: data.coachPay!,
  timings: timings.people,
})

interface LineRows {
  lines: TableData
  timings: readonly Timing[]
}

function lineRows(context: Context): LineRows {
  const timings = new Timings(context.spans[0]!)
  return { lines: linesData(context, timings), timings: timings.noted() }
}

const linesOf = ({ data, timings }: BudgetRows): LineRows => ({ lines: data.lines!, timings: timings.lines })
