import { useState } from 'react'
import { ImportColumns } from '#renderer/app/import/ImportColumns.tsx'
import { ImportFindings } from '#renderer/app/import/ImportFindings.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { RadioGroup } from '#renderer/ui/form/RadioGroup.tsx'
import { Tabs } from '#renderer/ui/Tabs.tsx'
import { ledgerFields } from '#shared/budget/ledgerColumns.ts'
import type { LedgerPreview } from '#shared/budget/ledgerSchema.ts'
import { formatMoney } from '#shared/kernel/money.ts'
import { count } from '#shared/kernel/text.ts'
import { AccountsTable } from './AccountsTable.tsx'
import { LedgerRows } from './LedgerRows.tsx'
import { accountKey } from './placement.ts'
import type { LedgerReading } from './useLedgerImport.ts'

interface Props {
  preview: LedgerPreview
  reading: LedgerReading
  isBusy: boolean
  onReading: (reading: LedgerReading) => void
  onImport: () => void
}

type Part = 'accounts' | 'rows' | 'problems' | 'columns'

/** What importing the file would add: its accounts, its entries, what is wrong with them, its columns. */
export function LedgerPreviewPart({ preview, reading, isBusy, onReading, onImport }: Props) {
  const { counts, accounts } = preview
  const label = importLabel(counts, reading.accounts?.length ?? 0)
  const [part, setPart] = useState<Part>('accounts')
  const problems = preview.problems.filter(({ level }) => level !== 'info')
  const place: Parameters<typeof AccountsTable>[0]['onPlace'] = (row, mapping) => {
    const others = (reading.accounts ?? []).filter((one) => accountKey(one) !== accountKey(row))
    onReading({ ...reading, accounts: mapping ? [...others, mapping] : others })
  }
  return (
    <>
      <div className="cd-budget-bar">
        <p>{gist(preview)}</p>
        <Button kind="primary" onPress={onImport} isDisabled={label === null} isBusy={isBusy}>
          {label ?? 'Nothing to import'}
        </Button>
      </div>
      {preview.notes.map(({ code, message }) => (
        <p key={code + message} className="cd-quiet">
          {message}
        </p>
      ))}
      {counts.repeats > 0 && (
        <RadioGroup
          label={`${count(counts.repeats, 'entry is', 'entries are')} in the ledger already`}
          choices={[
            { id: 'skip' as const, label: 'Leave them out', description: 'As for last month’s file' },
            { id: 'add' as const, label: 'Add them once more', description: 'Where they were really posted twice' },
          ]}
          value={reading.repeats ?? 'skip'}
          onChange={(repeats) => onReading({ ...reading, repeats })}
        />
      )}
      <Tabs<Part>
        label="What the file holds"
        selected={part}
        onSelect={setPart}
        tabs={[
          {
            id: 'accounts',
            label: 'Accounts',
            count: accounts.length,
            content: (
              <AccountsTable
                rows={accounts.map((account) => ({ ...account, mapping: account.known ? account : undefined }))}
                onPlace={place}
              />
            ),
          },
          { id: 'rows', label: 'Entries', count: preview.rows.length, content: <LedgerRows rows={preview.rows} /> },
          {
            id: 'problems',
            label: 'Found',
            count: problems.length,
            content: <ImportFindings findings={problems} />,
          },
          {
            id: 'columns',
            label: 'Columns',
            count: preview.columns.length,
            content: (
              <ImportColumns
                columns={preview.columns}
                fields={ledgerFields.map(({ key, label }) => ({ id: key, label }))}
                onRead={(column, field) => onReading({ ...reading, mapping: { ...reading.mapping, [column]: field } })}
              />
            ),
          },
        ]}
      />
    </>
  )
}

/** What the import does; null where it would do nothing. A file of known entries may still release and place. */
function importLabel({ create, released }: LedgerPreview['counts'], placed: number): string | null {
  if (create > 0) return `Import ${count(create, 'entry', 'entries')}`
  if (released > 0) return `Release ${count(released, 'commitment')}`
  return placed > 0 ? `Place ${count(placed, 'account')}` : null
}

function gist({ counts, total, importedBefore }: LedgerPreview): string {
  const parts = [
    counts.create === 0
      ? 'Nothing to add'
      : `${count(counts.create, 'entry', 'entries')} of ${formatMoney(total)} to add`,
    counts.skipped > 0 && `${counts.skipped.toLocaleString('en-US')} left out`,
    counts.needsYou > 0 && `${counts.needsYou.toLocaleString('en-US')} of accounts that belong nowhere yet`,
  ].filter((part) => part !== false)
  return `${parts.join(', ')}.${importedBefore === null ? '' : ' This very file was imported before.'}`
}
