import { ImportRows } from '#renderer/app/import/ImportRows.tsx'
import type { GridColumn } from '#renderer/ui/grid/gridTypes.ts'
import type { Tone } from '#renderer/ui/StatusDot.tsx'
import type { LedgerPreview } from '#shared/budget/ledgerSchema.ts'
import { formatMoney } from '#shared/kernel/money.ts'

type LedgerRow = LedgerPreview['rows'][number]

const actions: Record<LedgerRow['action'], { label: string; tone: Tone }> = {
  create: { label: 'Added', tone: 'done' },
  skip: { label: 'Left out', tone: 'neutral' },
  needsYou: { label: 'Place account', tone: 'needs' },
}

const columns: GridColumn<LedgerRow>[] = [
  { key: 'postedOn', header: 'Posted', kind: 'date', width: 112, value: ({ entry }) => entry.postedOn ?? null },
  { key: 'account', header: 'Account', kind: 'text', width: 112, value: ({ entry }) => entry.account ?? null },
  { key: 'fundCode', header: 'Fund', kind: 'text', width: 112, value: ({ entry }) => entry.fundCode || null },
  {
    key: 'description',
    header: 'Description',
    kind: 'text',
    width: 240,
    value: ({ entry }) => entry.description || null,
  },
  {
    key: 'kind',
    header: 'Kind',
    kind: 'choice',
    width: 112,
    value: ({ entry }) => entry.kind ?? null,
    choices: [
      { id: 'actual', label: 'Actual' },
      { id: 'encumbrance', label: 'Committed' },
    ],
  },
  {
    key: 'amount',
    header: 'Amount',
    kind: 'number',
    width: 120,
    value: ({ entry }) => entry.amount ?? null,
    format: (value) => formatMoney(Number(value)),
  },
]

/** The entries of the file, and what becomes of each. */
export function LedgerRows({ rows }: { rows: readonly LedgerRow[] }) {
  return (
    <ImportRows
      rows={rows}
      actions={actions}
      columns={columns}
      label="Entries of the file"
      noun={{ one: 'entry', many: 'entries' }}
    />
  )
}
