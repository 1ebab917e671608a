import {
  hiddenWords,
  type InstrumentOutcome,
  notShared,
  type Outcomes,
} from '#main/features/evaluation/outcomes/outcomes.ts'
import { OutcomesSheet, percent, type TableColumn } from '#main/features/evaluation/outcomes/sheet.ts'
import type { CellValue } from '#main/spreadsheets/cellModel.ts'
import type { Cell, Results } from '#shared/evaluation/resultSchema.ts'

const figureColumns: readonly TableColumn[] = [
  { header: 'n', type: 'count' },
  { header: 'Mean', type: 'number' },
  { header: 'SD', type: 'number' },
  { header: 'Median', type: 'number' },
  { header: 'Lower quartile', type: 'number' },
  { header: 'Upper quartile', type: 'number' },
]

function figuresOf({ n, hidden, summary }: Cell): CellValue[] {
  if (hidden) return [hiddenWords[hidden]]
  if (summary === null) return [n, 'nobody answered']
  const { mean, sd, median, lowerQuartile, upperQuartile } = summary
  return [n, mean, sd, median, lowerQuartile, upperQuartile]
}

const cutsOf = ({ summary }: Cell): string =>
  (summary?.cuts ?? []).map(({ name, share }) => `${name}: ${Math.round(share * 100)} %`).join('; ')

const everybody = 'all'

const waveName = ({ waves }: Results, id: string): string =>
  waves.find(({ administrationId }) => administrationId === id)?.name ?? ''
const measureName = ({ measures }: Results, key: string): string =>
  measures.find((measure) => measure.key === key)?.name ?? key
const groupLabel = ({ groups }: Results, key: string): string => groups.find((group) => group.key === key)?.label ?? key

/** The scales of each instrument by wave, with a chart of their means, and how the same people changed. */
export function scoresSheet({ instruments }: Outcomes): OutcomesSheet {
  const sheet = new OutcomesSheet('Scores', 'Scores by wave', [36, 18, 10, 10, 10, 10, 14, 14, 60])
  for (const { instrument, byLevel: results } of instruments) {
    sheet.section(instrument.name)
    if (results.access === 'none' || results.access === 'own') {
      sheet.line(notShared)
      continue
    }
    const scales = results.measures.filter(({ kind }) => kind === 'subscale')
    for (const { key, name, range } of scales) {
      const cells = results.cells.filter((cell) => cell.measure === key && cell.group === everybody)
      const place = sheet.table(
        [
          { header: range ? `${name} (${range.min} to ${range.max})` : name },
          { header: 'Wave' },
          ...figureColumns,
          { header: 'Beyond a cut point' },
        ],
        cells.map((cell) => {
          const figures = figuresOf(cell)
          const blanks = Array<null>(figureColumns.length - figures.length).fill(null)
          return [name, waveName(results, cell.administrationId), ...figures, ...blanks, cutsOf(cell)]
        }),
      )
      if (cells.filter(({ summary }) => summary !== null).length > 1)
        sheet.chart({
          kind: 'line',
          title: `${name} by wave`,
          description: `The mean of ${name} of everybody who answered, wave by wave.`,
          categories: sheet.range(place, 2),
          series: [{ name: 'Mean', values: sheet.range(place, 4) }],
          valueAxis: { type: 'number', ...(range && { min: range.min }) },
        })
      sheet.blank()
    }
  }
  return sheet
}

/** The same people at two times: the only change that is spoken of. */
export function changesSheet({ instruments }: Outcomes): OutcomesSheet {
  const sheet = new OutcomesSheet('Changes', 'Change of the same people', [26, 13, 13, 9, 9, 11, 11, 8, 10, 8, 58])
  sheet.line(
    'Only people who answered both times; the interval is that of 95 %, d is the mean change over the SD of the changes.',
  )
  const rows = instruments.flatMap(({ byLevel: results }) =>
    results.changes
      .filter(({ group }) => group === everybody)
      .map(({ measure, from, to, n, hidden, change, statement }): CellValue[] => {
        const about = [measureName(results, measure), waveName(results, from), waveName(results, to)]
        if (hidden) return [...about, hiddenWords[hidden]]
        if (!change) return [...about, n]
        const { mean, sd, interval, p, dz } = change
        return [...about, n, mean, interval.low, interval.high, sd, probability(p), dz, statement?.sentence ?? '']
      }),
  )
  sheet.blank()
  sheet.table(
    [
      { header: 'Scale' },
      { header: 'From' },
      { header: 'To' },
      { header: 'People', type: 'count' },
      { header: 'Change', type: 'number' },
      { header: 'From (95 %)', type: 'number' },
      { header: 'To (95 %)', type: 'number' },
      { header: 'SD', type: 'number' },
      { header: 'p' },
      { header: 'd', type: 'number' },
      { header: 'In words' },
    ],
    rows,
    'Nobody answered two waves under one name or code.',
  )
  const shown = instruments.flatMap(({ byLevel }) =>
    byLevel.changes.flatMap(({ statement }) => statement?.caveat ?? []),
  )
  const looks = instruments.flatMap(({ byLevel }) => byLevel.looks.note)
  for (const note of new Set([...shown, ...looks])) if (note !== '') sheet.paragraph(note)
  return sheet
}

/** To three decimals, never "0.000". */
function probability(p: number | null): string {
  if (p === null) return ''
  return p < 0.001 ? '< 0.001' : p.toFixed(3)
}

/** The scales by level and by site, where the groups are large enough. */
export function groupsSheet({ instruments }: Outcomes): OutcomesSheet {
  const sheet = new OutcomesSheet('Groups', 'Scores by level and site', [36, 30, 26, 10, 10, 10, 10, 14, 14])
  sheet.line(
    'Groups were not made by chance. A group of few people is hidden, and so is any other that would give it away.',
  )
  const rows = instruments.flatMap(({ byLevel, bySite }) => [byLevel, bySite].flatMap(rowsOfGroups))
  sheet.blank()
  sheet.table([{ header: 'Scale' }, { header: 'Group' }, { header: 'Wave' }, ...figureColumns], rows)
  return sheet
}

function rowsOfGroups(results: Results): CellValue[][] {
  const scales = new Set(results.measures.filter(({ kind }) => kind === 'subscale').map(({ key }) => key))
  return results.cells
    .filter(({ group, measure, n, hidden }) => group !== everybody && scales.has(measure) && (n !== 0 || hidden))
    .map((cell) => [
      `${results.instrument.name}: ${measureName(results, cell.measure)}`,
      groupLabel(results, cell.group),
      waveName(results, cell.administrationId),
      ...figuresOf(cell),
    ])
}

/** How the answers to each item of the latest wave are spread, as shares and as a stacked chart. */
export function itemsSheet({ instruments }: Outcomes): OutcomesSheet {
  const sheet = new OutcomesSheet('Items', 'Answers to each item', [60, 10, 12, 12, 12, 12, 12, 12])
  for (const outcome of instruments) addItems(sheet, outcome)
  return sheet
}

function addItems(sheet: OutcomesSheet, { instrument, byLevel: results }: InstrumentOutcome): void {
  const wave = results.waves.at(-1)
  if (!wave) return
  const cells = results.cells.filter(
    ({ administrationId, group, measure }) =>
      administrationId === wave.administrationId && group === everybody && measure.startsWith('item:'),
  )
  // One table for items that share a scale: a chart stacks the same steps.
  const scales = Map.groupBy(cells, ({ summary }) => (summary?.distribution ?? []).map(({ label }) => label).join('\n'))
  for (const [labels, own] of scales) {
    const steps = labels === '' ? [] : labels.split('\n')
    if (steps.length < 2) continue
    sheet.section(`${instrument.name}, ${wave.name}`)
    const place = sheet.table(
      [
        { header: 'Item' },
        { header: 'n', type: 'count' },
        ...steps.map((header) => ({ header, type: 'percent' as const })),
      ],
      own.map(({ measure, n, summary }) => [
        measureName(results, measure),
        n,
        ...(summary?.distribution ?? []).map(({ people }) => percent(n ? people / n : null)),
      ]),
    )
    sheet.chart({
      kind: 'stackedBar',
      title: `${instrument.name}, ${wave.name}`,
      description: `The share of each answer to each item of ${instrument.name} in ${wave.name}.`,
      categories: sheet.range(place, 1),
      series: steps.map((name, at) => ({ name, values: sheet.range(place, 3 + at) })),
      isScale: true,
      valueAxis: { type: 'percent', max: percent(1)! },
    })
  }
}
