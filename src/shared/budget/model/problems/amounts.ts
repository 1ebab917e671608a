import { paysEffort, paysStipend } from '#shared/budget/model/coaches.ts'
import { type Context, inHorizon } from '#shared/budget/model/context.ts'
import { itemName } from '#shared/budget/model/problems/itemName.ts'
import { wrong } from '#shared/budget/model/problems/problem.ts'
import type { UsedPlan } from '#shared/budget/model/problems/usedPlans.ts'
import { meetingsOf } from '#shared/budget/model/tables/assumptions.ts'
import type { BudgetProblem } from '#shared/budget/resultSchema.ts'
import type { BudgetItem, ItemOf, LineDriver } from '#shared/budget/itemSchemas.ts'
import { toDay } from '#shared/calculation/units.ts'

/** What has to be entered before a cost is known, item by item; and ends before starts. */
export function amountProblems(context: Context, plans: readonly UsedPlan[]): BudgetProblem[] {
  return [
    ...context.inputs.items.flatMap((item) => [...orderProblems(item, context), ...itemProblems(item, context)]),
    ...plans.flatMap((used) => planProblems(used, context)),
  ]
}

function orderProblems(item: BudgetItem, context: Context): BudgetProblem[] {
  const name = itemName(item, context)
  const ends = (field: string): BudgetProblem[] => [
    wrong('endBeforeStart', `${name} ends before it starts. Correct one of the two.`, { itemKey: item.key, field }),
  ]
  if (item.kind === 'position' || item.kind === 'fund') {
    const { startsOn, endsOn } = item.content
    return startsOn !== null && endsOn !== null && endsOn < startsOn ? ends('endsOn') : []
  }
  if (item.kind === 'line') {
    const { firstYear, lastYear } = item.content
    return firstYear !== null && lastYear !== null && lastYear < firstYear ? ends('lastYear') : []
  }
  return []
}

function itemProblems(item: BudgetItem, context: Context): BudgetProblem[] {
  switch (item.kind) {
    case 'position':
      return positionProblems(item, context)
    case 'line':
      return lineProblems(item, context)
    default:
      return []
  }
}

function positionProblems(item: ItemOf<'position'>, context: Context): BudgetProblem[] {
  const { effort, baseSalary, fringeClass, startsOn, endsOn } = item.content
  const days = { from: startsOn === null ? null : toDay(startsOn), to: endsOn === null ? null : toDay(endsOn) }
  if (effort === 0 || !inHorizon(context, days)) return []
  const name = itemName(item, context)
  return [
    ...(baseSalary === null
      ? [wrong('amountMissing', `${name} has no base salary. Enter it.`, { itemKey: item.key, field: 'baseSalary' })]
      : []),
    ...fringeProblems(item.key, 'fringeClass', fringeClass, name, context),
  ]
}

const driverFields: Partial<Record<LineDriver, { field: string; words: string }>> = {
  meetings: { field: 'meetingsPerLearner', words: 'meetings of a learner in a year' },
  sessions: { field: 'sessionsPerYear', words: 'sessions in a year' },
  administrations: { field: 'administrationsPerYear', words: 'administrations of instruments in a year' },
}

function lineProblems(item: ItemOf<'line'>, context: Context): BudgetProblem[] {
  const { driver, unitCost } = item.content
  const name = itemName(item, context)
  const { assumptions, facts } = context.inputs
  const known: Partial<Record<LineDriver, number | null>> = {
    meetings: meetingsOf(context.inputs),
    sessions: assumptions.sessionsPerYear,
    administrations: assumptions.administrationsPerYear ?? facts.design.administrationsPerYear,
  }
  const open = driverFields[driver]
  return [
    ...(unitCost === null
      ? [wrong('amountMissing', `${name} has no unit cost. Enter it.`, { itemKey: item.key, field: 'unitCost' })]
      : []),
    ...(open && known[driver] === null
      ? [
          wrong('amountMissing', `${name} goes by the ${open.words}. Enter how many in the assumptions.`, {
            field: open.field,
          }),
        ]
      : []),
  ]
}

/** What a plan lacks for those who are paid by it. */
function planProblems({ plan, coaches, hires }: UsedPlan, context: Context): BudgetProblem[] {
  const { content, key } = plan
  const { model, effort, baseSalary, stipend, perLearner, perMeeting, fringeClass, stipendFringeClass } = content
  const missing = (field: string, words: string): BudgetProblem =>
    wrong('amountMissing', `The pay plan ${content.name} has no ${words}. Enter it.`, { itemKey: key, field })
  const withoutOwn = (has: (coach: (typeof coaches)[number]) => boolean): boolean =>
    hires || coaches.some((coach) => !has(coach))
  const byEffort = paysEffort(content)
  const byStipend = paysStipend(content) || model === 'perLearner' || model === 'perMeeting'
  const fringe = (field: string, of: string | null): BudgetProblem[] =>
    fringeProblems(key, field, of, `the pay plan ${content.name}`, context)
  const open: (BudgetProblem | false)[] = [
    byEffort && effort === null && withoutOwn(({ ownEffort }) => ownEffort !== null) && missing('effort', 'effort'),
    byEffort &&
      baseSalary === null &&
      withoutOwn(({ own }) => own !== null && own.content.baseSalary !== null) &&
      missing('baseSalary', 'base salary'),
    paysStipend(content) &&
      stipend === null &&
      withoutOwn(({ own }) => own !== null && own.content.stipend !== null) &&
      missing('stipend', 'stipend'),
    model === 'perLearner' && perLearner === null && missing('perLearner', 'amount for each learner'),
    model === 'perMeeting' && perMeeting === null && missing('perMeeting', 'amount for each meeting'),
    model === 'perMeeting' &&
      meetingsOf(context.inputs) === null &&
      wrong('amountMissing', `The pay plan ${content.name} goes by meetings. Enter how many a learner has in a year.`, {
        field: 'meetingsPerLearner',
      }),
  ]
  return [
    ...open.filter((problem) => problem !== false),
    ...(byEffort ? fringe('fringeClass', fringeClass) : []),
    ...(byStipend ? fringe('stipendFringeClass', stipendFringeClass) : []),
  ]
}

function fringeProblems(
  itemKey: string,
  field: string,
  fringeClass: string | null,
  name: string,
  { labels }: Context,
): BudgetProblem[] {
  if (fringeClass !== null && labels.fringeClass.has(fringeClass)) return []
  return [wrong('unknownFringeClass', `The fringe of ${name} is not known. Choose a fringe class.`, { itemKey, field })]
}
