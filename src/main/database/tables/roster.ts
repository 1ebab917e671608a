import type { CustomFieldKind } from '#shared/roster/customFields.ts'
import type { CoachStatus, CoachType, IdentityKind, LearnerStatus, RosterKind } from '#shared/roster/schema.ts'
import type { StaffRole } from '#shared/roster/staffRoles.ts'
import type { Tracked } from '#main/database/tables/tracked.ts'

/** People, their places in a program, who coaches whom, and the fields a program adds. */
export interface RosterTables {
  person: PersonTable
  person_identity: PersonIdentityTable
  enrolment: EnrolmentTable
  enrolment_standing: EnrolmentStandingTable
  appointment: AppointmentTable
  appointment_standing: AppointmentStandingTable
  pairing: PairingTable
  staff_role: StaffRoleTable
  custom_field: CustomFieldTable
  custom_value: CustomValueTable
}

/** One row per human, whatever they are in the program; learner this year, coach some years later. */
export interface PersonTable extends Tracked {
  last_name: string
  first_name: string
  middle_name: string
  suffix: string
  preferred_name: string
  degrees: string
  department: string
  specialty: string
  note: string
}

/** What a person is known by elsewhere. `match_key` is the folded value, unique within its kind. */
export interface PersonIdentityTable extends Tracked {
  person_id: string
  kind: IdentityKind
  value: string
  match_key: string
  /** 0 is the main one of its kind. */
  position: number
}

export interface EnrolmentTable extends Tracked {
  person_id: string
  program_id: string
  cohort_id: string | null
  site_id: string | null
  class_year: number | null
  track: string
  starts_on: string | null
  ends_on: string | null
}

/** Level and status of a learner, from a day on. */
export interface EnrolmentStandingTable extends Tracked {
  enrolment_id: string
  from_on: string
  to_on: string | null
  status: LearnerStatus
  level: string
  reason: string
}

export interface AppointmentTable extends Tracked {
  person_id: string
  program_id: string
  site_id: string | null
  coach_type: CoachType
  starts_on: string | null
  ends_on: string | null
}

/** Status, capacity and effort of a coach, from a day on. */
export interface AppointmentStandingTable extends Tracked {
  appointment_id: string
  from_on: string
  to_on: string | null
  status: CoachStatus
  /** Learners at most; null where it is not decided. */
  capacity: number | null
  /** Basis points of a full-time job; null where it is not decided. */
  effort: number | null
  reason: string
}

/** One learner with one coach of the same program, from a day on. */
export interface PairingTable extends Tracked {
  enrolment_id: string
  appointment_id: string
  from_on: string
  to_on: string | null
  started_why: string
  /** Empty while it holds. */
  ended_why: string
}

/** What somebody does for a program beside coaching, from a day on. */
export interface StaffRoleTable extends Tracked {
  person_id: string
  program_id: string
  site_id: string | null
  role: StaffRole
  title: string
  /** Basis points of a full-time job; null where it is not decided. */
  effort: number | null
  from_on: string
  to_on: string | null
  note: string
}

/** A field that a program adds to its learners or coaches. */
export interface CustomFieldTable extends Tracked {
  program_id: string
  applies_to: RosterKind
  name: string
  kind: CustomFieldKind
  /** JSON: the texts to choose from; empty but for a choice. */
  choices: string
  position: number
}

/** What one learner or one coach has in such a field; no row where it is empty. */
export interface CustomValueTable extends Tracked {
  field_id: string
  enrolment_id: string | null
  appointment_id: string | null
  value: string
}
