import { describe, expect, test } from 'vitest'
import { changeKey } from '#shared/evaluation/protection/candidates.ts'
import { Evidence } from '#shared/evaluation/protection/evidence.ts'
import { administration, response, shippedInstrument, wave } from '#test/evaluation/support/waves.ts'

const instrument = shippedInstrument('coachFeedback')
const items = instrument.items.filter(({ kind }) => kind !== 'text').map(({ key }) => key)
const [fall, spring] = [administration('Fall', '2025-09-01'), administration('Spring', '2026-03-01')]
const people = Array.from({ length: 24 }, (_, at) => `person ${at}`)

/** Two waves that all answered; of some, nothing leads to them any more, or their second response is excluded. */
function waves({ erased = 0, excluded = 0 }: { erased?: number; excluded?: number } = {}) {
  const answered = (at: number, level: number, isExcluded: boolean) =>
    response(at < erased ? null : people[at]!, Object.fromEntries(items.map((key) => [key, level])), {
      state: isExcluded ? 'excluded' : 'counted',
    })
  const all = people.map((_, at) => at)
  return [
    wave(
      instrument,
      fall,
      all.map((at) => answered(at, 1 + (at % 5), false)),
    ),
    wave(
      instrument,
      spring,
      all.map((at) => answered(at, 1 + ((at * 3) % 5), at < excluded)),
    ),
  ]
}

/** What becomes of the change of everybody, after a release of it as it was. */
function change(now: Parameters<typeof waves>[0]) {
  const released = new Evidence(waves(), 5, []).published()
  const evidence = new Evidence(waves(now), 5, released)
  return evidence.verdictOf(evidence.coachMeasure!, changeKey(fall.id, spring.id, 'all'))
}

describe('a change that was released of more people', () => {
  test('stays where nobody is gone', () => {
    expect(change({})).toBe('shown')
  })

  test.each([{ erased: 1 }, { erased: 4 }, { excluded: 1 }, { excluded: 4 }])(
    'would give away what the others changed by: %o',
    (gone) => {
      expect(change(gone)).toBe('complement')
    },
  )

  test('is shown again of the others once they are enough', () => {
    expect(change({ erased: 5 })).toBe('shown')
  })
})
