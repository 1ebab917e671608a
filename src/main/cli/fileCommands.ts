import { resolve } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Outcome, Print } from '#main/cli/output.ts'
import { reportCheck, reportPrograms } from '#main/cli/reportFile.ts'
import { type Session, withApp, withFile } from '#main/cli/session.ts'
import { newId } from '#main/database/newId.ts'
import { callContext } from '#main/dispatcher/callContext.ts'
import { type Refusal, refuse } from '#shared/kernel/problem.ts'
import { count } from '#shared/kernel/text.ts'
import { academicYearOf } from '#shared/program/academicYear.ts'
import { usualCohorts } from '#shared/program/defaults.ts'
import { programDraftSchema, type ProgramKind, programKinds } from '#shared/program/schema.ts'
import type { FileCheck } from '#shared/workspace/schema.ts'

interface NewOptions {
  sample?: true
  program?: string
  kind: ProgramKind
  year?: number
}

/** `new`, `programs` and `check`. */
export function addFileCommands(program: Command, print: Print): void {
  program
    .command('new')
    .description('make a data file')
    .argument('<file>', 'where to make it, such as Coaching.coachdesk')
    .option('--sample', 'with the sample programs')
    .option('--program <name>', 'with a program of that name', programName)
    .addOption(
      new Option('--kind <kind>', 'medical school (ume) or residency (gme)').choices(programKinds).default('ume'),
    )
    .option('--year <year>', 'the academic year by the year it starts in; the present one if left out', year)
    .action(async (file: string, options: NewOptions) => print(await makeFile(file, options)))

  program
    .command('programs')
    .description('list the programs of a data file')
    .requiredOption('--data <file>', 'the data file')
    .action(async ({ data }: { data: string }) => print(await withFile(data, listPrograms)))

  program
    .command('check')
    .description('examine a data file for damage')
    .argument('[file]', 'the data file')
    .option('--data <file>', 'the data file')
    .action(async (file: string | undefined, options: { data?: string }) => print(await check(file ?? options.data)))
}

function makeFile(file: string, { sample, program, kind, year }: NewOptions): Promise<Outcome> {
  const path = resolve(file)
  return withApp(async ({ app, client }) => {
    const about = { requestId: newId(), actor: app.workspace.actor, now: new Date() }
    await app.workspace.createAt(path, sample ? callContext(about, new AbortController().signal) : null)
    if (program !== undefined) {
      const startsIn = year ?? academicYearOf((await client.call('workspace.info', {})).today)
      const cohorts = usualCohorts(kind, startsIn).map((name) => ({ name }))
      await client.call('program.create', { name: program, kind, year: startsIn, cohorts, sites: [] })
    }
    const programs = await client.call('program.list', {})
    return { value: { file: path, programs }, report: `Made ${path}\n${reportPrograms(programs)}` }
  })
}

async function listPrograms({ client }: Session): Promise<Outcome> {
  const programs = await client.call('program.list', {})
  return { value: { programs }, report: reportPrograms(programs) }
}

async function check(file: string | undefined): Promise<Outcome> {
  if (file === undefined) throw refuse('invalid_input', 'Name the data file to check: check FILE.')
  return withFile(file, async ({ client }) => {
    const found = await client.call('workspace.checkFile', {})
    if (!found.ok) throw damaged(found)
    return { value: found, report: reportCheck(found) }
  })
}

function damaged({ findings }: FileCheck): Refusal {
  const details = findings.map((message) => ({ path: '', message }))
  return refuse(
    'file_damaged',
    `The file has ${count(findings.length, 'problem')}. Restore a backup, or keep it for help.`,
    details,
  )
}

function year(text: string): number {
  const value = Number(text)
  if (!programDraftSchema.shape.year.safeParse(value).success)
    throw new InvalidArgumentError('A year is a number such as 2026, from 1990 to 2100.')
  return value
}

function programName(text: string): string {
  const name = programDraftSchema.shape.name.safeParse(text)
  if (!name.success) throw new InvalidArgumentError(name.error.issues[0]!.message)
  return name.data
}
