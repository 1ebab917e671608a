import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findCycles, rules } from '#test/architecture/rules.ts'
import { readSource, type SourceFile } from '#test/architecture/sourceFile.ts'

const files = globSync('src/**/*.{ts,tsx}').map((path) =>
  readSource(path.replaceAll('\\', '/'), readFileSync(path, 'utf8')),
)

/** A sample names the rule it breaks in its first line; `--- path` starts each of its files. */
const samples = globSync('test/architecture/samples/*.txt').map((path) => {
  const [, rule = '', body = ''] =
    /^breaks: (.+)\n([^]*)$/.exec(readFileSync(path, 'utf8').replaceAll('\r\n', '\n')) ?? []
  const parts = body.split(/^--- (.+)\n/m).slice(1)
  const sources = parts.flatMap((name, index) => (index % 2 === 0 ? [readSource(name, parts[index + 1] ?? '')] : []))
  return { path, rule, sources }
})

const checks = [
  ...rules.map((rule) => ({
    name: rule.name,
    find: (sources: readonly SourceFile[]) => sources.flatMap(rule.findings),
  })),
  { name: 'no import cycles', find: findCycles },
]

test('there is something to look at', () => {
  expect(files.length).toBeGreaterThan(50)
})

describe.each(checks)('$name', ({ name, find }) => {
  test('holds in the whole source', () => {
    expect(find(files)).toEqual([])
  })

  const own = samples.filter((sample) => sample.rule === name)

  test('has a sample that breaks it', () => {
    expect(own).not.toEqual([])
  })

  test.each(own)('is seen to be broken in $path', ({ sources }) => {
    const findings = find(sources)
    const seen = sources.map(({ path }) => path).filter((path) => findings.some((finding) => finding.includes(path)))
    expect(seen).toEqual(sources.map(({ path }) => path).filter((path) => !path.includes('/innocent/')))
  })
})

test.each(samples)('$path breaks its own rule only', ({ rule, sources }) => {
  expect(checks.filter(({ find }) => find(sources).length > 0).map(({ name }) => name)).toEqual([rule])
})
