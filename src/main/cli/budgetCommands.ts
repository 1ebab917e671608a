import { resolve } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { findProgram } from '#main/cli/findProgram.ts'
import type { Outcome, Print } from '#main/cli/output.ts'
import { readJson } from '#main/cli/readInput.ts'
import { replaceFile } from '#main/cli/replaceFile.ts'
import { reportBudget, reportComparison, reportLedger, reportSensitivity } from '#main/cli/reportBudget.ts'
import { withFile } from '#main/cli/session.ts'
import { readSheet, type SheetOptions, stageSheet } from '#main/cli/stageSheet.ts'
import { writtenAs } from '#main/cli/writtenAs.ts'
import { accountMappingSchema } from '#shared/budget/actualsSchema.ts'
import type { Budget, Scenario } from '#shared/budget/schema.ts'
import type { Client } from '#shared/contract/client.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { refuse } from '#shared/kernel/problem.ts'
import { foldText, tidyText } from '#shared/kernel/text.ts'
import * as z from 'zod'

interface BudgetOptions {
  data: string
  program?: string
  budget?: string
}

/** `budget show`, `compare` and `sensitivity`. */
export function addBudgetCommands(program: Command, print: Print): void {
  const budget = program.command('budget').description('what a program costs: its budget, scenarios and sensitivity')
  ofBudget(budget.command('show').description('cost by year, category and fund, coaches, FTE and what is not known'))
    .option('--scenario <name>', 'a scenario; the base if left out')
    .action(async (options: BudgetOptions & { scenario?: string }) => print(await show(options)))
  ofBudget(budget.command('compare').description('the base and its scenarios side by side'))
    .addOption(scenarios())
    .action(async (options: BudgetOptions & { scenario: string[] }) => print(await compare(options)))
  ofBudget(budget.command('sensitivity').description('the total by ratio and effort, and what moves it most'))
    .option('--scenario <name>', 'a scenario; the base if left out')
    .option('--ratios <list>', 'learners for each coach, such as 6,8,10', wholeNumbers)
    .option('--efforts <list>', 'FTE of each coach, such as 0.05,0.1', efforts)
    .action(async (options: SensitivityOptions) => print(await sensitivity(options)))
}

type SensitivityOptions = BudgetOptions & { scenario?: string; ratios?: number[]; efforts?: number[] }

const ofBudget = (command: Command): Command =>
  command
    .requiredOption('--data <file>', 'the data file')
    .option('--program <name>', 'the program; the first of the file if left out')
    .option('--budget <name>', 'a version of the budget by its name or number; the newest if left out')

const scenarios = (): Option =>
  new Option('--scenario <names...>', 'the scenarios by name; all if left out').default([], 'all')

function show(options: BudgetOptions & { scenario?: string }): Promise<Outcome> {
  return withBudget(options, async ({ client, budget, scenarios }) => {
    const scenarioId = options.scenario === undefined ? null : scenarioNamed(scenarios, options.scenario).id
    const result = await client.call('budget.show', { budgetId: budget.id, scenarioId })
    return { value: { budget: budget.settings.name, ...result }, report: reportBudget(budget, result) }
  })
}

function compare(options: BudgetOptions & { scenario: string[] }): Promise<Outcome> {
  return withBudget(options, async ({ client, budget, scenarios }) => {
    const results = await client.call('budget.compare', { budgetId: budget.id, ...chosen(options.scenario, scenarios) })
    return { value: { budget: budget.settings.name, results }, report: reportComparison(budget, results) }
  })
}

function sensitivity(options: SensitivityOptions): Promise<Outcome> {
  return withBudget(options, async ({ client, budget, scenarios }) => {
    const scenarioId = options.scenario === undefined ? null : scenarioNamed(scenarios, options.scenario).id
    const found = await client.call('budget.sensitivity', {
      budgetId: budget.id,
      scenarioId,
      ratios: options.ratios,
      efforts: options.efforts,
    })
    return { value: { budget: budget.settings.name, ...found }, report: reportSensitivity(budget, found) }
  })
}

/** `export budget`: the workbook, or the lines as a CSV. */
export function addBudgetExport(exports: Command, print: Print): void {
  ofBudget(exports.command('budget').description('the budget as a workbook of live formulas, or its lines as a CSV'))
    .requiredOption('--out <file>', 'the file to write, such as Budget.xlsx; one that is there is replaced')
    .addOption(scenarios())
    .option('--audience <text>', 'for whom it is; goes to the log of exports', 'Program office')
    .action(async (options: ExportOptions) => print(await exportBudget(options)))
}

type ExportOptions = BudgetOptions & { out: string; scenario: string[]; audience: string }

async function exportBudget(options: ExportOptions): Promise<Outcome> {
  const out = resolve(options.out)
  const ending = writtenAs(out, 'A budget', ['.xlsx', '.csv'])
  const { audience } = options
  return withBudget(options, async ({ client, budget, scenarios }) => {
    const { scenarioIds } = chosen(options.scenario, scenarios)
    if (ending === '.csv' && options.scenario.length > 1)
      throw refuse('invalid_input', 'A CSV holds the lines of one scenario. Name one, or none for the base.')
    const staged =
      ending === '.xlsx'
        ? await client.run('budget.exportWorkbook', { budgetId: budget.id, scenarioIds, audience }).result
        : await client.run('budget.exportLines', {
            budgetId: budget.id,
            scenarioId: scenarioIds?.[0] ?? null,
            audience,
          }).result
    const content = await client.call('workspace.fetchFile', { handle: staged.handle })
    await replaceFile(out, Buffer.from(content.base64, 'base64'))
    const value = { file: out, bytes: staged.bytes, budget: budget.settings.name }
    return { value, report: `Wrote the budget ${budget.settings.name} to ${out}` }
  })
}

interface LedgerOptions extends SheetOptions {
  accounts?: string
  repeats: 'skip' | 'add'
}

/** `import ledger`: what was spent and committed. */
export function addLedgerImport(imports: Command, print: Print): void {
  imports
    .command('ledger')
    .description('import a ledger export of the finance system, after a backup')
    .argument('<sheet>', 'an .xlsx, .csv or other spreadsheet')
    .requiredOption('--data <file>', 'the data file')
    .option('--program <name>', 'the program; the first of the file if left out')
    .option('--dry-run', 'say what would be added, and change nothing')
    .option('--sheet <name>', 'the sheet to read')
    .option('--header-row <row>', 'the row with the column names, from 1', (text) => wholeNumbers(text)[0]!)
    .option('--mapping <json>', 'columns by letter or header as JSON or @file: {"C": "amount"}')
    .option('--accounts <json>', `where accounts belong, as JSON or @file: ${accountsExample}`)
    .addOption(
      new Option('--repeats <what>', 'what becomes of entries that are in the ledger already')
        .choices(['skip', 'add'])
        .default('skip'),
    )
    .action(async (sheet: string, options: LedgerOptions) => print(await importLedger(sheet, options)))
}

const accountsExample = '[{"account": "6010", "category": "coaches"}]'

async function importLedger(file: string, options: LedgerOptions): Promise<Outcome> {
  const given = await readSheet(file, options)
  const accounts = z
    .array(accountMappingSchema)
    .safeParse(options.accounts === undefined ? [] : await readJson(options.accounts, '--accounts'))
  if (!accounts.success)
    throw refuse('invalid_input', `What --accounts gives does not fit. Give a list such as ${accountsExample}.`)
  return withFile(options.data, async ({ client }) => {
    const { program, input: read } = await stageSheet(client, given, options)
    const input = { ...read, accounts: accounts.data, repeats: options.repeats }
    const preview = await client.run('budget.previewLedger', input).result
    if (options.dryRun) return { value: preview, report: reportLedger(preview, program.name, false) }
    const applied = await client.run('budget.applyLedger', input).result
    return { value: { ...preview, applied }, report: reportLedger(preview, program.name, true) }
  })
}

interface Found {
  client: Client
  budget: Budget
  scenarios: readonly Scenario[]
}

function withBudget(options: BudgetOptions, work: (found: Found) => Promise<Outcome>): Promise<Outcome> {
  return withFile(options.data, async ({ client }) => {
    const program = await findProgram(client, options.program)
    const budgets = await client.call('budget.list', { programId: program.id })
    const budget = budgetNamed(budgets, options.budget, program.name)
    const { scenarios } = await client.call('budget.get', { budgetId: budget.id })
    return work({ client, budget, scenarios })
  })
}

function budgetNamed(budgets: readonly Budget[], name: string | undefined, program: string): Budget {
  const found =
    name === undefined
      ? budgets[0]
      : budgets.find(({ settings, number }) => key(settings.name) === key(name) || String(number) === name)
  if (found) return found
  if (budgets.length === 0) throw refuse('not_found', `${program} has no budget yet.`)
  throw refuse(
    'not_found',
    `${program} has no budget “${name}”. It has ${listed(budgets.map((b) => b.settings.name))}.`,
  )
}

function scenarioNamed(scenarios: readonly Scenario[], name: string): Scenario {
  const found = scenarios.find((scenario) => key(scenario.name) === key(name))
  if (found) return found
  const there = scenarios.length === 0 ? 'It has none' : `It has ${listed(scenarios.map((scenario) => scenario.name))}`
  throw refuse('not_found', `The budget has no scenario “${name}”. ${there}.`)
}

const chosen = (names: readonly string[], scenarios: readonly Scenario[]): { scenarioIds?: Id[] } =>
  names.length === 0 ? {} : { scenarioIds: [...new Set(names.map((name) => scenarioNamed(scenarios, name).id))] }

const listed = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ')

const key = (name: string): string => foldText(tidyText(name))

function wholeNumbers(text: string): number[] {
  const numbers = text.split(',').map(Number)
  if (numbers.some((number) => !Number.isInteger(number) || number < 1))
    throw new InvalidArgumentError('Give whole numbers from 1, such as 6,8,10.')
  return numbers
}

function efforts(text: string): number[] {
  const shares = text.split(',').map(Number)
  if (shares.some((share) => !(share >= 0 && share <= 1)))
    throw new InvalidArgumentError('Give shares from 0 to 1, such as 0.05,0.1.')
  return shares.map((share) => Math.round(share * 10_000))
}
