import { everybody, groupsBy } from '#shared/evaluation/groups.ts'
import {
  changeCandidates,
  groupCandidates,
  levelKeys,
  type Step,
  stepsBetween,
  waveKey,
} from '#shared/evaluation/protection/candidates.ts'
import { type Likeness, likenessesOf } from '#shared/evaluation/protection/likeness.ts'
import { type Partition, partition } from '#shared/evaluation/protection/partition.ts'
import { protect, type Verdict } from '#shared/evaluation/protection/protect.ts'
import type { Publication } from '#shared/evaluation/protection/publication.ts'
import {
  type NumberedRelease,
  numberReleased,
  type ReleasedPublication,
  sortedIds,
} from '#shared/evaluation/protection/released.ts'
import { type Respondent, respondentsOf } from '#shared/evaluation/protection/respondents.ts'
import type { Pair } from '#shared/evaluation/protection/secrets.ts'
import { unpairedSince } from '#shared/evaluation/protection/unpaired.ts'
import { measuresOf, type ScoredWave, subscaleMeasure } from '#shared/evaluation/scoring/scoredWave.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'

type Changes = ReturnType<typeof changeCandidates>

interface Decision {
  readonly verdicts: ReadonlyMap<string, Verdict>
  readonly shown: readonly Publication[]
  readonly steps: readonly Step[]
}

/**
 * All waves of one instrument, and what of them may be shown. Every screen and every export decides here, over all
 * groups and all years at once, also where only some are looked at: what one shows cannot give away what another hides.
 */
export class Evidence {
  readonly waves: readonly ScoredWave[]
  readonly minimum: number
  readonly respondents: readonly Respondent[]
  /** What coaches are shown by: the first scale of the newest version; null where it has none, or is about no coach. */
  readonly coachMeasure: string | null
  readonly #members: ReadonlyMap<string, readonly number[]>
  readonly #people: readonly string[]
  readonly #releases: readonly NumberedRelease[]
  readonly #candidates: readonly Publication[]
  /** The parts that everything makes, coaches included; what is of groups alone makes fewer. */
  readonly #all: Partition
  #groups: Partition | null = null
  readonly #jointly: ReadonlyMap<string, Verdict>
  readonly #decisions = new Map<string, Decision>()
  readonly #columns = new Map<string, Float64Array>()
  readonly #pairs: readonly Step[]
  readonly #changes = new Map<Step, Changes>()
  readonly #refinements: { parts: Partition; steps: readonly Step[]; refined: Partition }[] = []

  /** Waves of one instrument, the oldest first, and everything that was released of them. */
  constructor(waves: readonly ScoredWave[], minimum: number, released: readonly ReleasedPublication[]) {
    this.waves = waves
    this.minimum = minimum
    const newest = waves.at(-1)?.instrument
    const scale = newest?.about === 'coach' ? newest.subscales[0] : undefined
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
    const before = releases.map(({ publication }) => publication)
    this.#all = partition(this.#people, [...before, ...this.#candidates])
    this.#jointly = protect({
      people: this.#people,
      partition: this.#all,
      candidates: this.#candidates,
      released: before.filter(({ terms }) => terms.length === 1),
      minimum,
      pairs: [],
      unpaired: [],
      has: () => true,
      likenesses: [],
    })
    this.#pairs = stepsBetween(waves).map(([from, to]) => ({ from, to, pairs: this.#pairsBetween(from, to) }))
  }

  /** The waves that opened until a day; all where none is given. */
  wavesUntil(day?: PlainDate): readonly ScoredWave[] {
    return day === undefined ? this.waves : this.waves.filter(({ administration }) => administration.opensOn <= day)
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
  figures(measure: string, members: readonly number[]): Float64Array {
    const column = this.#column(measure)
    const found = new Float64Array(members.length)
    let length = 0
    for (const number of members) {
      const figure = column[number]!
      if (!Number.isNaN(figure)) found[length++] = figure
    }
    return found.subarray(0, length)
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

  /**
   * What showing the waves until a day tells, to be kept with a release. Coaches are shown by all waves whichever year
   * is looked at, so of their measure everything is told.
   */
  published(until?: PlainDate): ReleasedPublication[] {
    const measures = new Map<string, { publication: Publication; measures: string[] }>()
    const keys = new Set(this.waves.flatMap(({ instrument }) => measuresOf(instrument).map(({ key }) => key)))
    const told = new Set(this.wavesUntil(until))
    // A publication is of whole waves: its last response is of the last of them.
    const isTold = ({ terms }: Publication): boolean =>
      terms.every(({ responses }) => told.has(this.respondents[responses.at(-1)!]!.wave))
    for (const measure of keys)
      for (const publication of this.#decide(measure).shown) {
        if (measure !== this.coachMeasure && !isTold(publication)) continue
        // The people behind a change are those with this scale in both waves, which others may have not.
        const key =
          isOwn(publication) && !this.#isOfAll(publication) ? `${publication.key} ${measure}` : publication.key
        const known = measures.get(key)
        if (known) known.measures.push(measure)
        else measures.set(key, { publication, measures: [measure] })
      }
    const idsOf = sortedIds(this.respondents.map(({ response }) => response.id))
    return [...measures].map(([key, { publication, measures: own }]) => ({
      key,
      measures: own,
      terms: publication.terms.map(({ responses, times }) => ({ times, responses: idsOf(responses) })),
    }))
  }

  /** Whether a change is of everybody who answered both waves: then all measures with such a one share it. */
  #isOfAll(change: Publication): boolean {
    return this.#pairs.some((step) => {
      const { changes, levels } = this.#changesOf(step)
      return changes.includes(change) || levels.includes(change)
    })
  }

  /** A measure of everybody, one wave after the other as the respondents stand: a large wave is read for each group. */
  #column(measure: string): Float64Array {
    const known = this.#columns.get(measure)
    if (known) return known
    const column = new Float64Array(this.respondents.length).fill(Number.NaN)
    let start = 0
    for (const { counted, figures } of this.waves) {
      const own = figures.get(measure)
      if (own) column.set(own, start)
      start += counted.length
    }
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
    const column = this.#column(measure)
    // Responses that are gone since a release had the figure then.
    const has = (response: number): boolean => !Number.isNaN(column[response] ?? 0)
    const steps = measure.startsWith('scale:') ? this.#pairs.map((step) => withBoth(step, has)) : []
    const found = steps.map((step) => this.#changesOf(step))
    const whole = new Set(this.waves.map(({ administration }) => waveKey(administration.id, everybody)))
    const candidates = [
      ...joint.filter(({ key }) => whole.has(key)),
      ...found.flatMap(({ changes }) => changes),
      ...joint.filter(({ key }) => !whole.has(key)),
      ...found.flatMap(({ levels }) => levels),
    ]
    const parts = ofCoaches || before.some(({ key }) => isOfCoach(key)) ? this.#all : this.#groupPartition()
    const verdicts = protect({
      people: this.#people,
      partition: steps.length === 0 ? parts : this.#refined(parts, steps),
      candidates,
      released: before,
      minimum: this.minimum,
      pairs: steps.flatMap((step) => [...(step.pairs.get(everybody) ?? [])]),
      unpaired: unpairedSince(before, steps),
      has,
      likenesses: this.#likenesses(measure, column),
    })
    const shown = candidates.filter(({ key }) => verdicts.get(key) === 'shown')
    const decision = { verdicts, shown, steps }
    this.#decisions.set(measure, decision)
    return decision
  }

  /** Parts that changes split further; most scales have the same people in both waves, and share them. */
  #refined(parts: Partition, steps: readonly Step[]): Partition {
    const known = this.#refinements.find(
      (one) => one.parts === parts && steps.every((step, at) => step === one.steps[at]),
    )
    if (known) return known.refined
    const refined = parts.refinedBy(steps.flatMap((step) => this.#changesOf(step).changes))
    this.#refinements.push({ parts, steps, refined })
    return refined
  }

  #changesOf(step: Step): Changes {
    const known = this.#changes.get(step)
    if (known) return known
    const found = changeCandidates(step)
    this.#changes.set(step, found)
    return found
  }

  /** By the newest version that has the measure: a cut point that moved is sought where it is now. */
  #likenesses(measure: string, column: Float64Array): Likeness[] {
    const newest = this.waves.findLast(({ figures }) => figures.has(measure))
    return newest ? likenessesOf(measure, newest.instrument, (response) => column[response] ?? Number.NaN) : []
  }

  /** The parts that groups alone make, which all measures share: what was released of any is in it. */
  #groupPartition(): Partition {
    this.#groups ??= partition(
      this.#people,
      [...this.#releases.map(({ publication }) => publication), ...this.#candidates].filter(
        ({ key }) => !isOfCoach(key),
      ),
    )
    return this.#groups
  }

  /** The responses of those who answered both waves, by the groups they were in before. */
  #pairsBetween(from: ScoredWave, to: ScoredWave): Map<string, readonly Pair[]> {
    const later = new Map<string, number>()
    this.respondents.forEach(({ wave, person, known }, number) => {
      if (wave === to && known) later.set(person, number)
    })
    const pairs = this.respondents.flatMap(({ wave, person, known }, before): Pair[] => {
      const after = wave === from && known ? later.get(person) : undefined
      return after === undefined ? [] : [[before, after]]
    })
    const groups = (['none', 'level', 'site'] as const).flatMap((grouping) =>
      groupsBy(pairs, grouping, ([before]) => this.respondents[before]!.response),
    )
    return new Map(groups.map(({ key, members }) => [key, members]))
  }
}

/** A step with those alone who have a figure in both waves; the same where all have. */
function withBoth(step: Step, has: (response: number) => boolean): Step {
  const hasBoth = ([before, after]: Pair): boolean => has(before) && has(after)
  if ((step.pairs.get(everybody) ?? []).every(hasBoth)) return step
  const found = [...step.pairs].map(([group, own]) => [group, own.filter(hasBoth)] as const)
  return { ...step, pairs: new Map(found.filter(([, own]) => own.length > 0)) }
}

const isOfCoach = (key: string): boolean => key.startsWith('coach ')

const isOwn = ({ key }: Publication): boolean => /^(?:change|before|after) /.test(key)
