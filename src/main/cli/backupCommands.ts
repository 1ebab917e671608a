import type { Command } from 'commander'
import type { Outcome, Print } from '#main/cli/output.ts'
import { localTime, reportBackups } from '#main/cli/reportHistory.ts'
import { withFile } from '#main/cli/session.ts'
import { refuse } from '#shared/kernel/problem.ts'
import type { Backup } from '#shared/workspace/schema.ts'

/** `backup`, `backups` and `restore`. */
export function addBackupCommands(program: Command, print: Print): void {
  program
    .command('backup')
    .description('back up a data file now')
    .requiredOption('--data <file>', 'the data file')
    .action(async ({ data }: { data: string }) => print(await backUp(data)))

  program
    .command('backups')
    .description('list the backups of a data file, newest first')
    .requiredOption('--data <file>', 'the data file')
    .action(async ({ data }: { data: string }) => print(await list(data)))

  program
    .command('restore')
    .description('put a backup in place of a data file, after backing that up too')
    .argument('[backup]', 'as backups lists it; the newest if left out')
    .requiredOption('--data <file>', 'the data file')
    .action(async (backup: string | undefined, { data }: { data: string }) => print(await restore(data, backup)))
}

function backUp(data: string): Promise<Outcome> {
  return withFile(data, async ({ client }) => {
    const backup = await client.run('workspace.createBackup', {}).result
    return { value: backup, report: `Backed up, ${localTime(backup.madeAt)}\n${backup.id}` }
  })
}

function list(data: string): Promise<Outcome> {
  return withFile(data, async ({ client }) => {
    const backups = await client.call('workspace.listBackups', {})
    return { value: { backups }, report: reportBackups(backups) }
  })
}

function restore(data: string, backupId: string | undefined): Promise<Outcome> {
  return withFile(data, async ({ client }) => {
    const { file } = await client.call('workspace.info', {})
    const backups = await client.call('workspace.listBackups', {})
    // Opening the file may have made its daily backup: the newest is the newest from before.
    const backup = choose(backupId === undefined ? madeBefore(backups, file!.openedAt) : backups, backupId)
    const info = await client.run('workspace.restoreBackup', { backupId: backup.id }).result
    return {
      value: { restored: backup, info },
      report: `Restored the backup of ${localTime(backup.madeAt)}. What it replaced was backed up first.`,
    }
  })
}

const madeBefore = (backups: readonly Backup[], instant: string): Backup[] =>
  backups.filter(({ madeAt }) => madeAt < instant)

function choose(backups: readonly Backup[], id: string | undefined): Backup {
  const found = id === undefined ? backups[0] : backups.find((backup) => backup.id === id)
  if (found) return found
  if (backups.length === 0) throw refuse('not_found', 'The data file has no backups. Make one with: backup --data FILE')
  throw refuse('not_found', `There is no backup ${id}. The command backups lists those there are.`)
}
