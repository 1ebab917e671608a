import type { Period } from '#shared/budget/model/periods.ts'
import { formatMonth, type YearSpan } from '#shared/budget/model/years.ts'
import type { BudgetCategory } from '#shared/budget/categories.ts'
import { fromDay } from '#shared/calculation/units.ts'
import { formatDate } from '#shared/kernel/plainDate.ts'

type Lying = Pick<Period, 'from' | 'to' | 'of' | 'weights'>

/** A category with a cost that lies in the first fiscal year so: under a name, the units of each month running up. */
export interface Timing {
  category: BudgetCategory
  label: string
  through: readonly number[]
}

/** Notes how costs lie in the first fiscal year while rows are made, each way once. */
export class Timings {
  readonly #span: YearSpan
  readonly #labels = new Map<string, string>()
  readonly #noted = new Map<string, Timing>()

  constructor(span: YearSpan) {
    this.#span = span
  }

  /** The name of the timing of a cost; empty for a year that is not the first. */
  note(category: BudgetCategory, span: YearSpan, lying: Lying): string {
    if (span !== this.#span) return ''
    const label = this.#labelOf(lying)
    const name = `${category}|${label}`
    if (!this.#noted.has(name)) this.#noted.set(name, { category, label, through: runningSums(lying.weights) })
    return label
  }

  /** Evenly over the year, as lines lie. */
  noteEvenly(category: BudgetCategory, span: YearSpan): string {
    return this.note(category, span, { from: span.first, to: span.last, of: 12, weights: span.months.map(() => 1) })
  }

  noted(): Timing[] {
    return [...this.#noted.values()]
  }

  /** "Jul 2026 to Dec 2026" by months, "Jul 1, 2026 to Dec 31, 2026" by days. */
  #labelOf({ from, to, of, weights }: Lying): string {
    const counted = weights.map((weight, month) => (weight > 0 ? month : -1)).filter((month) => month >= 0)
    const name = of === 12 ? `${counted[0]}-${counted.at(-1)}` : `${from} to ${to}`
    const known = this.#labels.get(name)
    if (known !== undefined) return known
    const month = (index: number): string => formatMonth(this.#span.months[index]!.first)
    const [start, end] =
      of === 12 ? [month(counted[0]!), month(counted.at(-1)!)] : [formatDate(fromDay(from)), formatDate(fromDay(to))]
    const label = `${start} to ${end}`
    this.#labels.set(name, label)
    return label
  }
}

function runningSums(values: readonly number[]): number[] {
  let sum = 0
  return values.map((value) => (sum += value))
}
