import type { Instrument, Subscale } from '#shared/evaluation/instrumentSchema.ts'
import { cutWords, methodOf, missingWords, placesWords, rangeWords } from './words.ts'

/** How an instrument is scored: each subscale with its items, its missing-item rule, its range and its cut points. */
export function ReadSubscales({ instrument }: { instrument: Instrument }) {
  const { subscales } = instrument
  return (
    <section>
      <h3>Subscales</h3>
      {subscales.length === 0 && <p className="cd-quiet">None: each item is shown by itself.</p>}
      {subscales.map((scale) => (
        <div key={scale.key} className="cd-instrument-subscale">
          <h4>{scale.name}</h4>
          <p>{`${methodOf[scale.method]} ${itemsWords(instrument, scale)}.`}</p>
          <p>{`${rangeWords(scale)}${scale.better ? ` ${scale.better === 'higher' ? 'Higher' : 'Lower'} is better.` : ''}`}</p>
          <p>{missingWords(scale)}</p>
          {scale.cuts.map((cut) => (
            <p key={cut.name}>
              {cutWords(cut)}
              <small>{cut.source}</small>
            </p>
          ))}
        </div>
      ))}
    </section>
  )
}

/** "items 1 to 5; reversed: 2". */
function itemsWords({ items }: Instrument, scale: Subscale): string {
  const counted = items.flatMap((item, at) => (scale.items.includes(item.key) ? [{ item, place: at + 1 }] : []))
  const reversed = counted.filter(({ item }) => item.reversed).map(({ place }) => place)
  const places = placesWords(counted.map(({ place }) => place))
  return `${counted.length === 1 ? 'item' : 'items'} ${places}${reversed.length > 0 ? `; reversed: ${placesWords(reversed)}` : ''}`
}
