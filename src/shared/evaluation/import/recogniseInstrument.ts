import type { Instrument } from '#shared/evaluation/instrumentSchema.ts'
import { foundItems, matchColumns } from '#shared/evaluation/import/surveyColumns.ts'
import type { SurveyTable } from '#shared/evaluation/import/surveyTable.ts'

/** Fewer of its items than this, and the file is another survey. */
const leastShare = 0.6

/**
 * The instrument most of whose items the file holds, with why; null where none is there for the greater part. Of several
 * that hold as much, the one whose items are named is meant, then the one of `asked`, the keys of those that waves were held
 * with. Columns that have numbers only, as many as several instruments have items, tell of none of them.
 */
export function recogniseInstrument(
  table: SurveyTable,
  instruments: readonly Instrument[],
  asked: ReadonlySet<string>,
  mapping: Readonly<Record<string, string | null>> = {},
): { instrument: Instrument; reason: string } | null {
  // Items go by what stands over the columns: the responses are not looked at for each instrument that may be meant.
  const headings = { ...table, rows: [] }
  // What is chosen may name items of one instrument only, and must not keep the others from being looked at.
  const found = instruments
    .map((instrument): Found => {
      const keys = new Set(instrument.items.map(({ key }) => key))
      const own = Object.fromEntries(Object.entries(mapping).filter(([, field]) => field !== null && keys.has(field)))
      const columns = matchColumns(headings, instrument, own)
      return {
        instrument,
        items: foundItems(columns, instrument),
        isByNumber: columns.some((column) => column.isByNumber),
        isAsked: asked.has(instrument.key),
      }
    })
    .filter(({ instrument, items }) => items / instrument.items.length >= leastShare)
    .toSorted(surerFirst)
  const [best, next] = found
  if (!best || (best.isByNumber && next && surerFirst(best, next) === 0)) return null
  const { instrument, items } = best
  return { instrument, reason: `${items} of its ${instrument.items.length} items are in the file` }
}

interface Found {
  readonly instrument: Instrument
  readonly items: number
  readonly isByNumber: boolean
  readonly isAsked: boolean
}

const surerFirst = (a: Found, b: Found): number =>
  b.items - a.items ||
  a.instrument.items.length - b.instrument.items.length ||
  Number(a.isByNumber) - Number(b.isByNumber) ||
  Number(b.isAsked) - Number(a.isAsked)
