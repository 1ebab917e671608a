import { textTable } from '#main/cli/table.ts'
import type { Output } from '#shared/contract.ts'
import { answerTo } from '#shared/program/design/compare.ts'
import { designSchema, questions } from '#shared/program/design/design.ts'
import { answerInWords } from '#shared/program/design/designWords.ts'
import { questionTexts } from '#shared/program/design/questions.ts'
import type { Readiness } from '#shared/program/design/readinessSchema.ts'
import { versionStateLabels } from '#shared/program/design/version.ts'

/** Each question with what is answered; what is not decided is left to `design check`. */
export function reportDesign(name: string, { version, answers }: Output<'program.getDesign'>): string {
  const design = designSchema.parse(
    Object.fromEntries(questions.map((question) => [question, answers[question].answer])),
  )
  const parts = questions.map((question) => {
    const { number, title } = questionTexts[question]
    const fields = answerInWords(answerTo(design, question)).filter(({ words }) => words !== '')
    const lines = fields.map(({ label, words }) => `   ${label}: ${words.replace(/\s*\n\s*/g, ' ')}`)
    return [`${number}. ${title}`, ...(lines.length > 0 ? lines : ['   Not answered yet.'])].join('\n')
  })
  return [`${name}, version ${version.number} (${versionStateLabels[version.state].toLowerCase()})`, ...parts].join(
    '\n\n',
  )
}

export function reportReadiness({ answered, questions: states, findings }: Readiness): string {
  const table = textTable(
    ['Question', 'State', 'Missing'],
    states.map(({ question, state, missing }) => [
      `${questionTexts[question].number}. ${questionTexts[question].title}`,
      state,
      missing.map(({ label }) => label).join(', '),
    ]),
  )
  const found = findings.map(
    ({ severity, question, message, fix }) =>
      `${severity === 'wrong' ? 'Wrong' : 'Note'}, question ${questionTexts[question].number}: ${message} ${fix}`,
  )
  return [`${answered} of ${states.length} questions are answered.`, table, ...found].join('\n\n')
}
