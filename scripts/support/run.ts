import { spawn } from 'node:child_process'
import { projectFolder } from '#scripts/support/build.mjs'

export interface Ran {
  readonly ok: boolean
  readonly output: string
}

/**
 * Runs a program in the project folder and waits for it. With `show`, its output goes to the terminal as it comes;
 * otherwise it is kept. A program that cannot be found, or takes longer than `timeout` milliseconds, is one that failed.
 */
export function run(
  program: string,
  args: readonly string[],
  options: { show?: boolean; timeout?: number; env?: NodeJS.ProcessEnv } = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: projectFolder,
      stdio: options.show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      timeout: options.timeout,
      env: { ...process.env, ...options.env },
    })
    let output = ''
    child.stdout?.on('data', (data: Buffer) => (output += data.toString()))
    child.stderr?.on('data', (data: Buffer) => (output += data.toString()))
    child.on('error', (error) => resolve({ ok: false, output: error.message }))
    child.on('close', (code) => resolve({ ok: code === 0, output }))
  })
}

/** Runs a JavaScript tool of node_modules on the Node that runs this script, whichever is installed beside it. */
export function runTool(
  script: string,
  args: readonly string[],
  options: Parameters<typeof run>[2] = {},
): Promise<Ran> {
  return run(process.execPath, [`node_modules/${script}`, ...args], options)
}
