import type { CellModel } from '#main/spreadsheets/gridModel.ts'
import type { Book } from '#main/features/budget/workbook/book.ts'
import type { BudgetExport } from '#main/features/budget/workbook/budgetExport.ts'
import { SheetDraft } from '#main/features/budget/workbook/sheetDraft.ts'
import { formatFiscalYear } from '#shared/budget/fiscalYear.ts'
import { formatDate } from '#shared/kernel/plainDate.ts'

/** The sheets of the workbook, with what each is for. */
export type Contents = readonly { sheet: string; about: string }[]

export function coverSheet(name: string, book: Book, exported: BudgetExport, contents: Contents): SheetDraft {
  const { program, document, audience, now } = exported
  const { budget } = document
  const { settings } = budget
  const draft = new SheetDraft(name, settings.name, [
    { width: 28 },
    { width: 44 },
    { width: 3 },
    { width: 32 },
    { width: 44 },
  ])
  draft.model.onePage = true
  draft.title(settings.name, [program.institution, program.name].filter(Boolean).join(' · '))
  const { years, complete, problems } = book.calculated.result
  const [first, last] = [years[0]!, years.at(-1)!]
  draft.add(() => ({
    cells: [
      { value: `Total asked for ${formatFiscalYear(first)}`, style: 'total' },
      book.show('totals', String(first), 'total', 'total'),
    ],
  }))
  draft.add()
  const facts: [label: string, value: string][] = [
    [
      'Fiscal years',
      years.length === 1 ? formatFiscalYear(first) : `${formatFiscalYear(first)} to ${formatFiscalYear(last)}`,
    ],
    ['Version', String(budget.number)],
    ['Status', statusOf(exported)],
    ['Prepared by', settings.preparedBy],
    ['Contact', settings.contact],
    ['Written', `${formatDate(now.slice(0, 10))} by ${exported.actor}`],
    ['For', audience],
    ['Roster and design as of', formatDate(document.facts.asOf)],
    ['Note', settings.note],
  ]
  const about = facts.flatMap(([label, value]): CellModel[][] =>
    value === '' ? [] : [[{ value: label, style: 'label' }, { value }]],
  )
  const isOpen = about.length
  if (!complete) {
    about.push([
      { value: 'Not complete', style: 'label' },
      { value: 'Some figures are not known (#N/A): what they need is listed in Notes.' },
    ])
  } else if (problems.length > 0) {
    about.push([{ value: 'To look at', style: 'label' }, { value: 'Points to look at are listed in Notes.' }])
  }
  const top = addBeside(draft, about, [
    [
      { value: 'Contents', style: 'header' },
      { value: null, style: 'header' },
    ],
    ...contents.map(({ sheet, about }): CellModel[] => [
      { value: sheet, link: { sheet, row: 1, column: 1 } },
      { value: about, style: 'label' },
    ]),
  ])
  if (!complete) {
    const row = top + isOpen
    draft.mark({ range: { top: row, bottom: row, left: 1, right: 2 }, when: 'true', formula: 'TRUE', tone: 'wrong' })
  }
  return draft
}

/** Two blocks of rows of two cells side by side, which makes one landscape page of them. @returns the first row */
function addBeside(draft: SheetDraft, left: CellModel[][], right: CellModel[][]): number {
  const top = draft.next
  for (let at = 0; at < Math.max(left.length, right.length); at += 1)
    draft.cells(...(left[at] ?? [null, null]), null, ...(right[at] ?? []))
  return top
}

function statusOf({ document: { budget } }: BudgetExport): string {
  switch (budget.status) {
    case 'draft':
      return 'Draft'
    case 'approved':
      return [
        `Approved`,
        budget.approvedOn && formatDate(budget.approvedOn),
        budget.approvedBy && `by ${budget.approvedBy}`,
      ]
        .filter(Boolean)
        .join(' ')
    case 'superseded':
      return 'Superseded by a later version'
  }
}
