import type { Noun } from '#renderer/ui/grid/gridTypes.ts'
import { type BudgetInputs, itemsOf, yearsOf } from '#shared/budget/model/inputs.ts'
import { budgetCategoryLabels, lineCategories, positionRoleLabels, positionRoles } from '#shared/budget/categories.ts'
import {
  coachPayModelLabels,
  coachPayModels,
  type ItemKind,
  lineDriverLabels,
  lineDrivers,
} from '#shared/budget/itemSchemas.ts'
import type { BudgetDocument } from '#shared/budget/schema.ts'
import type { BudgetTab } from '#renderer/app/search.ts'
import { fundsColumn } from './fundShares.ts'
import {
  choiceColumn,
  costColumn,
  dateColumn,
  effortColumn,
  hundredthsColumn,
  type ItemColumn,
  moneyColumn,
  standingColumn,
  textColumn,
  wholeColumn,
  yearColumns,
  yesNoColumn,
} from './itemColumns.ts'

type Inputs = Pick<BudgetInputs, 'items' | 'settings'>
type Choices = { id: string; label: string }[]

const choicesOf = <T extends string>(ids: readonly T[], labels: Record<T, string>): Choices =>
  ids.map((id) => ({ id, label: labels[id] }))

const classChoices = (inputs: Inputs): Choices =>
  itemsOf(inputs, 'fringeClass').map(({ key, content }) => ({ id: key, label: content.name }))

const planChoices = (inputs: Inputs): Choices =>
  itemsOf(inputs, 'payPlan').map(({ key, content }) => ({ id: key, label: content.name }))

const firstYear = ({ settings }: Inputs): number => settings.firstYear

const columns: { [K in ItemKind]: (inputs: Inputs, facts: BudgetDocument['facts']) => ItemColumn<K>[] } = {
  position: (inputs) => [
    choiceColumn({
      field: 'role',
      header: 'Role',
      width: 152,
      pinned: true,
      choices: choicesOf(positionRoles, positionRoleLabels),
    }),
    textColumn({ field: 'holder', header: 'Holder', width: 160 }),
    textColumn({ field: 'title', header: 'Title', width: 160 }),
    textColumn({ field: 'department', header: 'Department', hiddenByDefault: true }),
    moneyColumn({ field: 'baseSalary', header: 'Base salary ($)' }),
    effortColumn({ field: 'effort', header: 'FTE', blank: 0 }),
    wholeColumn({ field: 'headcount', header: 'Headcount', blank: 1 }),
    choiceColumn({ field: 'fringeClass', header: 'Fringe class', width: 150, choices: classChoices(inputs) }),
    fundsColumn(itemsOf(inputs, 'fund')),
    costColumn(firstYear(inputs)),
    dateColumn({ field: 'startsOn', header: 'Starts' }),
    dateColumn({ field: 'endsOn', header: 'Ends' }),
    yesNoColumn({ field: 'raises', header: 'Raises', width: 76 }),
    textColumn({ field: 'note', header: 'Note', width: 220, max: 500 }),
  ],
  line: (inputs) => [
    textColumn({ field: 'item', header: 'Item', width: 248, pinned: true }),
    choiceColumn({
      field: 'category',
      header: 'Category',
      width: 170,
      choices: choicesOf(lineCategories, budgetCategoryLabels),
    }),
    choiceColumn({
      field: 'driver',
      header: 'Grows with',
      width: 236,
      choices: choicesOf(lineDrivers, lineDriverLabels),
    }),
    hundredthsColumn({ field: 'quantity', header: 'Quantity' }),
    textColumn({ field: 'unit', header: 'Unit', width: 96, max: 40 }),
    moneyColumn({ field: 'unitCost', header: 'Unit cost ($)' }),
    fundsColumn(itemsOf(inputs, 'fund')),
    costColumn(firstYear(inputs)),
    yesNoColumn({ field: 'inflates', header: 'Inflates', width: 84 }),
    wholeColumn({ field: 'firstYear', header: 'From FY', width: 84 }),
    wholeColumn({ field: 'lastYear', header: 'To FY', width: 84 }),
    textColumn({ field: 'justification', header: 'Justification', width: 280, max: 1000 }),
  ],
  fund: (inputs) => [
    textColumn({ field: 'name', header: 'Fund', width: 180, pinned: true }),
    textColumn({ field: 'code', header: 'Cost center', width: 140, max: 80 }),
    ...yearColumns<'fund'>('amounts', yearsOf(inputs.settings), 'money'),
    yesNoColumn({ field: 'carryOver', header: 'Carries over', width: 108 }),
    dateColumn({ field: 'startsOn', header: 'Starts' }),
    dateColumn({ field: 'endsOn', header: 'Ends' }),
    yesNoColumn({ field: 'appliesCap', header: 'Salary cap binds', width: 128 }),
    hundredthsColumn({ field: 'indirectRate', header: 'F&A (%)' }),
    textColumn({ field: 'restrictions', header: 'Restrictions', width: 260, max: 500 }),
  ],
  fringeClass: (inputs) => [
    textColumn({ field: 'name', header: 'Fringe class', width: 200, pinned: true }),
    ...yearColumns<'fringeClass'>('rates', yearsOf(inputs.settings), 'rate'),
    textColumn({ field: 'source', header: 'Source', width: 320, max: 300 }),
  ],
  salaryCap: () => [
    dateColumn({ field: 'fromOn', header: 'Holds from', pinned: true }),
    moneyColumn({ field: 'amount', header: 'Cap a year ($)' }),
    textColumn({ field: 'source', header: 'Source', width: 320, max: 300 }),
  ],
  payPlan: (inputs) => [
    textColumn({ field: 'name', header: 'Pay plan', width: 180, pinned: true }),
    choiceColumn({
      field: 'model',
      header: 'Coaches are paid by',
      width: 220,
      choices: choicesOf(coachPayModels, coachPayModelLabels),
    }),
    moneyColumn({ field: 'baseSalary', header: 'Base salary ($)' }),
    effortColumn({ field: 'effort', header: 'FTE each' }),
    moneyColumn({ field: 'stipend', header: 'Stipend ($)' }),
    moneyColumn({ field: 'perLearner', header: 'Per learner ($)' }),
    moneyColumn({ field: 'perMeeting', header: 'Per meeting ($)' }),
    choiceColumn({ field: 'fringeClass', header: 'Fringe on effort', width: 150, choices: classChoices(inputs) }),
    choiceColumn({
      field: 'stipendFringeClass',
      header: 'Fringe on stipends',
      width: 150,
      choices: classChoices(inputs),
    }),
    fundsColumn(itemsOf(inputs, 'fund')),
    costColumn(firstYear(inputs)),
  ],
  coachPay: (inputs, facts) => [
    choiceColumn({
      field: 'appointmentId',
      header: 'Coach',
      width: 200,
      pinned: true,
      choices: facts.coaches.map(({ appointmentId, name }) => ({ id: appointmentId, label: name })),
    }),
    choiceColumn({ field: 'payPlan', header: 'Other pay plan', width: 160, choices: planChoices(inputs) }),
    moneyColumn({ field: 'baseSalary', header: 'Base salary ($)' }),
    effortColumn({ field: 'effort', header: 'FTE' }),
    moneyColumn({ field: 'stipend', header: 'Stipend ($)' }),
    fundsColumn(itemsOf(inputs, 'fund'), 'Other funds (%)'),
    textColumn({ field: 'note', header: 'Note', width: 220, max: 500 }),
  ],
}

/** The columns of a grid; in a scenario with one that says what is as in the base. */
export function columnsOf<K extends ItemKind>(
  kind: K,
  inputs: Inputs,
  facts: BudgetDocument['facts'],
  isScenario: boolean,
): ItemColumn<K>[] {
  const own = columns[kind](inputs, facts)
  return isScenario ? [...own.slice(0, 1), standingColumn<K>(), ...own.slice(1)] : own
}

interface KindFacts {
  title: string
  noun: Noun
  /** What goes here, where nothing is. */
  about: string
  tab: BudgetTab
}

export const kindFacts: Record<ItemKind, KindFacts> = {
  position: {
    title: 'Positions',
    noun: { one: 'position', many: 'positions' },
    about:
      'The director, the administrator, somebody for the data: one in each row. Coaches come from the roster and the ratio.',
    tab: 'positions',
  },
  line: {
    title: 'Other lines',
    noun: { one: 'line', many: 'lines' },
    about:
      'Everything that is not a salary: training, licences, food, travel. A line can count learners, coaches or meetings.',
    tab: 'lines',
  },
  fund: {
    title: 'Funds',
    noun: { one: 'fund', many: 'funds' },
    about: 'Who pays: the dean’s office, a grant, a department. Positions and lines say which share each fund pays.',
    tab: 'rates',
  },
  fringeClass: {
    title: 'Fringe rates',
    noun: { one: 'fringe class', many: 'fringe classes' },
    about: 'Benefits in percent of a salary, by class and fiscal year, as the institution publishes them.',
    tab: 'rates',
  },
  salaryCap: {
    title: 'Salary caps',
    noun: { one: 'cap', many: 'caps' },
    about: 'The most a fund pays of a full-time salary, from a day on. It binds funds that say so.',
    tab: 'rates',
  },
  payPlan: {
    title: 'Pay plans of coaches',
    noun: { one: 'pay plan', many: 'pay plans' },
    about:
      'How coaches are paid: by effort, stipend, learner or meeting. The assumptions choose the plan of all coaches.',
    tab: 'rates',
  },
  coachPay: {
    title: 'Coaches with pay of their own',
    noun: { one: 'coach', many: 'coaches' },
    about: 'Coaches whose pay, effort or funds are not those of the pay plan: one in each row.',
    tab: 'rates',
  },
}
