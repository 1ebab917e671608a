import { useCallback, useMemo, useRef } from 'react'
import { problemOf } from '#renderer/app/api.ts'
import { showProblem, useDone } from '#renderer/app/useDone.ts'
import type { GridEdit, RejectedEdit } from '#renderer/ui/grid/gridTypes.ts'
import { applyScenario } from '#shared/budget/model/scenario.ts'
import { type BudgetItem, type BudgetItemDraft, type ItemKind, itemSchemas } from '#shared/budget/itemSchemas.ts'
import type { Difference } from '#shared/budget/schema.ts'
import type { Problem } from '#shared/kernel/problem.ts'
import { count } from '#shared/kernel/text.ts'
import { differenceChange } from '../differences.ts'
import { type BudgetWork, useBudgetChange, useNewestBudget } from '../useBudgetWork.ts'
import type { ContentOf, ItemColumn } from './itemColumns.ts'
import { kindFacts } from './itemKinds.ts'

interface Changed {
  item: BudgetItem
  before: BudgetItem['content']
  after: BudgetItem['content']
  edits: GridEdit[]
}

/**
 * Changes the items of one kind, in the base or in the scenario that is shown: there a field of an item of the base
 * becomes a difference, and an item that is added is only in it. One change is sent after the other.
 */
export function useItems<K extends ItemKind>(kind: K, work: BudgetWork, columns: readonly ItemColumn<K>[]) {
  const budgetId = work.document.budget.id
  const scenarioId = work.scenario?.id ?? null
  const newest = useNewestBudget(budgetId)
  const { mutateAsync: saveItems } = useBudgetChange('budget.saveItems')
  const { mutateAsync: removeItems } = useBudgetChange('budget.removeItems')
  const { mutateAsync: setDifferences } = useBudgetChange('budget.setDifferences')
  const done = useDone()
  const lastChange = useRef<Promise<unknown>>(Promise.resolve())
  const inTurn = useCallback(<T>(send: () => Promise<T>): Promise<T> => {
    const sending = lastChange.current.then(send)
    lastChange.current = sending.catch(() => undefined)
    return sending
  }, [])
  const byKey = useMemo(() => new Map(columns.map((column) => [column.key, column])), [columns])

  const edit = useCallback(
    (edits: readonly GridEdit[]) =>
      inTurn(async () => {
        const document = newest()
        const shown = new Map(applyScenario(document, scenarioId).items.map((item) => [item.id, item]))
        const rejected: RejectedEdit[] = []
        const changes: Changed[] = []
        for (const [rowId, own] of Map.groupBy(edits, (one) => one.rowId)) {
          const item = shown.get(rowId)
          if (!item) continue
          const after = own.reduce(
            (content, { key, value }) => byKey.get(key)?.set?.(content, value) ?? content,
            item.content as ContentOf<K>,
          )
          const read = itemSchemas[kind].safeParse(after)
          if (read.success) changes.push({ item, before: item.content, after: read.data, edits: own })
          else rejected.push(...own.map(({ key }) => ({ rowId, key, message: read.error.issues[0]!.message })))
        }
        const isOfBase = ({ item }: Changed): boolean => scenarioId !== null && item.scenarioId === null
        const drafts = changes.filter((change) => !isOfBase(change))
        try {
          if (drafts.length > 0) await saveItems({ budgetId, items: drafts.map(draftOf) })
          if (scenarioId !== null && drafts.length < changes.length) {
            const base = new Map(document.items.map((item) => [item.id, item.content]))
            const differing = changes
              .filter(isOfBase)
              .map(({ item, before, after }) => differenceChange(item.key, base.get(item.id)!, before, after))
            await setDifferences({
              budgetId,
              scenarioId,
              set: differing.flatMap(({ set }) => set),
              clear: differing.flatMap(({ clear }) => clear),
            })
          }
        } catch (error) {
          const problem = problemOf(error)
          showProblem(error)
          rejected.push(...rejectionsOf(problem, changes, drafts))
        }
        return { rejected }
      }),
    [inTurn, newest, scenarioId, byKey, kind, saveItems, setDifferences, budgetId],
  )

  /** Adds rows; answers with the ids of the rows that are new. */
  const add = useCallback(
    (contents: readonly ContentOf<K>[]): Promise<string[]> =>
      inTurn(async () => {
        const before = new Set(newest().items.map(({ id }) => id))
        const items = contents.map((content) => ({ kind, scenarioId, content }) as BudgetItemDraft)
        const saved = await saveItems({ budgetId, items })
        return saved.items.flatMap(({ id }) => (before.has(id) ? [] : [id]))
      }),
    [inTurn, newest, kind, scenarioId, saveItems, budgetId],
  )

  const remove = useCallback(
    (ids: readonly string[]): Promise<void> =>
      inTurn(async () => {
        const wanted = new Set(ids)
        const items = newest().items.filter(({ id }) => wanted.has(id))
        const [left, gone] = [
          items.filter((item) => scenarioId !== null && item.scenarioId === null),
          items.filter((item) => scenarioId === null || item.scenarioId !== null),
        ]
        if (gone.length > 0) await removeItems({ budgetId, ids: gone.map(({ id }) => id) })
        if (scenarioId !== null && left.length > 0) {
          const set = left.map(({ key }): Difference => ({ itemKey: key, field: 'removed', value: true }))
          await setDifferences({ budgetId, scenarioId, set })
        }
        const { one, many } = kindFacts[kind].noun
        await done(`Removed ${count(items.length, one, many)}${left.length > 0 ? ' from the scenario' : ''}`)
      }),
    [inTurn, newest, scenarioId, removeItems, setDifferences, budgetId, done, kind],
  )

  /** Takes what the scenario says about items of the base back. */
  const clear = useCallback(
    (ids: readonly string[]): Promise<void> =>
      inTurn(async () => {
        if (scenarioId === null) return
        const { items, scenarios } = newest()
        const keys = new Set<string | null>(items.flatMap(({ id, key }) => (ids.includes(id) ? [key] : [])))
        const own = scenarios.find(({ id }) => id === scenarioId)?.differences ?? []
        const cleared = own.filter(({ itemKey }) => itemKey !== null && keys.has(itemKey))
        if (cleared.length === 0) return
        await setDifferences({
          budgetId,
          scenarioId,
          clear: cleared.map(({ itemKey, field }) => ({ itemKey, field })),
        })
        await done('As in the base again')
      }),
    [inTurn, newest, scenarioId, setDifferences, budgetId, done],
  )

  return { edit, add, remove, clear }
}

const draftOf = ({ item, after }: Changed): BudgetItemDraft =>
  ({
    kind: item.kind,
    id: item.id,
    revision: item.revision,
    scenarioId: item.scenarioId,
    content: after,
  }) as BudgetItemDraft

/** Which cells a refusal is about: those it names (`items.3.content.effort`), else all that were sent. */
function rejectionsOf(problem: Problem, changes: readonly Changed[], sent: readonly Changed[]): RejectedEdit[] {
  const messageAt = (at: number, field: string): string | undefined =>
    problem.details?.find(({ path }) => path.startsWith(`items.${at}.`) && path.includes(`.${field.split('.')[0]!}`))
      ?.message
  return changes.flatMap((change) =>
    change.edits.map(({ rowId, key }) => ({
      rowId,
      key,
      message: messageAt(sent.indexOf(change), key) ?? problem.message,
    })),
  )
}
