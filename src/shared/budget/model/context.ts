import { type AppointedCoach, appointedCoaches, defaultPlan } from '#shared/budget/model/coaches.ts'
import { type Funding, fundingOf, type FundTerms, fundTerms } from '#shared/budget/model/funding.ts'
import { type BudgetInputs, itemsOf } from '#shared/budget/model/inputs.ts'
import { labelsOf } from '#shared/budget/model/labels.ts'
import { type LearnerCount, projectLearners } from '#shared/budget/model/learners.ts'
import { type YearSpan, yearSpans } from '#shared/budget/model/years.ts'
import {
  type BudgetItem,
  type FundShares,
  type ItemOf,
  type Position,
  positionRoleLabels,
} from '#shared/budget/schema.ts'
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

export function contextOf(inputs: BudgetInputs): Context {
  const funds = itemsOf(inputs, 'fund')
  const fundLabels = labelsOf(
    funds,
    ({ key }) => key,
    ({ content }) => content.name,
  )
  const coachLabels = labelsOf(
    inputs.facts.coaches,
    ({ appointmentId }) => appointmentId,
    ({ name }) => name,
  )
  const terms = fundTerms(funds, fundLabels)
  const fundings = new Map<FundShares, Funding>()
  const spans = yearSpans(inputs.settings)
  const learners = projectLearners(inputs.facts, inputs.assumptions, spans)
  const siteOf = (site: string): string => (inputs.facts.design.sameSite ? site || withoutSite : allSites)
  const sites = new Map(
    [...new Set([...learners, ...inputs.facts.coaches].map(({ site }) => site))]
      .toSorted()
      .map((site) => [siteOf(site), inputs.facts.design.sameSite ? site : '']),
  )
  return {
    inputs,
    items: new Map(inputs.items.map((item) => [item.key, item])),
    spans,
    labels: {
      fund: fundLabels,
      fringeClass: labelsOf(
        itemsOf(inputs, 'fringeClass'),
        ({ key }) => key,
        ({ content }) => content.name,
      ),
      position: labelsOf(
        itemsOf(inputs, 'position'),
        ({ key }) => key,
        ({ content }) => positionName(content),
      ),
      payPlan: labelsOf(
        itemsOf(inputs, 'payPlan'),
        ({ key }) => key,
        ({ content }) => content.name,
      ),
      line: labelsOf(
        itemsOf(inputs, 'line'),
        ({ key }) => key,
        ({ content }) => content.item,
      ),
      coach: coachLabels,
      salary: labelsOf(
        inputs.items.filter(({ kind }) => kind === 'position' || kind === 'payPlan' || kind === 'coachPay'),
        ({ key }) => key,
        (item) => salaryName(item, coachLabels),
      ),
    },
    funds: terms,
    funding: (shares) => {
      const known = fundings.get(shares) ?? fundingOf(shares, terms)
      fundings.set(shares, known)
      return known
    },
    capSteps: itemsOf(inputs, 'salaryCap')
      .map(({ key, content }) => ({ key, day: toDay(content.fromOn), amount: content.amount, source: content.source }))
      .toSorted((a, b) => a.day - b.day),
    learners,
    coaches: appointedCoaches(inputs),
    plan: defaultPlan(inputs),
    siteOf,
    sites,
  }
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
