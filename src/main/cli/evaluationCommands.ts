import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { findProgram } from '#main/cli/findProgram.ts'
import type { Outcome, Print } from '#main/cli/output.ts'
import { replaceFile } from '#main/cli/replaceFile.ts'
import { reportEvaluation } from '#main/cli/reportEvaluation.ts'
import { withFile } from '#main/cli/session.ts'
import { writtenAs } from '#main/cli/writtenAs.ts'
import { academicYearOf } from '#shared/program/academicYear.ts'
import { type Audience, audienceLabels, audiences } from '#shared/program/design/audiences.ts'

interface EvaluateOptions {
  data: string
  program?: string
  audience: Audience
  year?: number
}

const forAudience = (command: Command): Command =>
  command
    .requiredOption('--data <file>', 'the data file')
    .option('--program <name>', 'the program; the first of the file if left out')
    .option('--year <year>', 'the academic year by the one it starts in; that of the program if left out', Number)

/** `evaluate`: goals, waves and figures as an audience may see them. */
export function addEvaluateCommand(program: Command, print: Print): void {
  forAudience(program.command('evaluate').description('goals, waves and scores, as an audience may see them'))
    .addOption(new Option('--audience <who>', 'who is to see it').choices(audiences).default('programDirector'))
    .action(async (options: EvaluateOptions) => print(await evaluate(options)))
}

function evaluate({ data, program: name, audience, year }: EvaluateOptions): Promise<Outcome> {
  return withFile(data, async ({ client }) => {
    const program = await findProgram(client, name)
    const about = { programId: program.id, audience }
    const ofYear = { ...about, ...(year !== undefined && { year }) }
    const overview = await client.call('evaluation.overview', ofYear)
    const goals = await client.call('evaluation.goals', ofYear)
    const waves = await client.call('evaluation.listAdministrations', { programId: program.id })
    const held = waves.filter(({ opensOn }) => year === undefined || academicYearOf(opensOn) <= year)
    const keys = [...new Set(held.map(({ instrumentKey }) => instrumentKey))]
    const results = []
    for (const instrumentKey of keys)
      results.push(await client.call('evaluation.results', { ...ofYear, instrumentKey, groupBy: 'levelAndSite' }))
    // A coach sees what is theirs; which coach that is, a command for everybody does not know.
    const coaches = audience === 'coach' ? null : await client.call('evaluation.coaches', ofYear)
    const value = { program: program.name, audience, overview, goals: goals.goals, results, coaches }
    return { value, report: reportEvaluation(program.name, overview, goals, results) }
  })
}

interface OutcomesOptions extends EvaluateOptions {
  out: string
}

/** `export outcomes`: the workbook, or the brief as a document. */
export function addOutcomesExport(exports: Command, print: Print): void {
  forAudience(
    exports.command('outcomes').description('the outcomes for an audience: a workbook, or a brief of two pages'),
  )
    .addOption(new Option('--audience <who>', 'who is to see it').choices(audiences).makeOptionMandatory())
    .requiredOption('--out <file>', 'Outcomes.xlsx for the workbook, Outcomes.docx for the brief; replaced if there')
    .action(async (options: OutcomesOptions) => print(await exportOutcomes(options)))
}

async function exportOutcomes({ data, program: name, audience, year, out: file }: OutcomesOptions): Promise<Outcome> {
  const out = resolve(file)
  const ending = writtenAs(out, 'The outcomes', ['.xlsx', '.docx'])
  return withFile(data, async ({ client }) => {
    const program = await findProgram(client, name)
    const input = { programId: program.id, audience, ...(year !== undefined && { year }) }
    const job = ending === '.xlsx' ? 'evaluation.exportOutcomes' : 'evaluation.exportBrief'
    const staged = await client.run(job, input).result
    const content = await client.call('workspace.fetchFile', { handle: staged.handle })
    await replaceFile(out, Buffer.from(content.base64, 'base64'))
    const [release] = await client.call('evaluation.listReleases', { programId: program.id })
    const suppressed = release?.suppressed ?? []
    const value = { file: out, bytes: staged.bytes, program: program.name, audience, suppressed }
    const report = `Wrote the outcomes of ${program.name} for the ${audienceLabels[audience].toLowerCase()} to ${out}`
    return { value, report: [report, ...suppressed].join('\n') }
  })
}
