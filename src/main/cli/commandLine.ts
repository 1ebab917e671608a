import { Command, CommanderError } from 'commander'
import { addBackupCommands } from '#main/cli/backupCommands.ts'
import { addBudgetCommands } from '#main/cli/budgetCommands.ts'
import { addCallCommand } from '#main/cli/callCommand.ts'
import { addDesignCommands } from '#main/cli/designCommands.ts'
import { addEvaluateCommand } from '#main/cli/evaluationCommands.ts'
import { addExportCommands } from '#main/cli/exportCommand.ts'
import { addFileCommands } from '#main/cli/fileCommands.ts'
import { addHistoryCommands } from '#main/cli/historyCommands.ts'
import { addImportCommands } from '#main/cli/importCommand.ts'
import { exitCodes, type Print, printFailure, printOutcome } from '#main/cli/output.ts'
import { addServeCommand } from '#main/cli/serveCommand.ts'
import { refuse } from '#shared/kernel/problem.ts'
import packageJson from '../../../package.json' with { type: 'json' }

/** Runs one command line, without the program's name. Returns the exit code: 0 done, 1 refused, 2 fault. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const json = args.includes('--json')
  const program = newProgram()
  const print: Print = (outcome) => printOutcome(outcome, json)
  addFileCommands(program, print)
  addImportCommands(program, print)
  addExportCommands(program, print)
  addDesignCommands(program, print)
  addBudgetCommands(program, print)
  addEvaluateCommand(program, print)
  addHistoryCommands(program, print)
  addBackupCommands(program, print)
  addServeCommand(program, json)
  addCallCommand(program, print)
  try {
    await program.parseAsync([...args], { from: 'user' })
    return exitCodes.done
  } catch (error) {
    if (error instanceof CommanderError && isHelp(error)) return error.exitCode
    return printFailure(error instanceof CommanderError ? usage(error) : error, json)
  }
}

/** A program whose commands throw instead of ending the process, and leave what went wrong to the caller. */
function newProgram(): Command {
  return new Command('coachdesk')
    .description('Coachdesk on the command line: rosters, budgets, exports and the upkeep of data files.')
    .option('--json', 'print exactly one JSON document')
    .version(packageJson.version)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ outputError: () => undefined })
}

/** Help and version were printed already; they are no failure to report. */
function isHelp(error: CommanderError): boolean {
  return ['commander.help', 'commander.helpDisplayed', 'commander.version'].includes(error.code)
}

function usage({ message }: CommanderError): Error {
  const text = message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ')
  return refuse('invalid_input', `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, '')}. See --help.`)
}
