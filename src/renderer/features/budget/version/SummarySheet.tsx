import { lazy, Suspense } from 'react'
import { assumptionWords } from '#shared/budget/budgetWords.ts'
import { ChartLegend } from '#renderer/ui/chart/ChartLegend.tsx'
import { formatFiscalYear } from '#shared/budget/fiscalYear.ts'
import type { CalculatedBudget } from '#shared/budget/model/calculate.ts'
import { budgetCategoryLabels } from '#shared/budget/categories.ts'
import type { BudgetDocument } from '#shared/budget/schema.ts'
import { formatDate } from '#shared/kernel/plainDate.ts'
import type { Program } from '#shared/program/schema.ts'
import { budgetInWords, dollars, jobs, shortDollars, versionInWords, yearsInWords } from '../budgetWords.ts'
import { categorySeries } from '../charts.ts'
import { assumptionInWords } from '../plan/assumptionWords.ts'

const ColumnChart = lazy(async () => ({
  default: (await import('#renderer/ui/chart/ColumnChart.tsx')).ColumnChart,
}))

interface Props {
  program: Program
  document: BudgetDocument
  calculated: CalculatedBudget
}

const told = ['learnersPerCoach', 'payPlan', 'meetingsPerLearner', 'raises', 'inflation', 'vacancy'] as const

interface Line {
  key: string
  label: string
  values: readonly (number | null)[]
  format: (value: number) => string
  isTotal?: boolean
}

const whole = (value: number): string => value.toLocaleString('en-US')

/** The sheet itself: how things stand, cost by category and fund, and the assumptions behind it. */
export function SummarySheet({ program, document, calculated }: Props) {
  const { budget } = document
  const { result, inputs } = calculated
  const { totals, years } = result
  const headings = years.map(formatFiscalYear)
  const series = categorySeries(result)
  const costs: Line[] = [
    ...result.byCategory
      .filter(({ cost }) => cost.some((value) => value !== 0))
      .map(({ category, cost }) => ({
        key: category,
        label: budgetCategoryLabels[category],
        values: cost,
        format: dollars,
      })),
    { key: 'total', label: 'Total', values: totals.total, format: dollars, isTotal: true },
  ]
  const funds: Line[] = result.byFund
    .filter(({ cost, available }) => [...cost, ...available].some((value) => value !== 0))
    .map(({ fund, name, cost }) => ({
      key: fund ?? 'unfunded',
      label: fund === null ? 'Unfunded' : name,
      values: cost,
      format: dollars,
    }))
  const people: Line[] = [
    { key: 'learners', label: 'Learners', values: totals.learners, format: whole },
    { key: 'coaches', label: 'Coaches', values: totals.coaches, format: whole },
    { key: 'fte', label: 'FTE', values: totals.fte, format: jobs },
    { key: 'perLearner', label: 'Cost per learner', values: totals.costPerLearner, format: dollars },
    { key: 'perCoach', label: 'Cost per coach', values: totals.costPerCoach, format: dollars },
  ]
  // Paper stands alone: a reader of it has no design to look in.
  const { assumptions, facts } = inputs
  const assumed = {
    ...assumptions,
    learnersPerCoach: assumptions.learnersPerCoach ?? facts.design.learnersPerCoach,
    meetingsPerLearner: assumptions.meetingsPerLearner ?? facts.design.meetingsPerYear,
  }
  return (
    <article className="cd-budget-sheet">
      <header>
        <p>{[program.institution, program.name].filter(Boolean).join(', ')}</p>
        <h2>{budget.settings.name}</h2>
        <p>{`Budget ${yearsInWords(years)}. ${versionInWords(budget)}. ${result.scenario}.`}</p>
      </header>
      <p className="cd-budget-sheet-gist">{`${budgetInWords(result)}.`}</p>
      {!result.complete && <p className="cd-needs">Some totals are not known yet: the plan lists what is missing.</p>}
      <SheetTable title="Cost by category" headings={headings} lines={costs} />
      <div className="cd-budget-sheet-chart">
        <Suspense fallback={null}>
          <ColumnChart
            labels={headings}
            series={series}
            isStacked
            format={dollars}
            formatShort={shortDollars}
            label="Cost by category, as in the table above"
            height={170}
          />
        </Suspense>
        <ChartLegend series={series} isStacked />
      </div>
      <div className="cd-budget-sheet-pair">
        <SheetTable title="Who pays" headings={headings} lines={funds} />
        <SheetTable title="Learners and coaches" headings={headings} lines={people} />
      </div>
      <section>
        <h3>Assumptions</h3>
        <dl>
          {told.map((name) => (
            <div key={name}>
              <dt>{assumptionWords[name].label}</dt>
              <dd>{assumptionInWords(name, assumed, inputs.items)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <footer>
        <span>{[budget.settings.preparedBy, budget.settings.contact].filter(Boolean).join(', ')}</span>
        <span>{`Roster as of ${formatDate(document.facts.asOf)}`}</span>
      </footer>
    </article>
  )
}

function SheetTable({
  title,
  headings,
  lines,
}: {
  title: string
  headings: readonly string[]
  lines: readonly Line[]
}) {
  return (
    <section>
      <h3>{title}</h3>
      <table className="cd-table cd-figure-table">
        <thead>
          <tr>
            <th scope="col">
              <span className="cd-visually-hidden">{title}</span>
            </th>
            {headings.map((heading) => (
              <th key={heading} scope="col" data-number>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, label, values, format, isTotal }) => (
            <tr key={key} data-total={isTotal || undefined}>
              <th scope="row">{label}</th>
              {headings.map((heading, at) => {
                const value = values[at] ?? null
                return (
                  <td key={heading} data-number>
                    {value === null ? 'not known' : format(value)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
