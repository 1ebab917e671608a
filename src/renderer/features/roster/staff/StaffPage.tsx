import '#renderer/app/page.css'
import '../roster.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { IdCard, PanelRight, Upload, UserPlus } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useWorkspaceInfo } from '#renderer/app/useWorkspace.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { DataGrid } from '#renderer/ui/grid/DataGrid.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { isPlainDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import type { Program } from '#shared/program/schema.ts'
import type { StaffMember } from '#shared/roster/staff.ts'
import { AsOfBanner, AsOfControl } from '../AsOf.tsx'
import { ExportDialog } from '../export/ExportDialog.tsx'
import type { ExportId } from '../export/exports.ts'
import { onScreen } from '../export/onScreen.ts'
import { ExportMenu } from '../PageMenus.tsx'
import { RosterTabs } from '../RosterTabs.tsx'
import { staffSummary } from '../summary.ts'
import { useRosterView } from '../useRosterView.ts'
import { ViewsMenu } from '../ViewsMenu.tsx'
import { AddStaffDialog } from './AddStaffDialog.tsx'
import { staffColumns } from './staffColumns.ts'
import { StaffInspector } from './StaffInspector.tsx'
import { StaffSelected } from './StaffSelected.tsx'
import { staffNoun, useStaff } from './useStaff.ts'

const rowId = (row: StaffMember): string => row.id
const exports: readonly ExportId[] = ['screen', 'workbook']

/** Who runs a program: the grid to work in, and beside it the person of the active row. */
export function StaffPage({ program }: { program: Program }) {
  const today = useWorkspaceInfo()?.today
  return today ? <StaffOn program={program} today={today} /> : <Skeleton label="Staff" lines={16} />
}

function StaffOn({ program, today }: { program: Program; today: PlainDate }) {
  const navigate = useNavigate()
  const search = useSearch({ strict: false })
  const asOf = search.asOf !== undefined && isPlainDate(search.asOf) ? search.asOf : undefined
  const day = asOf ?? today
  const { rows, isLoading, error, edit } = useStaff(program.id, asOf)
  const views = useRosterView('staff')
  const [isAdding, setAdding] = useState(false)
  const [exporting, setExporting] = useState<ExportId | null>(null)
  const page = useRef<HTMLDivElement>(null)
  const active = useRef<StaffMember | null>(null)
  const columns = useMemo(
    () => staffColumns(program, day).map((column) => (asOf ? { ...column, editable: false } : column)),
    [program, day, asOf],
  )
  // A role, or by a link the person, whose first role is shown.
  const { person: shownId } = search
  const shown = useMemo(
    () => rows.find(({ id }) => id === shownId) ?? rows.find(({ personId }) => personId === shownId),
    [rows, shownId],
  )

  const setSearch = (change: { person?: string | undefined; asOf?: string | undefined }) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...change }), replace: true })
  const show = (row: StaffMember | null) => setSearch({ person: row?.id })
  const openImport = () =>
    void navigate({ to: '/programs/$programId/import', params: { programId: program.id }, search: { as: 'staff' } })
  const closeInspector = () => {
    setSearch({ person: undefined })
    page.current?.querySelector<HTMLElement>('[role=grid]')?.focus()
  }

  return (
    <div className="cd-page cd-roster-page" ref={page}>
      <PageHeader
        title="Staff"
        summary={isLoading ? ' ' : staffSummary(rows, day)}
        actions={
          <>
            <ExportMenu ids={exports} isDisabled={rows.length === 0} onExport={setExporting} />
            <Button icon={Upload} onPress={openImport}>
              Import
            </Button>
            <Button kind="primary" icon={UserPlus} onPress={() => setAdding(true)}>
              Add staff
            </Button>
          </>
        }
      />
      <RosterTabs program={program} selected="staff" />
      {asOf && <AsOfBanner day={asOf} onBack={() => setSearch({ asOf: undefined })} />}
      {error && <ProblemNotice problem={error.problem} />}
      {isLoading && <Skeleton label="Staff" lines={16} />}
      {!isLoading && !error && (
        <div className="cd-roster-body">
          <DataGrid
            rows={rows}
            getRowId={rowId}
            columns={columns}
            label="Staff"
            noun={staffNoun}
            state={views.state}
            onStateChange={views.onStateChange}
            {...(!asOf && { onEdit: edit })}
            activeRowId={shown?.id}
            onActiveRowChange={(row) => {
              const moved = active.current !== null && row !== null && active.current.id !== row.id
              active.current = row
              if (moved && shownId !== undefined) show(row)
            }}
            onOpenRow={show}
            toolbarExtra={
              <div className="cd-roster-tools">
                <AsOfControl day={asOf ?? null} onDay={(chosen) => setSearch({ asOf: chosen ?? undefined })} />
                <ViewsMenu kind="staff" views={views} />
                <IconButton
                  icon={PanelRight}
                  label="Details"
                  shortcut="Ctrl+Enter"
                  isDisabled={rows.length === 0}
                  onPress={() => (shown ? closeInspector() : show(active.current ?? rows[0] ?? null))}
                />
              </div>
            }
            {...(!asOf && {
              renderSelectedRowActions: (ids: string[]) => (
                <StaffSelected programId={program.id} {...{ columns, rows, ids, today, edit }} />
              ),
            })}
            empty={
              <EmptyState
                icon={IdCard}
                title={asOf ? 'Nobody held a role on that day' : 'No staff yet'}
                actions={
                  !asOf && (
                    <>
                      <Button icon={UserPlus} onPress={() => setAdding(true)}>
                        Add staff
                      </Button>
                      <Button icon={Upload} onPress={openImport}>
                        Import a list
                      </Button>
                    </>
                  )
                }
              >
                {asOf
                  ? 'No role of this program had begun by then, or all had ended.'
                  : 'Whoever runs the program goes here: director, dean, coordinator, data manager. A coach who directs it stays one person.'}
              </EmptyState>
            }
          />
          {shown && (
            <StaffInspector
              {...{ program, columns, edit }}
              row={shown}
              today={day}
              isReadOnly={asOf !== undefined}
              onClose={closeInspector}
            />
          )}
        </div>
      )}
      {isAdding && <AddStaffDialog {...{ program, columns, today }} onClose={() => setAdding(false)} onAdded={show} />}
      {exporting && (
        <ExportDialog
          id={exporting}
          program={program}
          screen={onScreen('staff', columns, rows, views.state)}
          {...(asOf && { asOf })}
          today={today}
          onClose={() => setExporting(null)}
        />
      )}
    </div>
  )
}
