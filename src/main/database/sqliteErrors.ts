import { basename } from 'node:path'
import Database from 'better-sqlite3'
import { Refusal, refuse } from '#shared/kernel/problem.ts'

/** The result code of SQLite or the error code of the file system, or an empty string. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

export const isConstraintError = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')

/**
 * What went wrong with a file, in the user's words: a full disk, a folder that cannot be written, damage, another opener.
 * An error that is none of these is a bug, and comes back as it is.
 */
export function fileRefusal(error: unknown, path: string): unknown {
  if (error instanceof Refusal) return error
  const name = basename(path)
  const code = errorCode(error)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT')
    return refuse('disk_full', `The disk is full, so nothing was written to ${name}. Free some space, then try again.`)
  if (code.startsWith('SQLITE_CORRUPT')) return damaged(name)
  if (code === 'SQLITE_NOTADB') return foreign(name)
  if (code === 'ENOENT') return missing(name)
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return inUse(name)
  if (code.startsWith('SQLITE_READONLY') || /^(SQLITE_CANTOPEN|SQLITE_PERM|EACCES|EPERM|EROFS)/.test(code))
    return readOnly(name)
  if (code.startsWith('SQLITE_IOERR'))
    return refuse(
      'file_damaged',
      `The disk reported an error while ${name} was used. Check the disk or the network connection, then open the file again.`,
    )
  return error
}

/**
 * A migration that failed: a full disk and the like in their own words. Anything else is a mistake of ours, which the log
 * gets as the cause.
 */
export function migrationRefusal(error: unknown, path: string): unknown {
  const known = fileRefusal(error, path)
  if (known instanceof Refusal) return known
  const refusal = refuse(
    'file_not_migrated',
    `${basename(path)} was made by an older Coachdesk and could not be brought up to date. It is as it was. Open it with the older version, and hand on the log.`,
  )
  refusal.cause = error
  return refusal
}

export const missing = (name: string): Refusal =>
  refuse('file_missing', `${name} is no longer there. Look for it in another folder, or restore a backup.`)

export const foreign = (name: string): Refusal =>
  refuse(
    'file_foreign',
    `${name} is not a Coachdesk data file. Choose a file that Coachdesk made; a spreadsheet is imported into one.`,
  )

export const newer = (name: string): Refusal =>
  refuse(
    'file_newer',
    `${name} was written by a newer Coachdesk. Install that version here to open it; nothing was changed.`,
  )

export const damaged = (name: string): Refusal =>
  refuse(
    'file_damaged',
    `${name} is damaged. Restore a backup: they are in the folder “${name.replace(/\.coachdesk$/, '')} backups” beside it.`,
  )

export const inUse = (name: string): Refusal =>
  refuse('file_in_use', `${name} is open in another Coachdesk. Close it there, then open it here.`)

export const readOnly = (name: string): Refusal =>
  refuse(
    'read_only',
    `${name} cannot be written where it is. Move it to a folder you can write to, or ask IT for the right to.`,
  )
