import './questionNumber.css'
import { Link } from '@tanstack/react-router'
import { questions } from '#shared/program/design/design.ts'
import { questionTexts } from '#shared/program/design/questions.ts'
import type { Readiness } from '#shared/program/design/readinessSchema.ts'
import { stateInWords } from './designWords.ts'

/** The eight questions, to go from one to any other. */
export function QuestionNav({ programId, readiness }: { programId: string; readiness: Readiness | undefined }) {
  return (
    <nav className="cd-question-nav" aria-label="The eight questions">
      <ol>
        {questions.map((question) => {
          const state = readiness?.questions.find((each) => each.question === question)
          const { tone, words } = state ? stateInWords(state) : { tone: 'neutral', words: '' }
          const flags = readiness?.findings.filter((finding) => finding.question === question).length ?? 0
          return (
            <li key={question}>
              <Link
                to="/programs/$programId/design/$question"
                params={{ programId, question }}
                activeOptions={{ includeSearch: false }}
                activeProps={{ 'aria-current': 'page' }}
              >
                <span className="cd-question-number">{questionTexts[question].number}</span>
                <span>
                  {questionTexts[question].title}
                  <small data-tone={flags > 0 ? 'needs' : tone}>{flags > 0 ? `${flags} to look at` : words}</small>
                </span>
              </Link>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
