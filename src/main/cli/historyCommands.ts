import { type Command, InvalidArgumentError } from 'commander'
import type { Outcome, Print } from '#main/cli/output.ts'
import { reportHistory } from '#main/cli/reportHistory.ts'
import { withFile } from '#main/cli/session.ts'

interface DataOption {
  data: string
}

/** `undo`, `redo` and `history`. */
export function addHistoryCommands(program: Command, print: Print): void {
  program
    .command('undo')
    .description('take back the last change')
    .requiredOption('--data <file>', 'the data file')
    .action(async ({ data }: DataOption) => print(await step(data, 'workspace.undo', 'Took back')))

  program
    .command('redo')
    .description('do again what was undone last')
    .requiredOption('--data <file>', 'the data file')
    .action(async ({ data }: DataOption) => print(await step(data, 'workspace.redo', 'Did again')))

  program
    .command('history')
    .description('what changed, newest first')
    .requiredOption('--data <file>', 'the data file')
    .option('--limit <entries>', 'how many', entries, 50)
    .action(async (options: DataOption & { limit: number }) => print(await history(options)))
}

function step(data: string, name: 'workspace.undo' | 'workspace.redo', verb: string): Promise<Outcome> {
  return withFile(data, async ({ client }) => {
    const value = await client.call(name, {})
    return { value, report: `${verb}: ${value.label}` }
  })
}

function history({ data, limit }: DataOption & { limit: number }): Promise<Outcome> {
  return withFile(data, async ({ client }) => {
    const found = await client.call('workspace.listHistory', { limit })
    return { value: { entries: found }, report: reportHistory(found) }
  })
}

function entries(text: string): number {
  const limit = Number(text)
  if (!Number.isInteger(limit) || limit < 1 || limit > 500)
    throw new InvalidArgumentError('Give a number from 1 to 500.')
  return limit
}
