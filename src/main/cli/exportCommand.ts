import { rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import type { Command } from 'commander'
import { findProgram } from '#main/cli/findProgram.ts'
import type { Outcome, Print } from '#main/cli/output.ts'
import { withFile } from '#main/cli/session.ts'
import { refuse } from '#shared/kernel/problem.ts'

interface ExportOptions {
  data: string
  program?: string
  out: string
}

export function addExportCommand(program: Command, print: Print): void {
  program
    .command('export')
    .description('write an Excel workbook')
    .command('roster')
    .description('the learners and coaches of a program')
    .requiredOption('--data <file>', 'the data file')
    .option('--program <name>', 'the program; the first of the file if left out')
    .requiredOption('--out <file>', 'the workbook to write, such as Roster.xlsx; one that is there is replaced')
    .action(async (options: ExportOptions) => print(await exportRoster(options)))
}

async function exportRoster(options: ExportOptions): Promise<Outcome> {
  const out = resolve(options.out)
  return withFile(options.data, async ({ client }) => {
    const program = await findProgram(client, options.program)
    const staged = await client.run('roster.exportWorkbook', { programId: program.id }).result
    const content = await client.call('workspace.fetchFile', { handle: staged.handle })
    await replaceFile(out, Buffer.from(content.base64, 'base64'))
    const value = { file: out, bytes: staged.bytes, program: program.name }
    return { value, report: `Wrote the roster of ${program.name} to ${out}` }
  })
}

/** Complete or not at all: whoever opens the workbook at this moment finds the old one or the new one. */
async function replaceFile(file: string, bytes: Uint8Array): Promise<void> {
  const part = `${file}.part`
  try {
    await writeFile(part, bytes)
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw cannotWrite(file, (error as NodeJS.ErrnoException).code)
  }
}

function cannotWrite(file: string, why: string | undefined): Error {
  const name = basename(file)
  if (why === 'ENOENT')
    return refuse('file_missing', `There is no folder ${dirname(file)} to write ${name} in. Make it first.`)
  if (why === 'ENOSPC')
    return refuse('disk_full', `The disk is full; ${name} was not written. Make room and try again.`)
  if (why === 'EBUSY' || why === 'EPERM')
    return refuse('read_only', `${name} was not written. Close it in Excel and try again.`)
  return refuse('read_only', `${name} was not written (${why}). Choose another folder with --out.`)
}
