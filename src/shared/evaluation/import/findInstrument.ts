import type { Instrument } from '#shared/evaluation/instrumentSchema.ts'
import { recogniseInstrument } from '#shared/evaluation/import/recogniseInstrument.ts'
import type { SurveyTable } from '#shared/evaluation/import/surveyTable.ts'
import type { ResponseImportOptions } from '#shared/evaluation/responsesSchema.ts'
import type { Administration } from '#shared/evaluation/schema.ts'
import { refuse } from '#shared/kernel/problem.ts'

interface Known {
  readonly instruments: readonly Instrument[]
  readonly waves: readonly Administration[]
}

/** What was said of columns, without items that only another version of the instrument has. */
export function ofVersion(
  mapping: Readonly<Record<string, string | null>>,
  { key, items }: Instrument,
  instruments: readonly Instrument[],
): Record<string, string | null> {
  const own = new Set(items.map((item) => item.key))
  const ofAny = new Set(
    instruments.filter((other) => other.key === key).flatMap((other) => other.items.map((item) => item.key)),
  )
  return Object.fromEntries(
    Object.entries(mapping).filter(([, field]) => field === null || own.has(field) || !ofAny.has(field)),
  )
}

/**
 * The instrument of a file: that of its wave, the one that was chosen, else the one whose items it holds.
 * @throws Refusal `not_found` where what was chosen is not there
 */
export function findInstrument(
  table: SurveyTable,
  options: Pick<ResponseImportOptions, 'instrumentKey' | 'mapping'>,
  wave: Administration | null,
  { instruments, waves }: Known,
): { instrument: Instrument; reason: string } | null {
  const newest = instruments.filter(
    ({ key, version }) => !instruments.some((other) => other.key === key && other.version > version),
  )
  if (wave) {
    const instrument = instruments.find(
      ({ key, version }) => key === wave.instrumentKey && version === wave.instrumentVersion,
    )
    if (instrument) return { instrument, reason: `Of the wave ${wave.name}` }
  }
  if (options.instrumentKey === undefined) {
    // Of two that ask the same, a form and an own copy of it, the one that was asked is meant.
    const asked = new Set(waves.map(({ instrumentKey }) => instrumentKey))
    return recogniseInstrument(table, newest, asked, options.mapping)
  }
  const instrument = newest.find(({ key }) => key === options.instrumentKey)
  if (!instrument) throw refuse('not_found', `There is no instrument ${options.instrumentKey}. Choose another.`)
  return { instrument, reason: 'Chosen by you' }
}
