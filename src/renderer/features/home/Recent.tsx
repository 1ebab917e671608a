import { Link } from '@tanstack/react-router'
import { ago } from '#renderer/app/ago.ts'
import { useRead } from '#renderer/app/api.ts'
import { useActions } from '#renderer/app/useActions.ts'
import { useNow } from '#renderer/app/useNow.ts'
import { useOpenFile } from '#renderer/app/useWorkspace.ts'
import { Button } from '#renderer/ui/Button.tsx'
import type { Id } from '#shared/kernel/ids.ts'

const shownChanges = 5

/** What was changed last in the program, by whom. */
export function LastChanges({ programId }: { programId: Id }) {
  const entries = useRead('workspace.listHistory', { programId, limit: shownChanges }).data
  const now = useNow()
  return (
    <section>
      <h2>Last changes</h2>
      {entries?.length === 0 && <p className="cd-quiet">Nothing has been changed yet.</p>}
      <ul className="cd-recent-list">
        {entries?.map(({ id, label, actor, at }) => (
          <li key={id}>
            {label}
            <span className="cd-quiet">
              {actor}, {ago(at, now)}
            </span>
          </li>
        ))}
      </ul>
      <Link to="/data" search={{ tab: 'history' }}>
        All changes of the data file
      </Link>
    </section>
  )
}

/** The last file that was imported into the program. */
export function LastImport({ programId }: { programId: Id }) {
  const last = useRead('workspace.listImports', {}).data?.find((run) => run.programId === programId)
  const now = useNow()
  if (!last) return null
  return (
    <section>
      <h2>Last import</h2>
      <ul className="cd-recent-list">
        <li>
          {last.fileName}
          <span className="cd-quiet">
            {`${last.created.toLocaleString('en-US')} new, ${last.updated.toLocaleString('en-US')} changed, ${ago(last.at, now)}`}
            {last.rolledBack && ', rolled back'}
          </span>
        </li>
      </ul>
      <Link to="/data" search={{ tab: 'imports' }}>
        All imports
      </Link>
    </section>
  )
}

export function BackupState() {
  const lastBackupAt = useOpenFile()?.lastBackupAt
  const { backUp } = useActions()
  const now = useNow()
  return (
    <section>
      <h2>Backup</h2>
      <p>{lastBackupAt ? `The last one was made ${ago(lastBackupAt, now)}.` : 'This data file has no backup yet.'}</p>
      <Button onPress={backUp}>Back up now</Button>
    </section>
  )
}
