import { everybody, groupsBy } from '#shared/evaluation/groups.ts'
import { countsHidden } from '#shared/evaluation/protection/countsHidden.ts'
import type { Wave } from '#shared/evaluation/resultSchema.ts'
import type { WaveData } from '#shared/evaluation/scoring/scoredWave.ts'
import { count } from '#shared/kernel/text.ts'

const lowRate = 0.6
const wideGap = 0.2

/**
 * How many answered of those who were asked, by level and by site. Who answered can be told from a small group, so its
 * rate is hidden as a figure would be, by the people who were asked; the minimum is that for ratings. That holds for
 * whoever sees participation with names too: the promise not to be singled out was made to those who were asked. A larger
 * group keeps its rate though all answered, or nobody: n beside its figures says the same.
 */
export function waveRates(wave: WaveData, minimum: number): Wave {
  const { administration, instrument, responses } = wave
  const asked = administration.expected.flatMap((of) => Array.from({ length: of.people }, () => of))
  const counted = responses.filter(({ state }) => state === 'counted')
  const groups = (['none', 'level', 'site'] as const).flatMap((grouping) =>
    groupsBy([...asked.keys()], grouping, (at) => asked[at]!),
  )
  const received = new Map(
    (['none', 'level', 'site'] as const)
      .flatMap((grouping) => groupsBy(counted, grouping, (response) => response))
      .map(({ key, members }) => [key, members.length]),
  )
  const reasons = countsHidden(groups, asked.length, minimum)
  const rates = groups.map(({ key, label, members }): Wave['rates'][number] => {
    const hidden = reasons.get(key) ?? null
    const answers = hidden ? null : (received.get(key) ?? 0)
    return {
      group: key,
      label,
      expected: members.length,
      received: answers,
      rate: answers === null || members.length === 0 ? null : Math.min(1, answers / members.length),
      hidden,
    }
  })
  const whole: Wave['rates'] =
    asked.length > 0
      ? rates
      : [{ group: everybody, label: 'Everybody', expected: 0, received: counted.length, rate: null, hidden: null }]
  return {
    administrationId: administration.id,
    instrumentKey: instrument.key,
    instrument: instrument.name,
    dataClass: instrument.dataClass,
    name: administration.name,
    opensOn: administration.opensOn,
    closesOn: administration.closesOn,
    rates: whole,
    leftOut: leftOutOf(wave),
    answersLeftOut: counted.reduce((sum, { leftOut }) => sum + leftOut.length, 0),
    notes: rateNotes(whole),
  }
}

function leftOutOf({ responses }: WaveData): Wave['leftOut'] {
  const leftOut: Wave['leftOut'] = {}
  for (const { state } of responses) if (state !== 'counted') leftOut[state] = (leftOut[state] ?? 0) + 1
  return leftOut
}

/** What the rates mean for the figures: who did not answer is not in them. */
function rateNotes([whole, ...groups]: Wave['rates']): string[] {
  if (!whole || whole.expected === 0) return ['How many were asked is not known, so there is no response rate.']
  const { expected, received, rate } = whole
  if (received === null || rate === null) return []
  if (received === 0) return ['Nobody has answered so far, or their answers are not imported yet.']
  const notes: string[] = []
  if (received > expected)
    notes.push(
      `${count(received, 'response')} came from ${count(expected, 'person', 'people')} who were asked. Correct how many were asked, or exclude responses.`,
    )
  if (rate < lowRate)
    notes.push(
      `${Math.round(100 * (1 - rate))} % did not answer. The figures speak for those who did; the others may see it otherwise.`,
    )
  // Levels beside levels and sites beside sites: a level is no other part of the same people than a site.
  for (const kind of ['level', 'site'] as const) {
    const known = groups
      .filter(({ group, rate: own }) => group.startsWith(`${kind}:`) && own !== null)
      .toSorted((a, b) => a.rate! - b.rate!)
    const [low, high] = [known.at(0), known.at(-1)]
    if (low && high && high.rate! - low.rate! >= wideGap)
      notes.push(
        `${low.label} answered less (${Math.round(100 * low.rate!)} %) than ${high.label} (${Math.round(100 * high.rate!)} %), so the figures of everybody lean to ${high.label}.`,
      )
  }
  return notes
}
