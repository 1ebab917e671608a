import { getDesign, saveAnswer } from '#main/features/program/design.ts'
import { answerToSchema } from '#shared/program/design/design.ts'
import { type Desk, on } from '#test/roster/support.ts'

/** The day that the tests look back from: in the first of two terms. */
export const today = '2026-11-22'

/** Answers questions 3 and 7, on top of what is there. */
export async function decide(
  { file, programId }: Desk,
  answers: { structure?: object; development?: object },
): Promise<void> {
  for (const question of ['structure', 'development'] as const) {
    if (!answers[question]) continue
    const { answer, revision } = (await getDesign(file.db, { programId })).answers[question]
    const to = answerToSchema.parse({
      question,
      answer: { ...answer, choices: { ...answer.choices, ...answers[question] } },
    })
    await saveAnswer(file, { programId, revision, ...to }, on(today))
  }
}

/** Two meetings a term, one module once and one each year, and one observation a year. */
export const usualAnswers = {
  structure: { termsPerYear: 2, meetingsPerTerm: 2 },
  development: {
    modules: [
      { id: 'm-basics', name: 'Coaching basics', requiredFor: ['coach'] },
      { id: 'm-bias', name: 'Bias in feedback', requiredFor: ['coach'], renewMonths: 12 },
      { id: 'm-panel', name: 'Interviewing', requiredFor: ['panelist'] },
    ],
    observationsPerYear: 1,
  },
}
