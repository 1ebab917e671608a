import { formatFiscalYear } from '#shared/budget/fiscalYear.ts'
import type { BudgetResult } from '#shared/budget/resultSchema.ts'
import type { Budget } from '#shared/budget/schema.ts'
import { type Cents, formatMoney } from '#shared/kernel/money.ts'
import { formatDate } from '#shared/kernel/plainDate.ts'
import { count } from '#shared/kernel/text.ts'

/** "$412,300": an amount where the cents do not matter. */
export const dollars = (cents: Cents): string => formatMoney(cents, { cents: false })

/** "$412k": an amount where there is little room. */
export function shortDollars(cents: Cents): string {
  const [size, sign] = [Math.abs(cents) / 100, cents < 0 ? '-' : '']
  if (size >= 999_500) return `${sign}$${(size / 1_000_000).toFixed(2)}M`
  return size >= 10_000 ? `${sign}$${Math.round(size / 1000)}k` : `${sign}${dollars(Math.abs(cents))}`
}

/** "3.40": full-time jobs; hundredths are as fine as anybody plans. */
export const jobs = (effort: number): string => (effort / 10_000).toFixed(2)

/** "+4.5 %", of basis points. */
export function signedPercent(rate: number): string {
  const percent = (Math.abs(rate) / 100).toLocaleString('en-US', { maximumFractionDigits: 1 })
  return `${rate > 0 ? '+' : rate < 0 ? '-' : ''}${percent} %`
}

/** "+$1,200" */
export const signedDollars = (cents: Cents): string => `${cents > 0 ? '+' : ''}${dollars(cents)}`

/** How a budget stands, in one sentence. */
export function budgetInWords(result: BudgetResult): string {
  const year = result.years[0]
  if (year === undefined) return 'No fiscal year is planned.'
  const first = (figures: readonly (number | null)[]): number | null => figures[0] ?? null
  const { coaches, fte, total, costPerLearner } = result.totals
  const [people, effort, cost, each] = [first(coaches), first(fte), first(total), first(costPerLearner)]
  const unfunded = first(result.byFund.find(({ fund }) => fund === null)?.cost ?? [])
  const parts = [
    people !== null && count(people, 'coach', 'coaches'),
    effort !== null && `${jobs(effort)} FTE`,
    cost === null ? 'total not known yet' : dollars(cost),
    each !== null && `${dollars(each)} a learner`,
  ].filter((part) => part !== false)
  const gap = unfunded !== null && unfunded > 0 ? `; ${dollars(unfunded)} unfunded` : ''
  return `${formatFiscalYear(year)}: ${parts.join(', ')}${gap}`
}

/** "Version 2, draft", "Version 1, approved Mar 3, 2027" */
export function versionInWords({ number, status, approvedOn }: Budget): string {
  if (status === 'draft') return `Version ${number}, draft`
  const on = approvedOn === null ? '' : ` ${formatDate(approvedOn)}`
  return `Version ${number}, approved${on}${status === 'superseded' ? ', superseded' : ''}`
}

/** "FY27 to FY29" */
export function yearsInWords(years: readonly number[]): string {
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined || last === undefined) return ''
  return first === last ? formatFiscalYear(first) : `${formatFiscalYear(first)} to ${formatFiscalYear(last)}`
}
