import type { PeopleKind } from '#shared/roster/schema.ts'
import { columnLetter } from '#shared/imports/columnLetter.ts'
import type { Field, FieldKey } from '#shared/imports/field.ts'
import { allFieldKeys, fieldsOf } from '#shared/imports/fields.ts'
import type { Header } from '#shared/imports/headerRow.ts'
import { type HeaderMatch, isAboutOthers } from '#shared/imports/headings.ts'
import { type Draft, draftColumns } from '#shared/imports/columnDrafts.ts'
import { isEnough, type Weigh, weighOwn, weighWhileEnough } from '#shared/imports/evidence.ts'
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

/**
 * Decides which column is which field: as the user says, then by name, then by a near name, then by what the values look
 * like. Never two columns for one field; a hidden column only where the user says so.
 */
export function recogniseColumns(
  sheet: Sheet,
  header: Header | null,
  body: readonly SheetRow[],
  kind: PeopleKind,
  choose: Choose,
  weigh: Weigh = weighWhileEnough,
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
    // Of two columns of one header the first is what the header was last time.
    if (choice && !(choice.by === 'lastTime' && choice.field && taken.has(choice.field))) {
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
    for (const draft of open()) {
      if (draft.match !== null || isAboutOthers(kind, draft.header)) continue
      const weight = weigh(draft, field)
      if (!weight || !isEnough(weight)) continue
      take(draft, field.key, `${weight.fitting} of ${weight.of} values are ${field.evidence.noun}`)
      break
    }
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

/** Of columns with one header, the one whose values fit the field best; the first where none does better. */
function strongest(claimants: readonly Draft[], field: Field): Draft {
  return claimants.reduce((best, draft) => (share(draft, field) > share(best, field) ? draft : best))
}

function share(draft: Draft, field: Field): number {
  const { fitting, of } = weighOwn(draft, field)
  return of === 0 ? 0 : fitting / of
}

function reasonOf(match: HeaderMatch): string {
  if (match.by === 'similarity') return `The header is close to "${match.like}"`
  return `The header is a usual name for ${match.field.label}`
}

/** Headers of columns that are no field, each once: a repeated one is numbered, and none is that of a field. */
function customNames(drafts: readonly Draft[]): Map<Draft, string> {
  const used = new Set<string>(allFieldKeys)
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
