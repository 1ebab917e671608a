import type { LedgerEntry } from '#shared/budget/actualsSchema.ts'
import type { LedgerField } from '#shared/budget/ledgerColumns.ts'
import { calendarPeriod, countedPeriod } from '#shared/budget/ledgerPeriod.ts'
import { readDate } from '#shared/imports/cellReaders.ts'
import type { PlainTable } from '#shared/imports/plainTable.ts'
import type { ImportProblem } from '#shared/imports/schema.ts'
import type { SheetCell, SheetRow } from '#shared/imports/sheet.ts'
import { type Cents, parseMoney } from '#shared/kernel/money.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { tidyText } from '#shared/kernel/text.ts'

/** What is wrong with a cell of a ledger; the message goes on after "Row 14, amount: ". */
export interface Finding {
  field: LedgerField
  level: ImportProblem['level']
  code: ImportProblem['code']
  message: string
}

interface ReadRow {
  /** What was spent, what was committed, or both; none where the row cannot be stored. */
  entries: Omit<LedgerEntry, 'id'>[]
  accountName: string
  findings: Finding[]
}

/** What dates are read by. */
export interface Years {
  /** The academic year of the program: dates far from it are doubted. */
  year: number
  /** The month in which the fiscal year starts, which periods are counted from. */
  startMonth: number
}

/** Reads one row of a ledger export. Rows of a budget ledger, and amounts of zero, are no entries. */
export function readLedgerRow(table: PlainTable<LedgerField>, row: SheetRow, years: Years): ReadRow {
  const findings: Finding[] = []
  const text = (field: LedgerField): string => tidyText(table.cellOf(row, field)?.text ?? '')
  const error = (field: LedgerField, code: Finding['code'], message: string): null => {
    findings.push({ field, level: 'error', code, message })
    return null
  }
  const amountIn = (field: LedgerField): Cents | null => {
    const cell = table.cellOf(row, field)
    if (!cell || /^[-–]?$/.test(tidyText(cell.text))) return 0
    const { cents, rounded } = readAmount(cell)
    if (cents === null) return error(field, 'invalidAmount', 'it is no amount such as 1,234.50. The row was left out.')
    if (rounded) findings.push({ field, level: 'info', code: 'amountRounded', message: 'it was rounded to the cent.' })
    return cents
  }
  const postedOn = readDay(table, row, years, findings)
  const account = text('account')
  if (account === '') error('account', 'missing', 'it is empty. The row was left out.')
  if (account.length > 80) error('account', 'tooLong', 'it is longer than 80 characters. The row was left out.')
  const kind = kindOf(text('kind'))
  const [amount, debit, credit, encumbrance] = (['amount', 'debit', 'credit', 'encumbrance'] as const).map(amountIn)
  const shared = {
    account,
    fundCode: text('fundCode').slice(0, 80),
    description: text('description').slice(0, 200),
    reference: text('reference').slice(0, 80),
  }
  const accountName = text('accountName')
  if (findings.some(({ level }) => level === 'error') || postedOn === null || kind === 'budget')
    return { entries: [], accountName, findings }
  const spent = amount! + debit! - credit!
  const entries = [
    { ...shared, postedOn, kind, amount: spent },
    { ...shared, postedOn, kind: 'encumbrance' as const, amount: encumbrance! },
  ].filter((entry) => entry.amount !== 0)
  return { entries, accountName, findings }
}

/** A ledger may hold what was planned too, which the budget says already. */
function kindOf(text: string): LedgerEntry['kind'] | 'budget' {
  if (/encumb|commit|obligat|pre-?enc|purchase order|requisition|^(?:en|enc|po|req)$|_en$/i.test(text))
    return 'encumbrance'
  return /budget|[_\s]bud|^bd/i.test(text) ? 'budget' : 'actual'
}

const readStart = readDate('startDate')

/** The day, or of a period its first. */
function readDay(
  table: PlainTable<LedgerField>,
  row: SheetRow,
  { year, startMonth }: Years,
  findings: Finding[],
): PlainDate | null {
  const textOf = (field: LedgerField): string => tidyText(table.cellOf(row, field)?.text ?? '')
  const field = textOf('postedOn') === '' && textOf('period') !== '' ? 'period' : 'postedOn'
  const text = textOf(field)
  if (text === '') {
    const named = table.columnOf('postedOn') === null ? 'period' : 'postedOn'
    findings.push({ field: named, level: 'error', code: 'missing', message: 'it is empty. The row was left out.' })
    return null
  }
  const period = calendarPeriod(text) ?? countedPeriod(text, textOf('fiscalYear'), startMonth)
  if (period) return period
  const { values, problems } = readStart(table.cellOf(row, field)!, { kind: 'ume', year, paddedLength: 0 })
  const date = values.startDate ?? null
  for (const { level, code, message } of problems)
    findings.push(
      date === null ? { field, level: 'error', code, message: noDay[field] } : { field, level, code, message },
    )
  return date
}

const noDay = {
  postedOn: 'there is no such date. The row was left out.',
  period:
    'it is no month such as Jul 2026, and no period of a fiscal year such as 3 with the year in a column of its own. The row was left out.',
}

/** "1,234.50", "(12.00)", "12.00-", "12.00 CR"; what a spreadsheet figured with more decimals is rounded half-up. */
function readAmount({ text, kind }: SheetCell): { cents: Cents | null; rounded: boolean } {
  const clean = tidyText(text).replace(/\s*(?:usd|dr)$/i, '')
  const after = /^(.*?)\s*(?:-|cr)$/i.exec(clean)
  const cents = parseMoney(after ? `-${after[1]}` : clean)
  if (cents !== null || kind !== 'number') return { cents, rounded: false }
  const value = Number(clean.replace(/[$,]/g, ''))
  if (!Number.isFinite(value) || Math.abs(value) > 1e10) return { cents: null, rounded: false }
  return { cents: Math.sign(value) * Math.round(Math.abs(value) * 100), rounded: true }
}
