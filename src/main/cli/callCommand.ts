import { basename } from 'node:path'
import type { Command } from 'commander'
import type { Outcome, Print } from '#main/cli/output.ts'
import { readBytes, readJson } from '#main/cli/readInput.ts'
import { type Session, withApp, withFile } from '#main/cli/session.ts'
import { textTable } from '#main/cli/table.ts'
import { type CallName, contract, type JobName, type ProcedureName } from '#shared/contract.ts'
import { refuse } from '#shared/kernel/problem.ts'

interface CallCommandOptions {
  data?: string
  input: string
  stage?: string
  list?: true
}

export function addCallCommand(program: Command, print: Print): void {
  program
    .command('call')
    .description('call any procedure by name, and print its answer as JSON')
    .argument('[procedure]', 'such as workspace.info; --list names all')
    .option('--data <file>', 'the data file')
    .option('--input <json>', 'the input as JSON, @file, or - for standard input', '{}')
    .option('--stage <file>', 'a file to hand over first; its handle becomes `handle` of the input')
    .option('--list', 'list the procedures')
    .action(async (name: string | undefined, options: CallCommandOptions) => {
      if (options.list) print(listProcedures())
      else if (name === undefined) throw refuse('invalid_input', 'Name a procedure; call --list names all.')
      else print(await callProcedure(name, options))
    })
}

function listProcedures(): Outcome {
  const procedures = Object.entries(contract).map(([name, { kind, summary }]) => ({ name, kind, summary }))
  return {
    value: { procedures },
    report: textTable(
      ['Procedure', 'Kind', 'What it does'],
      procedures.map(({ name, kind, summary }) => [name, kind, summary]),
    ),
  }
}

async function callProcedure(name: string, options: CallCommandOptions): Promise<Outcome> {
  const given = await readJson(options.input, '--input')
  const staged =
    options.stage === undefined ? undefined : { name: basename(options.stage), bytes: await readBytes(options.stage) }
  const value = await (options.data === undefined ? withApp(call) : withFile(options.data, call))
  return { value, report: JSON.stringify(value, null, 2) }

  async function call({ client }: Session): Promise<unknown> {
    const file = staged && { name: staged.name, base64: staged.bytes.toString('base64') }
    const input = file
      ? { ...(given as object), handle: (await client.call('workspace.stageFile', file)).handle }
      : given
    // Whatever was typed: the dispatcher says whether there is such a procedure and whether the input fits.
    if (isJob(name)) return client.run(name, input as never).result
    return client.call(name as CallName, input as never)
  }
}

function isJob(name: string): name is JobName {
  return Object.hasOwn(contract, name) && contract[name as ProcedureName].kind === 'job'
}
