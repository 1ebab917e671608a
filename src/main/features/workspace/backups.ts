import { readdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { dataFileExtension } from '#main/database/openDataFile.ts'
import { localDay } from '#main/dispatcher/callContext.ts'
import { makeFolder } from '#main/features/workspace/makeFolder.ts'
import { backupsToKeep } from '#shared/workspace/retention.ts'
import { type Backup, type BackupReason, backupSchema } from '#shared/workspace/schema.ts'

/** "Residency backups" beside "Residency.coachdesk": where a user looks for it, and moves it along. */
export function backupFolder(dataFilePath: string): string {
  return join(dirname(dataFilePath), `${stemOf(dataFilePath)} backups`)
}

/** Where a backup of that moment goes; makes the folder. */
export async function newBackupPath(dataFilePath: string, madeAt: string, reason: BackupReason): Promise<string> {
  await makeFolder(backupFolder(dataFilePath))
  return backupPath(dataFilePath, `${madeAt.replace(/[:.]/g, '-')}-${reason}`)
}

export function backupPath(dataFilePath: string, backupId: string): string {
  return join(backupFolder(dataFilePath), `${stemOf(dataFilePath)} ${backupId}${dataFileExtension}`)
}

/** The backups of a data file, newest first; a file that does not have such a name is none. */
export async function listBackups(dataFilePath: string): Promise<Backup[]> {
  const names = await readdir(backupFolder(dataFilePath)).catch(() => [])
  const backups = await Promise.all(names.map((name) => describe(dataFilePath, name)))
  return backups.filter((backup) => backup !== null).toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
}

/** Deletes the backups that are not to be kept. */
export async function pruneBackups(dataFilePath: string, now: Date): Promise<void> {
  const backups = await listBackups(dataFilePath)
  const aged = backups.map(({ id, madeAt }) => ({ id, madeAt, day: localDay(new Date(madeAt)) }))
  const kept = backupsToKeep(aged, localDay(now))
  for (const { id } of backups) if (!kept.has(id)) await rm(backupPath(dataFilePath, id), { force: true })
}

async function describe(dataFilePath: string, name: string): Promise<Backup | null> {
  const prefix = `${stemOf(dataFilePath)} `
  if (!name.startsWith(prefix) || !name.endsWith(dataFileExtension)) return null
  const id = name.slice(prefix.length, -dataFileExtension.length)
  const match = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d{3}Z)-(\w+)$/.exec(id)
  const reason = backupSchema.shape.reason.safeParse(match?.[5])
  const found = await stat(join(backupFolder(dataFilePath), name)).catch(() => null)
  if (!match || !reason.success || !found) return null
  const madeAt = `${match[1]}:${match[2]}:${match[3]}.${match[4]}`
  return { id, madeAt, reason: reason.data, bytes: found.size }
}

const stemOf = (path: string): string => basename(path, dataFileExtension)
