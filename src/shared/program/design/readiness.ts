import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { contradictions } from '#shared/program/design/contradictions.ts'
import { blankDesign, type Design, type Question, questions } from '#shared/program/design/design.ts'
import { choicesInWords } from '#shared/program/design/designWords.ts'
import type { Readiness } from '#shared/program/design/readinessSchema.ts'
import { rosterFindings } from '#shared/program/design/rosterFindings.ts'
import type { RosterFacts } from '#shared/program/rosterFacts.ts'
import type { ProgramKind } from '#shared/program/schema.ts'

/** How far a design is on a day: what is answered, what is open, and what contradicts itself or the roster. */
export function readinessOf(design: Design, kind: ProgramKind, facts: RosterFacts, today: PlainDate): Readiness {
  const states = questions.map((question) => questionState(design, question, today))
  return {
    questions: states,
    findings: [...contradictions(design, kind), ...rosterFindings(design, facts)].toSorted(bySeverityAndQuestion),
    answered: states.filter(({ state }) => state === 'answered').length,
  }
}

function questionState(design: Design, question: Question, today: PlainDate): Readiness['questions'][number] {
  const fields = choicesInWords(design, question)
  const missing = fields.filter(({ needed, words }) => needed && words === '')
  const open = design[question].openPoints.filter(({ closedOn }) => closedOn === null)
  const untouched = JSON.stringify(design[question]) === JSON.stringify(blank[question])
  return {
    question,
    state: untouched ? 'open' : missing.length > 0 ? 'partly' : 'answered',
    missing: missing.map(({ field, label }) => ({ field, label })),
    openPoints: open.length,
    late: open.filter(({ due }) => due !== null && due < today).length,
  }
}

const blank = blankDesign()

type Finding = Readiness['findings'][number]

const bySeverityAndQuestion = (a: Finding, b: Finding): number =>
  (a.severity === b.severity ? 0 : a.severity === 'wrong' ? -1 : 1) ||
  questions.indexOf(a.question) - questions.indexOf(b.question)
