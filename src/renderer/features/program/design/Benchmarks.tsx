import { useRead } from '#renderer/app/api.ts'
import { compareWithBenchmark } from '#shared/program/design/benchmarks.ts'
import type { Benchmark } from '#shared/program/design/benchmarkSchema.ts'
import type { Design, Question } from '#shared/program/design/design.ts'
import type { ProgramKind } from '#shared/program/schema.ts'

interface Props {
  design: Design
  question: Question
  kind: ProgramKind
}

/** What others decided: published figures beside the program's own, each with whom it is about and how strong it is. */
export function Benchmarks({ design, question, kind }: Props) {
  const benchmarks = useRead('program.listBenchmarks', { question }).data
  if (!benchmarks || benchmarks.length === 0) return null
  const choices: Readonly<Record<string, unknown>> = design[question].choices
  // Those of programs like this one first.
  const shown = benchmarks.toSorted((one, other) => distance(one, kind) - distance(other, kind))
  return (
    <section className="cd-benchmarks">
      <h2>What others decided</h2>
      <ul>
        {shown.map((benchmark) => (
          <li key={benchmark.id}>
            <BenchmarkFacts benchmark={benchmark} own={choices[benchmark.field ?? '']} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const distance = ({ kind }: Benchmark, own: ProgramKind): number => (kind === own ? 0 : kind === null ? 1 : 2)

/** `own` is what the program decided, where that is a number to be held against the figure. */
function BenchmarkFacts({ benchmark, own }: { benchmark: Benchmark; own: unknown }) {
  const { label, figure, range, population, year, strength, sources } = benchmark
  const { words } = compareWithBenchmark(benchmark, typeof own === 'number' ? own : null)
  return (
    <>
      <b>{label}</b>
      <p>{capitalized(words)}</p>
      {range && !words.endsWith(figure) && <p className="cd-quiet">{figure}</p>}
      <p className="cd-quiet">{[population, year, strength].filter(Boolean).join(' · ')}</p>
      {sources.length > 0 && (
        <details>
          <summary>{sources.length === 1 ? 'Source' : `${sources.length} sources`}</summary>
          <ul>
            {sources.map(({ key, title, address }) => (
              <li key={key}>{`${title}. ${address}`}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

const capitalized = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
