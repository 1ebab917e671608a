import type { Book } from '#main/features/budget/workbook/book.ts'
import type { BudgetExport } from '#main/features/budget/workbook/budgetExport.ts'
import { SheetDraft } from '#main/features/budget/workbook/sheetDraft.ts'
import { itemsOf } from '#shared/budget/model/inputs.ts'
import { formatDate } from '#shared/kernel/plainDate.ts'

/** How the workbook is to be read: rules, points to look at, sources, and what every column means. */
export function notesSheet(name: string, book: Book, scenarios: readonly Book[], exported: BudgetExport): SheetDraft {
  const draft = new SheetDraft(name, 'Notes', [{ width: 30 }, { width: 28 }, { width: 80 }])
  draft.title('Notes')
  draft.section('How to read this workbook')
  for (const rule of [...rulesOf(exported), ...scenarios.map(ruleOf)]) draft.cells({ value: rule, span: 3 })
  draft.add()
  addProblems(draft, book)
  addSources(draft, book)
  draft.section('What the columns mean')
  draft.cells(
    { value: 'Table', style: 'header' },
    { value: 'Column', style: 'header' },
    { value: 'Meaning', style: 'header' },
  )
  for (const { title, columns } of book.calculated.shapes.values()) {
    for (const { header, definition } of columns) {
      if (definition !== undefined)
        draft.cells({ value: title, style: 'label' }, { value: header }, { value: definition })
    }
  }
  draft.add()
  draft.section('About this file')
  const { document, now, actor, audience, appVersion } = exported
  const { budget, facts } = document
  const about: [string, string][] = [
    ['Written', `${formatDate(now.slice(0, 10))} by ${actor}, for ${audience}`],
    [
      'Budget',
      `${budget.settings.name}, version ${budget.number}, last changed ${formatDate(budget.changedAt.slice(0, 10))}`,
    ],
    ['Roster and design', `as of ${formatDate(facts.asOf)}`],
    ['Written with', `Coachdesk ${appVersion}`],
  ]
  for (const [label, value] of about) draft.cells({ value: label, style: 'label' }, { value, span: 2 })
  return draft
}

const rulesOf = ({ document: { budget } }: BudgetExport): string[] => [
  'Blue figures are inputs. Every other figure is a formula that leads back to them. Days, and where coaches come from, decide which rows there are: those are changed in Coachdesk.',
  'Each amount of money is rounded half up to cents (half away from zero for negative amounts), and totals are sums of rounded amounts, so that a printed total equals its column.',
  'Funds share a cost by running shares: each takes what the shares up to it come to, less what the shares before it came to, both rounded. The parts make the whole to the cent.',
  'A salary counts up to the cap in force on the first day of a period where the fund that pays applies the cap; a cap that changes within a fiscal year splits the period.',
  budget.settings.prorateBy === 'months'
    ? 'Parts of a year are counted in months of 12: a month counts where it is active on half of its days or more.'
    : 'Parts of a year are counted in days of the fiscal year.',
  'A figure that nobody has entered is #N/A, and so is everything that needs it: it is never zero.',
  'In names, the signs * ? ~ and a leading < > = are written as wide letters, because spreadsheets would read them as wildcards and comparisons.',
]

const ruleOf = ({ prefix, name }: Book): string =>
  `Names of cells that begin with ${prefix}_ are assumptions of the scenario “${name}”. Its sheets end in its name.`

function addProblems(draft: SheetDraft, book: Book): void {
  const { problems } = book.calculated.result
  if (problems.length === 0) return
  draft.section('Points to look at')
  for (const { level, message } of problems) {
    const row = draft.cells({ value: level === 'error' ? 'Not complete' : 'To look at' }, { value: message, span: 2 })
    const range = { top: row, bottom: row, left: 1, right: 1 }
    draft.mark({ range, when: 'text', text: 'Not complete', tone: 'wrong' })
  }
  draft.add()
}

/** Where public figures come from. */
function addSources(draft: SheetDraft, book: Book): void {
  const { inputs } = book.calculated
  const sources: [what: string, source: string][] = [
    ...itemsOf(inputs, 'salaryCap').map(({ content }): [string, string] => [
      `Salary cap from ${formatDate(content.fromOn)}`,
      content.source,
    ]),
    ...itemsOf(inputs, 'fringeClass').map(({ content }): [string, string] => [
      `Fringe rates of ${content.name}`,
      content.source,
    ]),
  ].filter(([, source]) => source !== '')
  if (sources.length === 0) return
  draft.section('Sources')
  for (const [what, source] of sources) draft.cells({ value: what, style: 'label' }, { value: source, span: 2 })
  draft.add()
}
