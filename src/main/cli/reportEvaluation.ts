import { textTable } from '#main/cli/table.ts'
import type { Output } from '#shared/contract.ts'
import { responseStateLabels, type ResponseState } from '#shared/evaluation/responsesSchema.ts'
import { count } from '#shared/kernel/text.ts'

const shownProblems = 50

/** What importing a survey export would add, or added where it was applied. */
export function reportResponses(
  preview: Output<'evaluation.previewResponses'>,
  program: string,
  applied: Output<'evaluation.applyResponses'> | null,
): string {
  const { counts } = applied ?? preview
  const states = (Object.entries(counts.states) as [ResponseState, number][])
    .map(([state, responses]) => `${responses} ${responseStateLabels[state].toLowerCase()}`)
    .join(', ')
  return [
    applied ? `Imported ${preview.file} into ${program}` : `Importing ${preview.file} into ${program} would add:`,
    `${count(counts.create, 'response')}, ${counts.update} changed, ${counts.unchanged} unchanged, ${counts.skipped} left out.`,
    ...(states === '' ? [] : [`Of ${count(counts.rows, 'row')}: ${states}.`]),
    preview.instrument === null
      ? 'No instrument was recognised.'
      : `Instrument: ${preview.instrument.name} (${preview.instrument.reason.toLowerCase()}).`,
    ...(preview.importedBefore === null ? [] : [`The same file was imported before: ${preview.importedBefore}.`]),
    '',
    textTable(
      ['Column', 'Taken for', 'Why'],
      preview.columns.map(({ header, field, reason }) => [header.slice(0, 60), field ?? 'left out', reason]),
    ),
    ...section(
      'Texts read as figures',
      preview.labels.map(({ item, text, value, reason }) => `${item}: “${text}” is ${value ?? 'nothing'}. ${reason}`),
    ),
    ...section(
      'Notes',
      preview.notes.map(({ message }) => message),
    ),
    ...section(count(preview.problems.length, 'problem'), [
      ...preview.problems.slice(0, shownProblems).map(({ message }) => message),
      ...(preview.problems.length > shownProblems
        ? [`and ${preview.problems.length - shownProblems} more; --json lists all`]
        : []),
    ]),
  ].join('\n')
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)]
}

/** Goals, response rates and the scores of everybody. */
export function reportEvaluation(
  program: string,
  overview: Output<'evaluation.overview'>,
  { goals }: Output<'evaluation.goals'>,
  results: readonly Output<'evaluation.results'>[],
): string {
  const figure = (value: number | null | undefined): string => (value == null ? '' : value.toFixed(2))
  return [
    `Evaluation of ${program}`,
    ...section(
      'Goals',
      goals.map(({ statement, status, evidence }) => `${statement}: ${goalWords[status]}. ${evidence}`),
    ),
    ...section(
      'Waves',
      overview.waves.map(({ instrument, name, rates: [all] }) => {
        const rate = all?.rate == null ? 'rate not shown' : `${Math.round(all.rate * 100)} % answered`
        return `${instrument}, ${name}: ${rate}`
      }),
    ),
    ...results.flatMap((result) => [
      '',
      result.instrument.name,
      textTable(
        ['Scale', 'Wave', 'n', 'Mean', 'SD'],
        result.cells
          .filter(({ group, measure }) => group === 'all' && measure.startsWith('scale:'))
          .map(({ measure, administrationId, n, hidden, summary }) => [
            result.measures.find(({ key }) => key === measure)?.name ?? measure,
            result.waves.find((wave) => wave.administrationId === administrationId)?.name ?? '',
            hidden ? 'hidden' : String(n),
            figure(summary?.mean),
            figure(summary?.sd),
          ]),
      ),
      ...result.suppressed,
    ]),
  ].join('\n')
}

const goalWords = { met: 'met', notMet: 'not met', noData: 'not enough data', noMeasure: 'no measure' } as const
