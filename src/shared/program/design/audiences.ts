import * as z from 'zod'

export const audiences = [
  'programDirector',
  'dean',
  'departmentChair',
  'coach',
  'learner',
  'competencyCommittee',
  'accreditor',
  'researcher',
] as const
export type Audience = (typeof audiences)[number]
export const audienceLabels: Record<Audience, string> = {
  programDirector: 'Program director',
  dean: 'Dean',
  departmentChair: 'Department chair',
  coach: 'Coach',
  learner: 'Learner',
  competencyCommittee: 'Competency committee',
  accreditor: 'Accreditor',
  researcher: 'Researcher',
}

export const dataClasses = [
  'roster',
  'participation',
  'meetingContent',
  'ratings',
  'wellBeing',
  'comments',
  'budget',
] as const
export type DataClass = (typeof dataClasses)[number]
export const dataClassLabels: Record<DataClass, string> = {
  roster: 'Roster',
  participation: 'Participation',
  meetingContent: 'Meeting content',
  ratings: 'Ratings',
  wellBeing: 'Well-being',
  comments: 'Comments',
  budget: 'Budget',
}

/** What an audience may see of a class of data, from nothing to everything with names. */
export const accesses = ['none', 'aggregated', 'own', 'named'] as const
export type Access = (typeof accesses)[number]
export const accessLabels: Record<Access, string> = {
  none: 'Nothing',
  aggregated: 'Aggregated only',
  own: 'Their own',
  named: 'With names',
}

const classesSchema = z
  .object({
    roster: z.enum(accesses),
    participation: z.enum(accesses),
    meetingContent: z.enum(accesses),
    ratings: z.enum(accesses),
    wellBeing: z.enum(accesses),
    comments: z.enum(accesses),
    budget: z.enum(accesses),
  })
  .superRefine(({ wellBeing, meetingContent }, issues) => {
    // These two hold for every program: no later feature can tie them to a person for anybody else.
    if (wellBeing === 'named' || wellBeing === 'own')
      issues.addIssue({
        code: 'custom',
        path: ['wellBeing'],
        message: 'Well-being answers are never shown with a name. Choose aggregated or nothing.',
      })
    if (meetingContent === 'named')
      issues.addIssue({
        code: 'custom',
        path: ['meetingContent'],
        message: 'What was said in a meeting stays with the pair. Choose nothing, or their own.',
      })
  })

export const sharingSchema = z.object({
  programDirector: classesSchema,
  dean: classesSchema,
  departmentChair: classesSchema,
  coach: classesSchema,
  learner: classesSchema,
  competencyCommittee: classesSchema,
  accreditor: classesSchema,
  researcher: classesSchema,
})

/** Who may see what: audiences by classes of data. */
export type Sharing = z.infer<typeof sharingSchema>

const row = (
  roster: Access,
  participation: Access,
  meetingContent: Access,
  ratings: Access,
  wellBeing: Access,
  comments: Access,
  budget: Access,
) => ({ roster, participation, meetingContent, ratings, wellBeing, comments, budget })

/**
 * What holds until a program decides (domain.md 8.4): meeting content stays in the pair, participation goes to the
 * director, ratings to the coach in aggregate, well-being to nobody but in aggregate, the budget never to learners.
 */
export const usualSharing: Sharing = {
  programDirector: row('named', 'named', 'none', 'aggregated', 'aggregated', 'aggregated', 'named'),
  dean: row('aggregated', 'aggregated', 'none', 'aggregated', 'aggregated', 'none', 'named'),
  departmentChair: row('aggregated', 'aggregated', 'none', 'none', 'none', 'none', 'aggregated'),
  coach: row('own', 'own', 'own', 'aggregated', 'none', 'aggregated', 'none'),
  learner: row('own', 'own', 'own', 'none', 'none', 'none', 'none'),
  competencyCommittee: row('named', 'none', 'none', 'none', 'none', 'none', 'none'),
  accreditor: row('aggregated', 'aggregated', 'none', 'aggregated', 'aggregated', 'none', 'none'),
  researcher: row('none', 'aggregated', 'none', 'aggregated', 'aggregated', 'none', 'none'),
}
