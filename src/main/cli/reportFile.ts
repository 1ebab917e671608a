import { textTable } from '#main/cli/table.ts'
import { formatAcademicYear } from '#shared/program/academicYear.ts'
import { type Program, programKindLabels } from '#shared/program/schema.ts'
import type { FileCheck } from '#shared/workspace/schema.ts'

export function reportPrograms(programs: readonly Program[]): string {
  if (programs.length === 0) return 'No programs yet.'
  return textTable(
    ['Program', 'Kind', 'Year', 'Learners', 'Coaches', 'Cohorts', 'Sites'],
    programs.map((program) => [
      program.name,
      programKindLabels[program.kind],
      formatAcademicYear(program.year),
      program.learners,
      program.coaches,
      program.cohorts.length,
      program.sites.length,
    ]),
  )
}

export function reportCheck({ tables }: FileCheck): string {
  const rows = textTable(
    ['Table', 'Rows'],
    tables.map(({ name, rows }) => [name, rows]),
  )
  return `The file is sound.\n\n${rows}`
}
