import { textTable } from '#main/cli/table.ts'
import { count } from '#shared/kernel/text.ts'
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

export function reportCheck({ ok, findings, tables }: FileCheck): string {
  const verdict = ok ? 'The file is sound.' : `The file has ${count(findings.length, 'problem')}:`
  const rows = textTable(
    ['Table', 'Rows'],
    tables.map(({ name, rows }) => [name, rows]),
  )
  return [verdict, ...findings.map((finding) => `  ${finding}`), '', rows].join('\n')
}
