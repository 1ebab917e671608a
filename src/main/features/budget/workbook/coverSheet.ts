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
  const draft = new SheetDraft(name, settings.name, [{ width: 34 }, { width: 60 }])
  draft.model.orientation = 'portrait'
  draft.model.onePage = true
  draft.title(settings.name, [program.institution, program.name].filter(Boolean).join(' · '))
  const { years, complete, problems } = book.calculated.result
  const [first, last] = [years[0]!, years.at(-1)!]
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
  for (const [label, value] of facts) if (value !== '') draft.cells({ value: label, style: 'label' }, { value })
  if (!complete) {
    const row = draft.cells(
      { value: 'Not complete', style: 'label' },
      { value: 'Some figures are not known (#N/A): what they need is listed in Notes.' },
    )
    draft.mark({ range: { top: row, bottom: row, left: 1, right: 2 }, when: 'true', formula: 'TRUE', tone: 'wrong' })
  } else if (problems.length > 0) {
    draft.cells({ value: 'To look at', style: 'label' }, { value: 'Points to look at are listed in Notes.' })
  }
  draft.add()
  draft.add(() => ({
    cells: [
      { value: `Total asked for ${formatFiscalYear(first)}`, style: 'total' },
      { ...book.show('totals', String(first), 'total', 'total'), span: 1 },
    ],
  }))
  draft.add()
  draft.section('Contents')
  for (const { sheet, about } of contents) {
    const link: CellModel = { value: sheet, link: { sheet, row: 1, column: 1 } }
    draft.cells(link, { value: about, style: 'label' })
  }
  return draft
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
