import type { ScoredResponse, ScoredWave } from '#shared/evaluation/scoring/scoredWave.ts'

/** A counted response of any wave of an instrument; its place in the list is its number. */
export interface Respondent {
  readonly response: ScoredResponse
  readonly wave: ScoredWave
  /** Its place among the counted responses of its wave. */
  readonly at: number
  /** Tells people apart, over the waves where that is known. */
  readonly person: string
  /** Whether the person is known well enough to pair two waves. */
  readonly known: boolean
}

/**
 * Everybody who answered. Anonymous answers about one coach are taken for those of the same people in each wave: that
 * they are of others cannot be known, and a mean over years must not stand on three people counted twice.
 */
export function respondentsOf(waves: readonly ScoredWave[]): Respondent[] {
  return waves.flatMap((wave) => {
    const anonymous = new Map<string, number>()
    return wave.counted.map((response, at): Respondent => {
      const { id, personId, code, appointmentId } = response
      if (personId !== null) return { response, wave, at, person: personId, known: true }
      if (code !== '') return { response, wave, at, person: `code ${code}`, known: true }
      if (appointmentId === null) return { response, wave, at, person: `response ${id}`, known: false }
      const place = (anonymous.get(appointmentId) ?? 0) + 1
      anonymous.set(appointmentId, place)
      return { response, wave, at, person: `about ${appointmentId}, ${place}`, known: false }
    })
  })
}
