import type { PeopleKind } from '#shared/roster/schema.ts'
import { type Header, headingText } from '#shared/imports/headerRow.ts'
import { type HeaderMatch, matchHeading } from '#shared/imports/headings.ts'
import type { Sheet, SheetRow } from '#shared/imports/sheet.ts'

/** A column before it is known what it is. */
export interface Draft {
  index: number
  header: string
  hidden: boolean
  values: string[]
  match: HeaderMatch | null
}

/** The columns of a sheet that have a header or a value. */
export function draftColumns(
  sheet: Sheet,
  header: Header | null,
  body: readonly SheetRow[],
  kind: PeopleKind,
): Draft[] {
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
