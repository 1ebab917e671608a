import type { AccountMapping, LedgerEntry } from '#shared/budget/actualsSchema.ts'
import { type LedgerField, ledgerFields } from '#shared/budget/ledgerColumns.ts'
import { readLedgerRow } from '#shared/budget/ledgerRow.ts'
import type { LedgerImportOptions, LedgerPreview } from '#shared/budget/ledgerSchema.ts'
import { columnLetter } from '#shared/imports/columnLetter.ts'
import { type PlainTable, readPlainTable } from '#shared/imports/plainTable.ts'
import type { ImportProblem } from '#shared/imports/schema.ts'
import type { SheetFile } from '#shared/imports/sheet.ts'
import { refuse } from '#shared/kernel/problem.ts'
import { formatMoney } from '#shared/kernel/money.ts'

export type NewEntry = Omit<LedgerEntry, 'id'>

/** What a ledger export is compared with. */
export interface KnownLedger {
  readonly entries: readonly NewEntry[]
  readonly accounts: readonly AccountMapping[]
  /** The academic year of the program: dates far from it are doubted. */
  readonly year: number
}

/** A ledger export understood: what would be added, and what keeps the rest out. */
export interface LedgerPlan extends Pick<
  LedgerPreview,
  'counts' | 'total' | 'rows' | 'problems' | 'notes' | 'accounts'
> {
  table: PlainTable<LedgerField>
  /** What is added, in the order of the file. */
  added: NewEntry[]
  /** Whether what was committed before gives way to what the file says is committed now. */
  replacesEncumbrances: boolean
}

/**
 * Works out what importing a ledger export would add. Entries that are in the ledger already, such as those of last
 * month's file in a year-to-date export, are left out; an entry that stands twice in the file and once in the ledger is
 * added once. Entries of accounts that belong nowhere yet are added too, and counted where their account is placed.
 * @throws Refusal `unreadable_sheet`, `invalid_input`
 */
export function planLedger(
  file: SheetFile,
  options: Omit<LedgerImportOptions, 'handle' | 'programId' | 'cells'>,
  known: KnownLedger,
): LedgerPlan {
  const table = readPlainTable(file, ledgerFields, { required: ['postedOn', 'account'], what: 'a ledger' }, options)
  if (['amount', 'debit', 'credit', 'encumbrance'].every((field) => table.columnOf(field as LedgerField) === null))
    throw refuse(
      'unreadable_sheet',
      `${file.name}, sheet ${table.sheet.name}: no column is the amount, the debit and credit, or the encumbrance. Say which column it is.`,
    )
  const places = accountPlaces([...options.accounts, ...known.accounts])
  const stored = countBy(known.entries.map(fingerprint))
  const seen = new Map<string, number>()
  const problems: ImportProblem[] = []
  const rows: LedgerPreview['rows'] = []
  const added: NewEntry[] = []
  const read: { entry: NewEntry; accountName: string }[] = []
  let repeats = 0
  for (const row of table.rows) {
    const { entries, accountName, findings } = readLedgerRow(table, row, known.year)
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
      if (repeated) {
        repeats += 1
        report({ field: 'postedOn', level: 'info', code: 'repeatedEntry', message: repeatedWords(options.repeats) })
      }
      const placed = places(entry) !== undefined
      if (!placed)
        report({
          field: 'account',
          level: 'warning',
          code: 'unknownAccount',
          message: `nobody said where account ${entry.account} belongs. It counts in no category until it is placed.`,
        })
      const skip = repeated && options.repeats === 'skip'
      if (!skip) added.push(entry)
      const action = skip ? 'skip' : placed ? 'create' : 'needsYou'
      rows.push({ sheet: table.sheet.name, row: row.number, action, entry })
    }
  }
  const replacesEncumbrances = added.some(({ kind }) => kind === 'encumbrance')
  const released = replacesEncumbrances ? known.entries.filter(({ kind }) => kind === 'encumbrance') : []
  return {
    table,
    added,
    replacesEncumbrances,
    rows,
    problems,
    counts: {
      rows: table.rows.length,
      create: added.length,
      skipped: rows.filter(({ action }) => action === 'skip').length,
      repeats,
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
              code: 'encumbrancesReplaced',
              message: `What was committed before (${formatMoney(released.reduce((sum, { amount }) => sum + amount, 0))}) gives way to what this file says is committed now.`,
            },
          ]),
    ],
    accounts: accountsOf(read, places),
  }
}

const repeatedWords = (repeats: LedgerImportOptions['repeats']): string =>
  repeats === 'skip'
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
