import { everybody, groupsBy } from '#shared/evaluation/groups.ts'
import {
  changeCandidates,
  groupCandidates,
  levelKeys,
  type Pair,
  type Step,
  stepsBetween,
  waveKey,
} from '#shared/evaluation/protection/candidates.ts'
import { type Partition, partition } from '#shared/evaluation/protection/partition.ts'
import { protect, type Verdict } from '#shared/evaluation/protection/protect.ts'
import type { Publication } from '#shared/evaluation/protection/publication.ts'
import {
  type NumberedRelease,
  numberReleased,
  type ReleasedPublication,
} from '#shared/evaluation/protection/released.ts'
import { type Respondent, respondentsOf } from '#shared/evaluation/protection/respondents.ts'
import { measuresOf, type ScoredWave, subscaleMeasure } from '#shared/evaluation/scoring/scoredWave.ts'

interface Decision {
  readonly verdicts: ReadonlyMap<string, Verdict>
  readonly shown: readonly Publication[]
  readonly steps: readonly Step[]
}

/**
 * All waves of one instrument, and what of them may be shown. Every screen and every export decides here, over all
 * groups at once: what one shows cannot give away what another hides.
 */
export class Evidence {
  readonly waves: readonly ScoredWave[]
  readonly minimum: number
  readonly respondents: readonly Respondent[]
  /** What coaches are shown by: the first scale of the newest version; null where it has none. */
  readonly coachMeasure: string | null
  readonly #members: ReadonlyMap<string, readonly number[]>
  readonly #people: readonly string[]
  readonly #releases: readonly NumberedRelease[]
  readonly #candidates: readonly Publication[]
  #groups: Partition | null = null
  readonly #jointly: ReadonlyMap<string, Verdict>
  readonly #decisions = new Map<string, Decision>()
  readonly #columns = new Map<string, Float64Array>()

  /** Waves of one instrument, the oldest first, and everything that was released of them. */
  constructor(waves: readonly ScoredWave[], minimum: number, released: readonly ReleasedPublication[]) {
    this.waves = waves
    this.minimum = minimum
    const [scale] = waves.at(-1)?.instrument.subscales ?? []
    this.coachMeasure = scale ? subscaleMeasure(scale.key) : null
    this.respondents = respondentsOf(waves)
    const { releases, gone } = numberReleased(
      released,
      this.respondents.map(({ response }) => response.id),
    )
    this.#releases = releases
    this.#people = [...this.respondents.map(({ person }) => person), ...gone.map((id) => `response ${id}`)]
    this.#candidates = groupCandidates(this.respondents)
    this.#members = new Map(this.#candidates.map(({ key, terms }) => [key, terms[0]!.responses]))
    const before = releases.map(({ publication }) => publication).filter(({ terms }) => terms.length === 1)
    const parts = partition(this.#people, [...before, ...this.#candidates])
    this.#jointly = this.#protect(parts, this.#candidates, before, [], () => true)
  }

  /** Whether a group or coach may be shown at all, as far as the number of people who answered decides it. */
  verdict(key: string): Verdict {
    return this.#jointly.get(key) ?? 'empty'
  }

  /** Whether a figure of a group, a coach or a change may be shown: some of the group may have left it out. */
  verdictOf(measure: string, key: string): Verdict {
    const joint = this.#jointly.get(key)
    return joint && joint !== 'shown' ? joint : (this.#decide(measure).verdicts.get(key) ?? 'empty')
  }

  /** Whether the means before and after may stand beside a change. */
  showsLevels(measure: string, change: string): boolean {
    return levelKeys(change).every((key) => this.#decide(measure).verdicts.get(key) === 'shown')
  }

  /** Who is in a group or behind a coach, by their numbers. */
  members(key: string): readonly number[] {
    return this.#members.get(key) ?? []
  }

  /** The figures of those people; whoever has none is left out. */
  figures(measure: string, members: readonly number[]): number[] {
    const column = this.#column(measure)
    const found: number[] = []
    for (const number of members) {
      const figure = column[number]!
      if (!Number.isNaN(figure)) found.push(figure)
    }
    return found
  }

  figure(measure: string, number: number): number {
    return this.#column(measure)[number] ?? Number.NaN
  }

  /** How many different people are behind some responses. */
  people(members: readonly number[]): number {
    return new Set(members.map((number) => this.respondents[number]!.person)).size
  }

  /** The waves that a scale’s changes are shown between, with the people who have it in both. */
  steps(measure: string): readonly Step[] {
    return this.#decide(measure).steps
  }

  /** What showing all this tells, to be kept with a release. */
  published(): ReleasedPublication[] {
    const measures = new Map<string, { publication: Publication; measures: string[] }>()
    const keys = new Set(this.waves.flatMap(({ instrument }) => measuresOf(instrument).map(({ key }) => key)))
    for (const measure of keys)
      for (const publication of this.#decide(measure).shown) {
        // The people behind a change are those with this scale in both waves, so each scale has its own.
        const key = isOwn(publication) ? `${publication.key} ${measure}` : publication.key
        const known = measures.get(key)
        if (known) known.measures.push(measure)
        else measures.set(key, { publication, measures: [measure] })
      }
    return [...measures].map(([key, { publication, measures: own }]) => ({
      key,
      measures: own,
      // Sorted: the order of the pairs of a change would still tell, after a key is destroyed, whose two belong together.
      terms: publication.terms.map(({ responses, times }) => ({
        times,
        responses: responses.map((number) => this.respondents[number]!.response.id).toSorted(),
      })),
    }))
  }

  /** A measure of everybody: a large wave is read once for each group, so it stands in one row. */
  #column(measure: string): Float64Array {
    const known = this.#columns.get(measure)
    if (known) return known
    const column = Float64Array.from(this.respondents, ({ wave, at }) => wave.figures.get(measure)?.[at] ?? Number.NaN)
    this.#columns.set(measure, column)
    return column
  }

  #decide(measure: string): Decision {
    const known = this.#decisions.get(measure)
    if (known) return known
    const before = this.#releases.filter(({ measures }) => measures.has(measure)).map(({ publication }) => publication)
    // Of coaches one scale is shown, and no item.
    const ofCoaches = measure === this.coachMeasure
    const joint = this.#candidates.filter(
      ({ key }) => this.#jointly.get(key) === 'shown' && (ofCoaches || !isOfCoach(key)),
    )
    const steps = measure.startsWith('scale:')
      ? stepsBetween(this.waves).map(([from, to]) => ({ from, to, pairs: this.#pairs(measure, from, to) }))
      : []
    const found = steps.map(changeCandidates)
    const changes = found.flatMap((step) => step.changes)
    const whole = new Set(this.waves.map(({ administration }) => waveKey(administration.id, everybody)))
    const candidates = [
      ...joint.filter(({ key }) => whole.has(key)),
      ...changes,
      ...joint.filter(({ key }) => !whole.has(key)),
      ...found.flatMap(({ levels }) => levels),
    ]
    const parts = steps.length === 0 ? this.#groupPartition() : partition(this.#people, [...before, ...candidates])
    const pairs = steps.flatMap((step) => [...(step.pairs.get(everybody) ?? [])])
    const verdicts = this.#protect(parts, candidates, before, pairs, (number) => this.#has(measure, number))
    const shown = candidates.filter(({ key }) => verdicts.get(key) === 'shown')
    const decision = { verdicts, shown, steps }
    this.#decisions.set(measure, decision)
    return decision
  }

  /** The parts that groups alone make, which all items share: what was released of any is in it. */
  #groupPartition(): Partition {
    this.#groups ??= partition(this.#people, [
      ...this.#releases.map(({ publication }) => publication),
      ...this.#candidates.filter(({ key }) => !isOfCoach(key)),
    ])
    return this.#groups
  }

  /** Responses that are gone since a release had the figure then. */
  #has(measure: string, number: number): boolean {
    return number >= this.respondents.length || !Number.isNaN(this.figure(measure, number))
  }

  #protect(
    parts: Partition,
    candidates: readonly Publication[],
    released: readonly Publication[],
    pairs: readonly Pair[],
    has: (response: number) => boolean,
  ): Map<string, Verdict> {
    return protect({ people: this.#people, partition: parts, candidates, released, minimum: this.minimum, pairs, has })
  }

  #pairs(measure: string, from: ScoredWave, to: ScoredWave): Map<string, readonly Pair[]> {
    const later = new Map<string, number>()
    this.respondents.forEach(({ wave, person, known }, number) => {
      if (wave === to && known && this.#has(measure, number)) later.set(person, number)
    })
    const pairs = this.respondents.flatMap(({ wave, person, known }, before): Pair[] => {
      const after = wave === from && known ? later.get(person) : undefined
      return after !== undefined && this.#has(measure, before) ? [[before, after]] : []
    })
    const groups = (['none', 'level', 'site'] as const).flatMap((grouping) =>
      groupsBy(pairs, grouping, ([before]) => this.respondents[before]!.response),
    )
    return new Map(groups.map(({ key, members }) => [key, members]))
  }
}

const isOfCoach = (key: string): boolean => key.startsWith('coach ')

const isOwn = ({ key }: Publication): boolean => /^(?:change|before|after) /.test(key)
