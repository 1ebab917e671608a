import type { AccountMapping, LedgerEntry, PlanVsActual } from '#shared/budget/actualsSchema.ts'
import { accountPlaces } from '#shared/budget/ledger.ts'
import type { BudgetResult } from '#shared/budget/resultSchema.ts'
import type { Assumptions } from '#shared/budget/assumptionsSchema.ts'
import { budgetCategories, type BudgetCategory } from '#shared/budget/categories.ts'
import { addDays, type PlainDate } from '#shared/kernel/plainDate.ts'
import { addMonths } from '#shared/program/academicYear.ts'

type Figure = number | null

interface Planned {
  year: number
  /** The plan of the fiscal year by month. */
  months: BudgetResult['months']
  /** What the ledger has for that year. */
  entries: readonly LedgerEntry[]
  mappings: readonly AccountMapping[]
  notes: ReadonlyMap<BudgetCategory, string>
  thresholds: Pick<Assumptions, 'varianceShare' | 'varianceAmount'>
}

/**
 * Plan against what was spent and committed. A month is closed when it, or a later one, has something spent. The forecast
 * is what was spent and, of each category, what is committed or planned for the months that are not closed, whichever is
 * more: an order for something planned is no second cost. What is planned to be saved stays as planned. The variance is
 * the plan less that, in percent of the size of the plan, so that both have one sign.
 * Entries whose account belongs nowhere yet leave the totals, and the months they are in, not known.
 */
export function planVsActual({ year, months, entries, mappings, notes, thresholds }: Planned): PlanVsActual {
  const placeOf = accountPlaces(mappings)
  const placed = entries.flatMap((entry) => {
    const category = placeOf(entry)?.category
    return category ? [{ ...entry, category }] : []
  })
  const unplaced = entries.filter((entry) => placeOf(entry) === undefined)
  const closed = closedMonths(months, entries)

  const shown = budgetCategories.flatMap((category) => {
    const plans = months.map(({ byCategory }) => byCategory.find((row) => row.category === category)?.cost ?? null)
    const own = placed.filter((entry) => entry.category === category)
    if (own.length === 0 && plans.every((cost) => cost === 0)) return []
    const figures = figuresOf(
      sum(plans),
      sum(plans.slice(closed)),
      amountOf(own, 'actual'),
      amountOf(own, 'encumbrance'),
    )
    const note = notes.get(category) ?? ''
    return [{ category, ...figures, noteDue: note === '' && isOver(figures, thresholds), note }]
  })

  const isOpen = (list: readonly LedgerEntry[], kind: LedgerEntry['kind']): boolean =>
    list.some((entry) => entry.kind === kind)
  const known = (kind: LedgerEntry['kind']): Figure => (isOpen(unplaced, kind) ? null : amountOf(placed, kind))
  const plans = months.map(({ byCategory }) => sum(byCategory.map(({ cost }) => cost)))
  return {
    year,
    closedThrough: closed === 0 ? null : lastDayOf(months[closed - 1]!.month),
    months: months.map(({ month }, index) => {
      const inMonth = (entry: LedgerEntry): boolean => entry.postedOn.slice(0, 7) === month.slice(0, 7)
      const own = placed.filter(inMonth)
      const open = unplaced.filter(inMonth)
      return {
        month,
        plan: plans[index]!,
        actual: isOpen(open, 'actual') || index >= closed ? null : amountOf(own, 'actual'),
        encumbered: isOpen(open, 'encumbrance') ? null : amountOf(own, 'encumbrance'),
      }
    }),
    rows: shown,
    total: {
      ...outcomeOf(sum(plans), unplaced.length > 0 ? null : sum(shown.map(({ forecast }) => forecast))),
      actual: known('actual'),
      encumbered: known('encumbrance'),
    },
    unmapped: unmappedOf(unplaced),
  }
}

const sum = (figures: readonly Figure[]): Figure =>
  figures.reduce((total, figure) => (total === null || figure === null ? null : total + figure), 0)

const amountOf = (entries: readonly LedgerEntry[], kind: LedgerEntry['kind']): number =>
  entries.reduce((total, entry) => (entry.kind === kind ? total + entry.amount : total), 0)

const lastDayOf = (month: PlainDate): PlainDate => addDays(addMonths(month, 1), -1)

/** How many of the months are closed, from the first on. */
function closedMonths(months: BudgetResult['months'], entries: readonly LedgerEntry[]): number {
  const last = entries.reduce((day, { kind, postedOn }) => (kind === 'actual' && postedOn > day ? postedOn : day), '')
  return months.filter(({ month }) => month <= last).length
}

type Figures = Pick<
  PlanVsActual['total'],
  'plan' | 'actual' | 'encumbered' | 'forecast' | 'variance' | 'variancePercent'
>

function figuresOf(plan: Figure, toCome: Figure, actual: Figure, encumbered: Figure): Figures {
  if (toCome === null || actual === null || encumbered === null) return { ...outcomeOf(plan, null), actual, encumbered }
  const remaining = toCome < 0 ? encumbered + toCome : Math.max(encumbered, toCome)
  return { ...outcomeOf(plan, actual + remaining), actual, encumbered }
}

function outcomeOf(
  plan: Figure,
  forecast: Figure,
): Pick<Figures, 'plan' | 'forecast' | 'variance' | 'variancePercent'> {
  const variance = plan === null || forecast === null ? null : plan - forecast
  const variancePercent =
    plan === null || plan === 0 || variance === null ? null : Math.round((variance * 10_000) / Math.abs(plan))
  return { plan, forecast, variance, variancePercent }
}

/** Over both thresholds: the share of the plan (any amount is, of a plan of nothing) and the amount. */
function isOver({ plan, variance }: Figures, { varianceShare, varianceAmount }: Planned['thresholds']): boolean {
  if (plan === null || variance === null) return false
  return Math.abs(variance) * 10_000 > varianceShare * Math.abs(plan) && Math.abs(variance) > varianceAmount
}

function unmappedOf(entries: readonly LedgerEntry[]): PlanVsActual['unmapped'] {
  const groups = Map.groupBy(entries, ({ account, fundCode }) => JSON.stringify([account, fundCode]))
  return [...groups.values()].map((group) => ({
    account: group[0]!.account,
    fundCode: group[0]!.fundCode,
    entries: group.length,
    actual: amountOf(group, 'actual'),
    encumbered: amountOf(group, 'encumbrance'),
  }))
}
