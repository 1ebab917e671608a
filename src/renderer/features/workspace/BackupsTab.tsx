import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { ago, dayName, timeOfDay } from '#renderer/app/ago.ts'
import { useJob, useRead } from '#renderer/app/api.ts'
import { useNow } from '#renderer/app/useNow.ts'
import { backupReasons, formatBytes } from '#renderer/app/words.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { ProblemNotice } from '#renderer/ui/ProblemNotice.tsx'
import { Progress } from '#renderer/ui/Progress.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import type { Backup } from '#shared/workspace/schema.ts'
import { DataTable, type Heading } from './DataTable.tsx'

const headings: readonly Heading[] = [
  { label: 'Made' },
  { label: 'Why' },
  { label: 'Size', isNumber: true },
  { label: 'Actions', isHidden: true },
]

/** The backups of the open file: make one, restore one. */
export function BackupsTab() {
  const backups = useRead('workspace.listBackups', {}).data
  const queries = useQueryClient()
  const backUp = useJob('workspace.createBackup')
  const restore = useJob('workspace.restoreBackup')
  const [asked, setAsked] = useState<Backup | null>(null)
  const now = useNow()
  const isBusy = backUp.view.status === 'running' || restore.view.status === 'running'

  const makeBackup = async (): Promise<void> => {
    if (await backUp.start({})) showToast({ message: 'Backed up' })
  }
  const restoreAsked = async (): Promise<void> => {
    if (!asked) return
    setAsked(null)
    const restored = await restore.start({ backupId: asked.id })
    if (!restored) return
    await queries.invalidateQueries()
    showToast({ message: `Restored the backup made ${ago(asked.madeAt, new Date())}` })
  }

  return (
    <div className="cd-data-tab">
      <p className="cd-data-lead">
        A backup is made every day something changed, and before every import, update and restore. The last 3 of today,
        one a day for 10 days and one a month for 12 months are kept.
      </p>
      <div className="cd-data-actions">
        <Button kind="primary" onPress={() => void makeBackup()} isDisabled={isBusy}>
          Back up now
        </Button>
      </div>
      {[backUp, restore].map(
        ({ view, cancel }, index) =>
          view.status === 'running' && (
            <Progress
              key={index === 0 ? 'backUp' : 'restore'}
              label={view.progress.step}
              done={view.progress.done}
              total={view.progress.total}
              onCancel={cancel}
            />
          ),
      )}
      {backUp.view.status === 'failed' && <ProblemNotice problem={backUp.view.problem} />}
      {restore.view.status === 'failed' && <ProblemNotice problem={restore.view.problem} />}
      {!backups && <Skeleton label="Backups" lines={4} />}
      {backups?.length === 0 && <p className="cd-quiet">There is no backup of this file yet.</p>}
      {backups && backups.length > 0 && (
        <DataTable headings={headings}>
          {backups.map((backup) => (
            <tr key={backup.id}>
              <td>
                {dayName(backup.madeAt, now)}, {timeOfDay(backup.madeAt)}
              </td>
              <td>{backupReasons[backup.reason]}</td>
              <td data-number>{formatBytes(backup.bytes)}</td>
              <td data-action>
                <Button kind="quiet" onPress={() => setAsked(backup)} isDisabled={isBusy}>
                  Restore…
                </Button>
              </td>
            </tr>
          ))}
        </DataTable>
      )}
      <ConfirmDialog
        title="Restore this backup?"
        verb="Restore backup"
        isOpen={asked !== null}
        onConfirm={() => void restoreAsked()}
        onClose={() => setAsked(null)}
      >
        {asked && (
          <p>
            The data file goes back to how it was {ago(asked.madeAt, now)} ({dayName(asked.madeAt, now)},{' '}
            {timeOfDay(asked.madeAt)}). What was changed since is no longer in it. The file as it is now is backed up
            first, so restoring that backup brings it back.
          </p>
        )}
      </ConfirmDialog>
    </div>
  )
}
