import type { Boundary, Cut, Scale } from '#shared/evaluation/instrumentSchema.ts'
import type { Summary } from '#shared/evaluation/resultSchema.ts'
import { isBeyond } from '#shared/evaluation/scoring/score.ts'
import type { Figures } from '#shared/evaluation/statistics/describe.ts'

/** What a summary counts besides the usual. */
export interface Counted {
  readonly cuts: readonly Cut[]
  readonly favourable: Boundary | null
  /** Of an item: its answers are counted one by one. */
  readonly scale: Scale | null
}

/** Summarises the figures of a group that may be shown. Sums run over how often each figure occurs. */
export function summarise(figures: Figures, { cuts, favourable, scale }: Counted): Summary {
  const occurring = occurrences(figures)
  const n = figures.length
  const total = (of: (figure: number) => number) =>
    occurring.reduce((sum, [figure, people]) => sum + people * of(figure), 0)
  const mean = total((figure) => figure) / n
  const countOf = (boundary: Boundary) => total((figure) => Number(isBeyond(boundary, figure)))
  return {
    mean,
    sd: n < 2 ? null : Math.sqrt(total((figure) => (figure - mean) ** 2) / (n - 1)),
    median: quantileOf(occurring, n, 0.5),
    lowerQuartile: quantileOf(occurring, n, 0.25),
    upperQuartile: quantileOf(occurring, n, 0.75),
    topShare: favourable && countOf(favourable) / n,
    cuts: cuts.map((cut) => ({ name: cut.name, people: countOf(cut), share: countOf(cut) / n })),
    distribution: scale ? distributionOf(occurring, scale) : [],
  }
}

type Occurrences = readonly (readonly [figure: number, people: number])[]

const mostSteps = 256

/** How often each figure occurs, the smallest first. */
function occurrences(figures: Figures): Occurrences {
  // Answers are small whole numbers: counting them in place is several times as fast as in a map.
  const places = new Int32Array(mostSteps)
  const others = new Map<number, number>()
  for (let at = 0; at < figures.length; at += 1) {
    const figure = figures[at]!
    const place = figure + mostSteps / 2
    if (place >= 0 && place < mostSteps && Number.isInteger(place)) places[place]! += 1
    else others.set(figure, (others.get(figure) ?? 0) + 1)
  }
  places.forEach((people, place) => {
    if (people > 0) others.set(place - mostSteps / 2, people)
  })
  return [...others].sort(([a], [b]) => a - b)
}

/** Type 7 of Hyndman and Fan, over figures with how often they occur. */
function quantileOf(occurring: Occurrences, n: number, share: number): number {
  const place = (n - 1) * share
  const at = (rank: number): number => {
    let before = 0
    for (const [figure, people] of occurring) {
      before += people
      if (rank < before) return figure
    }
    return occurring.at(-1)![0]
  }
  const below = Math.floor(place)
  const low = at(below)
  return low + (at(below + 1) - low) * (place - below)
}

/** Every step of the scale that has a label or an answer, so that nobody’s answer and an unused step both show. */
function distributionOf(occurring: Occurrences, { min, max, labels }: Scale): Summary['distribution'] {
  const steps = labels.length > 2 || max - min > 20 ? labels.map(({ value }) => value) : []
  const whole = steps.length > 0 ? steps : Array.from({ length: max - min + 1 }, (_, at) => min + at)
  const answered = occurring.map(([figure]) => figure)
  const people = new Map(occurring)
  return [...new Set([...(max - min > 20 && labels.length === 0 ? [] : whole), ...answered])]
    .sort((a, b) => a - b)
    .map((value) => ({
      value,
      label: labels.find((label) => label.value === value)?.label ?? String(value),
      people: people.get(value) ?? 0,
    }))
}
