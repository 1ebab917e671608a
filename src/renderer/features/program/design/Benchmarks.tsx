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
  const [near, far] = [
    benchmarks.filter((benchmark) => benchmark.kind === kind || benchmark.kind === null),
    benchmarks.filter((benchmark) => benchmark.kind !== kind && benchmark.kind !== null),
  ]
  return (
    <section className="cd-benchmarks">
      <h2>What others decided</h2>
      <ul>
        {near.map((benchmark) => (
          <li key={benchmark.id}>
            <BenchmarkFacts benchmark={benchmark} own={choices[benchmark.field ?? '']} />
          </li>
        ))}
      </ul>
      {far.length > 0 && (
        <>
          <h3>{kind === 'ume' ? 'In residencies' : 'In medical schools'}</h3>
          <ul>
            {far.map((benchmark) => (
              <li key={benchmark.id}>
                {/* The own number is not held against programs of another kind: they count other things. */}
                <BenchmarkFacts benchmark={benchmark} own={null} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

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
              <li key={key}>
                <a href={address} target="_blank" rel="noreferrer">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

const capitalized = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
