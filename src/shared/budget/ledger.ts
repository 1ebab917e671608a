import type { AccountMapping, LedgerEntry } from '#shared/budget/actualsSchema.ts'
import { type LedgerField, ledgerFields } from '#shared/budget/ledgerColumns.ts'
import { readLedgerRow, type Years } from '#shared/budget/ledgerRow.ts'
import type { LedgerImportOptions, LedgerPreview } from '#shared/budget/ledgerSchema.ts'
import { columnLetter } from '#shared/imports/columnLetter.ts'
import { type PlainTable, readPlainTable } from '#shared/imports/plainTable.ts'
import type { ImportProblem } from '#shared/imports/schema.ts'
import type { SheetFile } from '#shared/imports/sheet.ts'
import { refuse } from '#shared/kernel/problem.ts'
import { formatMoney } from '#shared/kernel/money.ts'
import { count } from '#shared/kernel/text.ts'

export type NewEntry = Omit<LedgerEntry, 'id'>

/** What a ledger export is compared with. */
export interface KnownLedger extends Years {
  readonly entries: readonly LedgerEntry[]
  readonly accounts: readonly AccountMapping[]
}

/** A ledger export understood: what would be added, and what keeps the rest out. */
export interface LedgerPlan extends Pick<
  LedgerPreview,
  'counts' | 'total' | 'rows' | 'problems' | 'notes' | 'accounts'
> {
  table: PlainTable<LedgerField>
  /** What is added, in the order of the file. */
  added: NewEntry[]
  /** What was committed before, and is not by what the file says of the same cost centers. */
  released: LedgerEntry[]
}

/**
 * Works out what importing a ledger export would add. Entries that are in the ledger already, such as those of last
 * month's file in a year-to-date export, are left out; an entry that stands twice in the file and once in the ledger is
 * added once. What is committed stands as the newest file has it: an encumbrance that it brings again stays, and one that
 * it does not bring any more is released. Entries of accounts that belong nowhere yet are added too, and counted where
 * their account is placed.
 * @throws Refusal `unreadable_sheet`, `invalid_input`
 */
export function planLedger(
  file: SheetFile,
  options: Omit<LedgerImportOptions, 'handle' | 'programId' | 'cells'>,
  known: KnownLedger,
): LedgerPlan {
  const table = readPlainTable(file, ledgerFields, { required: ['account'], what: 'a ledger' }, options)
  const refuseWithout = (fields: readonly LedgerField[], what: string): void => {
    if (fields.some((field) => table.columnOf(field) !== null)) return
    throw refuse(
      'unreadable_sheet',
      `${file.name}, sheet ${table.sheet.name}: no column is the ${what}. Say which column it is.`,
    )
  }
  refuseWithout(['postedOn', 'period'], 'posting date or the period')
  refuseWithout(['amount', 'debit', 'credit', 'encumbrance'], 'amount, the debit and credit, or the encumbrance')
  const places = accountPlaces([...options.accounts, ...known.accounts])
  const stored = countBy(known.entries.map(fingerprint))
  const seen = new Map<string, number>()
  const problems: ImportProblem[] = []
  const rows: LedgerPreview['rows'] = []
  const added: NewEntry[] = []
  const read: { entry: NewEntry; accountName: string }[] = []
  let repeats = 0
  for (const row of table.rows) {
    const { entries, accountName, findings } = readLedgerRow(table, row, known)
    const report = (finding: (typeof findings)[number]) =>
      problems.push({
        sheet: table.sheet.name,
        row: row.number,
        column: letterOf(table, finding.field),
        field: finding.field,
        level: finding.level,
        code: finding.code,
        value: table.cellOf(row, finding.field)?.text ?? '',
        message: `Row ${row.number}, ${ledgerFields.find(({ key }) => key === finding.field)!.label.toLowerCase()}: ${finding.message}`,
      })
    findings.forEach(report)
    if (entries.length === 0) rows.push({ sheet: table.sheet.name, row: row.number, action: 'skip', entry: {} })
    for (const entry of entries) {
      const key = fingerprint(entry)
      const nth = (seen.get(key) ?? 0) + 1
      seen.set(key, nth)
      read.push({ entry, accountName })
      const repeated = nth <= (stored.get(key) ?? 0)
      const skip = repeated && (options.repeats === 'skip' || entry.kind === 'encumbrance')
      if (repeated) {
        repeats += 1
        report({ field: 'postedOn', level: 'info', code: 'repeatedEntry', message: repeatedWords(skip) })
      }
      const placed = places(entry) !== undefined
      if (!placed)
        report({
          field: 'account',
          level: 'warning',
          code: 'unknownAccount',
          message: `nobody said where account ${entry.account} belongs. It counts in no category until it is placed.`,
        })
      if (!skip) added.push(entry)
      const action = skip ? 'skip' : placed ? 'create' : 'needsYou'
      rows.push({ sheet: table.sheet.name, row: row.number, action, entry })
    }
  }
  const saysCommitted = table.columnOf('encumbrance') !== null || read.some(({ entry }) => entry.kind === 'encumbrance')
  const funds = new Set(read.map(({ entry }) => entry.fundCode))
  const released = saysCommitted
    ? notBrought(
        known.entries.filter(({ kind, fundCode }) => kind === 'encumbrance' && funds.has(fundCode)),
        seen,
      )
    : []
  return {
    table,
    added,
    released,
    rows,
    problems,
    counts: {
      rows: table.rows.length,
      create: added.length,
      skipped: rows.filter(({ action }) => action === 'skip').length,
      repeats,
      released: released.length,
      needsYou: rows.filter(({ action }) => action === 'needsYou').length,
      toCheck: new Set(problems.filter(({ level }) => level !== 'info').map(({ row }) => row)).size,
    },
    total: added.reduce((sum, { amount }) => sum + amount, 0),
    notes: [
      ...file.notes,
      ...(released.length === 0
        ? []
        : [
            {
              code: 'encumbrancesReleased',
              message: `${count(released.length, 'commitment')} of ${formatMoney(released.reduce((sum, { amount }) => sum + amount, 0))} in the ledger ${released.length === 1 ? 'is' : 'are'} not in this file any more and will be taken out.`,
            },
          ]),
      ...(table.rows.length > 0
        ? []
        : [{ code: 'noRows', message: `Row ${table.headerRow} names the columns, and no entries follow.` }]),
    ],
    accounts: accountsOf(read, places),
  }
}

/** The entries that a file, by how often it brought each, did not bring. */
function notBrought(entries: readonly LedgerEntry[], brought: ReadonlyMap<string, number>): LedgerEntry[] {
  const left = new Map(brought)
  return entries.filter((entry) => {
    const key = fingerprint(entry)
    const times = left.get(key) ?? 0
    left.set(key, times - 1)
    return times <= 0
  })
}

const repeatedWords = (skipped: boolean): string =>
  skipped
    ? 'this entry is in the ledger already. It was left out.'
    : 'this entry is in the ledger already. It was added once more, as you chose.'

/** Two entries with the same of everything are the same entry. */
function fingerprint({ postedOn, kind, account, fundCode, description, reference, amount }: NewEntry): string {
  return JSON.stringify([postedOn, kind, account, fundCode, description, reference, amount])
}

/** Where the entries of an account belong: as said for its fund, or else whatever the fund. */
export function accountPlaces(
  mappings: readonly AccountMapping[],
): (entry: Pick<LedgerEntry, 'account' | 'fundCode'>) => AccountMapping | undefined {
  const byAccount = new Map<string, AccountMapping>()
  for (const mapping of mappings) {
    const key = JSON.stringify([mapping.account, mapping.fundCode])
    if (!byAccount.has(key)) byAccount.set(key, mapping)
  }
  return ({ account, fundCode }) =>
    byAccount.get(JSON.stringify([account, fundCode])) ?? byAccount.get(JSON.stringify([account, '']))
}

function accountsOf(
  read: readonly { entry: NewEntry; accountName: string }[],
  places: ReturnType<typeof accountPlaces>,
): LedgerPreview['accounts'] {
  const groups = Map.groupBy(read, ({ entry }) => JSON.stringify([entry.account, entry.fundCode]))
  return [...groups.values()]
    .map((group) => {
      const { entry } = group[0]!
      const place = places(entry)
      return {
        account: entry.account,
        fundCode: entry.fundCode,
        category: place?.category ?? null,
        itemKey: place?.itemKey ?? null,
        entries: group.length,
        amount: group.reduce((sum, { entry: { amount } }) => sum + amount, 0),
        known: place !== undefined,
        description: group.find(({ accountName }) => accountName !== '')?.accountName ?? entry.description,
      }
    })
    .toSorted((a, b) => (a.account < b.account ? -1 : a.account > b.account ? 1 : a.fundCode < b.fundCode ? -1 : 1))
}

const letterOf = (table: PlainTable<LedgerField>, field: LedgerField): string => {
  const index = table.columnOf(field)
  return index === null ? '' : columnLetter(index)
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
