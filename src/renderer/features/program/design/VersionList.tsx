import { Link } from '@tanstack/react-router'
import { useRead } from '#renderer/app/api.ts'
import { versionInWords } from './designWords.ts'

/** The versions of the design, newest first, each with its charter and what it changed. */
export function VersionList({ programId }: { programId: string }) {
  const versions = useRead('program.listDesignVersions', { programId }).data ?? []
  return (
    <section>
      <h2>Versions</h2>
      {versions.length === 0 && <p className="cd-quiet">The first answer starts version 1.</p>}
      <ul className="cd-versions">
        {versions.map((version, index) => {
          const before = versions[index + 1]
          return (
            <li key={version.number}>
              {versionInWords(version)}
              <span>
                <Link
                  to="/programs/$programId/design/charter"
                  params={{ programId }}
                  search={version.id === null ? {} : { version: version.id }}
                >
                  Charter
                </Link>
                {before?.id && version.id && (
                  <Link
                    to="/programs/$programId/design/compare"
                    params={{ programId }}
                    search={{ from: before.id, to: version.id }}
                  >
                    {`What changed since version ${before.number}`}
                  </Link>
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
