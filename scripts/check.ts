import { availableParallelism } from 'node:os'
import { type Ran, runTool } from '#scripts/support/run.ts'

// Format, lint, types, unused code, architecture: all of them, whatever fails, then a table.

const checks: readonly { name: string; tool: string; args: readonly string[] }[] = [
  { name: 'format', tool: 'oxfmt/bin/oxfmt', args: ['--check'] },
  { name: 'lint', tool: 'oxlint/bin/oxlint', args: ['--type-aware'] },
  ...['src/shared', 'src/main', 'src/renderer', 'test'].map((folder) => ({
    name: `types ${folder}`,
    tool: 'typescript/bin/tsc',
    args: ['-p', folder],
  })),
  { name: 'unused code', tool: 'knip/bin/knip.js', args: [] },
  { name: 'architecture', tool: 'vitest/vitest.mjs', args: ['run', 'test/architecture'] },
]

interface Checked extends Ran {
  readonly name: string
  readonly seconds: number
}

const results = await atMost(availableParallelism(), checks, async ({ name, tool, args }): Promise<Checked> => {
  const startedAt = performance.now()
  const ran = await runTool(tool, args)
  return { name, ...ran, seconds: (performance.now() - startedAt) / 1000 }
})

for (const { name, output } of results.filter((result) => !result.ok)) console.log(`\n── ${name}\n${output.trim()}`)
console.log()
for (const { name, ok, seconds } of results) {
  console.log(`${name.padEnd(20)} ${ok ? 'ok    ' : 'FAILED'} ${seconds.toFixed(1).padStart(6)} s`)
}
process.exitCode = results.every((result) => result.ok) ? 0 : 1

/** Does the work on every item, so many at a time, and answers in their order. */
async function atMost<T, R>(limit: number, items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  const queue = items.entries()
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await work(item)
  }
  await Promise.all(Array.from({ length: limit }, worker))
  return results
}
