import { Link } from '@tanstack/react-router'
import { StatusDot } from '#renderer/ui/StatusDot.tsx'
import type { BudgetProblem } from '#shared/budget/resultSchema.ts'
import { count } from '#shared/kernel/text.ts'
import { kindFacts } from '../items/itemKinds.ts'
import type { BudgetWork } from '../useBudgetWork.ts'
import { isAssumption } from './assumptionWords.ts'

const shownAtOnce = 5

/** What is wrong with the plan and where; a total that is not known is never shown as if it were. */
export function ProblemList({ work }: { work: BudgetWork }) {
  const { problems, complete } = work.calculated.result
  if (problems.length === 0) return null
  const sorted = problems.toSorted((one, other) => Number(one.level === 'warning') - Number(other.level === 'warning'))
  const [first, rest] = [sorted.slice(0, shownAtOnce), sorted.slice(shownAtOnce)]
  return (
    <section className="cd-budget-problems" aria-label="What needs attention">
      <h2>{complete ? `${count(problems.length, 'thing')} to look at` : 'Totals are incomplete'}</h2>
      <Problems problems={first} work={work} />
      {rest.length > 0 && (
        <details>
          <summary>{`${rest.length} more`}</summary>
          <Problems problems={rest} work={work} />
        </details>
      )}
    </section>
  )
}

function Problems({ problems, work }: { problems: readonly BudgetProblem[]; work: BudgetWork }) {
  return (
    <ul>
      {problems.map((problem) => (
        <li key={`${problem.code} ${problem.itemKey} ${problem.field} ${problem.year} ${problem.message}`}>
          <StatusDot tone={problem.level === 'error' ? 'wrong' : 'needs'}>
            <ProblemLink problem={problem} work={work} />
          </StatusDot>
        </li>
      ))}
    </ul>
  )
}

/** The sentence, leading to where it can be put right. */
function ProblemLink({
  problem: { message, itemKey, field, code },
  work,
}: {
  problem: BudgetProblem
  work: BudgetWork
}) {
  const { budget, items } = work.document
  if (code === 'coachOverCapacity')
    return (
      <Link to="/programs/$programId/coaches" params={{ programId: budget.programId }}>
        {message}
      </Link>
    )
  const item = items.find(({ key }) => key === itemKey)
  if (item)
    return (
      <Link to="." search={(before) => ({ ...before, tab: kindFacts[item.kind].tab, item: item.key })}>
        {message}
      </Link>
    )
  if (code === 'unmappedAccount')
    return (
      <Link to="." search={(before) => ({ ...before, tab: 'actuals' as const })}>
        {message}
      </Link>
    )
  if (code === 'capMissing')
    return (
      <Link to="." search={(before) => ({ ...before, tab: 'rates' as const })}>
        {message}
      </Link>
    )
  const assumption = field?.split('.')[0] ?? ''
  if (!isAssumption(assumption)) return message
  return (
    <Link to="." search={(before) => ({ ...before, tab: 'plan' as const, field: assumption })}>
      {message}
    </Link>
  )
}
