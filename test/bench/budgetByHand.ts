import { type BudgetInputs, itemsOf } from '#shared/budget/model/inputs.ts'
import { projectLearners } from '#shared/budget/model/learners.ts'
import { yearSpans } from '#shared/budget/model/years.ts'

const rounded = (value: number): number => Math.floor(value + 0.5)

/**
 * The totals of the large budget, year by year, as somebody would write them in one loop: for what that budget has in it
 * and nothing else. Shows what the tables cost, and that they find the same cents.
 */
export function totalsByHand(inputs: BudgetInputs): number[] {
  const { assumptions, facts, settings } = inputs
  const spans = yearSpans(settings)
  const learners = projectLearners(facts, assumptions, spans)
  const fringes = new Map(itemsOf(inputs, 'fringeClass').map(({ key, content }) => [key, content.rates]))
  const funds = itemsOf(inputs, 'fund')
  const plan = itemsOf(inputs, 'payPlan')[0]!.content
  const pays = new Map(itemsOf(inputs, 'coachPay').map(({ content }) => [content.appointmentId, content]))
  const cap = itemsOf(inputs, 'salaryCap')[0]!.content.amount
  const ratio = assumptions.learnersPerCoach ?? facts.design.learnersPerCoach!

  return spans.map(({ year, start }, index) => {
    const parts = plan.funds.map(({ fund, share }, at, shares) => {
      const { endsOn, appliesCap, indirectRate } = funds.find(({ key }) => key === fund)!.content
      const before = shares.slice(0, at).reduce((sum, each) => sum + each.share, 0)
      const ended = endsOn !== null && endsOn < start
      return {
        before,
        through: before + share,
        capped: appliesCap && !ended,
        rate: ended ? 0 : indirectRate,
        direct: 0,
        open: 0,
      }
    })
    const raised = (salary: number): number => {
      for (let step = 1; step <= index; step += 1)
        salary = rounded((salary * (10_000 + assumptions.raises[spans[step]!.year]!)) / 10_000)
      return salary
    }
    const spread = (each: number, head: number, part: (typeof parts)[number]): number =>
      rounded((each * head * part.through) / 10_000) - rounded((each * head * part.before) / 10_000)
    const pay = (base: number, effort: number, months: number, head: number, fringe: number, open: boolean): void => {
      for (const part of parts) {
        const each = rounded(((part.capped ? Math.min(base, cap) : base) * effort * months) / 120_000)
        const cost = spread(each, head, part) + spread(rounded((each * fringe) / 10_000), head, part)
        part.direct += cost
        if (open) part.open += cost
      }
    }

    for (const { content } of itemsOf(inputs, 'position'))
      pay(
        raised(content.baseSalary!),
        content.effort,
        12,
        content.headcount,
        fringes.get(content.fringeClass!)![year]!,
        false,
      )
    const fringe = fringes.get(plan.fringeClass!)![year]!
    const appointed = new Map<string, number>()
    for (const { appointmentId, site, endsOn } of facts.coaches) {
      const own = pays.get(appointmentId)!
      const months = monthsOf(endsOn, year)
      if (months > 0) appointed.set(site, (appointed.get(site) ?? 0) + 1)
      pay(raised(own.baseSalary!), own.effort!, months, 1, fringe, false)
    }
    let [students, coaches] = [0, 0]
    for (const site of ['Main', 'East']) {
      const here = learners
        .filter((row) => row.year === year && row.site === site)
        .reduce((sum, row) => sum + row.learners!, 0)
      const hires = Math.max(0, Math.ceil(here / ratio) - (appointed.get(site) ?? 0))
      pay(raised(plan.baseSalary!), plan.effort!, 12, hires, fringe, true)
      students += here
      coaches += hires + (appointed.get(site) ?? 0)
    }
    const meetings = rounded((students * facts.design.meetingsPerYear! * assumptions.heldShare) / 10_000)
    const driven: Record<string, number> = { fixed: 1, learners: students, coaches, meetings }
    for (const { content } of itemsOf(inputs, 'line')) {
      let cost = content.unitCost!
      for (let step = 1; step <= index; step += 1)
        cost = rounded((cost * (10_000 + assumptions.inflation[spans[step]!.year]!)) / 10_000)
      const whole = rounded((content.quantity * driven[content.driver]! * cost) / 100)
      for (const part of parts) part.direct += spread(whole, 1, part)
    }
    return parts.reduce((total, { direct, open, rate }) => {
      const net = direct - rounded((open * assumptions.vacancy) / 10_000)
      return total + net + rounded((net * rate) / 10_000)
    }, 0)
  })
}

/** Coaches of the large budget stay, or leave on the last day of a calendar year. */
function monthsOf(endsOn: string | null, year: number): number {
  const last = endsOn === null ? Infinity : Number(endsOn.slice(0, 4))
  if (last >= year) return 12
  return last === year - 1 ? 6 : 0
}
