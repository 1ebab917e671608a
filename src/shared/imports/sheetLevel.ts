import type { ReadContext } from '#shared/imports/cellReaders.ts'
import type { RosterColumn } from '#shared/imports/columns.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'
import { parseLevel } from '#shared/roster/level.ts'
import { tidyText } from '#shared/kernel/text.ts'
import type { RowValues } from '#shared/imports/values.ts'

type LevelProgram = Pick<ReadContext, 'kind' | 'year'>

/**
 * What the name of a tab says of everybody on it, where no column does: "MS3", "Class of 2027", "PGY-2 residents",
 * "Roster - Class of 2027". Null where it says nothing.
 */
export function levelOfSheet(
  name: string,
  kind: PeopleKind,
  columns: readonly RosterColumn[],
  program: LevelProgram,
): RowValues | null {
  const said = columns.some(({ field }) => field === 'level' || field === 'classYear' || field === 'cohort')
  if (kind !== 'learners' || said) return null
  for (const part of [name, ...name.split(/ [-–|] |[(),:]/)]) {
    const read = levelIn(part, program)
    if (read) return read
  }
  return null
}

/** The level that a title names, without the words for those who have it: "MS2 students", "Class of 2027 roster". */
export function levelIn(title: string, program: LevelProgram): RowValues | null {
  const text = tidyText(title)
    .replace(/ ?(?:students?|residents?|fellows?|learners?|roster|list|class)$/i, '')
    .replace(/^(?:roster|list|students?|residents?) (?:of )?(?=\S)/i, '')
  // A bare number may be anything: "Sheet 3" is no third year, "2027" is a class.
  const read = /[a-z]/i.test(text) || /^20\d{2}$/.test(text) ? parseLevel(text, program) : null
  return (
    read && {
      ...(read.level === '' ? {} : { level: read.level }),
      ...(read.classYear === null ? {} : { classYear: read.classYear }),
      ...(read.track === '' ? {} : { track: read.track }),
    }
  )
}
