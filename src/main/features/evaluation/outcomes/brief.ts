import type { Block, DocumentModel } from '#main/documents/documentModel.ts'
import {
  goalStatusLabels,
  isShared,
  notShared,
  type Outcomes,
  pairedWords,
} from '#main/features/evaluation/outcomes/outcomes.ts'
import { everybody } from '#shared/evaluation/groups.ts'
import type { Change, Results } from '#shared/evaluation/resultSchema.ts'
import { formatDate } from '#shared/kernel/plainDate.ts'
import { formatAcademicYear } from '#shared/program/academicYear.ts'
import { audienceLabels } from '#shared/program/design/audiences.ts'

/** What fits on two pages: so many of the largest changes, and of the notes on who answered. */
const mostChanges = 5
const mostNotes = 4

/** The outcomes on two pages: goals, who answered, what changed, and how far it can be trusted. */
export function outcomesBrief(outcomes: Outcomes): DocumentModel {
  const { program, institution, year, audience, now, actor, appVersion } = outcomes
  const title = `Outcomes ${formatAcademicYear(year)}`
  return {
    title,
    subtitle: [[institution, program.name].filter(Boolean).join(' · '), `For: ${audienceLabels[audience]}`],
    header: { left: program.name, right: title },
    footer: `Written ${formatDate(now.slice(0, 10))} by ${actor}. Small groups are held back.`,
    creator: `Coachdesk ${appVersion}`,
    created: now,
    blocks: [...goals(outcomes), ...answers(outcomes), ...changes(outcomes), ...methods(outcomes)],
  }
}

/** To three digits: more would say that it is known better than it is. */
const figure = (value: number | null): string => (value === null ? '' : String(Number(value.toPrecision(3))))

function goals({ goals: { goals: all } }: Outcomes): Block[] {
  const heading: Block = { kind: 'heading', level: 1, text: 'Goals' }
  if (all.length === 0) return [heading, { kind: 'paragraph', text: 'The design names no goal yet.' }]
  return [
    heading,
    {
      kind: 'table',
      columns: [
        { header: 'Goal', percent: 46 },
        { header: 'Baseline', percent: 13, isFigures: true },
        { header: 'Target', percent: 13, isFigures: true },
        { header: 'Actual', percent: 13, isFigures: true },
        { header: 'Result', percent: 15 },
      ],
      rows: all.map(({ statement, baseline, target, actual, status }) => [
        statement,
        figure(baseline),
        figure(target),
        figure(actual),
        goalStatusLabels[status],
      ]),
    },
  ]
}

function answers(outcomes: Outcomes): Block[] {
  const { overview, participation, coaches } = outcomes
  const [whole] = participation.groups
  const facts = [
    ...(whole && isShared(outcomes, 'participation')
      ? [{ label: 'Learners with a coach', value: pairedWords(whole) }]
      : []),
    ...(coaches.counts
      ? [{ label: 'Coaches', value: `${coaches.counts.coaches}, ${coaches.counts.withFeedback} with feedback` }]
      : []),
  ]
  if (facts.length === 0 && overview.waves.length === 0)
    return [{ ...takePart }, { kind: 'paragraph', text: notShared }]
  return [{ ...takePart }, ...(facts.length > 0 ? [{ kind: 'facts' as const, facts }] : []), ...answeredTable(outcomes)]
}

const takePart: Block = { kind: 'heading', level: 1, text: 'Who takes part and who answered' }

function answeredTable({ overview: { waves } }: Outcomes): Block[] {
  if (waves.length === 0) return []
  return [
    {
      kind: 'table',
      columns: [
        { header: 'Asked about', percent: 37 },
        { header: 'Wave', percent: 20 },
        { header: 'Asked', percent: 12, isFigures: true },
        { header: 'Answered', percent: 15, isFigures: true },
        { header: 'Rate', percent: 12, isFigures: true },
      ],
      rows: waves.map(({ instrument, name, rates: [all] }) => [
        instrument,
        name,
        ...(all?.rate === null || all?.rate === undefined
          ? ['', 'not shown', '']
          : [String(all.expected), String(all.received), `${Math.round(all.rate * 100)} %`]),
      ]),
    },
  ]
}

/** The largest changes of everybody, each from the first wave of its measure to the last. */
function changes({ instruments }: Outcomes): Block[] {
  const found = instruments
    .flatMap(({ byLevel }) => widestChanges(byLevel))
    .toSorted((a, b) => b.size - a.size)
    .slice(0, mostChanges)
  const heading: Block = { kind: 'heading', level: 1, text: 'What changed' }
  if (found.length === 0)
    return [heading, { kind: 'paragraph', text: 'No change of the same people between two waves can be shown.' }]
  // What none of them shows stands once, under all of them.
  const caveats = new Set(found.map(({ caveat }) => caveat))
  return [
    heading,
    { kind: 'bullets', items: found.map(({ text }) => ({ text, details: [] })) },
    ...[...caveats].map((text): Block => ({ kind: 'paragraph', text, tone: 'quiet' })),
  ]
}

function widestChanges({ waves, changes: all }: Results): { text: string; caveat: string; size: number }[] {
  const place = new Map(waves.map(({ administrationId }, at) => [administrationId, at]))
  const span = ({ from, to }: Change): number => place.get(to)! - place.get(from)!
  const shown = all.filter(({ group, statement }) => group === everybody && statement !== null)
  return [...Map.groupBy(shown, ({ measure }) => measure).values()].map((of) => {
    const widest = of.toSorted((a, b) => span(b) - span(a))[0]!
    const [from, to] = [widest.from, widest.to].map((id) => waves[place.get(id)!]!.name)
    const { sentence, caveat } = widest.statement!
    return { text: `${from} to ${to}: ${sentence}`, caveat, size: Math.abs(widest.change?.dz ?? 0) }
  })
}

function methods({ settings, suppressed, overview }: Outcomes): Block[] {
  const notes = overview.waves.flatMap((wave) => wave.notes.map((note) => `${wave.instrument}, ${wave.name}: ${note}`))
  return [
    { kind: 'heading', level: 1, text: 'How far to trust it' },
    {
      kind: 'paragraph',
      text: `Figures of fewer than ${settings.minimumRatings.value} people are hidden, with any from which they could be worked out. ${suppressed.length === 0 ? 'Nothing was held back.' : 'What was held back is listed in the outcomes workbook.'}`,
    },
    ...(notes.length > 0
      ? [{ kind: 'bullets' as const, items: notes.slice(0, mostNotes).map((text) => ({ text, details: [] })) }]
      : []),
  ]
}
