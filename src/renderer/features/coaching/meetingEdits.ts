import type { GridEdit, RejectedEdit } from '#renderer/ui/grid/gridTypes.ts'
import type { Meeting, MeetingDraft } from '#shared/coaching/schema.ts'
import type { Problem } from '#shared/kernel/problem.ts'

/** The meetings that edits of cells change, as they are to be saved; one that is gone is left out. */
export function changedMeetings(
  rows: readonly Meeting[],
  edits: readonly GridEdit[],
): (MeetingDraft & { id: string })[] {
  const known = new Map(rows.map((row) => [row.id, row]))
  const byRow = Map.groupBy(edits, ({ rowId }) => rowId)
  return [...byRow].flatMap(([rowId, own]) => {
    const row = known.get(rowId)
    if (!row) return []
    const { id, revision, learnerId, coachId, on, outcome, mode, minutes } = row
    const changes = Object.fromEntries(own.map(({ key, value }) => [key, value]))
    return [{ id, revision, learnerId, coachId, on, outcome, mode, minutes, ...changes }]
  })
}

/** Which edits a refusal is about: those it names, or else all that were sent. */
export function rejectedEdits(
  { message, details = [] }: Problem,
  sent: readonly { id: string }[],
  edits: readonly GridEdit[],
): RejectedEdit[] {
  const named = new Map(
    details.flatMap((detail) => {
      const [, place, field] = /^meetings\.(\d+)\.(\w+)$/.exec(detail.path) ?? []
      const row = sent[Number(place)]
      return row && field !== undefined ? [[row.id, { field, message: detail.message }] as const] : []
    }),
  )
  if (named.size === 0) return edits.map(({ rowId, key }) => ({ rowId, key, message }))
  return edits.flatMap(({ rowId, key }) => {
    const found = named.get(rowId)
    return found ? [{ rowId, key, message: found.message }] : []
  })
}
