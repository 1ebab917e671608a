import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PlanVsActual } from '#shared/budget/actualsSchema.ts'
import type { LedgerImportResult, LedgerPreview } from '#shared/budget/ledgerSchema.ts'
import type { BudgetResult, Sensitivity } from '#shared/budget/resultSchema.ts'
import type { Budget } from '#shared/budget/schema.ts'
import { type Answer, type Desk, openDesk } from '#test/cli/support/coachdesk.ts'
import { askOpenpyxl } from '#test/support/otherOffice.ts'

let desk: Desk
let data: string[]
const residency = ['--program', 'Internal medicine residency']

beforeAll(async () => {
  desk = await openDesk()
  data = ['--data', desk.file('sample.coachdesk')]
  done(await desk.run('new', desk.file('sample.coachdesk'), '--sample'))
})
afterAll(() => desk.close())

const done = ({ code, stdout, stderr }: Answer): string => {
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}
const refused = ({ code, stderr }: Answer): string => {
  expect(code).toBe(1)
  return stderr
}
async function read<T>(...args: string[]): Promise<T> {
  const { code, document, stderr } = await desk.json(...args)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return document as T
}

describe('budget', () => {
  test('show says what a budget comes to by year, category and fund, and what is to settle', async () => {
    const shown = await read<BudgetResult & { budget: string }>('budget', 'show', ...data)
    expect(shown).toMatchObject({
      budget: 'FY27 to FY29 request',
      scenario: 'Base',
      years: [2027, 2028, 2029],
      complete: true,
    })
    for (const [index, total] of shown.totals.total.entries()) {
      const sum = (costs: readonly (number | null)[][]) => costs.reduce((all, cost) => all + cost[index]!, 0)
      expect(sum(shown.byCategory.map(({ cost }) => cost))).toBe(total)
      expect(sum(shown.byFund.map(({ cost }) => cost))).toBe(total)
    }

    const report = done(await desk.run('budget', 'show', ...data))
    const total = report.split('\n').find((line) => line.startsWith('Total '))!
    expect(total.replaceAll(/[$,.]/g, '').trim().split(/ +/).slice(1).map(Number)).toEqual(shown.totals.total)
    expect(report).toContain(`${shown.problems.length} points to settle:`)
    for (const { message } of shown.problems) expect(report).toContain(message)
    expect(report).not.toContain('incomplete')
  })

  test('a scenario and a program are named, and what is not there is told with what is', async () => {
    const stipends = await read<BudgetResult>('budget', 'show', ...data, ...residency, '--scenario', 'stipends')
    expect(stipends.scenario).toBe('Stipends')
    expect(refused(await desk.run('budget', 'show', ...data, '--scenario', 'None'))).toContain(
      'The budget has no scenario “None”. It has “One coach for ten”, “Stipends”.',
    )
    expect(refused(await desk.run('budget', 'show', ...data, '--budget', '7'))).toContain(
      'It has “FY27 to FY29 request”.',
    )
  })

  test('compare sets the scenarios beside the base, with what each differs by', async () => {
    const { results } = await read<{ results: BudgetResult[] }>('budget', 'compare', ...data)
    expect(results.map(({ scenario }) => scenario)).toEqual(['Base', 'One coach for ten', 'Stipends'])
    const [base, , stipends] = results.map(({ totals }) => totals.total[0]!)
    const line = done(await desk.run('budget', 'compare', ...data))
      .split('\n')
      .find((row) => row.startsWith('Stipends'))
    expect(line).toContain(`-$${((base! - stipends!) / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`)
    const { results: one } = await read<{ results: BudgetResult[] }>(
      'budget',
      'compare',
      ...data,
      '--scenario',
      'Stipends',
    )
    expect(one.map(({ scenario }) => scenario)).toEqual(['Base', 'Stipends'])
  })

  test('sensitivity takes the ratios and efforts that are asked for', async () => {
    const asked = ['--ratios', '6,8,10', '--efforts', '0.05,0.1']
    const found = await read<Sensitivity>('budget', 'sensitivity', ...data, ...asked)
    expect(found).toMatchObject({ year: 2027, ratios: [6, 8, 10], efforts: [500, 1000] })
    expect(found.totals.map((row) => row.length)).toEqual([2, 2, 2])
    for (const [less, more] of found.totals) expect(less!).toBeLessThan(more!)
    expect(done(await desk.run('budget', 'sensitivity', ...data, ...asked))).toMatch(/^1:10 +\$/m)
    expect((await desk.run('budget', 'sensitivity', ...data, '--ratios', '0')).stderr).toContain('whole numbers from 1')
  })

  test('a budget that lacks something says that its totals are incomplete', async () => {
    const file = ['--data', desk.file('empty.coachdesk')]
    done(await desk.run('new', desk.file('empty.coachdesk'), '--program', 'Class of 2030', '--year', '2026'))
    expect(refused(await desk.run('budget', 'show', ...file))).toContain('Class of 2030 has no budget yet.')
    const { programs } = await read<{ programs: { id: string }[] }>('programs', ...file)
    const call = <T>(procedure: string, input: object) =>
      read<T>('call', procedure, ...file, '--input', JSON.stringify(input))
    const settings = { name: 'First', firstYear: 2027, years: 1 }
    const { budget } = await call<{ budget: Budget }>('budget.create', { programId: programs[0]!.id, settings })
    const content = { role: 'director', title: 'Director', holder: 'A. Okafor', effort: 1000 }
    await call('budget.saveItems', { budgetId: budget.id, items: [{ kind: 'position', content }] })
    const report = done(await desk.run('budget', 'show', ...file))
    expect(report).toMatch(/^Total \(incomplete\) +not known$/m)
    expect(report).toContain('Totals are incomplete')
    expect(report).toContain('Director · A. Okafor has no base salary. Enter it.')
  })
})

describe('export budget', { timeout: 120_000 }, () => {
  test('writes a full workbook: formulas, names, charts; and the lines as a CSV', async () => {
    const book = desk.file('budget.xlsx')
    const answer = await read<{ file: string; bytes: number }>('export', 'budget', ...data, '--out', book)
    expect(answer).toMatchObject({ file: book, bytes: (await readFile(book)).byteLength })
    const { formulas, charts, names } = askOpenpyxl(count, [book]) as Record<'formulas' | 'charts' | 'names', number>
    expect(formulas).toBeGreaterThan(200)
    expect(charts).toBeGreaterThanOrEqual(3)
    expect(names).toBeGreaterThan(5)

    const one = desk.file('one.xlsx')
    done(await desk.run('export', 'budget', ...data, '--out', one, '--scenario', 'Stipends'))
    const sheets = askOpenpyxl(
      'import sys, json, openpyxl; print(json.dumps(openpyxl.load_workbook(sys.argv[1]).sheetnames))',
      [one],
    )
    expect(sheets).toContain('Projection · Stipends')
    expect(sheets).not.toContain('Projection · One coach for ten')

    const lines = desk.file('lines.csv')
    expect(done(await desk.run('export', 'budget', ...data, '--out', lines))).toContain(lines)
    const [header, ...rows] = (await readFile(lines, 'utf8')).trimEnd().split('\r\n')
    expect(header).toContain('FY27 (USD),FY28 (USD),FY29 (USD)')
    expect(rows.length).toBeGreaterThan(10)
  })

  test('says what a file may be called, and for which scenarios there is a CSV', async () => {
    expect(refused(await desk.run('export', 'budget', ...data, '--out', desk.file('budget.pdf')))).toContain('.xlsx')
    const two = ['--scenario', 'Stipends', 'One coach for ten']
    expect(refused(await desk.run('export', 'budget', ...data, '--out', desk.file('two.csv'), ...two))).toContain(
      'one scenario',
    )
  })
})

const count = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
formulas = sum(1 for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f")
print(json.dumps({"formulas": formulas, "charts": sum(len(sheet._charts) for sheet in book), "names": len(book.defined_names)}))`

// Each test is a dozen processes, which a busy machine starts slowly.
describe('import ledger', { timeout: 120_000 }, () => {
  const header = 'Posting Date;GL Account;Account Description;Cost Center;Description;Journal ID;Debit;Credit'
  const july = [
    '07/31/2026;6010;Coach salaries;10-4410;Jos\u00e9 Mu\u00f1oz;J1;5,000.00;',
    '07/31/2026;8110;Caf\u00e9;10-4410;Lunch;J2;;12.50',
  ]
  const total = ';;;;Total;;5,000.00;12.50'
  const write = (name: string, ...lines: string[]) => writeFile(desk.file(name), lines.join('\r\n'), 'latin1')
  const ledger = ['import', 'ledger']

  beforeEach(() => write('july.csv', 'State University', 'General ledger detail', '', header, ...july, total))

  test('says first what it would add, and then adds it once, however often the year to date is imported', async () => {
    const file = [...ledger, desk.file('july.csv'), ...data, ...residency]
    const preview = await read<LedgerPreview>(...file, '--dry-run')
    expect(preview).toMatchObject({
      headerRow: 4,
      encoding: 'windows-1252',
      counts: { rows: 2, create: 2, repeats: 0 },
      total: 498_750,
    })
    const report = done(await desk.run(...file, '--dry-run'))
    expect(report).toContain('would add')
    expect(report).toMatch(/^8110 +10-4410 +Café +1 +-\$12\.50$/m)
    expect((await read<LedgerPreview>(...file, '--dry-run')).counts.create).toBe(2)

    expect((await read<{ applied: LedgerImportResult }>(...file)).applied.counts.create).toBe(2)
    await write('august.csv', header, ...july, '08/31/2026;6010;Coach salaries;10-4410;Payroll;J3;5,000.00;')
    expect(done(await desk.run(...ledger, desk.file('august.csv'), ...data, ...residency))).toContain(
      '1 entry, $5,000.00; 2 there already, 2 left out.',
    )
    expect(done(await desk.run(...ledger, desk.file('august.csv'), ...data, ...residency))).toContain(
      '0 entries, $0.00; 3 there already',
    )
  })

  test('an account that nobody placed leaves totals open until it is placed, and undo takes an import back', async () => {
    const before = await actuals()
    await write('travel.csv', 'Period,Account,Amount', 'Sep 2026,9999,100.00')
    done(await desk.run(...ledger, desk.file('travel.csv'), ...data, ...residency))
    const open = await actuals()
    expect(open.total.actual).toBeNull()
    expect(open.unmapped).toContainEqual({ account: '9999', fundCode: '', entries: 1, actual: 10_000, encumbered: 0 })
    done(await desk.run('undo', ...data))
    expect(await actuals()).toEqual(before)

    const place = JSON.stringify([{ account: '9999', category: 'travel' }])
    done(await desk.run(...ledger, desk.file('travel.csv'), ...data, ...residency, '--accounts', place))
    const placed = await actuals()
    expect(placed.unmapped).toEqual(before.unmapped)
    expect(placed.rows.find(({ category }) => category === 'travel')?.actual).toBe(10_000)
    done(await desk.run('undo', ...data))
  })

  test('columns, the header row and accounts are said where the file does not', async () => {
    await write('odd.csv', 'x,y,z', 'When,What,Dollars', '7/1/2026,6010,5.00')
    const file = [...ledger, desk.file('odd.csv'), ...data, '--dry-run']
    expect(refused(await desk.run(...file))).toContain('no row names the columns of a ledger')
    const mapping = '{"A": "postedOn", "What": "account", "C": "amount"}'
    expect((await read<LedgerPreview>(...file, '--header-row', '2', '--mapping', mapping)).total).toBe(500)
    expect(refused(await desk.run(...file, '--accounts', '[{"category": "coaches"}]'))).toContain('--accounts')
    expect(refused(await desk.run(...file, '--mapping', 'A=date'))).toContain('--mapping')
  })

  test('a roster, an empty file and a file that is not there are refused with what to do', async () => {
    await write('roster.csv', 'Last name,First name,Email', 'Okafor,Ada,ada@example.edu')
    await write('nothing.csv', '')
    const tried = async (name: string) => refused(await desk.run(...ledger, desk.file(name), ...data))
    expect(await tried('roster.csv')).toContain('no row names the columns of a ledger')
    expect(await tried('nothing.csv')).toContain('empty')
    expect(await tried('missing.csv')).toContain('There is no file missing.csv')
  })

  async function actuals(): Promise<PlanVsActual> {
    const { programs } = await read<{ programs: { id: string }[] }>('programs', ...data)
    const call = <T>(procedure: string, input: object) =>
      read<T>('call', procedure, ...data, '--input', JSON.stringify(input))
    const [budget] = await call<Budget[]>('budget.list', { programId: programs[1]!.id })
    return call<PlanVsActual>('budget.planVsActual', { budgetId: budget!.id })
  }
})
