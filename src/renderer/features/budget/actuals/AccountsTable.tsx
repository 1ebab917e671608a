import { Select } from '#renderer/ui/form/Select.tsx'
import type { AccountMapping } from '#shared/budget/actualsSchema.ts'
import { formatMoney } from '#shared/kernel/money.ts'
import { type Account, accountKey, choiceOf, mappingOf, placements } from './placement.ts'

export interface AccountRow extends Account {
  description?: string
  entries?: number
  /** In cents. */
  amount?: number
  /** Where it belongs; absent: nowhere yet. */
  mapping: AccountMapping | undefined
}

interface Props {
  rows: readonly AccountRow[]
  onPlace: (row: AccountRow, mapping: AccountMapping | null) => void
}

/** Accounts, each with the category it belongs in. */
export function AccountsTable({ rows, onPlace }: Props) {
  return (
    <table className="cd-table cd-figure-table cd-accounts">
      <thead>
        <tr>
          <th scope="col">Account</th>
          <th scope="col">Fund</th>
          <th scope="col" data-number>
            Entries
          </th>
          <th scope="col" data-number>
            Amount
          </th>
          <th scope="col">Belongs in</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={accountKey(row)}>
            <th scope="row">
              {row.account}
              {row.description && <small>{row.description}</small>}
            </th>
            <td>{row.fundCode === '' ? <span className="cd-quiet">any</span> : row.fundCode}</td>
            <td data-number>{row.entries?.toLocaleString('en-US')}</td>
            <td data-number>{row.amount !== undefined && formatMoney(row.amount)}</td>
            <td>
              <Select
                label={`Account ${row.account} ${row.fundCode} belongs in`.replace('  ', ' ')}
                isLabelHidden
                choices={placements}
                value={choiceOf(row.mapping)}
                onChange={(choice) => onPlace(row, mappingOf(row, choice))}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
