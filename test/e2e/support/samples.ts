import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { runCli } from '#test/e2e/support/cli.ts'

/** The data files that browser tests open a copy of. */
export interface Samples {
  /** With the sample programs. */
  readonly whole: string
  /** The same without pairings and what coaches did: as before the week of pairing. */
  readonly unpaired: string
}

declare module 'vitest' {
  interface ProvidedContext {
    samples: Samples
  }
}

/** Makes the data files once for all browser tests: making one takes longer than most of the tests. */
export default async function makeSamples(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'coachdesk-samples-'))
  const samples: Samples = { whole: join(folder, 'whole.coachdesk'), unpaired: join(folder, 'unpaired.coachdesk') }
  const env = { COACHDESK_DATA_FOLDER: join(folder, 'data'), COACHDESK_SETTINGS_FOLDER: join(folder, 'settings') }
  const run = async (...args: string[]): Promise<unknown> => {
    const { code, stdout, stderr } = await runCli(['--json', ...args], env)
    if (code !== 0) throw new Error(`The sample could not be made.\n${stderr}`)
    return JSON.parse(stdout)
  }
  await run('new', samples.whole, '--sample')
  const { programs } = (await run('new', samples.unpaired, '--sample')) as { programs: { id: string }[] }
  const ask = (name: string, input: unknown): Promise<unknown> =>
    run('call', name, '--data', samples.unpaired, '--input', JSON.stringify(input))
  for (const { id } of programs) {
    const pairings = (await ask('roster.listPairings', { programId: id })) as { id: string }[]
    await ask('roster.removePairings', { ids: pairings.map((pairing) => pairing.id) })
  }
  // Nobody met, trained or was observed before the pairs were made.
  const history = (await ask('workspace.listHistory', { limit: 200 })) as { id: string; label: string }[]
  for (const { id, label } of history)
    if (/^Import \d+ (?:meetings|modules done) |^Record the observation /.test(label))
      await ask('workspace.undoEntry', { entryId: id })
  project.provide('samples', samples)
  return () => rm(folder, { recursive: true, force: true, maxRetries: 5 })
}
