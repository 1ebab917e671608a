import '#renderer/app/page.css'
import './roster.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { PanelRight, TableProperties, Upload, UserPlus, Users } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useWorkspaceInfo } from '#renderer/app/useWorkspace.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { DataGrid } from '#renderer/ui/grid/DataGrid.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { isPlainDate } from '#shared/kernel/plainDate.ts'
import type { Program } from '#shared/program/schema.ts'
import type { Coach, Learner } from '#shared/roster/schema.ts'
import { AddPersonDialog } from './AddPersonDialog.tsx'
import { AsOfBanner, AsOfControl } from './AsOf.tsx'
import { ExportDialog } from './export/ExportDialog.tsx'
import type { ExportId } from './export/exports.ts'
import { onScreen } from './export/onScreen.ts'
import { OwnFieldsDialog } from './fields/OwnFieldsDialog.tsx'
import { DuplicatesDialog } from './merge/DuplicatesDialog.tsx'
import { ExportMenu, PeopleMenu } from './PageMenus.tsx'
import { PersonInspector } from './PersonInspector.tsx'
import { RosterTabs } from './RosterTabs.tsx'
import { SelectedActions } from './SelectedActions.tsx'
import type { RosterSource } from './source.ts'
import { useColumns } from './useColumns.ts'
import { useRoster } from './useRoster.ts'
import { useRosterView } from './useRosterView.ts'
import { ViewsMenu } from './ViewsMenu.tsx'

interface RosterPageProps<R extends Learner | Coach> {
  source: RosterSource<R>
  program: Program
}

const rowId = (row: Learner | Coach): string => row.id

/** The learners or the coaches of a program: the grid to work in, and beside it the person of the active row. */
export function RosterPage<R extends Learner | Coach>({ source, program }: RosterPageProps<R>) {
  const navigate = useNavigate()
  const search = useSearch({ strict: false })
  const asOf = search.asOf !== undefined && isPlainDate(search.asOf) ? search.asOf : undefined
  const today = useWorkspaceInfo()?.today
  const { rows, isLoading, error, edit } = useRoster(source, program.id, asOf)
  const views = useRosterView(source.kind)
  const [dialog, setDialog] = useState<'add' | 'duplicates' | 'fields' | null>(null)
  const [exporting, setExporting] = useState<ExportId | null>(null)
  const page = useRef<HTMLDivElement>(null)
  const active = useRef<R | null>(null)

  const all = useColumns(source, program)
  const columns = useMemo(() => (asOf ? all.map((column) => ({ ...column, editable: false })) : all), [all, asOf])
  const { person: shownId } = search
  const shown = useMemo(
    () => (shownId === undefined ? undefined : rows.find((row) => row.personId === shownId)),
    [rows, shownId],
  )
  const summary = useMemo(() => source.summary(rows), [source, rows])

  const setSearch = (change: { person?: string | undefined; asOf?: string | undefined }) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...change }), replace: true })
  const show = (row: R | null) => setSearch({ person: row?.personId })
  const closeInspector = () => {
    setSearch({ person: undefined })
    page.current?.querySelector<HTMLElement>('[role=grid]')?.focus()
  }
  const openImport = () =>
    void navigate({
      to: '/programs/$programId/import',
      params: { programId: program.id },
      search: { as: source.kind },
    })

  return (
    <div className="cd-page cd-roster-page" ref={page}>
      <PageHeader
        title={source.title}
        summary={isLoading ? ' ' : summary}
        actions={
          <>
            <PeopleMenu program={program} onDuplicates={() => setDialog('duplicates')} />
            <ExportMenu isDisabled={rows.length === 0} onExport={setExporting} />
            <Button icon={UserPlus} onPress={() => setDialog('add')}>
              Add {source.noun.one}
            </Button>
            <Button kind="primary" icon={Upload} onPress={openImport}>
              Import
            </Button>
          </>
        }
      />
      <RosterTabs program={program} selected={source.kind} />
      {asOf && <AsOfBanner day={asOf} onBack={() => setSearch({ asOf: undefined })} />}
      {error && <ProblemNotice problem={error.problem} />}
      {isLoading && <Skeleton label={source.title} lines={16} />}
      {!isLoading && !error && (
        <div className="cd-roster-body">
          <DataGrid
            key={source.kind}
            rows={rows}
            getRowId={rowId}
            columns={columns}
            label={source.title}
            noun={source.noun}
            state={views.state}
            onStateChange={views.onStateChange}
            {...(!asOf && { onEdit: edit })}
            activeRowId={shown?.id}
            onActiveRowChange={(row) => {
              const moved = active.current !== null && row !== null && active.current.id !== row.id
              active.current = row
              if (moved && search.person !== undefined) show(row)
            }}
            onOpenRow={show}
            columnsAction={{ label: 'Own fields…', icon: TableProperties, onAction: () => setDialog('fields') }}
            toolbarExtra={
              <div className="cd-roster-tools">
                <AsOfControl day={asOf ?? null} onDay={(day) => setSearch({ asOf: day ?? undefined })} />
                <ViewsMenu kind={source.kind} views={views} />
                <IconButton
                  icon={PanelRight}
                  label="Details"
                  shortcut="Ctrl+Enter"
                  isDisabled={rows.length === 0}
                  onPress={() => (shown ? closeInspector() : show(active.current ?? rows[0] ?? null))}
                />
              </div>
            }
            {...(!asOf &&
              today && {
                renderSelectedRowActions: (ids: string[]) => (
                  <SelectedActions
                    source={source}
                    program={program}
                    columns={columns}
                    rows={rows}
                    ids={ids}
                    today={today}
                    edit={edit}
                  />
                ),
              })}
            empty={
              <EmptyState
                icon={Users}
                title={asOf ? `Nobody was here on that day` : `No ${source.noun.many} yet`}
                actions={
                  !asOf && (
                    <>
                      <Button kind="primary" icon={Upload} onPress={openImport}>
                        Import a roster
                      </Button>
                      <Button icon={UserPlus} onPress={() => setDialog('add')}>
                        Add {source.noun.one}
                      </Button>
                    </>
                  )
                }
              >
                {asOf
                  ? `No ${source.noun.one} of this program had started by then, or all had ended.`
                  : source.emptyHint}
              </EmptyState>
            }
          />
          {shown && today && (
            <PersonInspector
              source={source}
              program={program}
              columns={columns}
              row={shown}
              today={asOf ?? today}
              edit={edit}
              isReadOnly={asOf !== undefined}
              onClose={closeInspector}
            />
          )}
        </div>
      )}
      {dialog === 'add' && (
        <AddPersonDialog source={source} program={program} onClose={() => setDialog(null)} onAdded={show} />
      )}
      {dialog === 'duplicates' && <DuplicatesDialog program={program} onClose={() => setDialog(null)} />}
      {dialog === 'fields' && (
        <OwnFieldsDialog kind={source.kind} programId={program.id} onClose={() => setDialog(null)} />
      )}
      {exporting && today && (
        <ExportDialog
          id={exporting}
          program={program}
          screen={onScreen(source.kind, columns, rows, views.state)}
          {...(asOf && { asOf })}
          today={today}
          onClose={() => setExporting(null)}
        />
      )}
    </div>
  )
}
