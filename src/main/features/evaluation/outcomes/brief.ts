import type { Block, DocumentModel } from '#main/documents/documentModel.ts'
import { goalStatusLabels, isShared, notShared, type Outcomes } from '#main/features/evaluation/outcomes/outcomes.ts'
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

const figure = (value: number | null): string => (value === null ? '' : String(Math.round(value * 100) / 100))

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
      ? [{ label: 'Learners with a coach', value: `${whole.paired} of ${whole.learners}` }]
      : []),
    ...(isShared(outcomes, 'ratings')
      ? [{ label: 'Coaches', value: `${coaches.counts.coaches}, ${coaches.counts.withFeedback} with feedback` }]
      : []),
    ...overview.waves.map(({ instrument, name, rates: [all] }) => ({
      label: `${instrument}, ${name}`,
      value:
        all?.rate === null || all?.rate === undefined
          ? 'not shown'
          : `${all.received} of ${all.expected} (${Math.round(all.rate * 100)} %)`,
    })),
  ]
  return [
    { kind: 'heading', level: 1, text: 'Who takes part and who answered' },
    facts.length > 0 ? { kind: 'facts', facts } : { kind: 'paragraph', text: notShared },
  ]
}

function changes({ instruments }: Outcomes): Block[] {
  const found = instruments
    .flatMap(({ byLevel }) => byLevel.changes)
    .filter(({ group, statement }) => group === 'all' && statement !== null)
    .toSorted((a, b) => Math.abs(b.change?.dz ?? 0) - Math.abs(a.change?.dz ?? 0))
  const items = found.slice(0, mostChanges).map(({ statement }) => ({
    text: statement!.sentence,
    details: [statement!.caveat],
  }))
  return [
    { kind: 'heading', level: 1, text: 'What changed' },
    items.length > 0
      ? { kind: 'bullets', items }
      : { kind: 'paragraph', text: 'No change of the same people between two waves can be shown.' },
  ]
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
