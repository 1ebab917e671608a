import type { Measure, Results, Statement } from '#shared/evaluation/resultSchema.ts'
import { figure, hiddenWords } from '../evaluationWords.ts'

interface Props {
  results: Results
  measure: Measure
}

interface Said {
  key: string
  about: string
  statement: Statement | null
  /** Why there is none. */
  why: string
}

/** What the figures of one scale say in plain language, and what they do not: change, groups, years. */
export function Statements({ results, measure }: Props) {
  const { minimum } = results
  const wave = (id: string) => results.waves.find(({ administrationId }) => administrationId === id)?.name ?? ''
  const group = (key: string) => results.groups.find((one) => one.key === key)?.label ?? key
  const of = <T extends { measure: string }>(all: readonly T[]) => all.filter((one) => one.measure === measure.key)
  const changes = of(results.changes).map((change): Said => ({
    key: `${change.from} ${change.to} ${change.group}`,
    about: `${wave(change.from)} to ${wave(change.to)}, ${group(change.group)}`,
    statement: change.statement,
    why: change.hidden ? hiddenWords(change.hidden, minimum) : 'Too few people answered both times.',
  }))
  const comparisons = of(results.comparisons).map((one): Said => ({
    key: `${one.administrationId} ${one.group}`,
    about: `${wave(one.administrationId)}, ${group(one.group)}`,
    statement: one.statement,
    why: one.hidden ? hiddenWords(one.hidden, minimum) : 'Too few answers to compare.',
  }))
  const trends = of(results.trends).map((one): Said => ({
    key: one.group,
    about: group(one.group),
    statement: one.statement,
    why: 'Too few years are known.',
  }))
  const alphas = of(results.reliability).filter(({ alpha }) => alpha !== null)
  return (
    <>
      <SaidList title="Change in the same people" said={changes} />
      <SaidList title="Groups against all others" said={comparisons} />
      <SaidList title="Over the years" said={trends} />
      {alphas.length > 0 && (
        <p>
          {`How well the items of the scale hang together (Cronbach’s alpha): ${alphas
            .map(({ administrationId, alpha, n }) => `${wave(administrationId)} ${figure(alpha ?? 0)} (n ${n})`)
            .join(', ')}.`}
        </p>
      )}
    </>
  )
}

function SaidList({ title, said }: { title: string; said: readonly Said[] }) {
  if (said.length === 0) return null
  const caveats = [...new Set(said.flatMap(({ statement }) => statement?.caveat ?? []))]
  return (
    <section className="cd-said">
      <h2>{title}</h2>
      <dl>
        {said.map(({ key, about, statement, why }) => (
          <div key={key}>
            <dt>{about}</dt>
            <dd>{statement?.sentence ?? <span className="cd-quiet">{why}</span>}</dd>
          </div>
        ))}
      </dl>
      {caveats.length > 0 && (
        <p className="cd-caveat">
          <b>What this does not show.</b> {caveats.join(' ')}
        </p>
      )}
    </section>
  )
}
