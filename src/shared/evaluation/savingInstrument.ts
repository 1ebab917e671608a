import type { ListedInstrument } from '#shared/evaluation/instrumentSchema.ts'

/**
 * What saving a change does to the newest version. One that waves were held with, or that came with the app, stays as it
 * is, so that nothing is rescored; any other is changed in place.
 */
export function effectOfSaving({
  origin,
  waves,
}: Pick<ListedInstrument, 'origin' | 'waves'>): 'inPlace' | 'newVersion' {
  return origin === 'shipped' || waves.length > 0 ? 'newVersion' : 'inPlace'
}
