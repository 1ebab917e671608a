import { describe, expect, test } from 'vitest'
import { overviewOf } from '#shared/evaluation/results/overview.ts'
import { waveSchema } from '#shared/evaluation/resultSchema.ts'
import { waveRates } from '#shared/evaluation/rates.ts'
import { usualSharing } from '#shared/program/design/audiences.ts'
import { administration, response, shippedInstrument, wave } from '#test/evaluation/support/waves.ts'

const instrument = shippedInstrument('expectations')

function held(expected: Record<string, number>, received: Record<string, number>) {
  const about = administration('Autumn', '2025-10-01', {
    id: '00000000-0000-7000-8000-000000000001',
    expected: Object.entries(expected).map(([level, people]) => ({ level, site: 'North', people })),
  })
  const responses = Object.entries(received).flatMap(([level, people]) =>
    Array.from({ length: people }, (_, at) => response(`${level} ${at}`, { value: 4 }, { level })),
  )
  return wave(instrument, about, responses)
}

describe('response rates', () => {
  test('are shown for everybody, levels and sites', () => {
    const found = waveRates(held({ MS1: 20, MS2: 10 }, { MS1: 15, MS2: 3 }), 5)
    expect(waveSchema.safeParse(found).error).toBeUndefined()
    expect(found.rates.map(({ label, received, rate }) => [label, received, rate])).toEqual([
      ['Everybody', 18, 0.6],
      ['MS1', 15, 0.75],
      ['MS2', 3, 0.3],
      ['North', 18, 0.6],
    ])
    expect(found.notes).toEqual(['MS2 answered less (30 %) than MS1 (75 %), so the figures of everybody lean to MS1.'])
  })

  test('compare levels with levels and sites with sites', () => {
    const whole = held({ MS1: 40 }, { MS1: 30 })
    const expected = (['North', 'South'] as const).map((site) => ({ level: 'MS1', site, people: 20 }))
    const responses = whole.responses.map((one, at) => ({ ...one, site: at < 20 ? 'North' : 'South' }))
    const { notes } = waveRates({ ...whole, administration: { ...whole.administration, expected }, responses }, 5)
    expect(notes).toEqual(['South answered less (50 %) than North (100 %), so the figures of everybody lean to North.'])
    const other = expected.map((of, at) => ({ ...of, level: at === 0 ? 'MS1' : 'MS2', site: '' }))
    const unlike = responses.map((one) => ({ ...one, level: one.site === 'North' ? 'MS1' : 'MS2', site: '' }))
    const found = waveRates(
      { ...whole, administration: { ...whole.administration, expected: other }, responses: unlike },
      5,
    )
    expect(found.notes).toEqual(['MS2 answered less (50 %) than MS1 (100 %), so the figures of everybody lean to MS1.'])
  })

  test('of a small group are hidden, with those of the group it could be worked out from', () => {
    const { rates } = waveRates(held({ MS1: 20, MS2: 3 }, { MS1: 15, MS2: 3 }), 5)
    expect(rates.map(({ label, received, hidden }) => [label, received, hidden])).toEqual([
      ['Everybody', 18, null],
      ['MS1', null, 'complement'],
      ['MS2', null, 'small'],
      ['North', 18, null],
    ])
  })

  test('say what a low rate means, and that more answered than were asked', () => {
    expect(waveRates(held({ MS1: 20 }, { MS1: 8 }), 5).notes[0]).toContain('60 % did not answer')
    expect(waveRates(held({ MS1: 6 }, { MS1: 8 }), 5).notes[0]).toContain('8 responses came from 6 people')
  })

  test('without anybody asked there is a count and no rate', () => {
    const { rates, notes } = waveRates(held({}, { MS1: 8 }), 5)
    expect(rates).toMatchObject([{ label: 'Everybody', received: 8, rate: null }])
    expect(notes[0]).toContain('no response rate')
  })

  test('responses that are in no figure are counted by reason, and so are single answers', () => {
    const whole = held({ MS1: 20 }, { MS1: 8 })
    const leftOut = [{ item: 'value', value: '7', why: 'outOfRange' as const }]
    const responses = whole.responses.map((one, at) => ({
      ...one,
      ...(at < 2 ? { state: 'duplicate' as const } : {}),
      ...(at === 5 ? { leftOut } : {}),
    }))
    const found = waveRates({ ...whole, responses }, 5)
    expect(found).toMatchObject({ leftOut: { duplicate: 2 }, answersLeftOut: 1 })
    expect(found.rates[0]!.received).toBe(6)
  })

  test('are for those who may see who takes part', () => {
    const waves = [held({ MS1: 20 }, { MS1: 8 })]
    expect(overviewOf(waves, 5, { audience: 'dean', sharing: usualSharing }).waves).toHaveLength(1)
    expect(overviewOf(waves, 5, { audience: 'competencyCommittee', sharing: usualSharing }).waves).toEqual([])
  })
})
