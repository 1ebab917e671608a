import * as z from 'zod'
import {
  choiceSchema,
  itemIdSchema,
  listSchema,
  optionalDateSchema,
  textSchema,
  wholeNumberSchema,
  yesNoSchema,
} from '#shared/program/design/answer.ts'
import { coachTypes } from '#shared/roster/schema.ts'

export const participations = ['mandatory', 'elective'] as const
export const participationLabels: Record<(typeof participations)[number], string> = {
  mandatory: 'Mandatory',
  elective: 'Elective',
}

export const formats = ['individual', 'group', 'both'] as const
export const formatLabels: Record<(typeof formats)[number], string> = {
  individual: 'One learner at a time',
  group: 'In groups',
  both: 'Individual and group meetings',
}

/** How pairs are made, as real programs do it (domain.md 4.3). */
export const pairingMethods = ['assigned', 'byGroup', 'bySpecialtyApart', 'byPreference', 'byLearner'] as const
export const pairingMethodLabels: Record<(typeof pairingMethods)[number], string> = {
  assigned: 'Assigned by the office',
  byGroup: 'By fixed group at entry',
  bySpecialtyApart: 'Assigned, with a coach outside the learner’s specialty',
  byPreference: 'Matched on ranked preferences',
  byLearner: 'Chosen by the learner',
}

export const changePolicies = ['onRequest', 'withReason', 'never'] as const
export const changePolicyLabels: Record<(typeof changePolicies)[number], string> = {
  onRequest: 'On request, no reason needed',
  withReason: 'With a reason, decided by the director',
  never: 'No change of coach',
}

const ratioMessage = 'Enter 1 to 200 learners for one coach; a ratio of zero gives nobody a coach.'
const percentMessage = 'Enter 0 to 100 %.'

/** Question 3. */
export const structureChoicesSchema = z
  .object({
    participation: choiceSchema(participations),
    startsOn: optionalDateSchema.describe('the first day of the program'),
    lengthMonths: wholeNumberSchema(1, 120, 'Enter 1 to 120 months.').describe('how long a learner has a coach'),
    learnersPerCoach: wholeNumberSchema(1, 200, ratioMessage).describe('all of a coach’s learners together'),
    levels: listSchema(
      z.object({
        id: itemIdSchema,
        level: z
          .string()
          .trim()
          .min(1, 'Name the class year.')
          .max(40, 'Keep it under 40 characters.')
          .describe('"M1" or "PGY-2"'),
        learnersPerCoach: z.int(ratioMessage).min(1, ratioMessage).max(200, ratioMessage),
      }),
    ).describe('learners of one class year at most for a coach, where that is limited'),
    format: choiceSchema(formats),
    coveragePercent: wholeNumberSchema(0, 100, percentMessage).describe(
      'share of the learners who are to have a coach',
    ),
    termsPerYear: wholeNumberSchema(1, 12, 'Enter 1 to 12 terms.').describe('2 is semesters, 4 quarters'),
    meetingsPerTerm: wholeNumberSchema(0, 60, 'Enter 0 to 60 meetings.').describe('required of each pair'),
    meetingMinutes: wholeNumberSchema(5, 480, 'Enter 5 to 480 minutes.'),
    coachType: choiceSchema(coachTypes),
    pairingMethod: choiceSchema(pairingMethods),
    sameSite: yesNoSchema.describe('a coach has learners of their own site only'),
    coachAssessesLearner: yesNoSchema.describe(
      'whether somebody who assesses a learner may be their coach (LCME 11.1)',
    ),
    changePolicy: choiceSchema(changePolicies),
    changeOpensOn: optionalDateSchema,
    changeClosesOn: optionalDateSchema,
    changeNote: textSchema,
  })
  .superRefine(({ changeOpensOn, changeClosesOn }, issues) => {
    if (changeOpensOn && changeClosesOn && changeClosesOn < changeOpensOn)
      issues.addIssue({
        code: 'custom',
        path: ['changeClosesOn'],
        message: 'The window for changes would close before it opens. Enter a later day.',
      })
  })
