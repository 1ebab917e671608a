import {
  goalStatusLabels,
  hiddenWords,
  isShared,
  notShared,
  type Outcomes,
} from '#main/features/evaluation/outcomes/outcomes.ts'
import { OutcomesSheet, percent } from '#main/features/evaluation/outcomes/sheet.ts'
import type { GoalResult } from '#shared/evaluation/resultSchema.ts'
import { formatDate } from '#shared/kernel/plainDate.ts'
import { formatAcademicYear } from '#shared/program/academicYear.ts'
import { audienceLabels } from '#shared/program/design/audiences.ts'

/** The goals of question 1, and how many answered each wave. */
export function summarySheet(outcomes: Outcomes): OutcomesSheet {
  const { program, institution, year, audience, goals, overview, actor, now } = outcomes
  const sheet = new OutcomesSheet('Summary', `Outcomes ${formatAcademicYear(year)}`, [44, 30, 12, 12, 12, 16, 12, 60])
  sheet.line([institution, program.name].filter(Boolean).join(' · '), 'subtitle')
  sheet.line(
    `For: ${audienceLabels[audience]}. Written ${formatDate(now.slice(0, 10))} by ${actor}. Every figure follows the rules of question 8; what is held back is listed in Methods.`,
  )
  sheet.section('Goals')
  sheet.table(
    [
      { header: 'Goal' },
      { header: 'Measure' },
      { header: 'Baseline', type: 'number' },
      { header: 'Target', type: 'number' },
      { header: 'Actual', type: 'number' },
      { header: 'Result' },
      { header: 'Trend' },
      { header: 'Evidence' },
    ],
    goals.goals.map((goal) => [
      goal.statement,
      [goal.measure, goal.unit && `(${goal.unit})`].filter(Boolean).join(' '),
      goal.baseline,
      goal.target,
      goal.actual,
      goalStatusLabels[goal.status],
      trendOf(goal),
      goal.evidence,
    ]),
    'The design names no goal yet.',
  )
  sheet.section('Who answered')
  const waves = overview.waves.map(({ instrument, name, opensOn, rates: [whole] }) => ({
    label: `${instrument}, ${name}`,
    opensOn,
    whole,
  }))
  const place = sheet.table(
    [
      { header: 'Wave' },
      { header: 'Opened', type: 'date' },
      { header: 'Asked', type: 'count' },
      { header: 'Answered', type: 'count' },
      { header: 'Rate', type: 'percent' },
    ],
    waves.map(({ label, opensOn, whole }) => [
      label,
      opensOn,
      whole?.expected ?? null,
      whole?.hidden ? hiddenWords[whole.hidden] : (whole?.received ?? null),
      percent(whole?.rate ?? null),
    ]),
    isShared(outcomes, 'participation') ? 'No wave was held yet.' : notShared,
  )
  if (waves.length > 1)
    sheet.chart({
      kind: 'bar',
      title: 'Response rate by wave',
      description: 'The share of the people asked who answered, for each wave.',
      categories: sheet.range(place, 1),
      series: [{ name: 'Response rate', values: sheet.range(place, 5) }],
      valueAxis: { type: 'percent' },
    })
  return sheet
}

/** From the last but one figure to the last that may be shown. */
function trendOf({ points }: GoalResult): string {
  const [before, last] = points.flatMap(({ value }) => value ?? []).slice(-2)
  if (before === undefined || last === undefined) return ''
  return last > before ? '▲ up' : last < before ? '▼ down' : '= same'
}

/** Who has a coach, by level and site. */
export function participationSheet(outcomes: Outcomes): OutcomesSheet {
  const { participation, year } = outcomes
  const sheet = new OutcomesSheet(
    'Participation',
    `Participation ${formatAcademicYear(year)}`,
    [34, 12, 14, 14, 14, 14],
  )
  if (!isShared(outcomes, 'participation')) {
    sheet.line(notShared)
    return sheet
  }
  sheet.line(
    `As of ${formatDate(participation.asOf)}. Who met is told on the sheet Coaches, as far as it was recorded.`,
  )
  sheet.blank()
  const place = sheet.table(
    [
      { header: 'Group' },
      { header: 'Kind' },
      { header: 'Learners', type: 'count' },
      { header: 'With a coach', type: 'count' },
      { header: 'Share', type: 'percent' },
    ],
    participation.groups.map(({ group, kind, learners, paired, hidden }) => [
      group,
      kind,
      learners,
      hidden ? hiddenWords[hidden] : paired,
      paired === null || learners === 0 ? null : percent(paired / learners),
    ]),
  )
  sheet.chart({
    kind: 'bar',
    title: 'Learners with a coach',
    description: 'The share of learners with a coach, of everybody and by level and site.',
    categories: sheet.range(place, 1),
    series: [{ name: 'With a coach', values: sheet.range(place, 5) }],
    valueAxis: { type: 'percent' },
  })
  sheet.section('Pairing')
  sheet.table(
    [{ header: 'In the year' }, { header: '' }, { header: 'Pairings', type: 'count' }],
    [
      ['Began', '', participation.started],
      ['Ended', '', participation.ended],
    ],
  )
  return sheet
}
