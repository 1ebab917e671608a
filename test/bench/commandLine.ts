import { execFileSync } from 'node:child_process'
import { withDataFile } from '#test/bench/dataFile.ts'
import { interleaved, type Measured } from '#test/bench/measured.ts'

/** How long the command line takes to answer, beside a bare process that opens the same file. */
export const commandLineBench = (): Promise<Measured[]> =>
  withDataFile(5000, async (path) => {
    const bare = `const D = require('better-sqlite3'); new D(${JSON.stringify(path)}, { readonly: true }).prepare('SELECT count(*) FROM person').get()`
    const info = ['call', 'workspace.info', '--data', path, '--json']
    const run = (program: string, args: string[]) => execFileSync(program, args, { stdio: 'ignore' })
    const times = await interleaved(9, {
      bare: () => run(process.execPath, ['-e', bare]),
      built: () => run(process.execPath, ['out/main/cli.js', ...info]),
      npm: () => run('npm', ['run', '--silent', 'coachdesk', '--', ...info]),
    })
    const peer = { what: 'bare Node that opens the file', value: times.bare }
    return [
      { what: 'command line: workspace.info', value: times.built, unit: 'ms', target: 400, peer },
      { what: 'the same through npm run', value: times.npm, unit: 'ms', peer },
    ]
  })
