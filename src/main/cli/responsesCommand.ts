import { type Command, Option } from 'commander'
import type { Outcome, Print } from '#main/cli/output.ts'
import { readJson } from '#main/cli/readInput.ts'
import { reportResponses } from '#main/cli/reportEvaluation.ts'
import { withFile } from '#main/cli/session.ts'
import { readSheet, type SheetOptions, stageSheet } from '#main/cli/stageSheet.ts'
import type { Client } from '#shared/contract/client.ts'
import type { Input } from '#shared/contract.ts'
import { identities, type Identity } from '#shared/evaluation/schema.ts'
import { refuse } from '#shared/kernel/problem.ts'
import { foldText, tidyText } from '#shared/kernel/text.ts'

export interface ResponsesOptions extends SheetOptions {
  values?: string
  instrument?: string
  wave?: string
  identity?: Identity
}

/** The options of a survey import that a roster does not have. */
export const surveyOptions = (): Option[] => [
  new Option('--instrument <name>', 'of responses: the instrument; by its items if left out'),
  new Option('--wave <name>', 'of responses: the wave, made where there is none; by the days if left out'),
  new Option('--identity <how>', 'of responses: how a wave that is made ties answers to people').choices(identities),
]

/** `import responses`: what a survey tool exported. */
export function addResponsesImport(imports: Command, print: Print): void {
  const command = imports
    .command('responses')
    .description('import a survey export of Qualtrics, REDCap, a form or a plain sheet, after a backup')
    .argument('<sheet>', 'an .xlsx, .csv or other spreadsheet')
    .requiredOption('--data <file>', 'the data file')
    .option('--program <name>', 'the program; the first of the file if left out')
    .option('--dry-run', 'say what would be added, and change nothing')
    .option('--sheet <name>', 'the sheet to read')
    .option('--header-row <row>', 'the row with the column names, from 1', Number)
    .option('--mapping <json>', 'columns by letter or header as JSON or @file: {"Q3_1": "rapport"}')
    .option('--values <json>', 'what cells mean, as JSON or @file: {"rapport": {"Mostly": "4"}}')
  for (const option of surveyOptions()) command.addOption(option)
  command.action(async (sheet: string, options: ResponsesOptions) => print(await importResponses(sheet, options)))
}

export async function importResponses(file: string, options: ResponsesOptions): Promise<Outcome> {
  const given = await readSheet(file, options)
  const values = options.values === undefined ? undefined : await readJson(options.values, '--values')
  return withFile(options.data, async ({ client }) => {
    const { program, input: read } = await stageSheet(client, given, options)
    const instrumentKey = options.instrument === undefined ? undefined : await keyOf(client, options.instrument)
    const input = {
      ...read,
      ...(values !== undefined && { values }),
      ...(instrumentKey !== undefined && { instrumentKey }),
      ...(options.wave !== undefined && {
        wave: { name: options.wave, ...(options.identity !== undefined && { identity: options.identity }) },
      }),
    } as Input<'evaluation.previewResponses'>
    const preview = await client.run('evaluation.previewResponses', input).result
    if (options.dryRun) return { value: preview, report: reportResponses(preview, program.name, null) }
    const applied = await client.run('evaluation.applyResponses', input).result
    return { value: { ...preview, applied }, report: reportResponses(preview, program.name, applied) }
  })
}

async function keyOf(client: Client, name: string): Promise<string> {
  const instruments = await client.call('evaluation.listInstruments', {})
  const found = instruments.find((one) => fold(one.name) === fold(name) || fold(one.key) === fold(name))
  if (found) return found.key
  const names = instruments.map((one) => `“${one.name}”`).join(', ')
  throw refuse('not_found', `There is no instrument “${name}”. There are ${names}.`)
}

const fold = (text: string): string => foldText(tidyText(text))
