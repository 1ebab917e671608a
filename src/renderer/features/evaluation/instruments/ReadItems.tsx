import type { Instrument, InstrumentItem } from '#shared/evaluation/instrumentSchema.ts'
import { answerWords, boundaryWords } from './words.ts'

/** The items of an instrument in their order, with how each is answered. */
export function ReadItems({ instrument: { items } }: { instrument: Instrument }) {
  return (
    <section>
      <h3>Items</h3>
      <ol className="cd-instrument-items">
        {items.map((item) => (
          <li key={item.key}>
            {item.text === '' ? <span className="cd-quiet">{`${item.key}, without its wording`}</span> : item.text}
            <small>
              {answerWords(item)}
              {item.favourable && `, favourable: ${boundaryWords(item.favourable)}`}
              {item.reversed && (
                <>
                  , <b>reversed</b>
                </>
              )}
            </small>
          </li>
        ))}
      </ol>
      <Answers items={items} />
    </section>
  )
}

/** What the figures of the response scales stand for, each scale once. */
function Answers({ items }: { items: readonly InstrumentItem[] }) {
  const scales = new Map(
    items.flatMap(({ scale }) => (scale && scale.labels.length > 0 ? [[JSON.stringify(scale), scale] as const] : [])),
  )
  return [...scales].map(([content, { labels }]) => (
    <p key={content} className="cd-instrument-source">
      {labels.map(({ value, label }) => `${value} ${label}`).join(', ')}
    </p>
  ))
}
