import { CircleAlert, FilePlus, FolderOpen, ShieldCheck } from 'lucide-react'
import { useRead } from '#renderer/app/api.ts'
import { KnownFiles } from '#renderer/app/KnownFiles.tsx'
import { useActions } from '#renderer/app/useActions.ts'
import { useWorkspaceInfo } from '#renderer/app/useWorkspace.ts'
import { fileWarnings } from '#renderer/app/words.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { StatusDot } from '#renderer/ui/StatusDot.tsx'
import type { FileCheck } from '#shared/workspace/schema.ts'
import { DataTable, type Heading } from './DataTable.tsx'

const headings: readonly Heading[] = [{ label: 'Table' }, { label: 'Rows', isNumber: true }]

/** The open data file, whether it is in order, and the others that are known. */
export function FilesTab() {
  const info = useWorkspaceInfo()
  const actions = useActions()
  const check = useRead('workspace.checkFile', {}, { enabled: false, gcTime: 0 })
  const file = info?.file
  if (!file) return null
  return (
    <div className="cd-data-columns">
      <section>
        <h2>This file</h2>
        <p>
          <b>{file.name}</b> in {file.folder}
        </p>
        {file.warning && (
          <p className="cd-data-warning">
            <CircleAlert size={16} aria-hidden />
            {fileWarnings[file.warning].long}
          </p>
        )}
        <div className="cd-data-actions">
          <Button icon={ShieldCheck} onPress={() => void check.refetch()} isBusy={check.isFetching}>
            Check the file
          </Button>
        </div>
        {check.error && <ProblemNotice problem={check.error.problem} />}
        {check.data && !check.isFetching && <CheckResult check={check.data} />}
      </section>
      <section>
        <h2>Data files known here</h2>
        <div className="cd-data-actions">
          <Button icon={FilePlus} onPress={actions.newFile}>
            New data file…
          </Button>
          {info.nativeDialogs && (
            <Button icon={FolderOpen} onPress={actions.openFile}>
              Open…
            </Button>
          )}
        </div>
        <KnownFiles />
      </section>
    </div>
  )
}

// What the tables of the file hold, as one would say it.
const tableNames: Readonly<Record<string, string>> = {
  program: 'Programs',
  cohort: 'Cohorts',
  site: 'Sites',
  person: 'People',
  person_identity: 'Ids and e-mail addresses',
  enrolment: 'Learners in programs',
  enrolment_standing: 'Statuses of learners',
  appointment: 'Coaches in programs',
  appointment_standing: 'Statuses of coaches',
  pairing: 'Pairings',
  staff_role: 'Staff roles',
  grid_view: 'Saved views',
  import_run: 'Imports',
  export_run: 'Exports',
  history_entry: 'Changes',
  history_change: 'Rows changed',
  request: 'Requests answered',
}

function CheckResult({ check }: { check: FileCheck }) {
  return (
    <output className="cd-check-result">
      {check.ok ? (
        <StatusDot tone="done">No damage found</StatusDot>
      ) : (
        <>
          <StatusDot tone="wrong">Something is wrong with this file. Restore the last good backup.</StatusDot>
          <ul>
            {check.findings.map((finding) => (
              <li key={finding}>{finding}</li>
            ))}
          </ul>
        </>
      )}
      <DataTable headings={headings}>
        {check.tables.map(({ name, rows }) => (
          <tr key={name}>
            <td>{tableNames[name] ?? name.replaceAll('_', ' ')}</td>
            <td data-number>{rows.toLocaleString('en-US')}</td>
          </tr>
        ))}
      </DataTable>
    </output>
  )
}
