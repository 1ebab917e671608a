import { useMemo, useState } from 'react'
import { DataGrid } from '#renderer/ui/grid/DataGrid.tsx'
import { type GridColumn, initialGridState } from '#renderer/ui/grid/gridTypes.ts'
import type { Tone } from '#renderer/ui/StatusDot.tsx'
import type { LedgerPreview } from '#shared/budget/ledgerSchema.ts'
import { formatMoney } from '#shared/kernel/money.ts'

export type LedgerRow = LedgerPreview['rows'][number] & { id: string }
type Found = LedgerPreview['problems'][number] & { id: string }

const actions: Record<LedgerRow['action'], { label: string; tone: Tone }> = {
  create: { label: 'Added', tone: 'done' },
  skip: { label: 'Left out', tone: 'neutral' },
  needsYou: { label: 'Place account', tone: 'needs' },
}

const rowId = ({ id }: { id: string }): string => id

const columns: GridColumn<LedgerRow>[] = [
  { key: 'row', header: 'Row', kind: 'number', width: 64, value: ({ row }) => row, format: String, pinned: true },
  {
    key: 'action',
    header: 'What happens',
    kind: 'choice',
    width: 132,
    value: ({ action }) => action,
    choices: Object.entries(actions).map(([id, { label }]) => ({ id, label })),
    tone: ({ action }) => actions[action].tone,
  },
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
  const [state, setState] = useState(initialGridState)
  return (
    <DataGrid
      rows={rows}
      getRowId={rowId}
      columns={columns}
      label="Entries of the file"
      noun={{ one: 'entry', many: 'entries' }}
      state={state}
      onStateChange={setState}
    />
  )
}

const foundColumns: GridColumn<Found>[] = [
  { key: 'row', header: 'Row', kind: 'number', width: 64, value: ({ row }) => row, format: String, pinned: true },
  { key: 'column', header: 'Column', kind: 'text', width: 80, value: ({ column }) => column || null, pinned: true },
  { key: 'value', header: 'In the file', kind: 'text', width: 160, value: ({ value }) => value || null },
  { key: 'message', header: 'What it means', kind: 'text', width: 720, value: ({ message }) => message },
]

/** What is wrong in the file, cell by cell. */
export function ProblemRows({ problems }: { problems: LedgerPreview['problems'] }) {
  const [state, setState] = useState(initialGridState)
  const rows = useMemo(() => problems.map((problem, at) => ({ ...problem, id: String(at) })), [problems])
  return (
    <DataGrid
      rows={rows}
      getRowId={rowId}
      columns={foundColumns}
      label="What was found in the file"
      noun={{ one: 'finding', many: 'findings' }}
      state={state}
      onStateChange={setState}
      empty={<p className="cd-quiet">Nothing in the file needs attention.</p>}
    />
  )
}
