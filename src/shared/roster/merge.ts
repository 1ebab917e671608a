import { addDays, type PlainDate } from '#shared/kernel/plainDate.ts'
import type { Person } from '#shared/roster/schema.ts'

/** What of two people is one or the other; further e-mails are kept of both. */
export const mergeFields = [
  'lastName',
  'firstName',
  'middleName',
  'suffix',
  'preferredName',
  'email',
  'studentId',
  'employeeId',
  'aamcId',
  'npi',
  'netId',
  'degrees',
  'department',
  'specialty',
  'note',
] as const
export type MergeField = (typeof mergeFields)[number]

/** Whose value stands: that of the person kept, or of the one merged into them. */
export const mergeSides = ['keep', 'merge'] as const
export type MergeSide = (typeof mergeSides)[number]
export type MergeChoices = { readonly [F in MergeField]?: MergeSide | undefined }

type Fields = Pick<Person, MergeField>

/** The value that stands where nobody chose: the kept person's, or the other's where that is blank. */
const usualSide = (field: MergeField, keep: Fields): MergeSide => (keep[field] === '' ? 'merge' : 'keep')

/** The fields in which either has something, with both values and whose stands. */
export function compareForMerge(keep: Fields, merge: Fields) {
  return mergeFields
    .filter((field) => keep[field] !== '' || merge[field] !== '')
    .map((field) => ({ field, keep: keep[field], merge: merge[field], kept: usualSide(field, keep) }))
}

/** The person that two become. No e-mail is lost: the ones that are not the main one are further ones. */
export function mergedFields(
  keep: Fields & { otherEmails: string[] },
  merge: Fields & { otherEmails: string[] },
  take: MergeChoices,
): Record<MergeField, string> & { otherEmails: string[] } {
  const entries = mergeFields.map((field) => {
    const side = take[field] ?? usualSide(field, keep)
    return [field, (side === 'keep' ? keep : merge)[field]] as const
  })
  const fields = Object.fromEntries(entries) as Record<MergeField, string>
  const emails = new Set([keep.email, ...keep.otherEmails, merge.email, ...merge.otherEmails])
  return { ...fields, otherEmails: [...emails].filter((email) => email !== '' && email !== fields.email) }
}

/** A place in a program, as far as its dates go. Standings are in order. */
export interface PlaceDates {
  startDate: PlainDate | null
  endDate: PlainDate | null
  standings: readonly { fromOn: PlainDate; toOn: PlainDate | null; gone: boolean }[]
}

/** Which of two places in one program comes first, where one was over before the other began; null where they overlap. */
export function inSequence<P extends PlaceDates>(a: P, b: P): { earlier: P; later: P } | null {
  const [earlier, later] = firstDay(a) <= firstDay(b) ? [a, b] : [b, a]
  const over = lastDay(earlier)
  const knownBefore = earlier.standings.at(-1)!.fromOn < later.standings[0]!.fromOn
  return over !== null && over < firstDay(later) && knownBefore ? { earlier, later } : null
}

/**
 * The first day between two places on which nobody knows what somebody was: the earlier one has an end date but no status
 * from then on. One place of the two would have them there all the time. Null where no day is missing.
 */
export function unknownFrom({ earlier, later }: { earlier: PlaceDates; later: PlaceDates }): PlainDate | null {
  const last = earlier.standings.at(-1)!
  if (earlier.endDate === null || last.gone || last.fromOn > earlier.endDate) return null
  const dayAfter = addDays(earlier.endDate, 1)
  return dayAfter < firstDay(later) ? dayAfter : null
}

function firstDay({ startDate, standings }: PlaceDates): PlainDate {
  const known = standings[0]!.fromOn
  return startDate !== null && startDate < known ? startDate : known
}

function lastDay({ endDate, standings }: PlaceDates): PlainDate | null {
  const last = standings.at(-1)!
  return endDate ?? (last.gone ? addDays(last.fromOn, -1) : null)
}
