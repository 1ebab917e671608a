import { describe, expect, test } from 'vitest'
import { Evidence } from '#shared/evaluation/protection/evidence.ts'
import type { Results } from '#shared/evaluation/resultSchema.ts'
import { resultsSchema } from '#shared/evaluation/resultSchema.ts'
import { resultsOf } from '#shared/evaluation/results/results.ts'
import type { ScoredWave } from '#shared/evaluation/scoring/scoredWave.ts'
import { trendStatement } from '#shared/evaluation/statements.ts'
import { usualSharing } from '#shared/program/design/audiences.ts'
import { administration, response, shippedInstrument, wave } from '#test/evaluation/support/waves.ts'

const burnout = shippedInstrument('burnoutItem')
const director = { audience: 'programDirector', sharing: usualSharing } as const

interface Answer {
  person: string
  level: string
  burnout: number | null
}

const answers = (level: string, figures: readonly (number | null)[], from = 0): Answer[] =>
  figures.map((figure, at) => ({ person: `${level} ${at + from}`, level, burnout: figure }))

const burnoutWave = (name: string, opensOn: string, given: readonly Answer[], instrument = burnout): ScoredWave =>
  wave(
    instrument,
    administration(name, opensOn, { id: `00000000-0000-7000-8000-${opensOn.replaceAll('-', '').padStart(12, '0')}` }),
    given.map(({ person, level, burnout: figure }) => response(person, { burnout: figure }, { level })),
  )

const autumn = burnoutWave('Autumn', '2025-10-01', [
  ...answers('MS1', [4, 4, 5, 3, 4, 2]),
  ...answers('MS2', [3, 3, 2, 4, 3, 5, 2]),
])
const spring = burnoutWave('Spring', '2026-04-01', [
  ...answers('MS1', [2, 3, 3, 2, 3, 2]),
  ...answers('MS2', [2, 3, 2, 3, 1, 4, 2]),
])

function results(
  waves: readonly ScoredWave[],
  groupBy: Results['groupBy'] = 'level',
  viewer = director as Viewer,
): Results {
  const found = resultsOf(new Evidence(waves, 5, []), burnout, viewer, groupBy)
  expect(resultsSchema.safeParse(found).error).toBeUndefined()
  return found
}
type Viewer = Parameters<typeof resultsOf>[2]

describe('results', () => {
  test('summarise each wave and group', () => {
    const { cells, groups } = results([autumn, spring])
    expect(groups.map(({ label }) => label)).toEqual(['Everybody', 'MS1', 'MS2'])
    const cell = cells.find(
      ({ administrationId, group, measure }) =>
        administrationId === autumn.administration.id && group === 'level:MS1' && measure === 'scale:level',
    )!
    expect(cell).toMatchObject({ n: 6, hidden: null })
    expect(cell.summary).toMatchObject({ mean: 22 / 6, median: 4, lowerQuartile: 3.25, upperQuartile: 4 })
    expect(cell.summary!.cuts).toEqual([{ name: 'Burned out', people: 5, share: 5 / 6 }])
    expect(cells.find(({ measure }) => measure === 'item:burnout')!.summary!.distribution).toEqual(
      [0, 3, 4, 4, 2].map((people, at) => ({ value: at + 1, label: String(at + 1), people })),
    )
  })

  test('say how the same people changed, in words too', () => {
    const { changes } = results([autumn, spring], 'none')
    expect(changes).toHaveLength(1)
    expect(changes[0]).toMatchObject({ n: 13, hidden: null, change: { degrees: 12 } })
    expect(changes[0]!.change!.mean).toBeCloseTo(-12 / 13, 12)
    expect(changes[0]!.statement!.sentence).toContain('fell by 0.92, for the better')
    expect(changes[0]!.statement!.caveat).toContain('no group without coaching')
  })

  test('compare each group with all others in the latest wave, and count the looks', () => {
    const { comparisons, looks } = results([autumn, spring])
    expect(comparisons.map(({ group, other }) => [group, other])).toEqual([
      ['level:MS1', 'others'],
      ['level:MS2', 'others'],
    ])
    expect(comparisons[0]!.difference!.mean).toBeCloseTo(15 / 6 - 17 / 7, 12)
    expect(looks.tests).toBe(5)
    expect(looks.note).toContain('5 tests')
  })

  test('people who answered once are in no change', () => {
    const late = burnoutWave('Late', '2026-04-01', [
      ...answers('MS1', [2, 3, 3, 2, 3, 2]),
      ...answers('MS1', [5, 5, 5, 5, 5, 5], 50),
    ])
    const [change] = results([autumn, late], 'none').changes
    expect(change).toMatchObject({ n: 6 })
    expect(change!.change!.mean).toBeCloseTo(15 / 6 - 22 / 6, 12)
  })

  test('a trend needs three years', () => {
    const years = [2023, 2024, 2025].map((year, at) =>
      burnoutWave(
        `Autumn ${year}`,
        `${year}-10-01`,
        answers(
          'MS1',
          [4, 4, 5, 3, 2].map((figure) => figure - at),
          10 * at,
        ),
      ),
    )
    expect(results(years, 'none').trends[0]).toMatchObject({ perYear: -1 })
    expect(results(years.slice(0, 2), 'none').trends[0]).toMatchObject({ perYear: null })
  })
})

test('a trend that stands still is neither higher nor lower', () => {
  const [measure] = results([autumn]).measures
  const points = [2024, 2025, 2026].map((year) => ({ year, mean: 3, n: 9, hidden: null }))
  expect(trendStatement(measure!, { points, perYear: 0 }).sentence).toBe(
    'Burnout level stayed where it was, over 3 years.',
  )
})

test('alpha is over the people who answered every item of a scale', () => {
  const feedback = shippedInstrument('coachFeedback')
  const items = ['rapport', 'questions', 'goalHelp', 'availability', 'safety']
  const given = [3, 4, 5, 2, 4, 3].map((level, person) =>
    response(
      `p${person}`,
      Object.fromEntries(items.map((item, at) => [item, at === 0 && person === 5 ? null : level])),
    ),
  )
  const held = wave(feedback, administration('Spring', '2026-04-01'), given)
  // Everybody gave one figure to all items, so the items agree wholly.
  expect(resultsOf(new Evidence([held], 5, []), feedback, director, 'none').reliability).toEqual([
    { administrationId: 'Spring', measure: 'scale:overall', items: 5, n: 5, hidden: null, alpha: 1 },
  ])
})

describe('protection', () => {
  test('a small level hides itself and the only other one, in every figure', () => {
    const small = burnoutWave('Small', '2026-04-01', [
      ...answers('MS1', [2, 3, 3]),
      ...answers('MS2', [2, 3, 2, 3, 1, 4, 2]),
    ])
    const { cells, comparisons, suppressed } = results([small])
    const ofLevels = cells.filter(({ group }) => group !== 'all')
    expect(ofLevels.map(({ hidden }) => hidden)).toEqual(['small', 'complement', 'small', 'complement'])
    expect(ofLevels.every(({ n, summary }) => n === null && summary === null)).toBe(true)
    expect(comparisons.every(({ difference }) => difference === null)).toBe(true)
    expect(suppressed).toEqual([
      'Small: 1 group of fewer than 5 people hidden.',
      'Small: 1 more group with figures hidden that would give people’s answers away.',
    ])
  })

  test('a figure that only a few of a group gave is hidden, though the group is large', () => {
    const gaps = burnoutWave('Gaps', '2026-04-01', answers('MS1', [2, 3, null, null, 3, null]))
    expect(results([gaps], 'none').cells.map(({ hidden }) => hidden)).toEqual(['small', 'small'])
  })

  test('what is held back of an item is said, though every scale is shown', () => {
    const feedback = shippedInstrument('coachFeedback')
    const items = ['rapport', 'questions', 'goalHelp', 'availability']
    const given = [3, 4, 5, 2, 4, 3].map((level, person) =>
      response(`p${person}`, {
        ...Object.fromEntries(items.map((item) => [item, level])),
        safety: person < 2 ? level : null,
      }),
    )
    const held = wave(feedback, administration('Spring', '2026-04-01'), given)
    const { cells, suppressed } = resultsOf(new Evidence([held], 5, []), feedback, director, 'none')
    expect(cells[0]).toMatchObject({ measure: 'scale:overall', hidden: null })
    expect(suppressed).toEqual(['Spring: 1 group of fewer than 5 people hidden.'])
  })

  test('the audience decides: nothing for a learner, groups for the dean', () => {
    const learner = results([autumn, spring], 'level', { ...director, audience: 'learner' })
    expect(learner).toMatchObject({ access: 'none', cells: [], waves: [], changes: [], suppressed: [] })
    expect(results([autumn, spring], 'level', { ...director, audience: 'dean' }).cells).not.toEqual([])
  })

  test('who answered is told only to those who may see who takes part', () => {
    const sharing = { ...usualSharing, dean: { ...usualSharing.dean, participation: 'none' as const } }
    const told = (viewer: Viewer) => results([autumn], 'level', viewer).waves.map(({ rates }) => rates.length > 0)
    expect(told({ audience: 'dean', sharing })).toEqual([false])
    expect(told({ audience: 'dean', sharing: usualSharing })).toEqual([true])
  })

  test('a second release with one more answer shows no new figure of its group', () => {
    const first = new Evidence([autumn], 5, [])
    const more = burnoutWave('Autumn', '2025-10-01', [
      ...answers('MS1', [4, 4, 5, 3, 4, 2]),
      ...answers('MS2', [3, 3, 2, 4, 3, 5, 2]),
      ...answers('MS2', [1], 7),
    ])
    const second = resultsOf(new Evidence([more], 5, first.published()), burnout, director, 'level')
    const shown = second.cells.filter(({ measure, hidden }) => measure === 'scale:level' && hidden === null)
    expect(shown.map(({ group }) => group)).toEqual(['level:MS1'])
  })

  test('a past year is decided with all years, and shows nothing that they hide', () => {
    // Two joined one level and four the other: with the change of those who stayed, both years would give away who came.
    const first = burnoutWave('Autumn', '2025-10-01', [
      ...answers('MS1', [2, 3, 5, 2, 4, 2]),
      ...answers('MS2', [2, 3, 2, 5, 1, 4, 2]),
    ])
    const second = burnoutWave('Next autumn', '2026-10-01', [
      ...answers('MS1', [4, 3, 5, 3, 4, 2, 1, 2]),
      ...answers('MS2', [3, 3, 2, 4, 3, 5, 2, 1, 5, 4, 2]),
    ])
    const evidence = new Evidence([first, second], 5, [])
    const until = '2026-06-30'
    const past = resultsOf(evidence, burnout, director, 'level', until)
    const all = resultsOf(evidence, burnout, director, 'level')
    expect(past.cells).toEqual(all.cells.filter(({ administrationId }) => administrationId === first.administration.id))
    expect(past.waves.map(({ name }) => name)).toEqual(['Autumn'])
    expect(past.changes).toEqual([])
    // Decided alone, the first year would show more.
    const alone = resultsOf(new Evidence([first], 5, []), burnout, director, 'level')
    const hidden = (found: Results) => found.cells.filter((cell) => cell.hidden).length
    expect(hidden(past)).toBeGreaterThan(hidden(alone))
    // A release of the past year tells of its wave alone.
    const told = new Set(evidence.published(until).flatMap(({ terms }) => terms.flatMap(({ responses }) => responses)))
    expect([...told].every((id) => id.startsWith(first.administration.id))).toBe(true)
  })

  test('the same release can be made again', () => {
    const first = new Evidence([autumn, spring], 5, [])
    const again = new Evidence([autumn, spring], 5, first.published())
    expect(resultsOf(again, burnout, director, 'level')).toEqual(resultsOf(first, burnout, director, 'level'))
    expect(again.published()).toEqual(first.published())
  })
})

test('a release tells of sets of responses, and not which two are of one person', () => {
  const backwards = burnoutWave('Spring', '2026-04-01', [
    ...answers('MS2', [2, 3, 2, 3, 1, 4, 2]).toReversed(),
    ...answers('MS1', [2, 3, 3, 2, 3, 2]).toReversed(),
  ])
  const published = new Evidence([autumn, backwards], 5, []).published()
  expect(published.some(({ terms }) => terms.length === 2)).toBe(true)
  for (const { responses } of published.flatMap(({ terms }) => terms)) expect(responses).toEqual(responses.toSorted())
})

test('an old wave is scored by the version it was held with', () => {
  const next = { ...burnout, version: 2, items: burnout.items.map((item) => ({ ...item, reversed: true })) }
  const turned = burnoutWave('Turned', '2026-04-01', answers('MS1', [1, 1, 1, 1, 5]), next)
  const { cells, notes } = results(
    [burnoutWave('Straight', '2025-10-01', answers('MS1', [1, 1, 1, 1, 5])), turned],
    'none',
  )
  expect(cells.filter(({ measure }) => measure === 'scale:level').map(({ summary }) => summary!.mean)).toEqual([
    1.8, 4.2,
  ])
  expect(notes.at(-1)).toContain('versions 1 and 2')
})
