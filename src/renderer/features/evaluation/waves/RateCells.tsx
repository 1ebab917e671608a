import type { Wave } from '#shared/evaluation/resultSchema.ts'
import { percent } from '../evaluationWords.ts'
import { Hidden } from '../Hidden.tsx'

/** Asked, answered and rate of one group, as three cells. */
export function RateCells({ rate }: { rate: Wave['rates'][number] | undefined }) {
  if (!rate)
    return (
      <td colSpan={3} className="cd-quiet">
        not known
      </td>
    )
  return (
    <>
      <td data-number>{rate.expected.toLocaleString('en-US')}</td>
      {rate.hidden ? (
        <td data-number colSpan={2}>
          <Hidden reason={rate.hidden} />
        </td>
      ) : (
        <>
          <td data-number>{rate.received?.toLocaleString('en-US')}</td>
          <td data-number>{rate.rate === null ? <span className="cd-quiet">not known</span> : percent(rate.rate)}</td>
        </>
      )}
    </>
  )
}
