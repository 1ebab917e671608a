import { basename } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import type * as z from 'zod'
import { addLedgerImport } from '#main/cli/budgetCommands.ts'
import { findProgram } from '#main/cli/findProgram.ts'
import type { Outcome, Print } from '#main/cli/output.ts'
import { readBytes, readJson } from '#main/cli/readInput.ts'
import { reportImport } from '#main/cli/reportImport.ts'
import { importRecords } from '#main/cli/recordsCommand.ts'
import {
  addResponsesImport,
  importResponses,
  type ResponsesOptions,
  surveyOptions,
} from '#main/cli/responsesCommand.ts'
import { withFile } from '#main/cli/session.ts'
import { type ImportedRecords, importedRecords } from '#shared/coaching/importSchema.ts'
import type { Input } from '#shared/contract.ts'
import { outcomeOf, refuseBadRows } from '#shared/imports/badRows.ts'
import { importOptionsSchema } from '#shared/imports/schema.ts'
import { refuse } from '#shared/kernel/problem.ts'
import { type PeopleKind, peopleKinds } from '#shared/roster/schema.ts'

interface ImportCommandOptions extends ResponsesOptions {
  as: PeopleKind | ImportedRecords | 'responses'
  year?: number
  policies?: string
  badRows: 'skip' | 'refuse'
}

/** `import FILE`, `import ledger FILE` and `import responses FILE`. */
export function addImportCommands(program: Command, print: Print): void {
  const imports = program.command('import').description('import a spreadsheet, after a backup')
  addLedgerImport(imports, print)
  addResponsesImport(imports, print)
  const roster = imports
    .command('roster', { isDefault: true })
    .description('import a roster; the word may be left out')
    .argument('<sheet>', 'an .xlsx, .csv or other spreadsheet')
    .requiredOption('--data <file>', 'the data file')
    .option('--program <name>', 'the program; the first of the file if left out')
    .addOption(
      new Option('--as <what>', 'who the rows are, or what coaches did, or responses to a survey')
        .choices([...peopleKinds, ...importedRecords, 'responses'])
        .makeOptionMandatory(),
    )
    .option('--dry-run', 'say what would change, and change nothing')
    .option('--sheet <name>', 'the sheet to read; all that look like rosters if left out')
    .option('--header-row <row>', 'the row with the column names, from 1', rowNumber)
    .option('--mapping <json>', 'columns by letter or header as JSON or @file: ' + mappingExample)
    .option('--year <year>', 'the academic year that levels are read for; that of the program if left out', yearNumber)
    .option('--values <json>', 'what cells mean, as JSON or @file: ' + valuesExample)
    .option('--policies <json>', 'overwrite, fillBlanks or leave, by field, as JSON or @file: ' + policiesExample)
    .addOption(
      new Option('--bad-rows <what>', 'whether rows that cannot be stored hold back the others')
        .choices(['skip', 'refuse'])
        .default('skip'),
    )
  for (const option of surveyOptions()) roster.addOption(option)
  roster.action(async (sheet: string, options: ImportCommandOptions) => print(await importSheet(sheet, options)))
  // Most who ask for help want to import a roster.
  imports.addHelpText('after', () => `\n${roster.helpInformation()}`)
}

async function importSheet(file: string, { as, ...options }: ImportCommandOptions): Promise<Outcome> {
  if (as === 'responses') return importResponses(file, options)
  if (as === 'meetings' || as === 'completions') return importRecords(file, as, options)
  const bytes = await readBytes(file)
  const mapping = await readChoice(options.mapping, '--mapping', importOptionsSchema.shape.mapping, mappingExample)
  const values = await readChoice(options.values, '--values', importOptionsSchema.shape.values, valuesExample)
  const policies = await readChoice(options.policies, '--policies', importOptionsSchema.shape.policies, policiesExample)
  return withFile(options.data, async ({ client }) => {
    const program = await findProgram(client, options.program)
    const staged = await client.call('workspace.stageFile', { name: basename(file), base64: bytes.toString('base64') })
    const input = {
      handle: staged.handle,
      programId: program.id,
      as,
      ...(options.sheet !== undefined && { sheet: options.sheet }),
      ...(options.headerRow !== undefined && { headerRow: options.headerRow }),
      ...(options.year !== undefined && { year: options.year }),
      ...(mapping !== undefined && { mapping }),
      ...(values !== undefined && { values }),
      ...(policies !== undefined && { policies }),
    } satisfies Input<'roster.previewImport'>
    const preview = await client.run('roster.previewImport', input).result
    // What the import itself would refuse is refused here too: a script may rely on the exit code.
    if (options.dryRun) refuseBadRows(outcomeOf(preview), options.badRows)
    if (options.dryRun) return { value: preview, report: reportImport(preview, as, program.name, null) }
    const applied = await client.run('roster.applyImport', { ...input, badRows: options.badRows }).result
    return { value: { ...preview, applied }, report: reportImport(preview, as, program.name, applied) }
  })
}

const mappingExample = '{"C": "lastName", "Room": null}'
const valuesExample = '{"status": {"Gone": "withdrawn"}}'
const policiesExample = '{"site": "leave"}'

/** What an option says about the file. @throws Refusal `invalid_input` where it is not made like the example */
async function readChoice<S extends z.ZodType>(
  given: string | undefined,
  option: string,
  schema: S,
  example: string,
): Promise<z.infer<S> | undefined> {
  if (given === undefined) return undefined
  const read = schema.safeParse(await readJson(given, option))
  if (read.success) return read.data
  const where = read.error.issues[0]?.path.map(String).join(', ')
  const at = where ? `, at ${where}` : ''
  throw refuse('invalid_input', `What ${option} gives does not fit${at}. Give an object such as ${example}.`)
}

function rowNumber(text: string): number {
  const row = Number(text)
  if (!Number.isInteger(row) || row < 1) throw new InvalidArgumentError('A row is a number from 1.')
  return row
}

function yearNumber(text: string): number {
  if (!/^(?:19|20)\d{2}$/.test(text))
    throw new InvalidArgumentError('A year is the one it starts in: 2026 for 2026-27.')
  return Number(text)
}
