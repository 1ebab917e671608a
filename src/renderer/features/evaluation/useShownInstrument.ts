import { useRead } from '#renderer/app/api.ts'
import type { Choice } from '#renderer/ui/form/Choice.tsx'
import type { Id } from '#shared/kernel/ids.ts'
import { useEvaluationSearch } from './useEvaluationSearch.ts'

/**
 * The instruments that a program has used, the one with the most waves first, and the one that is shown: that of the
 * address, else the first. Nothing is known while they are read; none is shown where no wave was held.
 */
export function useShownInstrument(programId: Id): { used: readonly Choice[] | undefined; shown: string | undefined } {
  const { instrument: asked } = useEvaluationSearch()
  const waves = useRead('evaluation.listAdministrations', { programId }).data
  const instruments = useRead('evaluation.listInstruments', {}).data
  if (!waves || !instruments) return { used: undefined, shown: asked }
  const held = [...Map.groupBy(waves, ({ instrumentKey }) => instrumentKey)]
  const used = held
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([id]) => ({ id, label: instruments.find(({ key }) => key === id)?.name ?? id }))
  return { used, shown: used.find(({ id }) => id === asked)?.id ?? used[0]?.id }
}
