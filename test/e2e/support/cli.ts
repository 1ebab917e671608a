import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

export interface CliAnswer {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the built command line with the same Node as the tests. */
export async function runCli(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<CliAnswer> {
  const child = spawn(process.execPath, ['out/main/cli.js', ...args], { env: { ...process.env, ...env } })
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ])
  return { code, stdout, stderr }
}
