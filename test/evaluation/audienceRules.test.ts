import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { saveObservation } from '#main/features/coaching/records.ts'
import { evaluationHandlers } from '#main/features/evaluation/handlers.ts'
import { getDesign, saveAnswer } from '#main/features/program/design.ts'
import { readSheetFile } from '#main/spreadsheets/readSheetFile.ts'
import { contract, type ProcedureName } from '#shared/contract.ts'
import type { evaluationContract } from '#shared/evaluation/contract.ts'
import {
  type Audience,
  audiences,
  type DataClass,
  type Sharing,
  sharingSchema,
  usualSharing,
} from '#shared/program/design/audiences.ts'
import { answerToSchema } from '#shared/program/design/design.ts'
import { newCall } from '#test/imports/support/office.ts'
import { feedback, qualtrics, SurveyOffice } from './support.ts'

/** The procedures that show something to an audience of question 8, in the whole contract. */
const forAudiences = (Object.keys(contract) as ProcedureName[]).filter((name) => {
  const { input } = contract[name]
  const shape: Record<string, unknown> = input instanceof z.ZodObject ? input.shape : {}
  return shape['audience'] instanceof z.ZodEnum && shape['audience'].options.includes('dean')
})

type Asked = keyof typeof evaluationContract

/** What each of them is asked beside the program and the audience; a new one is to be added here. */
const asked: Partial<Record<Asked, readonly object[]>> = {
  'evaluation.overview': [{}],
  'evaluation.results': [
    { instrumentKey: 'coachFeedback', groupBy: 'level' },
    { instrumentKey: 'burnoutItem', groupBy: 'site' },
  ],
  'evaluation.goals': [{}],
  'evaluation.coaches': [{}],
  'evaluation.comments': [
    { instrumentKey: 'coachFeedback', groupBy: 'none' },
    { instrumentKey: 'burnoutItem', groupBy: 'none' },
  ],
  'evaluation.exportOutcomes': [{}],
  'evaluation.exportBrief': [{}],
}

test('every procedure with an audience is tried here', () => {
  expect(Object.keys(asked).toSorted()).toEqual(forAudiences.toSorted())
})

/** What people did, in which two offices differ by one class of data. */
interface Told {
  ratings: number
  wellBeing: number
  comments: string
  participation: number
}
const usual: Told = { ratings: 0, wellBeing: 0, comments: 'Zebrafish', participation: 0 }
const otherwise: { [C in keyof Told]: Told } = {
  ratings: { ...usual, ratings: 1 },
  wellBeing: { ...usual, wellBeing: 1 },
  comments: { ...usual, comments: 'Axolotl' },
  participation: { ...usual, participation: 4 },
}
const classes = Object.keys(otherwise) as (keyof Told)[]
const people = 24

async function office(told: Told): Promise<SurveyOffice> {
  const survey = await SurveyOffice.open(people)
  const expected = [{ level: 'M2', site: 'Main campus', people: people + told.participation }]
  await survey.wave({ expected })
  const rows = Array.from({ length: people }, (_, at) => ({
    id: `R_${at}`,
    email: `learner${at + 1}@med.edu`,
    answers: feedback(1 + ((at * 3 + told.ratings) % 5), at < 14 ? `${told.comments} number ${at}` : ''),
  }))
  await survey.apply(qualtrics(rows))
  const pulse = await survey.wave({ instrumentKey: 'burnoutItem', name: 'Pulse', expected })
  const answers = rows.map(({ email }, at) => `${email},${1 + ((at * 2 + told.wellBeing) % 5)}`)
  await survey.apply(`Email,burnout\n${answers.join('\n')}\n`, { administrationId: pulse.id }, 'pulse.csv')
  if (told.participation > 0) await observe(survey)
  return survey
}

/** Records that a coach was observed. */
async function observe(survey: SurveyOffice): Promise<void> {
  const { file, programId } = survey
  const [coach] = await survey.office.coaches()
  const observation = { coachId: coach!.id, observerId: null, on: '2026-09-10', round: 'Fall' }
  await saveObservation(file, { programId, observation }, newCall())
}

async function decide(survey: SurveyOffice, sharing: Sharing): Promise<void> {
  const { file, programId } = survey
  const { answers } = await getDesign(file.db, { programId })
  const { answer, revision } = answers.assessment
  const goal = {
    statement: 'Fewer learners are burned out',
    need: 'wellBeing',
    measure: 'Burned out',
    instrument: 'Single-item burnout',
    unit: '%',
    direction: 'lower',
    target: 40,
  }
  const choices = { ...answer.choices, sharing }
  const assessment = answerToSchema.parse({ question: 'assessment', answer: { ...answer, choices } })
  await saveAnswer(file, { programId, revision, ...assessment }, newCall())
  const { answer: goals, revision: read } = answers.goals
  if (goals.choices.goals.length > 0) return
  const named = answerToSchema.parse({
    question: 'goals',
    answer: {
      ...goals,
      choices: { ...goals.choices, goals: [{ id: '00000000-0000-7000-8000-000000000009', ...goal }] },
    },
  })
  await saveAnswer(file, { programId, revision: read, ...named }, newCall())
}

/** What an audience is told by one procedure, in text. */
async function said(survey: SurveyOffice, name: Asked, audience: Audience, more: object): Promise<string> {
  const handlers = evaluationHandlers(survey.office.workspace)
  const [coach] = await survey.office.coaches()
  const own = name === 'evaluation.coaches' && audience === 'coach' ? { appointmentId: coach!.id } : {}
  const input = contract[name].input as z.ZodType
  const parsed = input.parse({ programId: survey.programId, audience, ...own, ...more })
  const answer = await (handlers[name] as (input: unknown, call: unknown) => Promise<unknown>)(parsed, newCall()).catch(
    (refused: unknown) => String(refused),
  )
  const handle = typeof answer === 'object' && answer && 'handle' in answer ? String(answer.handle) : null
  return handle === null ? JSON.stringify(answer) : textOf(survey, handle)
}

async function textOf(survey: SurveyOffice, handle: string): Promise<string> {
  const { name, bytes } = survey.office.workspace.staging.get(handle)
  if (name.endsWith('.docx')) {
    // A document’s bytes hold the time they were written; what it says is kept with its release.
    const newest = survey.file.db.selectFrom('evaluation_release').select('content').orderBy('id', 'desc')
    return (await newest.executeTakeFirstOrThrow()).content ?? ''
  }
  return readSheetFile(bytes, name)
    .sheets.flatMap((sheet) => [sheet.name, ...sheet.rows.map(({ cells }) => cells.map((one) => one?.text).join('\t'))])
    .join('\n')
}

const withoutIds = (text: string): string => text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')

/** Everything that an audience is told, by what was asked. No learner is ever named in it. */
async function allSaid(survey: SurveyOffice, audience: Audience, withFiles: boolean): Promise<Map<string, string>> {
  const learners = await survey.office.learners()
  const names = learners.flatMap(({ personId, id, lastName }) => [personId, id, lastName, lastName.toLowerCase()])
  const found = new Map<string, string>()
  for (const [name, inputs] of Object.entries(asked) as [Asked, readonly object[]][]) {
    if (contract[name].kind === 'job' && !withFiles) continue
    for (const more of inputs) {
      const text = await said(survey, name, audience, more)
      expect({ name, audience, named: names.filter((one) => text.includes(one)) }).toEqual({
        name,
        audience,
        named: [],
      })
      found.set(`${name} ${JSON.stringify(more)}`, withoutIds(text))
    }
  }
  return found
}

/** What differs between two offices, for an audience. */
async function differing(offices: readonly SurveyOffice[], audience: Audience, withFiles = true): Promise<string[]> {
  const [mine, theirs] = [
    await allSaid(offices[0]!, audience, withFiles),
    await allSaid(offices[1]!, audience, withFiles),
  ]
  return [...mine].filter(([key, text]) => theirs.get(key) !== text).map(([key]) => key)
}

/** A matrix in which all see all that anybody may see, but for one class. */
function allBut(dataClass: DataClass): Sharing {
  const row = { ...usualSharing.programDirector, [dataClass]: 'none' }
  return sharingSchema.parse(Object.fromEntries(audiences.map((one) => [one, row])))
}

describe('what question 8 keeps from an audience', () => {
  for (const [at, dataClass] of classes.entries())
    test(`of ${dataClass} is in nothing that anybody is told`, { timeout: 120_000 }, async () => {
      const offices = [await office(usual), await office(otherwise[dataClass])]
      for (const survey of offices) await decide(survey, allBut(dataClass))
      // Files take longest: each class writes those of two audiences, and all classes those of all.
      for (const [number, audience] of audiences.entries()) {
        const told = await differing(offices, audience, number % classes.length === at)
        expect({ audience, told }).toEqual({ audience, told: [] })
      }
      // Allowed, it is told: else this would prove nothing.
      for (const survey of offices) await decide(survey, allBut('meetingContent'))
      expect(await differing(offices, 'dean', false)).not.toEqual([])
    })
})
