import type { BasisPoints } from '#shared/kernel/rate.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { CoachStatus, CoachType, LearnerStatus } from '#shared/roster/schema.ts'
import type { StaffRole } from '#shared/roster/staffRoles.ts'

/** What a row says of a person, typed as it is stored. A field that is absent was blank: it never erases anything. */
export interface RowValues {
  lastName?: string
  firstName?: string
  middleName?: string
  suffix?: string
  preferredName?: string
  email?: string
  otherEmails?: string[]
  studentId?: string
  employeeId?: string
  aamcId?: string
  npi?: string
  netId?: string
  classYear?: number
  level?: string
  status?: LearnerStatus | CoachStatus
  /** By name; the service knows its id. */
  cohort?: string
  site?: string
  track?: string
  degrees?: string
  department?: string
  specialty?: string
  coachType?: CoachType
  role?: StaffRole
  /** As the institution calls what somebody does: "Assistant Dean for Coaching". */
  title?: string
  capacity?: number
  fte?: BasisPoints
  startDate?: PlainDate
  endDate?: PlainDate
  note?: string
  /** Whom the file says coaches the person: makes a pairing, and is no field of theirs. */
  coachEmail?: string
  coachName?: string
}

export type ValueKey = keyof RowValues
export type Value = NonNullable<RowValues[ValueKey]>
