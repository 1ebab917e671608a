import { itemsOf } from '#shared/budget/model/inputs.ts'
import { type ItemKind, itemSchemas } from '#shared/budget/itemSchemas.ts'
import type { BudgetWork } from '../useBudgetWork.ts'
import type { ContentOf } from './itemColumns.ts'

const begun: { [K in ItemKind]: (work: BudgetWork) => object | string } = {
  position: () => ({ role: 'other' }),
  line: () => ({ category: 'other', item: 'New line' }),
  fund: () => ({ name: 'New fund' }),
  fringeClass: () => ({ name: 'New fringe class' }),
  salaryCap: (work) => ({ fromOn: `${work.document.budget.settings.firstYear}-01-01`, amount: 0 }),
  payPlan: () => ({ name: 'New pay plan', model: 'effort' }),
  coachPay: (work) => {
    const paid = new Set(itemsOf(work, 'coachPay').map(({ content }) => content.appointmentId))
    const next = work.document.facts.coaches.find(({ appointmentId }) => !paid.has(appointmentId))
    return next
      ? { appointmentId: next.appointmentId }
      : 'Every coach of the roster has pay of their own already. Change it in their row.'
  },
}

/** What a row that is added starts with; why none can be added, where that is so. */
export function newContent<K extends ItemKind>(kind: K, work: BudgetWork): ContentOf<K> | string {
  const given = begun[kind](work)
  return typeof given === 'string' ? given : (itemSchemas[kind].parse(given) as unknown as ContentOf<K>)
}
