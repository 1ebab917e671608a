import type { ColumnFilter } from '#renderer/ui/grid/gridTypes.ts'
import { type RolloverAction, rolloverActions } from '#shared/roster/rollover.ts'
import type { RolloverCounts, RolloverPreview } from '#shared/roster/rolloverSchema.ts'
import { learnerStatusFacts } from '#shared/roster/statuses.ts'

export const rolloverActionLabels: Record<RolloverAction, string> = {
  promote: 'Promote',
  graduate: 'Graduate',
  hold: 'Hold back',
}

export type Decisions = ReadonlyMap<string, RolloverAction>

/** One learner at the turn of the year, as the grid shows them. */
export interface RolloverRow {
  id: string
  name: string
  /** "M3, On leave, Class of 2028" */
  now: string
  next: string
  action: RolloverAction
  /** Why the rule proposes it; who decided otherwise needs no reason. */
  reason: string
  isDecided: boolean
  /** Null where there is no level after the present one. */
  nextLevel: string | null
}

type Proposed = RolloverPreview['rows'][number]

/** The learners of a preview, with what was decided in place of what the rule proposes. */
export function rolloverRows({ rows }: RolloverPreview, decisions: Decisions): RolloverRow[] {
  return rows.map((row) => {
    const action = decisions.get(row.learnerId) ?? row.action
    const isDecided = action !== row.action
    return {
      id: row.learnerId,
      name: row.name,
      now: placeWords(row.from),
      next: isDecided ? decidedWords(row, action) : placeWords(withoutSameCohort(row)),
      action,
      reason: isDecided
        ? `Decided here; proposed: ${lowerFirst(rolloverActionLabels[row.action])}. ${row.reason}`
        : row.reason,
      isDecided,
      nextLevel: row.nextLevel,
    }
  })
}

/** A cohort that stays is not said twice in a row. */
const withoutSameCohort = ({ from, to }: Proposed) => (to.cohort === from.cohort ? { ...to, cohort: null } : to)

/** "M3, Class of 2028"; active goes without saying. */
function placeWords({ level, status, cohort }: Proposed['from']): string {
  const parts = [
    level,
    status === 'active' ? '' : learnerStatusFacts[status].label,
    cohort === level ? '' : (cohort ?? ''),
  ]
  return parts.filter((part) => part !== '').join(', ') || 'No level'
}

/** What a decision makes of somebody, as far as it is known before it is carried out: the cohort may move with the level. */
function decidedWords({ from, nextLevel }: Proposed, action: RolloverAction): string {
  if (action === 'hold') return placeWords({ ...from, cohort: null })
  if (action === 'graduate') return placeWords({ ...from, cohort: null, status: 'graduated' })
  return nextLevel ?? ''
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** Why somebody cannot be promoted, or null. */
export const actionProblem = ({ nextLevel, now }: RolloverRow, action: RolloverAction): string | null =>
  action === 'promote' && nextLevel === null ? `There is no level after ${now}; graduate or hold back` : null

export function countActions(rows: readonly RolloverRow[]): RolloverCounts {
  const of = (action: RolloverAction) => rows.filter((row) => row.action === action).length
  return { promote: of('promote'), graduate: of('graduate'), hold: of('hold') }
}

/** "180 promoted, 58 graduated, 2 held back" */
export function countsWords({ promote, graduate, hold }: RolloverCounts): string {
  return `${promote.toLocaleString('en-US')} promoted, ${graduate.toLocaleString('en-US')} graduated, ${hold.toLocaleString('en-US')} held back`
}

/** The filter that shows the learners of one action. */
export const onlyAction = (action: RolloverAction): ColumnFilter => ({ kind: 'choices', values: [action] })

/** What was decided otherwise than proposed, as the contract takes it. */
export function decisionsOf(rows: readonly RolloverRow[]): { learnerId: string; action: RolloverAction }[] {
  return rows.filter(({ isDecided }) => isDecided).map(({ id, action }) => ({ learnerId: id, action }))
}

export const isRolloverAction = (value: unknown): value is RolloverAction =>
  rolloverActions.some((action) => action === value)
