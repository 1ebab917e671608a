import { textTable } from '#main/cli/table.ts'
import type { Backup, HistoryEntry } from '#shared/workspace/schema.ts'

export function reportHistory(entries: readonly HistoryEntry[]): string {
  if (entries.length === 0) return 'Nothing was changed yet.'
  return textTable(
    ['When', 'Who', 'What', 'Rows', ''],
    entries.map((entry) => [
      localTime(entry.at),
      entry.actor,
      whatOf(entry),
      entry.rows,
      entry.undoneBy ? 'undone' : '',
    ]),
  )
}

export function reportBackups(backups: readonly Backup[]): string {
  if (backups.length === 0) return 'There are no backups yet.'
  return textTable(
    ['When', 'Why', 'Size (kB)', 'Backup'],
    backups.map(({ id, madeAt, reason, bytes }) => [localTime(madeAt), reason, Math.ceil(bytes / 1024), id]),
  )
}

/** "Jul 1, 2026, 9:30 AM", in the time zone of the machine. */
export function localTime(instant: string): string {
  return new Date(instant).toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'short' })
}

function whatOf({ kind, label }: HistoryEntry): string {
  if (kind === 'undo') return `Undo: ${label}`
  return kind === 'redo' ? `Redo: ${label}` : label
}
