import { formatEffort } from '#shared/kernel/rate.ts'
import type { Benchmark } from '#shared/program/design/benchmarkSchema.ts'
import type { Question } from '#shared/program/design/design.ts'
import { type ProgramKind } from '#shared/program/schema.ts'

export interface BenchmarkComparison {
  readonly benchmark: Benchmark
  /** Where the own number lies; null where there is none, or nothing to compare it with. */
  readonly position: 'below' | 'lowEnd' | 'usual' | 'highEnd' | 'above' | null
  /** "Your 1:12; published range 1:2 to 1:20, usual 1:5 to 1:10" */
  readonly words: string
}

/** The figures that stand beside a choice of a program, those of its own kind first. */
export function benchmarksFor(
  benchmarks: readonly Benchmark[],
  at: { question: Question; field: string | null },
  kind: ProgramKind,
): Benchmark[] {
  const rank = (benchmark: Benchmark): number => (benchmark.kind === kind ? 0 : benchmark.kind === null ? 1 : 2)
  return benchmarks
    .filter(({ question, field }) => question === at.question && field === at.field)
    .toSorted((a, b) => rank(a) - rank(b))
}

/** Holds a program's own number against a published figure. Says nothing of better or worse: the figures differ in what they count. */
export function compareWithBenchmark(benchmark: Benchmark, own: number | null): BenchmarkComparison {
  const { range, usual, field, figure } = benchmark
  const write = writers[field ?? ''] ?? String
  const unit = field !== null && field in units ? ` ${units[field]}` : ''
  const mine = own === null ? [] : [`Your ${write(own)}${unit}`]
  if (!range) return { benchmark, position: null, words: [...mine, figure || 'no published figure found'].join('; ') }
  const span = ({ from, to }: { from: number; to: number }): string => `${write(from)} to ${write(to)}`
  const published =
    range.from === range.to ? `published ${write(range.from)}${unit}` : `published range ${span(range)}${unit}`
  const words = [...mine, usual ? `${published}, usual ${span(usual)}` : published].join('; ')
  return { benchmark, position: positionOf(benchmark, own), words }
}

function positionOf({ range, usual }: Benchmark, own: number | null): BenchmarkComparison['position'] {
  if (own === null || !range) return null
  if (own < range.from) return 'below'
  if (own > range.to) return 'above'
  if (usual && own < usual.from) return 'lowEnd'
  return usual && own > usual.to ? 'highEnd' : 'usual'
}

const writers: Record<string, (value: number) => string> = {
  learnersPerCoach: (value) => `1:${value}`,
  coachEffort: (value) => `${formatEffort(value)} FTE`,
  requiredSharePercent: (value) => `${value} %`,
}

/** What a bare number counts; the others say it themselves. */
const units: Readonly<Record<string, string>> = {
  lengthMonths: 'months',
  meetingsPerTerm: 'a term',
  interviewMinutes: 'minutes',
  serviceYears: 'years',
  communityMeetings: 'a year',
  minimumRatings: 'answers',
  minimumComments: 'answers',
}
