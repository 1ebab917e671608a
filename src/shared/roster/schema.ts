import * as z from 'zod'
import { idSchema } from '#shared/kernel/ids.ts'
import { plainDateSchema } from '#shared/kernel/plainDate.ts'
import { effortSchema } from '#shared/kernel/rate.ts'
import { staffRoles } from '#shared/roster/staffRoles.ts'

/** What a person is known by elsewhere. All but e-mail are one per person; each value belongs to one person. */
export const identityKinds = ['email', 'studentId', 'employeeId', 'aamcId', 'npi', 'netId'] as const
export type IdentityKind = (typeof identityKinds)[number]

/** Learner statuses. `present` ones need a coach; `gone` ones ended their enrolment. */
export const learnerStatuses = [
  'active',
  'offCycle',
  'extended',
  'visiting',
  'leave',
  'militaryLeave',
  'research',
  'graduated',
  'transferred',
  'withdrawn',
  'dismissed',
] as const
export type LearnerStatus = (typeof learnerStatuses)[number]

export const coachStatuses = ['active', 'full', 'paused', 'leave', 'sabbatical', 'retired', 'departed'] as const
export type CoachStatus = (typeof coachStatuses)[number]

/** A growth coach never assesses the learner; a skills coach may ([ICE23]). Conflict rules differ, so it is stored. */
export const coachTypes = ['growth', 'skills', 'remediation', 'nearPeer', 'unspecified'] as const
export type CoachType = (typeof coachTypes)[number]

const text = (max: number) => z.string().trim().max(max)
const optionalDate = plainDateSchema.nullable()

const nameFields = {
  lastName: text(120).min(1, 'Enter a last name.'),
  firstName: text(120),
  middleName: text(120),
  suffix: text(20),
  preferredName: text(120),
}

const identityFields = {
  email: z.union([z.literal(''), z.email('Enter an e-mail address such as ana@example.edu, or leave it empty.')]),
  otherEmails: z.array(z.email()).max(10),
  studentId: text(40),
  employeeId: text(40),
  aamcId: text(40),
  npi: text(40),
  netId: text(40),
}

const customValues = z
  .record(idSchema, text(500))
  .describe('what the program’s own fields hold, by field id; in a change, only those that change, empty to clear')

/** What an administrator can set for a learner; a field left out keeps its value. */
export const learnerPatchSchema = z
  .object({
    ...nameFields,
    ...identityFields,
    classYear: z.int().min(1950).max(2100).nullable(),
    level: text(20),
    status: z.enum(learnerStatuses),
    cohortId: idSchema.nullable(),
    siteId: idSchema.nullable(),
    track: text(80),
    startDate: optionalDate,
    endDate: optionalDate,
    note: text(2000),
    custom: customValues,
  })
  .partial()

export const coachPatchSchema = z
  .object({
    ...nameFields,
    ...identityFields,
    degrees: text(80),
    department: text(120),
    specialty: text(120),
    coachType: z.enum(coachTypes),
    capacity: z.int().min(0).max(500).nullable(),
    effort: effortSchema.nullable(),
    status: z.enum(coachStatuses),
    siteId: idSchema.nullable(),
    startDate: optionalDate,
    endDate: optionalDate,
    note: text(2000),
    custom: customValues,
  })
  .partial()

const rowFields = {
  id: idSchema,
  personId: idSchema,
  revision: z.int().describe('grows with every change to the person or their place in the program'),
}

/** A learner in a program as they stand on a day: one row of the grid. */
export const learnerSchema = learnerPatchSchema.required().extend({
  ...rowFields,
  statusFrom: plainDateSchema,
  next: z
    .object({ fromOn: plainDateSchema, status: z.enum(learnerStatuses), level: z.string() })
    .nullable()
    .describe('what holds after that, such as a planned return'),
  coachId: idSchema.nullable().describe('the coach of that day; of several, the latest'),
  coachName: z.string().describe('their name; the names of several'),
})

/** A coach in a program as they stand on a day. */
export const coachSchema = coachPatchSchema.required().extend({
  ...rowFields,
  statusFrom: plainDateSchema,
  load: z.int().describe('learners paired with them on that day'),
})

/** One learner with one coach, from a day to a day; never overwritten. */
export const pairingSchema = z.object({
  id: idSchema,
  learnerId: idSchema,
  learnerPersonId: idSchema,
  learnerName: z.string(),
  coachId: idSchema,
  coachPersonId: idSchema,
  coachName: z.string(),
  fromOn: plainDateSchema,
  toOn: optionalDate,
  startedWhy: z.string(),
  endedWhy: z.string(),
})

export const pairingResultSchema = z.object({
  paired: z.int(),
  ended: z.int().describe('earlier pairings that end the day before'),
  unchanged: z.int().describe('learners who had that coach on that day already'),
  warnings: z.array(z.object({ coachId: idSchema, message: z.string() })).describe('coaches with more than they take'),
})

const standingFields = { fromOn: plainDateSchema, toOn: optionalDate, reason: z.string() }

/** One human with everything they are and were in every program. */
export const personSchema = z.object({
  id: idSchema,
  revision: z.int(),
  ...nameFields,
  ...identityFields,
  degrees: z.string(),
  department: z.string(),
  specialty: z.string(),
  note: z.string(),
  enrolments: z.array(
    z.object({
      id: idSchema,
      programId: idSchema,
      programName: z.string(),
      cohort: z.string().nullable(),
      site: z.string().nullable(),
      classYear: z.int().nullable(),
      track: z.string(),
      startDate: optionalDate,
      endDate: optionalDate,
      standings: z.array(z.object({ ...standingFields, status: z.enum(learnerStatuses), level: z.string() })),
    }),
  ),
  appointments: z.array(
    z.object({
      id: idSchema,
      programId: idSchema,
      programName: z.string(),
      site: z.string().nullable(),
      coachType: z.enum(coachTypes),
      startDate: optionalDate,
      endDate: optionalDate,
      standings: z.array(
        z.object({
          ...standingFields,
          status: z.enum(coachStatuses),
          capacity: z.int().nullable(),
          effort: effortSchema.nullable(),
        }),
      ),
    }),
  ),
  staff: z
    .array(
      z.object({
        id: idSchema,
        programId: idSchema,
        programName: z.string(),
        site: z.string().nullable(),
        role: z.enum(staffRoles),
        title: z.string(),
        effort: effortSchema.nullable(),
        fromOn: plainDateSchema,
        toOn: optionalDate,
        note: z.string(),
      }),
    )
    .describe('roles in running a program, oldest first'),
  pairings: z.array(pairingSchema).describe('as learner and as coach, oldest first'),
})

export type Learner = z.infer<typeof learnerSchema>
export type Coach = z.infer<typeof coachSchema>
export type Person = z.infer<typeof personSchema>
export type PairingResult = z.infer<typeof pairingResultSchema>
export type Pairing = z.infer<typeof pairingSchema>
export type RosterKind = 'learners' | 'coaches'
/** Whom a list of people is of: those on a roster, or those who run the program. */
export const peopleKinds = ['learners', 'coaches', 'staff'] as const
export type PeopleKind = (typeof peopleKinds)[number]
