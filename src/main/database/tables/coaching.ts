import type { MeetingMode, MeetingOutcome } from '#shared/coaching/schema.ts'
import type { Tracked } from '#main/database/tables/tracked.ts'

/** What coaches did. */
export interface CoachingTables {
  meeting: MeetingTable
  module_completion: ModuleCompletionTable
  observation: ObservationTable
}

/** A meeting of a learner with a coach, or one that was to be and was missed. */
export interface MeetingTable extends Tracked {
  enrolment_id: string
  appointment_id: string
  met_on: string
  outcome: MeetingOutcome
  mode: MeetingMode | null
  minutes: number | null
}

/** A module of question 7 that a coach did. */
export interface ModuleCompletionTable extends Tracked {
  appointment_id: string
  module_id: string
  /** As it was called then: modules come and go with the design. */
  module_name: string
  completed_on: string
}

/** Somebody was observed coaching, by another coach where it is known by whom. */
export interface ObservationTable extends Tracked {
  appointment_id: string
  observer_id: string | null
  observed_on: string
  round: string
}
