import type { Context } from '#shared/budget/model/context.ts'
import type { BudgetItem, ItemKind } from '#shared/budget/schema.ts'

/** Whether the rows of people would be the same: made of the same items, facts and assumptions, by identity. */
export function samePeople(one: Context, other: Context): boolean {
  const [a, b] = [one.inputs, other.inputs]
  return (
    a.settings === b.settings &&
    a.facts === b.facts &&
    a.assumptions.coachSource === b.assumptions.coachSource &&
    a.assumptions.payPlan === b.assumptions.payPlan &&
    a.assumptions.raises === b.assumptions.raises &&
    // Sites come from learners, and learners from intakes.
    a.assumptions.intakes === b.assumptions.intakes &&
    sameItems(one, other, (kind) => kind !== 'line')
  )
}

/** Whether the rows of lines would be the same. */
export const sameLines = (one: Context, other: Context): boolean =>
  one.inputs.settings === other.inputs.settings && sameItems(one, other, (kind) => kind === 'line' || kind === 'fund')

function sameItems(one: Context, other: Context, isOf: (kind: ItemKind) => boolean): boolean {
  const items = ({ inputs }: Context): BudgetItem[] => inputs.items.filter(({ kind }) => isOf(kind))
  const [a, b] = [items(one), items(other)]
  return a.length === b.length && a.every((item, at) => item === b[at])
}
