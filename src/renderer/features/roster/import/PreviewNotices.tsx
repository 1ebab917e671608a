import { CircleAlert, History, Info, MessageCircleQuestion } from 'lucide-react'
import type { ReactNode } from 'react'
import { ago } from '#renderer/app/ago.ts'
import { useNow } from '#renderer/app/useNow.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import type { ImportPreview } from '#shared/imports/schema.ts'
import { count } from '#shared/kernel/text.ts'
import type { PeopleKind } from '#shared/roster/schema.ts'
import { ignoredGroups, isRemembered } from './previewModel.ts'
import type { Reading } from './reading.ts'

export type BadRows = 'skip' | 'refuse'

/** What is more worth knowing than the rest: it stands on its own, the rest under What was read. */
const tellingNotes: ReadonlySet<string> = new Set(['noHeader', 'sheetsReadTogether', 'levelFromSheetName'])

interface PreviewNoticesProps {
  preview: ImportPreview
  kind: PeopleKind
  reading: Reading
  /** Rows that cannot be stored, and rows that wait for a decision. */
  bad: number
  waiting: number
  hasImport: boolean
  badRows: BadRows
  onBadRows: (badRows: BadRows) => void
  onFile: () => void
  onQuestions: () => void
  /** How many wordings of the file say nothing here. */
  unknown: number
  onValues: () => void
}

/** What should be known before importing: rows that stay out, an earlier import, what was noticed about the file. */
export function PreviewNotices(props: PreviewNoticesProps) {
  const { preview, kind, reading, bad, waiting, hasImport, badRows } = props
  const now = useNow()
  const { counts, notes, ignoredRows, importedBefore } = preview
  const error = preview.problems.find(({ level }) => level === 'error')
  const note = notes.find(({ code }) => tellingNotes.has(code)) ?? notes[0]
  const held = bad + waiting
  const noticed = notes.length + ignoredGroups(ignoredRows).length
  return (
    <ul className="cd-import-notices">
      {held > 0 && (
        <Notice tone="wrong" icon={<CircleAlert size={16} aria-hidden />}>
          {bad > 0 && (
            <span>
              {count(bad, 'row')} cannot be stored and {bad === 1 ? 'is' : 'are'} left out.
            </span>
          )}
          {waiting > 0 && (
            <>
              <span>
                {waiting === 1 ? '1 row contradicts' : `${waiting.toLocaleString('en-US')} rows contradict`} another row
                or somebody in the program, and {waiting === 1 ? 'waits' : 'wait'} for you.
              </span>
              <Button kind="quiet" onPress={props.onQuestions}>
                Decide
              </Button>
            </>
          )}
          {hasImport && (
            <Select<BadRows>
              label={held === 1 ? 'What to do with that row' : 'What to do with those rows'}
              isLabelHidden
              value={badRows}
              onChange={props.onBadRows}
              choices={[
                { id: 'skip', label: `Import the other ${kind}` },
                { id: 'refuse', label: `Import nothing until ${held === 1 ? 'it is' : 'they are'} right` },
              ]}
            />
          )}
        </Notice>
      )}
      {!hasImport && error && (
        <Notice tone="wrong" icon={<CircleAlert size={16} aria-hidden />}>
          {error.message}
        </Notice>
      )}
      {props.unknown > 0 && (
        <Notice tone="needs" icon={<MessageCircleQuestion size={16} aria-hidden />}>
          {count(props.unknown, 'value')} of the file {props.unknown === 1 ? 'was' : 'were'} not understood.
          <Button kind="quiet" onPress={props.onValues}>
            Say what {props.unknown === 1 ? 'it means' : 'they mean'}
          </Button>
        </Notice>
      )}
      {importedBefore && (
        <Notice tone="info" icon={<History size={16} aria-hidden />}>
          The same file was imported {ago(importedBefore, now)}.
        </Notice>
      )}
      {isRemembered(preview, reading) && (
        <Notice tone="info" icon={<History size={16} aria-hidden />}>
          The columns and values are read as last time.
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
            {note?.message ??
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

function Notice({ tone, icon, children }: { tone: 'wrong' | 'needs' | 'info'; icon: ReactNode; children: ReactNode }) {
  return (
    <li data-tone={tone}>
      {icon}
      {children}
    </li>
  )
}
