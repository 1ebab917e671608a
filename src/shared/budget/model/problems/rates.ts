import type { Context } from '#shared/budget/model/context.ts'
import { itemsOf } from '#shared/budget/model/inputs.ts'
import { doubtful, wrong } from '#shared/budget/model/problems/problem.ts'
import type { BudgetProblem } from '#shared/budget/resultSchema.ts'
import type { Results } from '#shared/calculation/results.ts'
import { fromDay } from '#shared/calculation/units.ts'
import { formatMoney } from '#shared/kernel/money.ts'
import { formatDate } from '#shared/kernel/plainDate.ts'

/** Raises, inflation, fringe rates and caps of years in use that nobody has entered, each year once. */
export function rateProblems(context: Context, cells: Results): BudgetProblem[] {
  return [
    ...fringeProblems(context, cells),
    ...raiseProblems(context, cells),
    ...inflationProblems(context, cells),
    ...capProblems(context, cells),
    ...repeatedCaps(context),
  ]
}

/** The rows of a table whose cost is not known. Where all are known nothing is looked through. */
function unknownRows(cells: Results, table: string): number[] {
  if (cells.total(table, 'total') !== null) return []
  return cells.ids(table).flatMap((_, row) => (cells.amount(table, row, 'total') === null ? [row] : []))
}

function fringeProblems({ inputs, labels, spans }: Context, cells: Results): BudgetProblem[] {
  const used = new Set(
    ['personnel', 'coachPay'].flatMap((table) =>
      unknownRows(cells, table)
        .filter((row) => cells.amount(table, row, 'fringeRate') === null)
        .map((row) => `${cells.value(table, row, 'fringeClass')}|${cells.value(table, row, 'year')}`),
    ),
  )
  return itemsOf(inputs, 'fringeClass').flatMap(({ key, content }) =>
    spans
      .filter(
        ({ label, year }) => content.rates[year] === undefined && used.has(`${labels.fringeClass.get(key)}|${label}`),
      )
      .map(({ label, year }) =>
        wrong('rateMissing', `${content.name} has no fringe rate for ${label}. Enter it, or your own estimate.`, {
          itemKey: key,
          field: 'rates',
          year,
        }),
      ),
  )
}

function raiseProblems({ inputs, spans }: Context, cells: Results): BudgetProblem[] {
  const used = new Set(
    unknownRows(cells, 'personnel')
      .filter((row) => cells.amount('personnel', row, 'base') === null)
      .map((row) => cells.value('personnel', row, 'year')),
  )
  return spans
    .slice(1)
    .filter(({ label, year }) => used.has(label) && inputs.assumptions.raises[year] === undefined)
    .map(({ label, year }) =>
      wrong('rateMissing', `The raise of ${label} is not known. Enter it; 0 where salaries stay as they are.`, {
        field: 'raises',
        year,
      }),
    )
}

function inflationProblems({ inputs, spans }: Context, cells: Results): BudgetProblem[] {
  const used = new Set(
    unknownRows(cells, 'lines')
      .filter((row) => cells.amount('lines', row, 'unitCost') === null)
      .map((row) => cells.value('lines', row, 'year')),
  )
  return spans
    .slice(1)
    .filter(({ label, year }) => used.has(label) && inputs.assumptions.inflation[year] === undefined)
    .map(({ label, year }) =>
      wrong('rateMissing', `The inflation of ${label} is not known. Enter it; 0 where prices stay as they are.`, {
        field: 'inflation',
        year,
      }),
    )
}

/** A cap holds until the next one is entered: used for more than a year it is likely to be out of date. */
function capProblems({ capSteps, spans, inputs, labels }: Context, cells: Results): BudgetProblem[] {
  const funds = itemsOf(inputs, 'fund').filter(({ content }) => content.appliesCap)
  if (funds.length === 0) return []
  const names = new Set(funds.map(({ key }) => labels.fund.get(key)))
  const unknown = unknownRows(cells, 'personnel').find(
    (row) => cells.amount('personnel', row, 'cap') === null && names.has(String(cells.value('personnel', row, 'fund'))),
  )
  if (unknown !== undefined) {
    const day = formatDate(fromDay(cells.amount('personnel', unknown, 'from')!))
    const year = spans.find(({ label }) => label === cells.value('personnel', unknown, 'year'))!.year
    return [
      wrong(
        'capMissing',
        `A fund applies the salary cap, and none is known for ${day}. Add the cap in force that day.`,
        {
          field: 'salaryCap',
          year,
        },
      ),
    ]
  }
  const latest = capSteps.at(-1)
  const stale = latest && spans.find(({ last }) => last > latest.day + 366)
  if (!latest || !stale) return []
  const cap = `The salary cap of ${formatDate(fromDay(latest.day))} (${formatMoney(latest.amount, { cents: false })})`
  return [
    doubtful('capMissing', `${cap} is used up to ${spans.at(-1)!.label}. Add later caps as they are published.`, {
      itemKey: latest.key,
      field: 'amount',
      year: stale.year,
    }),
  ]
}

function repeatedCaps({ capSteps, inputs }: Context): BudgetProblem[] {
  const used = new Set(capSteps.map(({ key }) => key))
  return itemsOf(inputs, 'salaryCap')
    .filter(({ key }) => !used.has(key))
    .map(({ key, content }) =>
      doubtful(
        'capMissing',
        `There are two salary caps from ${formatDate(content.fromOn)}: the one entered last is used. Remove the other.`,
        { itemKey: key, field: 'fromOn' },
      ),
    )
}
