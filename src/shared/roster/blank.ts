import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { Coach, Learner } from '#shared/roster/schema.ts'
import type { StaffMember } from '#shared/roster/staff.ts'

const blankPerson = {
  id: '',
  personId: '',
  revision: 0,
  lastName: '',
  firstName: '',
  middleName: '',
  suffix: '',
  preferredName: '',
  email: '',
  otherEmails: [],
  studentId: '',
  employeeId: '',
  aamcId: '',
  npi: '',
  netId: '',
  siteId: null,
  startDate: null,
  endDate: null,
  note: '',
  custom: {},
}

/** A learner of whom nothing is known yet. */
export function blankLearner(today: PlainDate): Learner {
  return {
    ...blankPerson,
    classYear: null,
    level: '',
    status: 'active',
    statusFrom: today,
    next: null,
    cohortId: null,
    track: '',
    coachId: null,
    coachName: '',
  }
}

/** A coach of whom nothing is known yet. */
export function blankCoach(today: PlainDate): Coach {
  return {
    ...blankPerson,
    degrees: '',
    department: '',
    specialty: '',
    coachType: 'unspecified',
    capacity: null,
    effort: null,
    status: 'active',
    statusFrom: today,
    load: 0,
  }
}

/** Somebody who runs a program, of whom nothing is known yet. */
export function blankStaffMember(today: PlainDate): StaffMember {
  const { startDate: _start, endDate: _end, note: _note, custom: _custom, ...person } = blankPerson
  return {
    ...person,
    degrees: '',
    department: '',
    role: 'other',
    title: '',
    effort: null,
    fromOn: today,
    toOn: null,
    roleNote: '',
  }
}
