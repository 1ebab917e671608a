import type { PeopleKind } from '#shared/roster/schema.ts'
import { type Draft, draftColumns } from '#shared/imports/columnDrafts.ts'
import { type Choose, recogniseColumns } from '#shared/imports/columns.ts'
import { type Weigh, type Weight, weighOwn } from '#shared/imports/evidence.ts'
import type { FieldKey } from '#shared/imports/field.ts'
import type { Header } from '#shared/imports/headerRow.ts'
import { normalHeader } from '#shared/imports/headings.ts'
import type { Sheet, SheetRow } from '#shared/imports/sheet.ts'

/** A tab with what of it is read. */
export interface Tab {
  sheet: Sheet
  header: Header | null
  below: readonly SheetRow[]
  choose: Choose
}

/**
 * Weighs a header that says nothing by its values on every tab that has it, so that it means the same on all of them: it
 * is taken for a field only where no tab has another column for that.
 */
export function weighTogether(tabs: readonly Tab[], kind: PeopleKind): Weigh {
  const pooled = new Map<string, { drafts: Draft[]; taken: Set<FieldKey> }>()
  for (const { sheet, header, below, choose } of tabs) {
    const named = recogniseColumns(sheet, header, below, kind, choose, () => null)
    const taken = named.flatMap(({ field }) => field ?? [])
    for (const draft of draftColumns(sheet, header, below, kind)) {
      const name = normalHeader(draft.header)
      if (draft.match !== null || name === '') continue
      const pool = pooled.get(name) ?? { drafts: [], taken: new Set() }
      pool.drafts.push(draft)
      for (const field of taken) pool.taken.add(field)
      pooled.set(name, pool)
    }
  }
  return (draft, field) => {
    const pool = pooled.get(normalHeader(draft.header))
    if (!pool) return weighOwn(draft, field)
    if (pool.taken.has(field.key)) return null
    const weights = pool.drafts.map((one) => weighOwn(one, field))
    const sum = (key: keyof Weight): number => weights.reduce((total, weight) => total + weight[key], 0)
    return { fitting: sum('fitting'), of: sum('of') }
  }
}
