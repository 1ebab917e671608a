import type { ReactNode } from 'react'

export interface Heading {
  label: string
  isNumber?: boolean
  /** Over buttons, which say themselves what they do: heard, not seen. */
  isHidden?: boolean
}

interface DataTableProps {
  headings: readonly Heading[]
  /** The rows. */
  children: ReactNode
}

/** A list of what was done with the data file, one row each. */
export function DataTable({ headings, children }: DataTableProps) {
  return (
    <table className="cd-data-table">
      <thead>
        <tr>
          {headings.map(({ label, isNumber, isHidden }) => (
            <th key={label} scope="col" data-number={isNumber || undefined}>
              {isHidden ? <span className="cd-visually-hidden">{label}</span> : label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}
