import { CircleAlert, FileDown, History, Info, MessageCircleQuestion } from 'lucide-react'
import type { ReactNode } from 'react'
import { ago } from '#renderer/app/ago.ts'
import { useNow } from '#renderer/app/useNow.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import type { ImportPreview } from '#shared/imports/schema.ts'
import { count } from '#shared/kernel/text.ts'
import type { RosterKind } from '#shared/roster/schema.ts'
import { isRemembered, notTaken } from './previewModel.ts'
import type { Reading } from './reading.ts'

export type BadRows = 'skip' | 'refuse'

interface PreviewNoticesProps {
  preview: ImportPreview
  kind: RosterKind
  reading: Reading
  hasImport: boolean
  badRows: BadRows
  onBadRows: (badRows: BadRows) => void
  /** Saves the rows with problems as a workbook; undefined while that is being done. */
  onSaveRows: (() => void) | undefined
  onFile: () => void
  onQuestions: () => void
}

/** What should be known before importing: rows that stay out, an earlier import, what was noticed about the file. */
export function PreviewNotices(props: PreviewNoticesProps) {
  const { preview, kind, reading, hasImport, badRows, onSaveRows } = props
  const now = useNow()
  const { counts, notes, ignoredRows, importedBefore } = preview
  const { bad, waiting } = notTaken(preview, reading.rows)
  const held = bad + waiting
  const noticed = notes.length + (ignoredRows.length > 0 ? 1 : 0)
  return (
    <ul className="cd-import-notices">
      {bad > 0 && (
        <Notice tone="wrong" icon={<CircleAlert size={16} aria-hidden />}>
          {count(bad, 'row')} cannot be stored and {bad === 1 ? 'is' : 'are'} left out.{' '}
          {!hasImport && 'Correct the file, or the columns below.'}
        </Notice>
      )}
      {waiting > 0 && (
        <Notice tone="wrong" icon={<MessageCircleQuestion size={16} aria-hidden />}>
          {waiting === 1 ? '1 row contradicts' : `${waiting.toLocaleString('en-US')} rows contradict`} another row of
          the same person and {waiting === 1 ? 'waits' : 'wait'} for you.
          <Button kind="quiet" onPress={props.onQuestions}>
            Decide
          </Button>
        </Notice>
      )}
      {(held > 0 || counts.toCheck > 0) && (
        <li className="cd-import-bad">
          {held > 0 && hasImport && (
            <Select<BadRows>
              label={held === 1 ? 'That row' : 'Those rows'}
              value={badRows}
              onChange={props.onBadRows}
              choices={[
                { id: 'skip', label: `Import the other ${kind}` },
                { id: 'refuse', label: 'Import nothing until they are right' },
              ]}
            />
          )}
          <Button icon={FileDown} isBusy={!onSaveRows} {...(onSaveRows && { onPress: onSaveRows })}>
            Save rows with problems
          </Button>
        </li>
      )}
      {importedBefore && (
        <Notice tone="info" icon={<History size={16} aria-hidden />}>
          The same file was imported {ago(importedBefore, now)}.
        </Notice>
      )}
      {isRemembered(preview) && (
        <Notice tone="info" icon={<History size={16} aria-hidden />}>
          The columns are read as last time.
        </Notice>
      )}
      {!hasImport && held === 0 && counts.rows > 0 && (
        <Notice tone="info" icon={<Info size={16} aria-hidden />}>
          There is nothing to import: everybody in the file is here already, with the same values.
        </Notice>
      )}
      {noticed > 0 && (
        <Notice tone="info" icon={<Info size={16} aria-hidden />}>
          <span className="cd-import-first-note">
            {notes[0]?.message ??
              `${count(ignoredRows.length, 'row')} of the file ${ignoredRows.length === 1 ? 'holds' : 'hold'} nobody and ${ignoredRows.length === 1 ? 'was' : 'were'} not read.`}
          </span>
          <Button kind="quiet" onPress={props.onFile}>
            {noticed > 1 ? `All ${noticed} notes` : 'What was read'}
          </Button>
        </Notice>
      )}
    </ul>
  )
}

function Notice({ tone, icon, children }: { tone: 'wrong' | 'info'; icon: ReactNode; children: ReactNode }) {
  return (
    <li data-tone={tone}>
      {icon}
      {children}
    </li>
  )
}
