import { Link, useLocation, useParams } from '@tanstack/react-router'
import { useRead } from '#renderer/app/api.ts'
import { type PageName, pageAt } from '#renderer/app/pages.ts'
import { questions } from '#shared/program/design/design.ts'
import { questionTexts } from '#shared/program/design/questions.ts'
import type { Program } from '#shared/program/schema.ts'

// Their titles say where they are.
const unnested: ReadonlySet<PageName> = new Set(['home', 'newProgram', 'programs', 'data'])

/** Where this page is: "Class of 2029 program › People › Ana Ruiz". Home is where it starts, so it has none. */
export function Breadcrumb({ program }: { program: Program | null }) {
  const page = useLocation({ select: ({ pathname }) => pageAt(pathname) })
  const { personId, question } = useParams({ strict: false })
  if (page === null || program === null || unnested.has(page)) return null

  const params = { programId: program.id }
  return (
    <nav className="cd-breadcrumb" aria-label="Breadcrumb">
      <ol>
        <li>
          <Link to="/" search={{ program: program.id }}>
            {program.name}
          </Link>
        </li>
        {page === 'design' && <li aria-current="page">Design</li>}
        {(page === 'question' || page === 'compare' || page === 'charter') && (
          <li>
            <Link to="/programs/$programId/design" params={params}>
              Design
            </Link>
          </li>
        )}
        {page === 'compare' && <li aria-current="page">Compare versions</li>}
        {page === 'charter' && <li aria-current="page">Charter</li>}
        {page === 'question' && <li aria-current="page">{questionTitle(question)}</li>}
        {page === 'budget' && <li aria-current="page">Budget</li>}
        {page === 'budgetSummary' && (
          <>
            <li>
              <Link to="/programs/$programId/budget" params={params}>
                Budget
              </Link>
            </li>
            <li aria-current="page">Summary</li>
          </>
        )}
        {page === 'evaluation' && <li aria-current="page">Evaluation</li>}
        {page === 'settings' && <li aria-current="page">Program set-up</li>}
        {page === 'learners' && <li aria-current="page">Learners</li>}
        {page === 'coaches' && <li aria-current="page">Coaches</li>}
        {page === 'staff' && <li aria-current="page">Staff</li>}
        {page === 'stakeholders' && <li aria-current="page">Stakeholders</li>}
        {page === 'meetings' && <li aria-current="page">Meetings</li>}
        {(page === 'person' || page === 'import' || page === 'newYear') && (
          <li>
            <Link to="/programs/$programId/learners" params={params}>
              People
            </Link>
          </li>
        )}
        {page === 'import' && <li aria-current="page">Import</li>}
        {page === 'newYear' && <li aria-current="page">New year</li>}
        {page === 'person' && personId && (
          <li aria-current="page">
            <PersonName personId={personId} />
          </li>
        )}
      </ol>
    </nav>
  )
}

function questionTitle(asked: string | undefined): string {
  const question = questions.find((each) => each === asked)
  return question ? questionTexts[question].title : 'Question'
}

function PersonName({ personId }: { personId: string }) {
  const person = useRead('roster.getPerson', { personId }).data
  return person ? `${person.preferredName || person.firstName} ${person.lastName}`.trim() : '…'
}
