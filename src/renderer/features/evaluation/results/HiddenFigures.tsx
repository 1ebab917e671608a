import type { Cell, Results } from '#shared/evaluation/resultSchema.ts'
import { Hidden } from '../Hidden.tsx'

/** What is hidden in each wave, by the reason: it has no bar, and is no zero. */
export function HiddenFigures({ results: { waves, groups }, cells }: { results: Results; cells: readonly Cell[] }) {
  const found = waves.flatMap(({ administrationId, name }) => {
    const own = cells.filter((cell) => cell.administrationId === administrationId)
    return [...Map.groupBy(own, ({ hidden }) => hidden)].flatMap(([reason, alike]) => {
      if (reason === null) return []
      const labels = groups.filter(({ key }) => alike.some(({ group }) => group === key)).map(({ label }) => label)
      return [{ key: `${administrationId} ${reason}`, words: `${name}: ${labels.join('; ')}`, reason }]
    })
  })
  if (found.length === 0) return null
  return (
    <ul className="cd-hidden-list" aria-label="Hidden figures">
      {found.map(({ key, words, reason }) => (
        <li key={key}>
          {words} <Hidden reason={reason} />
        </li>
      ))}
    </ul>
  )
}
