import { Select } from '#renderer/ui/form/Select.tsx'
import { formatAcademicYear } from '#shared/program/academicYear.ts'
import type { ChosenYear } from './useEvaluationYear.ts'

/** Which academic year is looked at, of those that have waves. */
export function YearSelect({
  chosenYear: { year, years },
  onChange,
}: {
  chosenYear: ChosenYear
  onChange: (year: number) => void
}) {
  return (
    <Select
      label="Academic year"
      choices={years.map((one) => ({ id: String(one.year), label: formatAcademicYear(one.year) }))}
      value={String(year)}
      onChange={(id) => onChange(Number(id))}
    />
  )
}
