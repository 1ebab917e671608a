import { resolve } from 'node:path'
import type { Command } from 'commander'
import { findProgram } from '#main/cli/findProgram.ts'
import type { Outcome, Print } from '#main/cli/output.ts'
import { replaceFile } from '#main/cli/replaceFile.ts'
import { reportDesign, reportReadiness } from '#main/cli/reportDesign.ts'
import { withFile } from '#main/cli/session.ts'
import { writtenAs } from '#main/cli/writtenAs.ts'

interface DesignOptions {
  data: string
  program?: string
}

type DesignExportOptions = DesignOptions & { out: string; audience: string }

export function addDesignCommands(program: Command, print: Print): void {
  const design = program.command('design').description('the design of a program: the eight questions and their answers')
  ofProgram(design.command('show').description('the answers of the draft, or else of the adopted version')).action(
    async (options: DesignOptions) => print(await show(options)),
  )
  ofProgram(design.command('check').description('what is not answered yet, and what contradicts what')).action(
    async (options: DesignOptions) => print(await check(options)),
  )
  ofProgram(design.command('export').description('the charter (.docx), the decisions (.xlsx) or the year (.ics)'))
    .requiredOption('--out <file>', 'the file to write, such as Charter.docx; one that is there is replaced')
    .option('--audience <text>', 'for whom it is; goes to the log of exports', 'Program office')
    .action(async (options: DesignExportOptions) => print(await exportDesign(options)))
}

const ofProgram = (command: Command): Command =>
  command
    .requiredOption('--data <file>', 'the data file')
    .option('--program <name>', 'the program; the first of the file if left out')

function show(options: DesignOptions): Promise<Outcome> {
  return withFile(options.data, async ({ client }) => {
    const program = await findProgram(client, options.program)
    const design = await client.call('program.getDesign', { programId: program.id })
    return { value: { program: program.name, ...design }, report: reportDesign(program.name, design) }
  })
}

function check(options: DesignOptions): Promise<Outcome> {
  return withFile(options.data, async ({ client }) => {
    const program = await findProgram(client, options.program)
    const readiness = await client.call('program.readiness', { programId: program.id })
    return { value: { program: program.name, ...readiness }, report: reportReadiness(readiness) }
  })
}

const exportsByEnding = {
  '.docx': 'program.exportCharter',
  '.xlsx': 'program.exportDecisions',
  '.ics': 'program.exportCalendar',
} as const

async function exportDesign({ data, program: name, out, audience }: DesignExportOptions): Promise<Outcome> {
  const file = resolve(out)
  const ending = writtenAs(file, 'A design', ['.docx', '.xlsx', '.ics'])
  return withFile(data, async ({ client }) => {
    const program = await findProgram(client, name)
    const staged = await client.run(exportsByEnding[ending], { programId: program.id, audience }).result
    const content = await client.call('workspace.fetchFile', { handle: staged.handle })
    await replaceFile(file, Buffer.from(content.base64, 'base64'))
    const value = { file, bytes: staged.bytes, program: program.name }
    return { value, report: `Wrote the design of ${program.name} to ${file}` }
  })
}
