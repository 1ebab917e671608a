import { readResource } from '#main/resources.ts'
import { type Benchmark, benchmarksFileSchema, resolveBenchmarks } from '#shared/program/design/benchmarkSchema.ts'
import type { Question } from '#shared/program/design/design.ts'

/** The published figures that come with the app: all, or those about one question. */
export async function listBenchmarks(question?: Question): Promise<Benchmark[]> {
  const text = new TextDecoder().decode(await readResource('benchmarks/coaching.json'))
  const all = resolveBenchmarks(benchmarksFileSchema.parse(JSON.parse(text)))
  return question ? all.filter((benchmark) => benchmark.question === question) : all
}
