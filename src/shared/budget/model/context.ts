import { type AppointedCoach, appointedCoaches, defaultPlan } from '#shared/budget/model/coaches.ts'
import { type Funding, fundingOf, type FundTerms, fundTerms, noFund } from '#shared/budget/model/funding.ts'
import { type BudgetInputs, itemsOf } from '#shared/budget/model/inputs.ts'
import { sameLines, samePeople } from '#shared/budget/model/sameInputs.ts'
import { labelsOf } from '#shared/budget/model/labels.ts'
import { type LearnerCount, projectLearners } from '#shared/budget/model/learners.ts'
import { type YearSpan, yearSpans } from '#shared/budget/model/years.ts'
import { positionRoleLabels } from '#shared/budget/categories.ts'
import type { BudgetItem, FundShares, ItemKind, ItemOf, Position } from '#shared/budget/itemSchemas.ts'
import { toDay } from '#shared/calculation/units.ts'

/** What the tables of one calculation share: names, days, who is there and who pays. */
export interface Context {
  inputs: BudgetInputs
  /** By key. */
  items: ReadonlyMap<string, BudgetItem>
  spans: readonly YearSpan[]
  labels: {
    fund: ReadonlyMap<string, string>
    fringeClass: ReadonlyMap<string, string>
    position: ReadonlyMap<string, string>
    payPlan: ReadonlyMap<string, string>
    line: ReadonlyMap<string, string>
    /** By appointment. */
    coach: ReadonlyMap<string, string>
    /** By the key of whatever names a base salary: a position, a plan, a coach's own pay. */
    salary: ReadonlyMap<string, string>
  }
  funds: ReadonlyMap<string, FundTerms>
  funding: (shares: FundShares) => Funding
  /** The days on which another salary cap comes into force. */
  capSteps: readonly { key: string; day: number; amount: number; source: string }[]
  learners: readonly LearnerCount[]
  coaches: readonly AppointedCoach[]
  plan: ItemOf<'payPlan'> | null
  /** The label of the site a learner or coach counts for: one for all where coaches serve every site. */
  siteOf: (site: string) => string
  /** The labels of the sites, with the name each stands for. */
  sites: ReadonlyMap<string, string>
}

const allSites = 'All sites'
const withoutSite = 'No site'

/** Makes the context; what is the same as in that of a similar budget is taken from there. */
export function contextOf(inputs: BudgetInputs, like: Context | null = null): Context {
  const { facts, settings, assumptions } = inputs
  const spans = like && like.inputs.settings === settings ? like.spans : yearSpans(settings)
  const people = like && samePeople(inputs, like.inputs, spans) ? like : null
  const labels = people && like && sameLines(inputs, like.inputs) ? like.labels : labelsFor(inputs)
  const learners = people?.learners ?? projectLearners(facts, assumptions, spans)
  const { funds, funding, capSteps } = people ?? fundsFor(inputs, labels.fund)
  const { siteOf, sites } = people ?? sitesFor(inputs, learners)
  return {
    inputs,
    items: new Map(inputs.items.map((item) => [item.key, item])),
    spans,
    labels,
    funds,
    funding,
    capSteps,
    learners,
    coaches: appointedCoaches(inputs, people?.coaches ?? null),
    plan: defaultPlan(inputs),
    siteOf,
    sites,
  }
}

type Labels = Context['labels']

function labelsFor(inputs: BudgetInputs): Labels {
  const named = <K extends ItemKind>(kind: K, nameOf: (item: ItemOf<K>) => string): Map<string, string> =>
    labelsOf(itemsOf(inputs, kind), ({ key }) => key, nameOf)
  const coach = labelsOf(
    inputs.facts.coaches,
    ({ appointmentId }) => appointmentId,
    ({ name }) => name,
  )
  return {
    fund: labelsOf(
      itemsOf(inputs, 'fund'),
      ({ key }) => key,
      ({ content }) => content.name,
      [noFund],
    ),
    fringeClass: named('fringeClass', ({ content }) => content.name),
    position: named('position', ({ content }) => positionName(content)),
    payPlan: named('payPlan', ({ content }) => content.name),
    line: named('line', ({ content }) => content.item),
    coach,
    salary: labelsOf(
      inputs.items.filter(({ kind }) => kind === 'position' || kind === 'payPlan' || kind === 'coachPay'),
      ({ key }) => key,
      (item) => salaryName(item, coach),
    ),
  }
}

function fundsFor(
  inputs: BudgetInputs,
  labels: ReadonlyMap<string, string>,
): Pick<Context, 'funds' | 'funding' | 'capSteps'> {
  const funds = fundTerms(itemsOf(inputs, 'fund'), labels)
  const fundings = new Map<FundShares, Funding>()
  return {
    funds,
    funding: (shares) => {
      const known = fundings.get(shares) ?? fundingOf(shares, funds)
      fundings.set(shares, known)
      return known
    },
    capSteps: capStepsOf(inputs),
  }
}

/** In order; of caps from the same day the last entered counts, as a later correction would. */
function capStepsOf(inputs: BudgetInputs): Context['capSteps'] {
  const steps = new Map<number, Context['capSteps'][number]>()
  for (const { key, content } of itemsOf(inputs, 'salaryCap')) {
    const day = toDay(content.fromOn)
    steps.set(day, { key, day, amount: content.amount, source: content.source })
  }
  return [...steps.values()].toSorted((one, other) => one.day - other.day)
}

function sitesFor({ facts }: BudgetInputs, learners: readonly LearnerCount[]): Pick<Context, 'siteOf' | 'sites'> {
  const names = [...new Set([...learners, ...facts.coaches].map(({ site }) => site))].toSorted()
  if (!facts.design.sameSite) {
    return { siteOf: () => allSites, sites: new Map(names.slice(0, 1).map(() => [allSites, ''])) }
  }
  const labels = labelsOf(
    names,
    (site) => site,
    (site) => site || withoutSite,
  )
  return { siteOf: (site) => labels.get(site)!, sites: new Map(names.map((site) => [labels.get(site)!, site])) }
}

/** "Assistant dean · Ada Park": a position with who holds it. */
export function positionName({ title, role, holder }: Position): string {
  return [title || positionRoleLabels[role], holder || 'to be hired'].join(' · ')
}

function salaryName(item: BudgetItem, coaches: ReadonlyMap<string, string>): string {
  switch (item.kind) {
    case 'position':
      return positionName(item.content)
    case 'payPlan':
      return item.content.name
    case 'coachPay':
      return coaches.get(item.content.appointmentId) ?? 'Coach'
    default:
      return ''
  }
}

/** Whether somebody or something is there on some day of the years of the budget. */
export const inHorizon = (
  { spans }: Pick<Context, 'spans'>,
  { from, to }: { from: number | null; to: number | null },
): boolean => (from ?? spans[0]!.first) <= spans.at(-1)!.last && (to ?? spans[0]!.first) >= spans[0]!.first
