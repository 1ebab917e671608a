import './design/designTable.css'
import './programs.css'
import { Link, useNavigate } from '@tanstack/react-router'
import { Archive, ArchiveRestore, Copy, Ellipsis, Plus, Settings2 } from 'lucide-react'
import { useState } from 'react'
import { useChange, useRead } from '#renderer/app/api.ts'
import { showProblem, useDone } from '#renderer/app/useDone.ts'
import { usePrograms } from '#renderer/app/useWorkspace.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { formatDate } from '#shared/kernel/plainDate.ts'
import { count } from '#shared/kernel/text.ts'
import { formatAcademicYear } from '#shared/program/academicYear.ts'
import { type Program, programKindLabels } from '#shared/program/schema.ts'
import { CopyDesignDialog } from './design/CopyDesignDialog.tsx'
import { versionInWords } from './design/designWords.ts'

/** The programs of the data file side by side, those that were put away last. */
export function ProgramsPage() {
  const programs = usePrograms()
  const navigate = useNavigate()
  const [copied, setCopied] = useState<Program | null>(null)
  if (!programs)
    return (
      <div className="cd-page">
        <PageHeader title="Programs" />
        <Skeleton label="Programs" lines={4} />
      </div>
    )
  const active = programs.filter(({ archivedOn }) => archivedOn === null)
  const archived = programs.filter(({ archivedOn }) => archivedOn !== null)
  return (
    <div className="cd-page">
      <PageHeader
        title="Programs"
        summary={[count(active.length, 'program'), archived.length > 0 && `${archived.length} archived`]
          .filter(Boolean)
          .join(', ')}
        actions={
          <Button kind="primary" icon={Plus} onPress={() => void navigate({ to: '/programs/new' })}>
            Start a program
          </Button>
        }
      />
      {programs.length === 0 ? (
        <EmptyState title="No program yet">A program holds its learners, its coaches and its design.</EmptyState>
      ) : (
        <div className="cd-scroll-x">
          <table className="cd-table cd-design-table cd-programs">
            <thead>
              <tr>
                <th scope="col">Program</th>
                <th scope="col">Kind</th>
                <th scope="col">Year</th>
                <th scope="col">Learners</th>
                <th scope="col">Coaches</th>
                <th scope="col">Design</th>
                <th scope="col">Answered</th>
                <th scope="col">
                  <span className="cd-visually-hidden">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {[...active, ...archived].map((program) => (
                <ProgramRow
                  key={program.id}
                  program={program}
                  canCopy={programs.length > 1}
                  onCopy={() => setCopied(program)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {copied && <CopyDesignDialog from={copied} programs={active} onClose={() => setCopied(null)} />}
    </div>
  )
}

function ProgramRow({ program, canCopy, onCopy }: { program: Program; canCopy: boolean; onCopy: () => void }) {
  const { id, name, kind, year, learners, coaches, archivedOn } = program
  const archived = archivedOn !== null
  const version = useRead('program.getDesign', { programId: id }).data?.version
  const readiness = useRead('program.readiness', { programId: id }).data
  const archive = useChange('program.archive')
  const unarchive = useChange('program.unarchive')
  const navigate = useNavigate()
  const done = useDone()
  const params = { programId: id }
  const putAway = async (): Promise<void> => {
    await (archived ? unarchive : archive).mutateAsync(params)
    await done(archived ? `Brought ${name} back` : `Archived ${name}`)
  }
  return (
    <tr {...(archived && { 'data-archived': true })}>
      <th scope="row">
        <Link to="/" search={{ program: id }}>
          {name}
        </Link>
        {archivedOn && <span className="cd-quiet">{` archived ${formatDate(archivedOn)}`}</span>}
      </th>
      <td>{programKindLabels[kind]}</td>
      <td>{formatAcademicYear(year)}</td>
      <td data-number>{learners.toLocaleString('en-US')}</td>
      <td data-number>{coaches.toLocaleString('en-US')}</td>
      <td>
        <Link to="/programs/$programId/design" params={params}>
          {version ? versionInWords(version) : 'Design'}
        </Link>
      </td>
      <td data-number>{readiness ? `${readiness.answered} of ${readiness.questions.length}` : ''}</td>
      <td>
        <Menu
          label={`Actions for ${name}`}
          groups={[
            [
              { id: 'copy', label: 'Copy design to…', icon: Copy, isDisabled: !canCopy, onAction: onCopy },
              {
                id: 'settings',
                label: 'Program set-up',
                icon: Settings2,
                onAction: () => void navigate({ to: '/programs/$programId/settings', params }),
              },
            ],
            [
              {
                id: 'archive',
                label: archived ? 'Bring back' : 'Archive',
                icon: archived ? ArchiveRestore : Archive,
                onAction: () => void putAway().catch(showProblem),
              },
            ],
          ]}
        >
          <IconButton icon={Ellipsis} label={`Actions for ${name}`} />
        </Menu>
      </td>
    </tr>
  )
}
