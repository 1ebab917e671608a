import type { ImportPreview } from '#shared/imports/schema.ts'
import { headingsNote, type SectionHeading, type Subject, subjectOf } from '#shared/imports/sectionHeadings.ts'
import type { RecognisedSheet } from '#shared/imports/recognise.ts'
import type { SheetRow } from '#shared/imports/sheet.ts'
import type { RowValues } from '#shared/imports/values.ts'

/** Gives the rows of a sheet what the headings over them say, where no column of theirs says so. */
export class SectionValues {
  readonly #sheet: RecognisedSheet
  /** The columns that speak of the same thing as a heading. */
  readonly #columns: Record<Subject, readonly number[]>
  readonly #used = new Map<SectionHeading, number[]>()

  constructor(sheet: RecognisedSheet) {
    this.#sheet = sheet
    const columnsOf = (...fields: string[]) =>
      sheet.columns.filter(({ field }) => field !== null && fields.includes(field)).map(({ index }) => index)
    this.#columns = { level: columnsOf('level', 'classYear', 'cohort'), site: columnsOf('site') }
  }

  valuesFor(row: SheetRow): RowValues {
    const values: RowValues = {}
    for (const heading of this.#sheet.headings.get(row.number) ?? []) {
      const open = Object.entries(heading.says).filter(([key]) => !this.#says(row, subjectOf(key)))
      if (open.length === 0) continue
      Object.assign(values, Object.fromEntries(open))
      const rows = this.#used.get(heading)
      if (rows) rows.push(row.number)
      else this.#used.set(heading, [row.number])
    }
    return values
  }

  notes(): ImportPreview['notes'] {
    return headingsNote(this.#sheet.sheet.name, this.#used)
  }

  #says({ cells }: SheetRow, subject: Subject): boolean {
    return this.#columns[subject].some((index) => (cells[index]?.text ?? '').trim() !== '')
  }
}
