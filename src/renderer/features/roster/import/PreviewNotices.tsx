import { CircleAlert, Info } from 'lucide-react'
import { ago } from '#renderer/app/ago.ts'
import { useNow } from '#renderer/app/useNow.ts'
import type { ImportPreview } from '#shared/imports/schema.ts'
import { count } from '#shared/kernel/text.ts'
import type { RosterKind } from '#shared/roster/schema.ts'

interface PreviewNoticesProps {
  preview: ImportPreview
  kind: RosterKind
  hasImport: boolean
}

/** What should be known before importing: rows that stay out, sheets and rows that were not read, an earlier import. */
export function PreviewNotices({ preview, kind, hasImport }: PreviewNoticesProps) {
  const now = useNow()
  const { counts, notes, ignoredRows, importedBefore } = preview
  const reasons = [...Map.groupBy(ignoredRows, ({ reason }) => reason)]
  return (
    <ul className="cd-import-notices">
      {counts.skipped > 0 && (
        <li data-tone="wrong">
          <CircleAlert size={16} aria-hidden />
          {count(counts.skipped, 'row')} cannot be stored and {counts.skipped === 1 ? 'is' : 'are'} left out.{' '}
          {hasImport
            ? `Import the other ${kind}, or correct the file first.`
            : 'Correct the file, or the columns below.'}
        </li>
      )}
      {importedBefore && (
        <li data-tone="info">
          <Info size={16} aria-hidden />
          The same file was imported {ago(importedBefore, now)}.
        </li>
      )}
      {!hasImport && counts.skipped === 0 && counts.rows > 0 && (
        <li data-tone="info">
          <Info size={16} aria-hidden />
          There is nothing to import: everybody in the file is here already, with the same values.
        </li>
      )}
      {notes.map(({ code, message }) => (
        <li key={code + message} data-tone="info">
          <Info size={16} aria-hidden />
          {message}
        </li>
      ))}
      {reasons.map(([reason, rows]) => (
        <li key={reason} data-tone="info">
          <Info size={16} aria-hidden />
          Not read: {rowList(rows.map(({ row }) => row))} ({reason.charAt(0).toLowerCase() + reason.slice(1)}).
        </li>
      ))}
    </ul>
  )
}

const shownRows = 6

function rowList(rows: readonly number[]): string {
  const shown = rows.slice(0, shownRows).join(', ')
  const more = rows.length - shownRows
  return `${rows.length === 1 ? 'row' : 'rows'} ${shown}${more > 0 ? ` and ${more} more` : ''}`
}
