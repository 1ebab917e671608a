import { accessTo, seesGroups } from '#shared/evaluation/audience.ts'
import { everybody, groupsBy } from '#shared/evaluation/groups.ts'
import type { Instrument } from '#shared/evaluation/instrumentSchema.ts'
import type { Evidence } from '#shared/evaluation/protection/evidence.ts'
import { waveRates } from '#shared/evaluation/rates.ts'
import type { Cell, Change, Grouping, HiddenReason, Measure, Results, Wave } from '#shared/evaluation/resultSchema.ts'
import { cellsOf } from '#shared/evaluation/results/cells.ts'
import { changesOf } from '#shared/evaluation/results/changes.ts'
import { comparisonsOf } from '#shared/evaluation/results/comparisons.ts'
import { reliabilityOf } from '#shared/evaluation/results/reliability.ts'
import { trendsOf } from '#shared/evaluation/results/trends.ts'
import type { Viewer } from '#shared/evaluation/results/viewer.ts'
import { measuresOf, type ScoredWave } from '#shared/evaluation/scoring/scoredWave.ts'
import { looksNote } from '#shared/evaluation/statements.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { count } from '#shared/kernel/text.ts'

/**
 * Everything that an audience may see of one instrument, until a day or of all waves. Later waves are not shown, and what
 * they hide of the earlier ones stays hidden.
 */
export function resultsOf(
  evidence: Evidence,
  instrument: Instrument,
  { audience, sharing }: Viewer,
  groupBy: Grouping,
  until?: PlainDate,
): Results {
  const access = accessTo(sharing, audience, instrument.dataClass)
  const held = evidence.wavesUntil(until)
  const versions = [...new Set(held.map((wave) => wave.instrument.version))]
  const about = {
    instrument: { key: instrument.key, name: instrument.name, versions },
    audience,
    access,
    minimum: evidence.minimum,
    groupBy,
  }
  if (!seesGroups(access)) return { ...about, ...nothing }
  const groups = shownGroups(held, groupBy)
  const keys = groups.map(({ key }) => key)
  const measures = measuresOfAll(held, instrument)
  const cells = cellsOf(evidence, held, measures, keys)
  const changes = changesOf(evidence, held, measures, groupBy === 'levelAndSite' ? [everybody] : keys)
  const latest = held.at(-1)
  const comparisons = groupBy === 'none' || !latest ? [] : comparisonsOf(evidence, latest, measures, groups)
  const tests = [...changes, ...comparisons].filter(({ statement }) => statement !== null).length
  // Who answered is told to those who may see who takes part.
  const seesRates = seesGroups(sharing[audience].participation)
  const waves = held.map((wave): Wave => {
    const told = waveRates(wave, evidence.minimum)
    return seesRates ? told : { ...told, rates: [], leftOut: {}, answersLeftOut: 0, notes: [] }
  })
  return {
    ...about,
    waves,
    measures,
    groups,
    cells,
    reliability: reliabilityOf(evidence, held),
    changes,
    comparisons,
    trends: trendsOf(held, measures, keys, cells),
    looks: { tests, note: looksNote(tests) },
    suppressed: suppressedWords(evidence, waves, cells, changes),
    notes: [...instrument.notes, ...versionNotes(versions)],
  }
}

const nothing = {
  waves: [],
  measures: [],
  groups: [],
  cells: [],
  reliability: [],
  changes: [],
  comparisons: [],
  trends: [],
  looks: { tests: 0, note: '' },
  suppressed: [],
  notes: [],
}

function shownGroups(waves: readonly ScoredWave[], groupBy: Grouping): Results['groups'] {
  const responses = waves.flatMap(({ counted }) => counted)
  const whole = { key: everybody, label: 'Everybody' }
  if (groupBy === 'none') return [whole]
  return [whole, ...groupsBy(responses, groupBy, (response) => response).map(({ key, label }) => ({ key, label }))]
}

/** Those of the newest version, and those that only an older version has, which old waves are still shown by. */
function measuresOfAll(waves: readonly ScoredWave[], instrument: Instrument): Measure[] {
  const all = [instrument, ...waves.map((wave) => wave.instrument)].flatMap(measuresOf)
  return [...new Map(all.toReversed().map((measure) => [measure.key, measure])).values()].reverse()
}

function versionNotes(versions: readonly number[]): string[] {
  return versions.length < 2
    ? []
    : [
        `The waves were held with versions ${versions.join(' and ')} of the instrument, and each is scored by its own. Compare them with that in mind.`,
      ]
}

/** What was held back of each wave: the groups of which any figure is, and the changes. */
function suppressedWords(
  { minimum }: Evidence,
  waves: readonly Wave[],
  cells: readonly Cell[],
  changes: readonly Change[],
): string[] {
  const words = waves.flatMap(({ administrationId, name }) => {
    const own = cells.filter((cell) => cell.administrationId === administrationId)
    const hiddenAs = (reason: HiddenReason) =>
      new Set(own.filter(({ hidden }) => hidden === reason).map(({ group }) => group))
    const few = hiddenAs('small')
    const small = few.size
    const others = [...hiddenAs('complement')].filter((group) => !few.has(group)).length
    return [
      ...(small > 0 ? [`${name}: ${count(small, 'group')} of fewer than ${minimum} people hidden.`] : []),
      ...(others > 0
        ? [`${name}: ${count(others, 'more group')} with figures hidden that would give people’s answers away.`]
        : []),
    ]
  })
  const hidden = changes.filter((change) => change.hidden).length
  return hidden > 0 ? [...words, `${count(hidden, 'change')} hidden for the same reasons.`] : words
}
