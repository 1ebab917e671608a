import { expect, test } from 'vitest'
import { readSheetFile } from '#main/spreadsheets/readSheetFile.ts'
import { type KnownLedger, planLedger } from '#shared/budget/ledger.ts'
import { problemFrom } from './support.ts'

const nothingKnown: KnownLedger = { entries: [], accounts: [], year: 2026 }
const options = { accounts: [], repeats: 'skip' as const }

const csv = (...lines: string[]) => readSheetFile(new TextEncoder().encode(lines.join('\r\n')), 'ledger.csv')
const plan = (lines: string[], known: Partial<KnownLedger> = {}, chosen: object = {}) =>
  planLedger(csv(...lines), { ...options, ...chosen }, { ...nothingKnown, ...known })

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
  const again = plan(lines, { entries: [first.added[0]!] })
  expect(again.counts).toMatchObject({ create: 2, repeats: 1, skipped: 1 })
  expect(again.problems).toContainEqual(expect.objectContaining({ row: 2, level: 'info', code: 'repeatedEntry' }))
  expect(plan(lines, { entries: first.added }).counts).toMatchObject({ create: 0, repeats: 3 })
  expect(plan(lines, { entries: first.added }, { repeats: 'add' }).counts).toMatchObject({ create: 3, repeats: 3 })
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

test('what was committed before gives way to what a newer file says is committed', () => {
  const before = plan(['Date,Account,Encumbrance', '7/1/2026,6010,100']).added
  const { replacesEncumbrances, notes } = plan(['Date,Account,Encumbrance', '8/1/2026,6010,60'], { entries: before })
  expect(replacesEncumbrances).toBe(true)
  expect(notes).toMatchObject([{ code: 'encumbrancesReplaced', message: expect.stringContaining('$100.00') as string }])
  expect(plan(['Date,Account,Amount', '8/1/2026,6010,60'], { entries: before }).replacesEncumbrances).toBe(false)
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
