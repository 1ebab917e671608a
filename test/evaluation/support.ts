import { onTestFinished } from 'vitest'
import { importResponses, previewResponses } from '#main/features/evaluation/importResponses.ts'
import { saveAdministration } from '#main/features/evaluation/service.ts'
import type {
  ResponseImportOptions,
  ResponseImportResult,
  ResponsePreview,
} from '#shared/evaluation/responsesSchema.ts'
import type { Administration, AdministrationDraft } from '#shared/evaluation/schema.ts'
import { newCall, Office } from '#test/imports/support/office.ts'

type Choices = Partial<Omit<ResponseImportOptions, 'handle' | 'programId'>>

/** An office with learners, coaches and short ways to hold waves and import what comes back. */
export class SurveyOffice {
  readonly office: Office

  constructor(office: Office) {
    this.office = office
  }

  /** Learners are called Learner1 and so on, with the address learner1@med.edu; every coach has a site of their own. */
  static async open(learners = 12): Promise<SurveyOffice> {
    const office = await Office.open()
    onTestFinished(() => office.close())
    await office.apply('Last name,First name,Email\nChen,Wei,chen@med.edu\nOrtiz,Ana,ortiz@med.edu\n', 'coaches')
    const rows = Array.from({ length: learners }, (_, at) => {
      const [number, coach] = [at + 1, at % 2 === 0 ? 'Chen, Wei' : 'Ortiz, Ana']
      return `Learner${number},Test,learner${number}@med.edu,S${1000 + number},M2,Main campus,"${coach}",8/1/2025`
    })
    await office.apply(`Last name,First name,Email,Student ID,Level,Site,Coach,Start date\n${rows.join('\n')}\n`)
    return new SurveyOffice(office)
  }

  get file() {
    return this.office.workspace.current()
  }

  get programId(): string {
    return this.office.program.id
  }

  wave(draft: Partial<AdministrationDraft> = {}): Promise<Administration> {
    const administration: AdministrationDraft = {
      instrumentKey: 'coachFeedback',
      name: 'Fall 2026',
      population: 'learners',
      opensOn: '2026-09-01',
      closesOn: '2026-09-30',
      identity: 'confidential',
      ...draft,
    }
    return saveAdministration(this.file, { programId: this.programId, administration }, newCall())
  }

  preview(content: string, choices: Choices = {}, name = 'survey.csv'): Promise<ResponsePreview> {
    const handle = this.office.stage(name, content)
    return previewResponses(this.office.workspace, { handle, programId: this.programId, ...choices }, newCall())
  }

  apply(content: string, choices: Choices = {}, name = 'survey.csv'): Promise<ResponseImportResult> {
    const handle = this.office.stage(name, content)
    const input = { handle, programId: this.programId, backUp: false, ...choices }
    return importResponses(this.office.workspace, input, newCall())
  }
}

const questions = [
  'My coach and I work well together.',
  'My coach asks questions that make me think.',
  'My coach helps me set goals and follow them up.',
  'My coach is there when we agreed to meet.',
  'I can speak openly with my coach.',
  'I would keep my coach.',
  'What would make coaching more useful to you?',
]

const cell = (text: string | number): string => `"${String(text).replaceAll('"', '""')}"`

export interface QualtricsRow {
  id: string
  email?: string
  code?: string
  status?: string
  finished?: string
  answers: readonly (string | number)[]
}

/** An export of feedback on coaches as Qualtrics writes it: three rows of names, addresses and places of machines. */
export function qualtrics(rows: readonly QualtricsRow[]): string {
  const before = ['StartDate', 'EndDate', 'Status', 'IPAddress', 'Progress', 'Duration (in seconds)', 'Finished']
  const about = ['RecordedDate', 'ResponseId', 'RecipientLastName', 'RecipientFirstName', 'RecipientEmail']
  const where = ['ExternalReference', 'LocationLatitude', 'LocationLongitude', 'DistributionChannel', 'UserLanguage']
  const meta = [...before, ...about, ...where]
  const names = [...meta, ...questions.map((_, at) => (at < 5 ? `Q3_${at + 1}` : `Q${at - 1}`))]
  const words = [
    ...meta,
    ...questions.map((text, at) => (at < 5 ? `How much do you agree?\n<b>About your coach</b> - ${text}` : text)),
  ]
  const ids = names.map((name) => `{"ImportId":"${name}","timeZone":"America/Denver"}`)
  const lines = rows.map(({ id, email = '', code = '', status = 'IP Address', finished = 'True', answers }) => {
    const at = '2026-09-10 09:04:00'
    const progress = finished === 'True' ? 100 : 40
    const machine = [at, at, status, '203.0.113.7', progress, 240, finished, '2026-09-10 09:04:01']
    return [...machine, id, '', '', email, code, '40.015', '-105.27', 'email', 'EN', ...answers]
  })
  return [names, words, ids, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')
}

/** Five answers of the scale, whether to keep the coach, and a comment. */
export const feedback = (level: number | string, comment = ''): (string | number)[] => [
  ...Array.from({ length: 5 }, () => level),
  'Yes',
  comment,
]
