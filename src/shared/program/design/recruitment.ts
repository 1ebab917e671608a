import * as z from 'zod'
import {
  choiceSchema,
  itemIdSchema,
  lineSchema,
  listSchema,
  optionalDateSchema,
  textSchema,
  wholeNumberSchema,
  yesNoSchema,
} from '#shared/program/design/answer.ts'

export const backgrounds = ['physicians', 'clinicians', 'anyFaculty', 'facultyAndResidents'] as const
export const backgroundLabels: Record<(typeof backgrounds)[number], string> = {
  physicians: 'Physicians only',
  clinicians: 'Physicians and other clinicians',
  anyFaculty: 'Any faculty',
  facultyAndResidents: 'Faculty, residents and fellows',
}

/** The headings of the Delphi competencies [Wolff21]; the item texts are copyrighted, and pasted by those who hold them. */
export const competencyDomains = ['process', 'relational', 'skills', 'theories', 'development'] as const
export const competencyDomainLabels: Record<(typeof competencyDomains)[number], string> = {
  process: 'Coaching process and structure',
  relational: 'Relational skills',
  skills: 'Coaching skills',
  theories: 'Coaching theories and models',
  development: 'Coach development',
}

export const panelistKinds = ['faculty', 'staff', 'learner'] as const
export const panelistKindLabels: Record<(typeof panelistKinds)[number], string> = {
  faculty: 'Faculty',
  staff: 'Staff',
  learner: 'Learner',
}

/** Question 4. */
export const recruitmentChoicesSchema = z
  .object({
    background: choiceSchema(backgrounds),
    minimumYears: wholeNumberSchema(0, 40, 'Enter 0 to 40 years.').describe('in practice, before one may coach'),
    competencyDomains: z.array(z.enum(competencyDomains)).max(competencyDomains.length).default([]),
    qualities: textSchema.describe('what the call for coaches asks for'),
    materials: listSchema(z.string().trim().min(1).max(200, 'Keep it under 200 characters.')).describe(
      'what an application consists of',
    ),
    callOpensOn: optionalDateSchema,
    callClosesOn: optionalDateSchema,
    interview: yesNoSchema,
    interviewMinutes: wholeNumberSchema(5, 240, 'Enter 5 to 240 minutes.'),
    panel: listSchema(
      z.object({
        id: itemIdSchema,
        name: lineSchema.describe('a person, or a seat such as "chief resident"'),
        kind: z.enum(panelistKinds),
      }),
    ),
    learnersOnPanel: yesNoSchema,
    blindedScores: yesNoSchema.describe('nobody sees the others’ scores before giving their own'),
    serviceYears: wholeNumberSchema(1, 20, 'Enter 1 to 20 years.'),
    renewable: yesNoSchema,
  })
  .superRefine(({ callOpensOn, callClosesOn }, issues) => {
    if (callOpensOn && callClosesOn && callClosesOn < callOpensOn)
      issues.addIssue({
        code: 'custom',
        path: ['callClosesOn'],
        message: 'The call would close before it opens. Enter a later day.',
      })
  })
