import { expect, test } from 'vitest'
import { readSheetFile } from '#main/spreadsheets/readSheetFile.ts'
import type { LedgerEntry } from '#shared/budget/actualsSchema.ts'
import { type KnownLedger, type NewEntry, planLedger } from '#shared/budget/ledger.ts'
import { problemFrom } from './support.ts'

const nothingKnown: KnownLedger = { entries: [], accounts: [], year: 2026, startMonth: 7 }
const options = { accounts: [], repeats: 'skip' as const }

const csv = (...lines: string[]) => readSheetFile(new TextEncoder().encode(lines.join('\r\n')), 'ledger.csv')
const plan = (lines: string[], known: Partial<KnownLedger> = {}, chosen: object = {}) =>
  planLedger(csv(...lines), { ...options, ...chosen }, { ...nothingKnown, ...known })

const stored = (entries: readonly NewEntry[]): LedgerEntry[] =>
  entries.map((entry, index) => ({ ...entry, id: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}` }))

const header = 'Posting Date,Account,Account Description,Cost Center,Description,Journal ID,Amount'

test('an export of a finance system is read: title, dates, accounts, amounts as they are written there, total', () => {
  const { added, table, counts, total } = plan([
    'General Ledger Detail,,,,,,',
    'Fiscal Year 2027,,,,,,',
    ',,,,,,',
    header,
    '07/31/2026,6010,Faculty salaries,10-4410,Payroll July,JE100,"22,570.00"',
    '07/31/2026,6510,Fringe,10-4410,Payroll July,JE100,5394.23',
    '2026-08-15,7200,Supplies,10-4410,Refund,JE101,(12.00)',
    '2026-08-16,7200,Supplies,10-4410,Refund,JE102,3.50-',
    ',,,,,Total,"27,948.73"',
  ])
  expect(table.headerRow).toBe(4)
  expect(added.map(({ postedOn, account, fundCode, amount }) => [postedOn, account, fundCode, amount])).toEqual([
    ['2026-07-31', '6010', '10-4410', 2_257_000],
    ['2026-07-31', '6510', '10-4410', 539_423],
    ['2026-08-15', '7200', '10-4410', -1200],
    ['2026-08-16', '7200', '10-4410', -350],
  ])
  expect(table.ignoredRows.at(-1)).toMatchObject({ row: 9, reason: 'A total' })
  expect(counts).toMatchObject({ rows: 4, create: 4, skipped: 0, needsYou: 4 })
  expect(total).toBe(2_794_873)
})

test('debit and credit, encumbrances in a column of their own, and periods', () => {
  const { added } = plan([
    'Period,GL Account,Fund,Debit,Credit,Encumbrance',
    'Jul 2026,6010,GME,100.00,,250.00',
    '2026-08,6010,GME,,40.00,',
  ])
  expect(added.map(({ postedOn, kind, amount }) => [postedOn, kind, amount])).toEqual([
    ['2026-07-01', 'actual', 10_000],
    ['2026-07-01', 'encumbrance', 25_000],
    ['2026-08-01', 'actual', -4000],
  ])
})

test('a column says which rows are encumbrances, and rows of the budget ledger are none', () => {
  const { added } = plan([
    'Date,Account,Ledger,Amount',
    '7/1/2026,6010,ACTUALS,10',
    '7/1/2026,6010,ENCUMB,20',
    '7/1/2026,6010,BUDGET,99',
  ])
  expect(added.map(({ kind, amount }) => [kind, amount])).toEqual([
    ['actual', 1000],
    ['encumbrance', 2000],
  ])
})

test('entries that are in the ledger already are left out, however often the file brings them', () => {
  const lines = [
    header,
    '7/1/2026,6010,,F,Stipend,,100',
    '7/1/2026,6010,,F,Stipend,,100',
    '8/1/2026,6010,,F,Stipend,,100',
  ]
  const first = plan(lines)
  expect(first.counts).toMatchObject({ create: 3, repeats: 0 })
  // Last month's file held one of the two of July.
  const again = plan(lines, { entries: stored([first.added[0]!]) })
  expect(again.counts).toMatchObject({ create: 2, repeats: 1, skipped: 1 })
  expect(again.problems).toContainEqual(expect.objectContaining({ row: 2, level: 'info', code: 'repeatedEntry' }))
  expect(plan(lines, { entries: stored(first.added) }).counts).toMatchObject({ create: 0, repeats: 3 })
  expect(plan(lines, { entries: stored(first.added) }, { repeats: 'add' }).counts).toMatchObject({
    create: 3,
    repeats: 3,
  })
})

test('a row that cannot be stored is named with its row and what to do; the others go in', () => {
  const { added, problems, counts } = plan([
    header,
    '2/30/2026,6010,,,x,,1',
    '7/1/2026,,,,x,,1',
    '7/1/2026,6010,,,x,,about 5',
    '7/1/2026,6010,,,x,,1.005',
    '7/2/2026,6010,,,x,,1',
  ])
  expect(added).toHaveLength(1)
  expect(counts).toMatchObject({ rows: 5, create: 1, skipped: 4 })
  expect(problems.filter(({ level }) => level === 'error').map(({ row, column, code }) => [row, column, code])).toEqual(
    [
      [2, 'A', 'invalidDate'],
      [3, 'B', 'missing'],
      [4, 'G', 'invalidAmount'],
      [5, 'G', 'invalidAmount'],
    ],
  )
  expect(problems[0]?.message).toBe('Row 2, posted on: there is no such date. The row was left out.')
})

test('an account is placed for one fund or for all; what nobody placed waits', () => {
  const lines = [header, '7/1/2026,6010,,A,x,,1', '7/1/2026,6010,,B,x,,2', '7/1/2026,7000,Printing,A,x,,4']
  const { accounts, counts, rows } = plan(lines, {
    accounts: [
      { account: '6010', fundCode: '', category: 'coaches', itemKey: null },
      { account: '6010', fundCode: 'B', category: null, itemKey: null },
    ],
  })
  expect(accounts).toMatchObject([
    { account: '6010', fundCode: 'A', category: 'coaches', known: true, amount: 100 },
    { account: '6010', fundCode: 'B', category: null, known: true, amount: 200 },
    { account: '7000', fundCode: 'A', category: null, known: false, description: 'Printing' },
  ])
  expect(counts.needsYou).toBe(1)
  expect(rows.map(({ action }) => action)).toEqual(['create', 'create', 'needsYou'])
})

test('what is committed stands as the newest file of the same cost centers has it', () => {
  const file = (...lines: string[]) => ['Date,Account,Fund,Description,Actual,Encumbrance', ...lines]
  const [chairs, tables, chairsElsewhere] = [
    '7/1/2026,6010,F1,Chairs,,100',
    '7/1/2026,6010,F1,Tables,,200',
    '7/1/2026,6010,F2,Chairs,,50',
  ]
  const before = stored(plan(file(chairs, tables, chairsElsewhere)).added)
  const next = plan(file(chairs, '8/1/2026,6010,F1,Lamps,,300'), { entries: before })
  expect(next.added.map(({ description }) => description)).toEqual(['Lamps'])
  expect(next.released).toEqual([before[1]])
  expect(next.notes).toMatchObject([
    { code: 'encumbrancesReleased', message: expect.stringContaining('$200.00') as string },
  ])
  // A commitment is not made twice by reading of it twice, whatever becomes of what was spent.
  expect(plan(file(chairs, tables), { entries: before }, { repeats: 'add' })).toMatchObject({
    added: [],
    released: [],
  })
  // Everything was paid: the file says so by a column with nothing in it.
  const paid = stored(plan(file('8/1/2026,6010,F1,Chairs,300,')).added)
  const allPaid = plan(file('8/1/2026,6010,F1,Chairs,300,'), { entries: [...before, ...paid] })
  expect(allPaid.released).toEqual(before.slice(0, 2))
  // There is something to import, although nothing is added.
  expect(allPaid.counts).toMatchObject({ create: 0, released: 2 })
  // A file without encumbrances says nothing of them.
  expect(plan(['Date,Account,Fund,Amount', '8/1/2026,6010,F1,60'], { entries: before }).released).toEqual([])
})

test('periods are read by month, or counted from the start of the fiscal year', () => {
  const read = (startMonth: number, ...lines: string[]) =>
    plan(lines, { startMonth }).added.map(({ postedOn }) => postedOn)
  const counted = [
    'Fiscal Year,Period,Account,Amount',
    '2027,1,6010,1',
    'FY27,P07,6010,2',
    '2026-27,012,6010,3',
    '27,13,6010,4',
  ]
  expect(read(7, ...counted)).toEqual(['2026-07-01', '2027-01-01', '2027-06-01', '2027-06-01'])
  expect(read(1, ...counted)).toEqual(['2027-01-01', '2027-07-01', '2027-12-01', '2027-12-01'])
  expect(
    read(10, 'Posting period,Account,Amount', '003/2027,6010,1', 'P3 FY27,6010,2', '10/2026,6010,3', 'Oct-26,6010,4'),
  ).toEqual(['2026-12-01', '2026-12-01', '2026-10-01', '2026-10-01'])
  // The posting date says more than the period beside it.
  expect(
    read(7, 'Fiscal Year,Period,Posting Date,Account,Amount', '2027,1,7/31/2026,6010,1', '2027,2,,6010,1'),
  ).toEqual(['2026-07-31', '2026-08-01'])
  const { problems } = plan(['Period,Account,Amount', '1,6010,1', '17,6010,1'])
  expect(problems.filter(({ level }) => level === 'error').map(({ field, message }) => [field, message])).toEqual([
    ['period', expect.stringContaining('the year in a column of its own')],
    ['period', expect.stringContaining('the year in a column of its own')],
  ])
  expect(problemFrom(() => plan(['Account,Amount', '6010,1'])).message).toContain('posting date or the period')
})

test('amounts are read as systems write them; a decimal comma is no separator of thousands', () => {
  const amounts = [
    '"1,234.50"',
    '"1,234,567.00"',
    '"1,250.00-"',
    '"(250.00)"',
    '"-$1,000"',
    '100.00 CR',
    '"34,50"',
    '"1.234,50"',
    '"1,2345"',
  ]
  const { added, problems } = plan(['Date,Account,Amount', ...amounts.map((amount) => `7/1/2026,6010,${amount}`)])
  expect(added.map(({ amount }) => amount)).toEqual([123_450, 123_456_700, -125_000, -25_000, -100_000, -10_000])
  expect(problems.filter(({ code }) => code === 'invalidAmount').map(({ value }) => value)).toEqual([
    '34,50',
    '1.234,50',
    '1,2345',
  ])
})

test('an SAP line item report is read, and purchase orders are commitments', () => {
  const { added } = plan([
    'Pstng Date,Cost Element,Cost element name,Cost Ctr,Name,DocumentNo,Val.in rep.cur.,Type',
    '07/31/2026,601000,Salaries,4410,Payroll,900001,"12,500.00",AC',
    '08/02/2026,601000,Salaries,4410,Reversal,900002,"1,250.00-",AC',
    '08/02/2026,731000,Printing,4410,Handbooks,450001,800.00,PO',
    '08/02/2026,731000,Printing,4410,Plan,0,9000.00,DTL_BUD',
  ])
  expect(added).toEqual([
    {
      postedOn: '2026-07-31',
      kind: 'actual',
      account: '601000',
      fundCode: '4410',
      description: 'Payroll',
      reference: '900001',
      amount: 1_250_000,
    },
    {
      postedOn: '2026-08-02',
      kind: 'actual',
      account: '601000',
      fundCode: '4410',
      description: 'Reversal',
      reference: '900002',
      amount: -125_000,
    },
    {
      postedOn: '2026-08-02',
      kind: 'encumbrance',
      account: '731000',
      fundCode: '4410',
      description: 'Handbooks',
      reference: '450001',
      amount: 80_000,
    },
  ])
})

test('totals are left out wherever they say so, and a vendor called Total is not one', () => {
  const { added, table } = plan([
    'Date,Account,Description,Fund,Actuals,Encumbrances,Budget',
    '07/15/2026,6010,Total Printing Inc,F1,100.00,900.00,12000.00',
    'Subtotal 6010,,,,100.00,900.00,',
    'Total,,,,100.00,900.00,12000.00',
    'Total,Of,All,Funds,100.00,900.00,12000.00',
  ])
  expect(added.map(({ amount }) => amount)).toEqual([10_000, 90_000])
  expect(table.ignoredRows.map(({ row, reason }) => [row, reason])).toEqual([
    [3, 'A total'],
    [4, 'A total'],
  ])
})

test('a file with column names and nothing under them says so', () => {
  expect(plan([header]).notes).toMatchObject([
    { code: 'noRows', message: 'Row 1 names the columns, and no entries follow.' },
  ])
})

test('columns are chosen by the user, and a file that is no ledger is refused with what to do', () => {
  const lines = ['When,What,Dollars', '7/1/2026,6010,5']
  expect(problemFrom(() => plan(lines)).code).toBe('unreadable_sheet')
  const mapping = { A: 'postedOn', What: 'account', C: 'amount' }
  expect(plan(lines, {}, { headerRow: 1, mapping }).added).toMatchObject([{ account: '6010', amount: 500 }])
  const twice = { A: 'postedOn', B: 'account', C: 'account' }
  expect(problemFrom(() => plan(lines, {}, { headerRow: 1, mapping: twice })).message).toContain(
    'a field has one column',
  )
  expect(problemFrom(() => plan(lines, {}, { headerRow: 1, mapping: { Z: 'amount' } })).message).toContain(
    'no such column',
  )
  expect(problemFrom(() => plan(['Name,E-mail', 'Ana,a@b.edu'])).message).toContain(
    'no row names the columns of a ledger',
  )
})

test('headers such as __proto__ are just headers', () => {
  expect(plan([`${header},__proto__`, '7/1/2026,6010,,,x,,1,constructor']).added).toHaveLength(1)
})
