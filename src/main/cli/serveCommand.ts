import { type Command, InvalidArgumentError } from 'commander'

interface ServeOptions {
  data?: string
  port: number
  open?: true
}

export function addServeCommand(program: Command, json: boolean): void {
  program
    .command('serve')
    .description('show Coachdesk in a browser on this machine, until Ctrl+C')
    .option('--data <file>', 'the data file to open')
    .option('--port <number>', 'a port of 127.0.0.1; any free one if left out', port, 0)
    .option('--open', 'open the default browser')
    .action(async (options: ServeOptions) => {
      const { serve } = await import('#main/cli/serve.ts')
      await serve({ ...options, json })
    })
}

function port(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0 || value > 65_535)
    throw new InvalidArgumentError('A port is a number up to 65535.')
  return value
}
