import { tidyText } from '#shared/kernel/text.ts'
import type { RosterKind } from '#shared/roster/schema.ts'
import { columnLetter } from '#shared/imports/columnLetter.ts'
import { type Field, type FieldKey, fieldsOf } from '#shared/imports/fields.ts'
import { type HeaderMatch, matchHeader, normalHeader } from '#shared/imports/headerRow.ts'
import type { ImportColumn } from '#shared/imports/schema.ts'
import type { Sheet, SheetRow } from '#shared/imports/sheet.ts'

/** A column, and the field it was taken for. */
export interface RosterColumn extends ImportColumn {
  field: FieldKey | null
}

/** What the user said: column letter to field, or to null to leave the column out. */
export type Mapping = ReadonlyMap<string, FieldKey | null>

/** Four of five values have to look like it before a header that says nothing is overruled. */
const enoughEvidence = 0.8

/** Headers about somebody else than the person of the row. */
const aboutOthers =
  /\b(?:coach|advis[eo]r|mentor|parent|emergency|supervisor|director|attending|student|learner|resident|assistant)s?\b/

interface Draft {
  index: number
  header: string
  hidden: boolean
  values: string[]
  match: HeaderMatch | null
}

/**
 * Decides which column is which field: as the user says, then by name, then by a near name, then by what the values look
 * like. Never two columns for one field; a hidden column only where the user says so.
 */
export function recogniseColumns(
  sheet: Sheet,
  header: SheetRow | null,
  body: readonly SheetRow[],
  kind: RosterKind,
  mapping: Mapping,
): RosterColumn[] {
  const drafts = draftColumns(sheet, header, body, kind)
  const taken = new Map<FieldKey, Draft>()
  const reasons = new Map<Draft, string>()
  const take = (draft: Draft, key: FieldKey, reason: string) => {
    taken.set(key, draft)
    reasons.set(draft, reason)
  }

  for (const draft of drafts) {
    const chosen = mapping.get(columnLetter(draft.index))
    if (chosen) take(draft, chosen, 'Chosen by you')
    else if (chosen === null) reasons.set(draft, 'Left out by you')
    else if (draft.hidden) reasons.set(draft, 'Hidden in the file; choose a field to take it')
  }
  const open = () => drafts.filter((draft) => !reasons.has(draft))

  for (const by of ['name', 'ownName', 'similarity'] as const) {
    const claims = Map.groupBy(
      open().filter(({ match }) => match?.by === by && !taken.has(match.field.key)),
      ({ match }) => match!.field,
    )
    for (const [field, claimants] of claims)
      take(strongest(claimants, field), field.key, reasonOf(claimants[0]!.match!))
  }
  for (const field of fieldsOf(kind)) {
    if (!field.evidence || taken.has(field.key) || (field.key === 'fullName' && taken.has('lastName'))) continue
    const draft = open().find((candidate) => candidate.match === null && fitsByValues(candidate, field))
    if (draft) take(draft, field.key, evidenceReason(draft, field))
  }
  preferSeparateNames(taken, reasons, mapping)

  const fieldOf = new Map([...taken].map(([key, draft]) => [draft, key]))
  return drafts.map((draft) => ({
    index: draft.index,
    header: draft.header,
    hidden: draft.hidden,
    field: fieldOf.get(draft) ?? null,
    reason: reasons.get(draft) ?? whyNot(draft, taken),
    samples: [...new Set(draft.values)].slice(0, 3),
  }))
}

function draftColumns(sheet: Sheet, header: SheetRow | null, body: readonly SheetRow[], kind: RosterKind): Draft[] {
  const width = Math.max(header?.cells.length ?? 0, ...widths(body))
  const hidden = new Set(sheet.hiddenColumns)
  const drafts: Draft[] = []
  for (let index = 0; index < width; index += 1) {
    const text = tidyText(header?.cells[index]?.text ?? '')
    const values = body.flatMap((row) => row.cells[index]?.text ?? [])
    if (text === '' && values.length === 0) continue
    drafts.push({ index, header: text, hidden: hidden.has(index), values, match: matchHeader(kind, text) })
  }
  return drafts
}

// One number per distinct width: spreading 50,000 of them into Math.max would overflow the stack.
const widths = (rows: readonly SheetRow[]): Set<number> => new Set(rows.map((row) => row.cells.length))

/** Of columns with one header, the one whose values fit the field best; the first where none does better. */
function strongest(claimants: readonly Draft[], field: Field): Draft {
  return claimants.reduce((best, draft) => (share(draft, field) > share(best, field) ? draft : best))
}

function share({ values }: Draft, { evidence }: Field): number {
  if (!evidence || values.length === 0) return 0
  return values.filter((value) => evidence.fits(tidyText(value))).length / values.length
}

const fitsByValues = (draft: Draft, field: Field): boolean =>
  draft.values.length >= 2 && share(draft, field) >= enoughEvidence && !aboutOthers.test(normalHeader(draft.header))

function evidenceReason(draft: Draft, field: Field): string {
  const fitting = Math.round(share(draft, field) * draft.values.length)
  return `${fitting} of ${draft.values.length} values are ${field.evidence!.noun}`
}

function reasonOf(match: HeaderMatch): string {
  if (match.by === 'similarity') return `The header is close to "${match.like}"`
  return `The header is a usual name for ${match.field.label}`
}

/** A whole name beside its parts says nothing new, and would have to be guessed apart. */
function preferSeparateNames(taken: Map<FieldKey, Draft>, reasons: Map<Draft, string>, mapping: Mapping): void {
  const whole = taken.get('fullName')
  if (!whole || mapping.get(columnLetter(whole.index)) || !taken.has('lastName') || !taken.has('firstName')) return
  taken.delete('fullName')
  reasons.set(whole, 'Last name and first name have columns of their own')
}

function whyNot({ match, header }: Draft, taken: ReadonlyMap<FieldKey, Draft>): string {
  const holder = match && taken.get(match.field.key)
  if (match && holder) return `${match.field.label} is column ${columnLetter(holder.index)} already`
  return header === '' ? 'No header' : 'No field goes by this name'
}
