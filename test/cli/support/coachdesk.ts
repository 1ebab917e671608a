import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

export interface Answer {
  code: number | null
  stdout: string
  stderr: string
}

export interface Desk {
  /** A folder of this test's own. */
  readonly folder: string
  readonly file: (name: string) => string
  /** Runs the command line from source, with settings of its own. */
  run(...args: string[]): Promise<Answer>
  runWith(options: { stdin?: string; env?: Record<string, string> }, ...args: string[]): Promise<Answer>
  /** Runs with `--json`, and reads the one document it prints. */
  json(...args: string[]): Promise<{ code: number | null; stderr: string; document: unknown }>
  start(...args: string[]): ReturnType<typeof spawn>
  close(): Promise<void>
}

const project = fileURLToPath(new URL('../../../', import.meta.url))

export async function openDesk(): Promise<Desk> {
  const folder = await mkdtemp(path.join(tmpdir(), 'coachdesk-cli-'))
  const env = {
    ...process.env,
    COACHDESK_SETTINGS_FOLDER: path.join(folder, 'settings'),
    COACHDESK_DATA_FOLDER: path.join(folder, 'data'),
    // Compiles the sources once for all these processes; half of the time a command takes.
    NODE_COMPILE_CACHE: path.join(tmpdir(), 'coachdesk-compile-cache'),
  }
  const start = (args: string[], more: Record<string, string> = {}) =>
    spawn(process.execPath, [path.join(project, 'src/main/cli.ts'), ...args], { cwd: folder, env: { ...env, ...more } })

  const desk: Desk = {
    folder,
    file: (name) => path.join(folder, name),
    start: (...args) => start(args),
    run: (...args) => desk.runWith({}, ...args),
    runWith: async ({ stdin = '', env }, ...args) => {
      const child = start(args, env)
      const closed = new Promise<number | null>((resolve) => child.on('close', resolve))
      child.stdin.on('error', () => undefined) // a command that reads nothing may end first
      child.stdin.end(stdin)
      const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), closed])
      return { code, stdout, stderr }
    },
    json: async (...args) => {
      const { code, stdout, stderr } = await desk.run(...args, '--json')
      return { code, stderr, document: JSON.parse(stdout) as unknown }
    },
    close: () => rm(folder, { recursive: true, force: true }),
  }
  return desk
}
