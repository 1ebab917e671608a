import * as z from 'zod'
import { questionSchema, type Design, type Question } from '#shared/program/design/design.ts'
import { type Sharing, sharingSchema, usualSharing } from '#shared/program/design/audiences.ts'
import { coachRoles } from '#shared/program/design/development.ts'
import { respondents } from '#shared/program/design/assessment.ts'
import { changePolicies, formats, pairingMethods, participations } from '#shared/program/design/structure.ts'
import { backgrounds, panelistKinds } from '#shared/program/design/recruitment.ts'
import { payModels } from '#shared/program/design/staffing.ts'
import { coachTypes } from '#shared/roster/schema.ts'
import { plainDateSchema } from '#shared/kernel/plainDate.ts'

/** A setting the rest of the app obeys, and where it comes from. */
const setting = <T extends z.ZodType>(value: T) =>
  z.object({
    value: value.describe('what holds; the default where nothing was decided'),
    decided: z.boolean(),
    question: questionSchema.describe('where it is decided'),
    field: z.string(),
  })

export const settingsSchema = z.object({
  participation: setting(z.enum(participations).nullable()),
  coveragePercent: setting(z.int().nullable()),
  startsOn: setting(plainDateSchema.nullable()),
  lengthMonths: setting(z.int().nullable()),
  learnersPerCoach: setting(z.int().nullable()),
  learnersPerCoachByLevel: setting(z.array(z.object({ level: z.string(), learnersPerCoach: z.int() }))),
  format: setting(z.enum(formats).nullable()),
  termsPerYear: setting(z.int()),
  meetingsPerTerm: setting(z.int().nullable()),
  pairingMethod: setting(z.enum(pairingMethods).nullable()),
  sameSite: setting(z.boolean()),
  coachAssessesLearner: setting(z.boolean()),
  changePolicy: setting(z.enum(changePolicies).nullable()),
  changeWindow: setting(z.object({ opensOn: plainDateSchema.nullable(), closesOn: plainDateSchema.nullable() })),
  coachType: setting(z.enum(coachTypes).nullable()),
  background: setting(z.enum(backgrounds).nullable()),
  panel: setting(z.array(z.object({ name: z.string(), kind: z.enum(panelistKinds) }))),
  learnersOnPanel: setting(z.boolean().nullable()),
  blindedScores: setting(z.boolean()),
  serviceYears: setting(z.int().nullable()),
  payModel: setting(z.enum(payModels).nullable()),
  coachEffort: setting(z.int().nullable().describe('basis points of a full-time job')),
  stipendCents: setting(z.int().nullable()),
  modulesByRole: setting(z.record(z.enum(coachRoles), z.array(z.string()))),
  observationsPerYear: setting(z.int().nullable()),
  instruments: setting(
    z.array(
      z.object({
        name: z.string(),
        respondents: z.enum(respondents),
        waves: z.array(z.object({ name: z.string(), on: plainDateSchema.nullable() })),
      }),
    ),
  ),
  requiredSharePercent: setting(z.int().nullable()),
  sharing: setting(sharingSchema),
  minimumRatings: setting(z.int()),
  minimumComments: setting(z.int()),
})
export type Settings = z.infer<typeof settingsSchema>
export type SettingName = keyof Settings

/** Two semesters, as most programs count. */
const usualTerms = 2
/** Common thresholds [Boise][LearnBar]; see domain.md 8.4 for the others. */
const usualMinimumRatings = 5
const usualMinimumComments = 10

/** What a design sets in the rest of the app: every setting once, with the default that holds while it is not decided. */
export function settingsOf(design: Design): Settings {
  const { structure, recruitment, staffing, development, assessment } = design
  const s = structure.choices
  const r = recruitment.choices
  const a = assessment.choices
  const panel = r.panel.map(({ name, kind }) => ({ name, kind }))
  return {
    participation: decide('structure', 'participation', s.participation),
    coveragePercent: decide(
      'structure',
      'coveragePercent',
      s.coveragePercent,
      s.participation === 'mandatory' ? 100 : null,
    ),
    startsOn: decide('structure', 'startsOn', s.startsOn),
    lengthMonths: decide('structure', 'lengthMonths', s.lengthMonths),
    learnersPerCoach: decide('structure', 'learnersPerCoach', s.learnersPerCoach),
    learnersPerCoachByLevel: decideList(
      'structure',
      'levels',
      s.levels.map(({ level, learnersPerCoach }) => ({ level, learnersPerCoach })),
    ),
    format: decide('structure', 'format', s.format),
    termsPerYear: decide('structure', 'termsPerYear', s.termsPerYear, usualTerms),
    meetingsPerTerm: decide('structure', 'meetingsPerTerm', s.meetingsPerTerm),
    pairingMethod: decide('structure', 'pairingMethod', s.pairingMethod),
    sameSite: decide('structure', 'sameSite', s.sameSite, false),
    // LCME 11.1 until the program says otherwise: advice comes from people with no part in assessing the learner.
    coachAssessesLearner: decide('structure', 'coachAssessesLearner', s.coachAssessesLearner, false),
    changePolicy: decide('structure', 'changePolicy', s.changePolicy),
    changeWindow: {
      value: { opensOn: s.changeOpensOn, closesOn: s.changeClosesOn },
      decided: s.changeOpensOn !== null || s.changeClosesOn !== null,
      question: 'structure',
      field: 'changeOpensOn',
    },
    coachType: decide('structure', 'coachType', s.coachType),
    background: decide('recruitment', 'background', r.background),
    panel: decideList('recruitment', 'panel', panel),
    learnersOnPanel: decide('recruitment', 'learnersOnPanel', r.learnersOnPanel),
    blindedScores: decide('recruitment', 'blindedScores', r.blindedScores, true),
    serviceYears: decide('recruitment', 'serviceYears', r.serviceYears),
    payModel: decide('staffing', 'payModel', staffing.choices.payModel),
    coachEffort: decide('staffing', 'coachEffort', staffing.choices.coachEffort),
    stipendCents: decide('staffing', 'stipendCents', staffing.choices.stipendCents),
    modulesByRole: {
      value: modulesByRole(development.choices.modules),
      decided: development.choices.modules.length > 0,
      question: 'development',
      field: 'modules',
    },
    observationsPerYear: decide('development', 'observationsPerYear', development.choices.observationsPerYear),
    instruments: decideList(
      'assessment',
      'instruments',
      a.instruments.map(({ name, respondents, waves }) => ({
        name,
        respondents,
        waves: waves.map((wave) => ({ name: wave.name, on: wave.on })),
      })),
    ),
    requiredSharePercent: decide('assessment', 'requiredSharePercent', a.requiredSharePercent),
    sharing: decide<Sharing>('assessment', 'sharing', a.sharing, usualSharing),
    minimumRatings: decide('assessment', 'minimumRatings', a.minimumRatings, usualMinimumRatings),
    minimumComments: decide('assessment', 'minimumComments', a.minimumComments, usualMinimumComments),
  }
}

interface Setting<T> {
  value: T
  decided: boolean
  question: Question
  field: string
}

function decide<T>(question: Question, field: string, choice: T | null): Setting<T | null>
function decide<T>(question: Question, field: string, choice: T | null, usual: T): Setting<T>
function decide<T>(question: Question, field: string, choice: T | null, usual: T | null): Setting<T | null>
function decide<T>(question: Question, field: string, choice: T | null, usual: T | null = null): Setting<T | null> {
  return { value: choice ?? usual, decided: choice !== null, question, field }
}

function decideList<T>(question: Question, field: string, list: T[]): Setting<T[]> {
  return { value: list, decided: list.length > 0, question, field }
}

function modulesByRole(modules: Design['development']['choices']['modules']): Settings['modulesByRole']['value'] {
  const names = (role: (typeof coachRoles)[number]) =>
    modules.filter(({ requiredFor }) => requiredFor.includes(role)).map(({ name }) => name)
  return {
    coach: names('coach'),
    leadCoach: names('leadCoach'),
    panelist: names('panelist'),
    observer: names('observer'),
  }
}
