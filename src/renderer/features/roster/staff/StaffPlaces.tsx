import { useMemo } from 'react'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { Program } from '#shared/program/schema.ts'
import { staffGroups } from '../details.ts'
import { PersonDetails } from '../PersonDetails.tsx'
import { StaffActions } from './StaffActions.tsx'
import { staffColumns } from './staffColumns.ts'
import { rolePlace } from './staffWords.ts'
import { useStaff } from './useStaff.ts'

interface StaffPlacesProps {
  personId: string
  program: Program
  today: PlainDate
  onGone: () => void
}

/** The roles somebody holds in this program, each with its fields, on the page of the person. */
export function StaffPlaces({ personId, program, today, onGone }: StaffPlacesProps) {
  const { rows, edit } = useStaff(program.id)
  const columns = useMemo(() => staffColumns(program, today), [program, today])
  return rows
    .filter((row) => row.personId === personId)
    .map((row) => (
      <section key={row.id} aria-label={rolePlace(row, program)}>
        <div className="cd-person-place">
          <h2>{rolePlace(row, program)}</h2>
          <StaffActions {...{ program, columns, row, today, edit, onGone }} canOpenPage={false} />
        </div>
        <PersonDetails groups={staffGroups} {...{ columns, row, edit }} isReadOnly={false} />
      </section>
    ))
}
