import { useState } from 'react'
import { Button } from '#renderer/ui/Button.tsx'
import { everybody } from '#shared/evaluation/groups.ts'
import type { Cell, Results } from '#shared/evaluation/resultSchema.ts'
import { percent } from '../evaluationWords.ts'
import { Hidden } from '../Hidden.tsx'

/** How the answers of everybody in the newest wave are spread over the scale, item by item. */
export function Distributions({ results }: { results: Results }) {
  const [isTable, setTable] = useState(false)
  const items = new Map(results.measures.filter(({ kind }) => kind === 'item').map(({ key, name }) => [key, name]))
  const held = results.waves
    .toReversed()
    .find(({ administrationId }) => results.cells.some((cell) => isOf(cell, administrationId)))
  const cells = results.cells.filter(
    (cell) => held !== undefined && isOf(cell, held.administrationId) && items.has(cell.measure),
  )
  const scale = cells.find(({ summary }) => (summary?.distribution.length ?? 0) > 1)?.summary?.distribution
  if (!held || !scale) return null
  const title = `Answers item by item, ${held.name}`
  return (
    <section className="cd-spread" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <Button kind="quiet" onPress={() => setTable(!isTable)}>
          {isTable ? 'Show as chart' : 'Show as table'}
          <span className="cd-visually-hidden">: {title}</span>
        </Button>
      </header>
      {isTable ? (
        <SpreadTable title={title} cells={cells} items={items} />
      ) : (
        <>
          <ul className="cd-spread-legend">
            {scale.map(({ value, label }, index) => (
              <li key={value}>
                <span style={{ background: shade(index, scale.length) }} aria-hidden />
                {label || value}
              </li>
            ))}
          </ul>
          <ul className="cd-spread-rows">
            {cells.map((cell) => (
              <li key={cell.measure}>
                <span>{items.get(cell.measure)}</span>
                <Stack cell={cell} />
                <span data-figures>{cell.n === null ? '' : `n ${cell.n}`}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const isOf = (cell: Cell, administrationId: string): boolean =>
  cell.administrationId === administrationId && cell.group === everybody

/** From one end of the scale to the other over a quiet middle: two colours that colour-blind readers tell apart. */
function shade(index: number, length: number): string {
  const place = length === 1 ? 0 : (2 * index) / (length - 1) - 1
  const strength = Math.round(20 + 80 * Math.abs(place))
  return `color-mix(in oklab, var(${place < 0 ? '--chart-4' : '--chart-1'}) ${place === 0 ? 0 : strength}%, var(--line-2))`
}

function Stack({ cell: { hidden, summary } }: { cell: Cell }) {
  if (hidden)
    return (
      <span>
        <Hidden reason={hidden} />
      </span>
    )
  const parts = summary?.distribution ?? []
  const all = parts.reduce((sum, { people }) => sum + people, 0)
  if (all === 0) return <span className="cd-quiet">nobody answered</span>
  const words = parts.map(({ label, value, people }) => `${label || value}: ${percent(people / all)}`).join(', ')
  return (
    <span className="cd-stack" role="img" aria-label={words} title={words}>
      {parts.map(({ value, people }, index) => (
        <span key={value} style={{ flexGrow: people, background: shade(index, parts.length) }} />
      ))}
    </span>
  )
}

function SpreadTable({
  title,
  cells,
  items,
}: {
  title: string
  cells: readonly Cell[]
  items: ReadonlyMap<string, string>
}) {
  return (
    <table className="cd-table cd-evaluation-table">
      <caption className="cd-visually-hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">Item</th>
          <th scope="col">Answer</th>
          <th scope="col" data-number>
            People
          </th>
        </tr>
      </thead>
      <tbody>
        {cells.flatMap((cell) =>
          cell.hidden
            ? [
                <tr key={cell.measure}>
                  <th scope="row">{items.get(cell.measure)}</th>
                  <td colSpan={2}>
                    <Hidden reason={cell.hidden} />
                  </td>
                </tr>,
              ]
            : (cell.summary?.distribution ?? []).map(({ value, label, people }) => (
                <tr key={`${cell.measure} ${value}`}>
                  <th scope="row">{items.get(cell.measure)}</th>
                  <td>{label || value}</td>
                  <td data-number>{people}</td>
                </tr>
              )),
        )}
      </tbody>
    </table>
  )
}
