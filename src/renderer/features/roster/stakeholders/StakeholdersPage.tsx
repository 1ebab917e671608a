import '#renderer/app/page.css'
import '../roster.css'
import './stakeholders.css'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Handshake, PanelRight, Plus } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useWorkspaceInfo } from '#renderer/app/useWorkspace.ts'
import { showProblem, useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { DataGrid } from '#renderer/ui/grid/DataGrid.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { count } from '#shared/kernel/text.ts'
import type { Stakeholder } from '#shared/program/design/stakeholders.ts'
import type { Program } from '#shared/program/schema.ts'
import { RosterTabs } from '../RosterTabs.tsx'
import { useRosterView } from '../useRosterView.ts'
import { ViewsMenu } from '../ViewsMenu.tsx'
import { AddStakeholderDialog } from './AddStakeholderDialog.tsx'
import { stakeholderColumns } from './stakeholderColumns.ts'
import { registerSummary } from './stakeholderEdits.ts'
import { StakeholderInspector } from './StakeholderInspector.tsx'
import { useRegister } from './useRegister.ts'
import { VersionNotice } from './VersionNotice.tsx'

const rowId = (row: Stakeholder): string => row.id
const noun = { one: 'stakeholder', many: 'stakeholders' }

/** The register of stakeholders, as question 2 of the design has it: the grid, and beside it the active one. */
export function StakeholdersPage({ program }: { program: Program }) {
  const programId = program.id
  const navigate = useNavigate()
  const done = useDone()
  const { person: shownId } = useSearch({ strict: false })
  const today = useWorkspaceInfo()?.today
  const { rows, version, error, change, edit } = useRegister(programId)
  const views = useRosterView('stakeholders')
  const [isAdding, setAdding] = useState(false)
  const page = useRef<HTMLDivElement>(null)
  const active = useRef<Stakeholder | null>(null)
  const isReadOnly = version?.state !== 'draft'
  const columns = useMemo(
    () => stakeholderColumns.map((column) => (isReadOnly ? { ...column, editable: false } : column)),
    [isReadOnly],
  )
  const shown = useMemo(() => rows.find(({ id }) => id === shownId), [rows, shownId])

  const show = (id: string | undefined) =>
    void navigate({ to: '.', search: (before) => ({ ...before, person: id }), replace: true })
  const closeInspector = () => {
    show(undefined)
    page.current?.querySelector<HTMLElement>('[role=grid]')?.focus()
  }
  const remove = async (ids: readonly string[]): Promise<void> => {
    await change((register) => register.filter(({ id }) => !ids.includes(id)))
    await done(`Removed ${count(ids.length, noun.one, noun.many)}`)
  }
  const addButton = (kind: 'primary' | 'plain') => (
    <Button kind={kind} icon={Plus} onPress={() => setAdding(true)}>
      Add stakeholder
    </Button>
  )

  return (
    <div className="cd-page cd-roster-page" ref={page}>
      <PageHeader
        title="Stakeholders"
        summary={
          version && today ? (
            <>
              {registerSummary(rows, today)}
              {!isReadOnly && (
                <>
                  {'. It is question 2 of the design: '}
                  <Link to="/programs/$programId/design/$question" params={{ programId, question: 'stakeholders' }}>
                    {`draft of version ${version.number}`}
                  </Link>
                </>
              )}
            </>
          ) : (
            ' '
          )
        }
        actions={!isReadOnly && addButton('primary')}
      />
      <RosterTabs program={program} selected="stakeholders" />
      {version && isReadOnly && <VersionNotice programId={programId} version={version} />}
      {error && <ProblemNotice problem={error.problem} />}
      {!version && !error && <Skeleton label="Stakeholders" lines={16} />}
      {version && today && (
        <div className="cd-roster-body">
          <DataGrid
            rows={rows}
            getRowId={rowId}
            columns={columns}
            label="Stakeholders"
            noun={noun}
            state={views.state}
            onStateChange={views.onStateChange}
            {...(!isReadOnly && { onEdit: edit })}
            activeRowId={shown?.id}
            onActiveRowChange={(row) => {
              const moved = active.current !== null && row !== null && active.current.id !== row.id
              active.current = row
              if (moved && shownId !== undefined) show(row.id)
            }}
            onOpenRow={({ id }) => show(id)}
            toolbarExtra={
              <div className="cd-roster-tools">
                <ViewsMenu kind="stakeholders" views={views} />
                <IconButton
                  icon={PanelRight}
                  label="Details"
                  shortcut="Ctrl+Enter"
                  isDisabled={rows.length === 0}
                  onPress={() => (shown ? closeInspector() : show((active.current ?? rows[0])?.id))}
                />
              </div>
            }
            {...(!isReadOnly && {
              renderSelectedRowActions: (ids: string[]) => (
                <Button onPress={() => void remove(ids).catch(showProblem)}>
                  Remove {count(ids.length, noun.one, noun.many)}
                </Button>
              ),
            })}
            empty={
              <EmptyState icon={Handshake} title="No stakeholders yet" actions={!isReadOnly && addButton('plain')}>
                Whoever approves the budget, gives administrative support, promotes the program or helps recruit goes
                here. Begin with whoever approves the budget.
              </EmptyState>
            }
          />
          {shown && (
            <StakeholderInspector row={shown} {...{ today, change, edit, isReadOnly }} onClose={closeInspector} />
          )}
        </div>
      )}
      {isAdding && <AddStakeholderDialog change={change} onClose={() => setAdding(false)} onAdded={show} />}
    </div>
  )
}
