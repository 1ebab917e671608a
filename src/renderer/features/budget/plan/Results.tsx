import { memo } from 'react'
import { ChartWithTable } from '#renderer/ui/chart/ChartWithTable.tsx'
import { formatFiscalYear } from '#shared/budget/fiscalYear.ts'
import type { CalculatedBudget } from '#shared/budget/model/calculate.ts'
import { budgetCategoryLabels } from '#shared/budget/categories.ts'
import { dollars, jobs, shortDollars } from '../budgetWords.ts'
import { categorySeries, fundSeries } from '../charts.ts'
import { figures } from '../figures.ts'
import { EffortRoster } from './EffortRoster.tsx'
import { type FigureRow, FigureTable, type OpenFigures } from './FigureTable.tsx'
import { StaffingResult } from './StaffingResult.tsx'

const whole = (value: number): string => value.toLocaleString('en-US')

interface ResultsProps extends OpenFigures {
  calculated: CalculatedBudget
}

/** What the plan comes to, year by year: figures, costs by category and fund, staffing. */
export const Results = memo(function Results({ calculated, open, onOpen }: ResultsProps) {
  const { result } = calculated
  const { years, totals } = result
  const headings = years.map(formatFiscalYear)
  const of = figures(calculated)
  const table = { headings, open, onOpen }
  const money = { labels: headings, format: dollars, formatShort: shortDollars }
  return (
    <>
      <section aria-labelledby="budget-headline">
        <h2 id="budget-headline">By fiscal year</h2>
        <FigureTable
          {...table}
          caption="By fiscal year"
          rowHeader="Figure"
          rows={[
            {
              key: 'learners',
              label: 'Learners',
              values: totals.learners,
              format: whole,
              figures: of.totals('learners'),
            },
            { key: 'coaches', label: 'Coaches', values: totals.coaches, format: whole, figures: of.totals('coaches') },
            {
              key: 'toHire',
              label: 'Coaches to be hired',
              values: totals.coachesToHire,
              format: whole,
              figures: of.totals('coachesToHire'),
            },
            { key: 'fte', label: 'FTE', values: totals.fte, format: jobs, figures: of.totals('fte') },
            {
              key: 'direct',
              label: 'Direct cost',
              values: totals.direct,
              format: dollars,
              figures: of.totals('direct'),
            },
            { key: 'indirect', label: 'F&A', values: totals.indirect, format: dollars, figures: of.totals('indirect') },
            {
              key: 'total',
              label: 'Total cost',
              values: totals.total,
              format: dollars,
              figures: of.totals('total'),
              isTotal: true,
            },
            {
              key: 'perLearner',
              label: 'Cost per learner',
              values: totals.costPerLearner,
              format: dollars,
              figures: of.totals('costPerLearner'),
            },
            {
              key: 'perCoach',
              label: 'Cost per coach',
              values: totals.costPerCoach,
              format: dollars,
              figures: of.totals('costPerCoach'),
            },
          ]}
        />
      </section>
      <ChartWithTable
        title="Cost by category"
        summary={`Total ${inWords(totals.total, headings)}.`}
        rowHeader="Category"
        {...money}
        series={categorySeries(result)}
        isStacked
        table={
          <FigureTable
            {...table}
            caption="Cost by category"
            rowHeader="Category"
            rows={[
              ...result.byCategory
                .filter(({ cost }) => cost.some((value) => value !== 0))
                .map(({ category, cost }) => ({
                  key: category,
                  label: budgetCategoryLabels[category],
                  values: cost,
                  format: dollars,
                  figures: of.category(category),
                })),
              {
                key: 'total',
                label: 'Total cost',
                values: totals.total,
                format: dollars,
                figures: of.totals('total'),
                isTotal: true,
              },
            ]}
          />
        }
      />
      <ChartWithTable
        title="Cost by fund"
        summary={result.byFund
          .map(({ name, cost, fund }) => `${fund === null ? 'Unfunded' : name} ${inWords(cost, headings)}.`)
          .join(' ')}
        rowHeader="Fund"
        {...money}
        series={fundSeries(result)}
        isStacked
        table={
          <FigureTable
            {...table}
            caption="Cost by fund"
            rowHeader="Fund"
            rows={result.byFund.flatMap(({ fund, name, cost, available, left }): FigureRow[] =>
              fund === null
                ? [
                    {
                      key: 'unfunded',
                      label: 'Unfunded',
                      values: cost,
                      format: dollars,
                      figures: of.fund(null, 'cost'),
                      isGap: true,
                    },
                  ]
                : [
                    { key: fund, label: name, values: cost, format: dollars, figures: of.fund(fund, 'cost') },
                    {
                      key: `${fund} available`,
                      label: 'available',
                      partOf: name,
                      values: available,
                      format: dollars,
                      figures: of.fund(fund, 'available'),
                    },
                    {
                      key: `${fund} left`,
                      label: 'left',
                      partOf: name,
                      values: left,
                      format: dollars,
                      figures: of.fund(fund, 'left'),
                    },
                  ],
            )}
          />
        }
      />
      <ChartWithTable
        title="Cost per learner"
        summary={`${inWords(totals.costPerLearner, headings)}.`}
        rowHeader="Figure"
        {...money}
        series={[{ key: 'perLearner', label: 'Cost per learner', color: 1, values: totals.costPerLearner }]}
      />
      <StaffingResult calculated={calculated} open={open} onOpen={onOpen} />
      <EffortRoster calculated={calculated} open={open} onOpen={onOpen} />
    </>
  )
})

/** "FY27 $412,300, FY28 not known" */
const inWords = (values: readonly (number | null)[], headings: readonly string[]): string =>
  headings
    .map((heading, at) => {
      const value = values[at] ?? null
      return `${heading} ${value === null ? 'not known' : dollars(value)}`
    })
    .join(', ')
