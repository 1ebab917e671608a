import type { WorkbookModel } from '#main/spreadsheets/workbookModel.ts'
import { sheetNames } from '#main/spreadsheets/write/names.ts'
import { actualsSheet, monthsSheet } from '#main/features/budget/workbook/actualsSheet.ts'
import { assumptionsSheet, inputsSheet } from '#main/features/budget/workbook/assumptionsSheet.ts'
import { Book } from '#main/features/budget/workbook/book.ts'
import type { BudgetExport } from '#main/features/budget/workbook/budgetExport.ts'
import {
  fundsSheet,
  linesSheet,
  personnelSheet,
  staffingSheet,
  stipendsSheet,
} from '#main/features/budget/workbook/calculationSheets.ts'
import { coverSheet } from '#main/features/budget/workbook/coverSheet.ts'
import { notesSheet } from '#main/features/budget/workbook/notesSheet.ts'
import { projectionSheet } from '#main/features/budget/workbook/projectionSheet.ts'
import { requestSheet } from '#main/features/budget/workbook/requestSheet.ts'
import { rosterSheet } from '#main/features/budget/workbook/rosterSheet.ts'
import { scenariosSheet } from '#main/features/budget/workbook/scenariosSheet.ts'
import { scenarioInWords } from '#main/features/budget/workbook/scenarioWords.ts'
import type { SheetDraft } from '#main/features/budget/workbook/sheetDraft.ts'
import { calculateBudget } from '#shared/budget/model/calculate.ts'

interface SheetPlan {
  name: string
  about: string
  draft: (name: string) => SheetDraft
}

/**
 * A budget as a workbook that a finance office can take apart: every figure a formula that leads to named assumptions or
 * an input, each scenario calculated beside the base.
 */
export function budgetWorkbook(exported: BudgetExport): WorkbookModel {
  const { document, scenarioIds, actor, now } = exported
  const base = new Book(calculateBudget(document, null), '')
  const chosen = document.scenarios.filter(({ id }) => scenarioIds.includes(id))
  const scenarios = chosen.map((scenario, at) => new Book(calculateBudget(document, scenario.id), `S${at + 1}`))
  const compared = scenarios.map((book, at) => ({
    book,
    note: chosen[at]!.note,
    differences: scenarioInWords(document, chosen[at]!),
  }))
  const plans: SheetPlan[] = [
    { name: 'Request summary', about: 'The request on one page', draft: (name) => requestSheet(name, base) },
    ...basePlans(base, scenarios),
    ...(scenarios.length > 0 ? [scenariosPlan(base, compared)] : []),
    {
      name: 'Plan vs actual',
      about: 'What was planned, spent and committed',
      draft: (name) => actualsSheet(name, base, exported.planVsActual),
    },
    {
      name: 'Effort roster',
      about: 'Learners of each coach for their effort',
      draft: (name) => rosterSheet(name, base),
    },
    ...supportPlans(base, null),
    { name: 'Months', about: 'The plan of the first fiscal year by month', draft: (name) => monthsSheet(name, base) },
    ...scenarios.flatMap((book) => scenarioPlans(book, base)),
    {
      name: 'Notes',
      about: 'Rules, sources and definitions',
      draft: (name) => notesSheet(name, base, scenarios, exported),
    },
  ]
  const [cover, ...names] = sheetNames(['Cover', ...plans.map(({ name }) => name)])
  // All sheets are laid out before the first formula is written, because formulas call cells of sheets after them.
  const drafts = plans.map(({ draft }, at) => draft(names[at]!))
  const contents = plans.map(({ about }, at) => ({ sheet: names[at]!, about }))
  const sheets = [coverSheet(cover!, base, exported, contents), ...drafts].map((draft) => draft.build())
  return { title: document.budget.settings.name, creator: actor, created: now, sheets }
}

function basePlans(book: Book, scenarios: readonly Book[]): SheetPlan[] {
  const base = null
  return [
    {
      name: 'Personnel',
      about: 'Positions and coaches by fiscal year, period and fund',
      draft: (name) => personnelSheet({ name, book, base }),
    },
    {
      name: 'Stipends',
      about: 'Stipends and amounts for learners and meetings',
      draft: (name) => stipendsSheet({ name, book, base }),
    },
    { name: 'Other lines', about: 'Everything but pay', draft: (name) => linesSheet({ name, book, base }) },
    {
      name: 'Assumptions',
      about: 'Every input, with a column for each scenario',
      draft: (name) => assumptionsSheet(name, book, scenarios),
    },
    {
      name: 'Projection',
      about: 'All fiscal years by category and fund, with charts',
      draft: (name) => projectionSheet(name, book, base),
    },
  ]
}

const scenariosPlan = (base: Book, compared: Parameters<typeof scenariosSheet>[2]): SheetPlan => ({
  name: 'Scenarios',
  about: 'The base and the scenarios side by side',
  draft: (name) => scenariosSheet(name, base, compared),
})

function supportPlans(book: Book, base: Book | null): SheetPlan[] {
  return [
    { name: 'Staffing', about: 'Learners and coaches needed', draft: (name) => staffingSheet({ name, book, base }) },
    {
      name: 'Funds',
      about: 'What each fund gives, pays and has left',
      draft: (name) => fundsSheet({ name, book, base }),
    },
  ]
}

/** The sheets on which a scenario is calculated, named by it; without one for stipends where it has none. */
function scenarioPlans(book: Book, base: Book): SheetPlan[] {
  const hasStipends = book.data('coachPay').ids.length > 0
  if (!hasStipends) book.placeNowhere('coachPay')
  const plans: [title: string, draft: (name: string) => SheetDraft][] = [
    ['Inputs', (name) => inputsSheet(name, base, book)],
    ['Projection', (name) => projectionSheet(name, book, base)],
    ['Personnel', (name) => personnelSheet({ name, book, base })],
    ...(hasStipends
      ? [['Stipends', (name: string) => stipendsSheet({ name, book, base })] satisfies [string, unknown]]
      : []),
    ['Lines', (name) => linesSheet({ name, book, base })],
    ['Staffing', (name) => staffingSheet({ name, book, base })],
    ['Funds', (name) => fundsSheet({ name, book, base })],
  ]
  const about = `The scenario “${book.name}”`
  return plans.map(([title, draft]) => ({ name: `${title} · ${shortName(book.name)}`, about, draft }))
}

/** A sheet name has 31 letters, and "Projection · " takes 13 of them. */
function shortName(name: string): string {
  const plain = name.replace(/[\\/:*?[\]]+/g, '-')
  return plain.length <= 18 ? plain : `${plain.slice(0, 17).trimEnd()}…`
}
