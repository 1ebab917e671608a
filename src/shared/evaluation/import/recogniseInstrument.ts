import type { Instrument } from '#shared/evaluation/instrumentSchema.ts'
import { foundItems, matchColumns } from '#shared/evaluation/import/surveyColumns.ts'
import type { SurveyTable } from '#shared/evaluation/import/surveyTable.ts'

/** Fewer of its items than this, and the file is another survey. */
const leastShare = 0.6

/** The instrument most of whose items the file holds, with why; null where none is there for the greater part. */
export function recogniseInstrument(
  table: SurveyTable,
  instruments: readonly Instrument[],
  mapping: Readonly<Record<string, string | null>> = {},
): { instrument: Instrument; reason: string } | null {
  // Items go by what stands over the columns: the responses are not looked at for each instrument that may be meant.
  const headings = { ...table, rows: [] }
  // What is chosen may name items of one instrument only, and must not keep the others from being looked at.
  const found = instruments
    .map((instrument) => {
      const keys = new Set(instrument.items.map(({ key }) => key))
      const own = Object.fromEntries(Object.entries(mapping).filter(([, field]) => field !== null && keys.has(field)))
      return { instrument, items: foundItems(matchColumns(headings, instrument, own), instrument) }
    })
    .filter(({ instrument, items }) => items / instrument.items.length >= leastShare)
    .toSorted((a, b) => b.items - a.items || a.instrument.items.length - b.instrument.items.length)
  const [best] = found
  if (!best) return null
  const { instrument, items } = best
  return { instrument, reason: `${items} of its ${instrument.items.length} items are in the file` }
}
