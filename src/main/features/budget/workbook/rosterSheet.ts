import type { Book } from '#main/features/budget/workbook/book.ts'
import { freezeBelowHeader } from '#main/features/budget/workbook/calculationSheets.ts'
import { SheetDraft } from '#main/features/budget/workbook/sheetDraft.ts'
import { addTable } from '#main/features/budget/workbook/tableBlock.ts'

/** More coaches than these are not readable on a single page. */
const mostOnPage = 36

/** Who carries how much for their effort. */
export function rosterSheet(name: string, book: Book): SheetDraft {
  const draft = new SheetDraft(name, 'Effort roster', [{ width: 30 }])
  draft.model.onePage = book.data('effortRoster').ids.length <= mostOnPage
  draft.title('Effort roster', 'Learners paired with each coach now, for each 0.1 FTE, and against the room there is.')
  addTable(draft, book, 'effortRoster', { filter: true, totals: ['effort', 'learners'] })
  freezeBelowHeader(draft, book, 'effortRoster', 1)
  const range = book.range('effortRoster', 'load')
  if (range.bottom >= range.top) {
    draft.mark({ range, when: 'text', text: 'Over', tone: 'wrong' })
    draft.mark({ range, when: 'text', text: 'Room', tone: 'done' })
  }
  return draft
}
