import { count } from '#shared/kernel/text.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'
import { customFieldOf } from '#shared/imports/customColumns.ts'
import type { FieldKey } from '#shared/imports/field.ts'
import { carriedKeys, fieldLabel } from '#shared/imports/fields.ts'
import type { TargetProgram } from '#shared/imports/places.ts'
import type { RecognisedFile } from '#shared/imports/recognise.ts'
import type { ImportPreview } from '#shared/imports/schema.ts'

/** Says of which columns nothing, or not everything, will be stored. */
export function columnNotes(
  { sheets }: RecognisedFile,
  kind: PeopleKind,
  program: TargetProgram,
): ImportPreview['notes'] {
  const columns = sheets.flatMap((sheet) => sheet.columns)
  const custom = new Set(
    columns.flatMap((column) => (customFieldOf(column, program.customFields) ? [] : column.custom || [])),
  )
  const notes: ImportPreview['notes'] = []
  if (custom.size > 0) {
    const message = `${count(custom.size, 'column is', 'columns are')} no field of the program, so what stands there is shown and not stored: ${[...custom].join(', ')}.`
    notes.push({ code: 'columnsNotStored', message })
  }
  const carried = [...new Set(columns.flatMap(({ field }) => (field && carriedKeys[kind].has(field) ? field : [])))]
  for (const field of carried.filter((key) => !isCoach(key))) {
    const message = `${fieldLabel(kind, field)} is no field of ${kind}, so it is shown and not stored.`
    notes.push({ code: 'fieldNotStored', message })
  }
  if (carried.some(isCoach) && program.coaches.length === 0) {
    const message = 'The program has no coaches yet, so nobody is paired. Import the coaches, then this file again.'
    notes.push({ code: 'coachColumnNotUsed', message })
  }
  return notes
}

/** What makes pairings is not stored with the learner, and not lost either. */
const isCoach = (key: FieldKey): boolean => key === 'coachName' || key === 'coachEmail'
