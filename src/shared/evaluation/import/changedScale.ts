import type { Instrument } from '#shared/evaluation/instrumentSchema.ts'
import type { ReadResponse } from '#shared/evaluation/import/readResponse.ts'

/** Questions that seem to have been asked on another scale than the instrument's. */
export interface ChangedScale {
  readonly items: readonly string[]
  readonly scale: string
  /** Responses that go beyond the scale, of those that answered. */
  readonly beyond: number
  readonly answered: number
}

/** So many responses beyond a scale, of all that answered, are no slips of single people. */
const changedShare = 0.2
const changedLeast = 3

/**
 * Finds what was asked on another scale. A 4 of 7 is on a scale of 5 too and means something else there: of such
 * questions no answer can be taken. Questions on one scale are looked at together, as they stand in one matrix; where
 * most of them go beyond it, the scale of all was changed.
 */
export function findChangedScales(responses: readonly ReadResponse[], { items }: Instrument): ChangedScale[] {
  const asked = responses.filter(({ isPreview }) => !isPreview)
  // Most files have hardly a slip, and need no look at each question.
  if (asked.filter(({ leftOut }) => leftOut.some(({ why }) => why === 'outOfRange')).length < changedLeast) return []
  const scaled = items.flatMap(({ key, kind, scale }) =>
    scale && kind !== 'text' ? [{ key, scale: `from ${scale.min} to ${scale.max}` }] : [],
  )
  return [...Map.groupBy(scaled, ({ scale }) => scale)].flatMap(([scale, group]) => {
    const keys = group.map(({ key }) => key)
    const own = keys.filter((key) => isChanged(asked, [key]))
    const strayed = keys.filter((key) => asked.some((response) => goesBeyond(response, key)))
    const changed = strayed.length * 2 > keys.length && isChanged(asked, keys) ? keys : own
    return changed.length === 0 ? [] : [{ items: changed, scale, ...countOf(asked, changed) }]
  })
}

function isChanged(responses: readonly ReadResponse[], keys: readonly string[]): boolean {
  const { beyond, answered } = countOf(responses, keys)
  return beyond >= changedLeast && beyond >= answered * changedShare
}

function countOf(responses: readonly ReadResponse[], keys: readonly string[]): { beyond: number; answered: number } {
  const beyond = responses.filter((response) => keys.some((key) => goesBeyond(response, key))).length
  const within = responses.filter(
    (response) =>
      !keys.some((key) => goesBeyond(response, key)) && keys.some((key) => response.answers[key] !== undefined),
  ).length
  return { beyond, answered: beyond + within }
}

const goesBeyond = ({ leftOut }: ReadResponse, key: string): boolean =>
  leftOut.some(({ item, why }) => item === key && why === 'outOfRange')

/** The response without its answers to questions of another scale, which are named as left out. */
export function withoutChanged(
  response: ReadResponse,
  changed: readonly ChangedScale[],
  columnOf: (item: string) => number,
): ReadResponse {
  const taken = changed.flatMap(({ items, scale }) =>
    items.flatMap((item) => {
      const value = response.answers[item]
      const reason = `The question seems to have been asked on another scale than ${scale}`
      return value === undefined || value === null
        ? []
        : [{ item, value: String(value), why: 'outOfRange' as const, column: columnOf(item), reason }]
    }),
  )
  if (taken.length === 0) return response
  const gone = new Set(taken.map(({ item }) => item))
  const answers = Object.fromEntries(Object.entries(response.answers).filter(([item]) => !gone.has(item)))
  return { ...response, answers, leftOut: [...response.leftOut, ...taken] }
}
