import { tidyText } from '#shared/kernel/text.ts'
import type { RosterKind } from '#shared/roster/schema.ts'
import { columnLetter } from '#shared/imports/columnLetter.ts'
import { type Field, type FieldKey, fieldsOf } from '#shared/imports/fields.ts'
import { type Header, headingText } from '#shared/imports/headerRow.ts'
import { type HeaderMatch, isAboutOthers, matchHeading } from '#shared/imports/headings.ts'
import type { ImportColumn } from '#shared/imports/schema.ts'
import type { Sheet, SheetRow } from '#shared/imports/sheet.ts'

/** A column, and the field it was taken for. */
export interface RosterColumn extends ImportColumn {
  field: FieldKey | null
  /** What its values are called in a person where it is no field; '' where they are left out. */
  custom: string
  /** Somebody said so, now or the last time. */
  chosen: boolean
}

/** The field of a column, or null to leave it out, by who said so. */
export interface Chosen {
  field: FieldKey | null
  by: 'you' | 'lastTime'
}

/** Says what was chosen for a column; undefined where nothing was. */
export type Choose = (column: { index: number; header: string }) => Chosen | undefined

/** The header over what Coachdesk says of rows to be corrected: not read when these come back. */
export const whatToCorrect = 'What to correct'

/** Four of five values have to look like it before a header that says nothing is overruled. */
const enoughEvidence = 0.8

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
  header: Header | null,
  body: readonly SheetRow[],
  kind: RosterKind,
  choose: Choose,
): RosterColumn[] {
  const drafts = draftColumns(sheet, header, body, kind)
  const taken = new Map<FieldKey, Draft>()
  const reasons = new Map<Draft, string>()
  const chosen = new Set<Draft>()
  const take = (draft: Draft, key: FieldKey, reason: string) => {
    taken.set(key, draft)
    reasons.set(draft, reason)
  }

  for (const draft of drafts) {
    const choice = choose(draft)
    if (choice) {
      chosen.add(draft)
      const byYou = choice.by === 'you'
      if (choice.field) take(draft, choice.field, byYou ? 'Chosen by you' : 'As last time')
      else reasons.set(draft, byYou ? 'Left out by you' : 'Left out, as last time')
    } else if (draft.header === whatToCorrect) {
      chosen.add(draft)
      reasons.set(draft, 'What Coachdesk said of these rows')
    } else if (draft.hidden) reasons.set(draft, 'Hidden in the file; choose a field to take it')
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
    const draft = open().find((candidate) => candidate.match === null && fitsByValues(candidate, field, kind))
    if (draft) take(draft, field.key, evidenceReason(draft, field))
  }
  const whole = taken.get('fullName')
  if (whole && !chosen.has(whole) && taken.has('lastName') && taken.has('firstName')) {
    // A whole name beside its parts says nothing new, and would have to be guessed apart.
    taken.delete('fullName')
    reasons.set(whole, 'Last name and first name have columns of their own')
  }

  const fieldOf = new Map([...taken].map(([key, draft]) => [draft, key]))
  const names = customNames(
    drafts.filter((draft) => !fieldOf.has(draft) && !draft.hidden && !chosen.has(draft) && draft !== whole),
  )
  return drafts.map((draft) => ({
    sheet: sheet.name,
    index: draft.index,
    header: draft.header,
    hidden: draft.hidden,
    field: fieldOf.get(draft) ?? null,
    reason: reasons.get(draft) ?? whyNot(draft, taken),
    samples: [...new Set(draft.values)].slice(0, 3),
    custom: names.get(draft) ?? '',
    chosen: chosen.has(draft) && draft.header !== whatToCorrect,
  }))
}

function draftColumns(sheet: Sheet, header: Header | null, body: readonly SheetRow[], kind: RosterKind): Draft[] {
  const width = Math.max(header?.headings.length ?? 0, ...widths(body))
  const hidden = new Set(sheet.hiddenColumns)
  const drafts: Draft[] = []
  for (let index = 0; index < width; index += 1) {
    const heading = header?.headings[index] ?? { text: '', group: '' }
    const values = body.flatMap((row) => row.cells[index]?.text ?? [])
    if (heading.text === '' && values.length === 0) continue
    const match = matchHeading(kind, heading)
    drafts.push({ index, header: headingText(kind, heading), hidden: hidden.has(index), values, match })
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

const fitsByValues = (draft: Draft, field: Field, kind: RosterKind): boolean =>
  draft.values.length >= 2 && share(draft, field) >= enoughEvidence && !isAboutOthers(kind, draft.header)

function evidenceReason(draft: Draft, field: Field): string {
  const fitting = Math.round(share(draft, field) * draft.values.length)
  return `${fitting} of ${draft.values.length} values are ${field.evidence!.noun}`
}

function reasonOf(match: HeaderMatch): string {
  if (match.by === 'similarity') return `The header is close to "${match.like}"`
  return `The header is a usual name for ${match.field.label}`
}

/** Headers of columns that are no field, each once: a repeated one is numbered, and none is that of a field. */
function customNames(drafts: readonly Draft[]): Map<Draft, string> {
  const used = new Set<string>([...fieldsOf('learners'), ...fieldsOf('coaches')].map(({ key }) => key))
  const names = new Map<Draft, string>()
  for (const draft of drafts) {
    if (draft.header === '') continue
    let name = draft.header
    for (let n = 2; used.has(name); n += 1) name = `${draft.header} (${n})`
    used.add(name)
    names.set(draft, name)
  }
  return names
}

function whyNot({ match, header }: Draft, taken: ReadonlyMap<FieldKey, Draft>): string {
  const holder = match && taken.get(match.field.key)
  if (match && holder) return `${match.field.label} is column ${columnLetter(holder.index)} already`
  return header === '' ? 'No header' : 'No field goes by this name; shown by its header'
}
