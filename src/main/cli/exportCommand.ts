import { resolve } from 'node:path'
import type { Command } from 'commander'
import { addBudgetExport } from '#main/cli/budgetCommands.ts'
import { addOutcomesExport } from '#main/cli/evaluationCommands.ts'
import { findProgram } from '#main/cli/findProgram.ts'
import type { Outcome, Print } from '#main/cli/output.ts'
import { replaceFile } from '#main/cli/replaceFile.ts'
import { withFile } from '#main/cli/session.ts'
import { writtenAs } from '#main/cli/writtenAs.ts'

interface ExportOptions {
  data: string
  program?: string
  out: string
}

/** `export roster`, `export budget` and `export outcomes`. */
export function addExportCommands(program: Command, print: Print): void {
  const exports = program.command('export').description('write an Excel workbook')
  addBudgetExport(exports, print)
  addOutcomesExport(exports, print)
  exports
    .command('roster')
    .description('the learners and coaches of a program')
    .requiredOption('--data <file>', 'the data file')
    .option('--program <name>', 'the program; the first of the file if left out')
    .requiredOption('--out <file>', 'the workbook to write, such as Roster.xlsx; one that is there is replaced')
    .action(async (options: ExportOptions) => print(await exportRoster(options)))
}

async function exportRoster(options: ExportOptions): Promise<Outcome> {
  const out = resolve(options.out)
  writtenAs(out, 'A roster', ['.xlsx'])
  return withFile(options.data, async ({ client }) => {
    const program = await findProgram(client, options.program)
    const staged = await client.run('roster.exportWorkbook', { programId: program.id }).result
    const content = await client.call('workspace.fetchFile', { handle: staged.handle })
    await replaceFile(out, Buffer.from(content.base64, 'base64'))
    const value = { file: out, bytes: staged.bytes, program: program.name }
    return { value, report: `Wrote the roster of ${program.name} to ${out}` }
  })
}
