import { Link, useLocation, useParams } from '@tanstack/react-router'
import { useRead } from '#renderer/app/api.ts'
import { type PageName, pageAt } from '#renderer/app/pages.ts'
import type { Program } from '#shared/program/schema.ts'

// Their titles say where they are.
const unnested: ReadonlySet<PageName> = new Set(['home', 'newProgram', 'data'])

/** Where this page is: "Class of 2029 program › People › Ana Ruiz". Home is where it starts, so it has none. */
export function Breadcrumb({ program }: { program: Program | null }) {
  const page = pageAt(useLocation().pathname)
  const { personId } = useParams({ strict: false })
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
        {page === 'settings' && <li aria-current="page">Program set-up</li>}
        {page === 'learners' && <li aria-current="page">Learners</li>}
        {page === 'coaches' && <li aria-current="page">Coaches</li>}
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

function PersonName({ personId }: { personId: string }) {
  const person = useRead('roster.getPerson', { personId }).data
  return person ? `${person.preferredName || person.firstName} ${person.lastName}`.trim() : '…'
}
