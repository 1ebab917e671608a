import { Link } from '@tanstack/react-router'
import { FileOutput } from 'lucide-react'
import { dayName, timeOfDay } from '#renderer/app/ago.ts'
import { useRead } from '#renderer/app/api.ts'
import { useNow } from '#renderer/app/useNow.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import type { Release } from '#shared/evaluation/schema.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { count } from '#shared/kernel/text.ts'
import { formatAcademicYear } from '#shared/program/academicYear.ts'
import { Part } from '../Part.tsx'
import { Reading } from '../Reading.tsx'
import { RowButton } from '../RowButton.tsx'
import { useEvaluationSearch } from '../useEvaluationSearch.ts'
import { ReleaseInspector } from './ReleaseInspector.tsx'
import { releaseName } from './releaseWords.ts'

/** What left the office, for whom, and what was held back: later exports are checked against all of it. */
export function ReleasedTab({ programId }: { programId: Id }) {
  const { release: asked, show } = useEvaluationSearch()
  const releases = useRead('evaluation.listReleases', { programId })
  return (
    <Reading of={releases} label="Released">
      {(all) => {
        if (all.length === 0) return <NothingReleased />
        const chosen = all.find(({ id }) => id === asked)
        return (
          <div className="cd-evaluation-split">
            <Part label="Released">
              <ReleaseTable releases={all} chosen={asked} onChoose={(release) => show({ release })} />
              <p className="cd-quiet">
                {'Later exports take all of these into account. Other files that were exported are in '}
                <Link to="/data" search={{ tab: 'exports' }}>
                  Data, Exports
                </Link>
                .
              </p>
            </Part>
            {chosen && (
              <ReleaseInspector
                key={chosen.id}
                programId={programId}
                release={chosen}
                onClose={() => show({ release: undefined })}
              />
            )}
          </div>
        )
      }}
    </Reading>
  )
}

function NothingReleased() {
  return (
    <EmptyState icon={FileOutput} title="Nothing was released yet">
      Each workbook and brief of outcomes stands here once it is exported, with whom it was for and what was held back,
      and can be made again as it was.
    </EmptyState>
  )
}

interface TableProps {
  releases: readonly Release[]
  chosen: string | undefined
  onChoose: (id: Id) => void
}

function ReleaseTable({ releases, chosen, onChoose }: TableProps) {
  const now = useNow()
  return (
    <table className="cd-table cd-evaluation-table">
      <caption className="cd-visually-hidden">Released, newest first</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Academic year</th>
          <th scope="col" data-number>
            Waves
          </th>
          <th scope="col">Held back</th>
          <th scope="col">Released</th>
          <th scope="col">By</th>
        </tr>
      </thead>
      <tbody>
        {releases.map((release) => (
          <tr key={release.id} data-chosen={release.id === chosen || undefined}>
            <th scope="row">
              <RowButton
                label={`${releaseName(release)}, ${formatAcademicYear(release.year)}`}
                isOpen={release.id === chosen}
                onPress={() => onChoose(release.id)}
              >
                {releaseName(release)}
              </RowButton>
            </th>
            <td>{formatAcademicYear(release.year)}</td>
            <td data-number>{release.administrations.length}</td>
            <td>{release.suppressed.length === 0 ? 'Nothing' : count(release.suppressed.length, 'note')}</td>
            <td data-name>{`${dayName(release.at, now)}, ${timeOfDay(release.at)}`}</td>
            <td>{release.actor}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
